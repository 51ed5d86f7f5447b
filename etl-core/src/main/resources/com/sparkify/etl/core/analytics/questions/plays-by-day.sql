-- title: Plays by day
-- explanation: Songs started on each day in UTC, with the listeners who started them; a day without plays has no row.
-- chart: line
SELECT
  make_date(t.year, t.month, t.day) AS day,
  count(*) AS plays,
  count(DISTINCT p.user_id) AS listeners
FROM songplays p
JOIN time t ON t.start_time = p.start_time
GROUP BY t.year, t.month, t.day
ORDER BY day
