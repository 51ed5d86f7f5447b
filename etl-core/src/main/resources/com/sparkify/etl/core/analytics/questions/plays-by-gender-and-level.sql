-- title: Plays by gender and level
-- explanation: Songs started on each plan, by the listener's gender where it is known.
-- chart: stacked
SELECT
  coalesce(u.gender, 'unknown') AS gender,
  p.level,
  count(*) AS plays,
  count(DISTINCT p.user_id) AS listeners
FROM songplays p
JOIN users u ON u.user_id = p.user_id
GROUP BY coalesce(u.gender, 'unknown'), p.level
ORDER BY gender, p.level
