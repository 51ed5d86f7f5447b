-- title: Artists heard for the first time
-- explanation: Artists, by name as the app sent it, of whom nothing had been played before each ISO week, named by its Monday.
-- chart: bars
SELECT
  week,
  count(*) AS new_artists
FROM (
  SELECT p.heard_artist, min(make_date(t.year, t.month, t.day) - (t.weekday - 1)) AS week
  FROM songplays p
  JOIN time t ON t.start_time = p.start_time
  GROUP BY p.heard_artist
) AS firsts
GROUP BY week
ORDER BY week
