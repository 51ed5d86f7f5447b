-- title: Listening minutes by day and level
-- explanation: Minutes of the songs started on each day in UTC, each counted as heard to its end; songs without a length add nothing.
-- chart: stacked
SELECT
  make_date(t.year, t.month, t.day) AS day,
  p.level,
  floor(sum(CAST(floor(coalesce(p.heard_seconds, 0) * 1000 + 0.5) AS BIGINT)) / 6000 + 0.5) / 10
    AS minutes,
  count(*) AS plays
FROM songplays p
JOIN time t ON t.start_time = p.start_time
GROUP BY t.year, t.month, t.day, p.level
ORDER BY day, p.level
