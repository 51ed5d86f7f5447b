-- title: Retention by week
-- explanation: Of the listeners who first played in an ISO week, named by its Monday, the percentage who played so many weeks later.
-- chart: heat-map
WITH weeks AS (
  SELECT DISTINCT p.user_id, make_date(t.year, t.month, t.day) - (t.weekday - 1) AS week
  FROM songplays p
  JOIN time t ON t.start_time = p.start_time
), firsts AS (
  SELECT user_id, min(week) AS cohort
  FROM weeks
  GROUP BY user_id
), sizes AS (
  SELECT cohort, count(*) AS size
  FROM firsts
  GROUP BY cohort
)
SELECT
  f.cohort,
  CAST(
    extract(DAY FROM CAST(w.week AS TIMESTAMP) - CAST(f.cohort AS TIMESTAMP)) / 7 AS INT
  ) AS weeks_later,
  floor(1000 * count(*) / s.size + 0.5) / 10 AS percent,
  count(*) AS listeners,
  s.size AS listeners_of_the_first_week
FROM firsts f
JOIN weeks w ON w.user_id = f.user_id
JOIN sizes s ON s.cohort = f.cohort
GROUP BY f.cohort, w.week, s.size
ORDER BY f.cohort, w.week
