-- title: How much of the catalogue is heard
-- explanation: Percentage of the catalogue's songs of each decade that were started at least once; songs without a year come last.
-- chart: bars
SELECT
  CASE WHEN decade = 0 THEN 'unknown' ELSE CAST(decade AS STRING) || 's' END AS decade,
  floor(1000 * count(heard.song_id) / count(*) + 0.5) / 10 AS heard_percent,
  count(heard.song_id) AS songs_heard,
  count(*) AS songs
FROM (
  SELECT song_id, CAST(floor(year / 10) * 10 AS INT) AS decade
  FROM songs
) AS dated
LEFT JOIN (
  SELECT DISTINCT song_id
  FROM songplays
  WHERE song_id IS NOT NULL
) AS heard ON heard.song_id = dated.song_id
GROUP BY dated.decade
ORDER BY dated.decade = 0, dated.decade
