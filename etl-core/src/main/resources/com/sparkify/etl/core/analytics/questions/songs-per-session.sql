-- title: Songs a session
-- explanation: Sessions by the number of songs started in them.
-- chart: bars
SELECT
  CASE bucket
    WHEN 0 THEN '1' WHEN 1 THEN '2 to 5' WHEN 2 THEN '6 to 10' WHEN 3 THEN '11 to 20'
    WHEN 4 THEN '21 to 50' WHEN 5 THEN '51 to 100' ELSE 'more than 100'
  END AS songs,
  count(*) AS sessions,
  sum(plays) AS plays
FROM (
  SELECT
    count(*) AS plays,
    CASE
      WHEN count(*) = 1 THEN 0 WHEN count(*) <= 5 THEN 1 WHEN count(*) <= 10 THEN 2
      WHEN count(*) <= 20 THEN 3 WHEN count(*) <= 50 THEN 4 WHEN count(*) <= 100 THEN 5 ELSE 6
    END AS bucket
  FROM songplays
  GROUP BY user_id, session_id
) AS sessions
GROUP BY bucket
ORDER BY bucket
