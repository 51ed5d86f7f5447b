-- title: Top artists
-- explanation: The 20 artists whose songs were started most often, by name as the app sent it.
-- chart: ranking
SELECT
  heard_artist AS artist,
  count(*) AS plays,
  count(DISTINCT heard_title) AS songs,
  count(DISTINCT user_id) AS listeners
FROM songplays
GROUP BY heard_artist
ORDER BY plays DESC, artist
LIMIT 20
