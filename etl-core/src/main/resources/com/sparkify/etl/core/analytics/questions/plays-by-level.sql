-- title: Plays by level
-- explanation: Songs started on the free and on the paid plan, as the plan was at the time; who changed plans is a listener of both.
-- chart: shares
SELECT
  level,
  count(*) AS plays,
  count(DISTINCT user_id) AS listeners,
  floor(10000 * count(*) / (SELECT count(*) FROM songplays) + 0.5) / 100 AS percent
FROM songplays
GROUP BY level
ORDER BY plays DESC, level
