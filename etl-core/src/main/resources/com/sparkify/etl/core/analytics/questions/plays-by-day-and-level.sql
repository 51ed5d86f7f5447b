-- title: Plays by day and level
-- explanation: How the plans share the songs started on each day in UTC.
-- chart: stacked
SELECT
  make_date(t.year, t.month, t.day) AS day,
  p.level,
  count(*) AS plays,
  count(DISTINCT p.user_id) AS listeners
FROM songplays p
JOIN time t ON t.start_time = p.start_time
GROUP BY t.year, t.month, t.day, p.level
ORDER BY day, p.level
