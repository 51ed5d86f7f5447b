-- title: Match rate by day
-- explanation: Percentage of the songs started on each day in UTC that the catalogue has.
-- chart: line
SELECT
  make_date(t.year, t.month, t.day) AS day,
  floor(10000 * count(p.song_id) / count(*) + 0.5) / 100 AS matched_percent,
  count(p.song_id) AS matched,
  count(*) AS plays
FROM songplays p
JOIN time t ON t.start_time = p.start_time
GROUP BY t.year, t.month, t.day
ORDER BY day
