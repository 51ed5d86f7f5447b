-- title: Sessions by level
-- explanation: How long sessions are on each plan: songs, and minutes of these songs; a session in which the plan changes counts as one of each.
-- chart: table
SELECT
  level,
  count(*) AS sessions,
  count(DISTINCT user_id) AS listeners,
  floor(10 * sum(plays) / count(*) + 0.5) / 10 AS songs_on_average,
  median(plays) AS songs_at_the_median,
  max(plays) AS songs_at_most,
  floor(sum(milliseconds) / count(*) / 6000 + 0.5) / 10 AS minutes_on_average
FROM (
  SELECT
    level,
    user_id,
    count(*) AS plays,
    sum(CAST(floor(coalesce(heard_seconds, 0) * 1000 + 0.5) AS BIGINT)) AS milliseconds
  FROM songplays
  GROUP BY user_id, session_id, level
) AS sessions
GROUP BY level
ORDER BY level
