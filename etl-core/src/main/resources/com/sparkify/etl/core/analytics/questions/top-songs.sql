-- title: Top songs
-- explanation: The 20 songs started most often, by title and artist as the app sent them, whether the catalogue has them or not.
-- chart: ranking
SELECT
  heard_title AS song,
  count(*) AS plays,
  heard_artist AS artist,
  count(DISTINCT user_id) AS listeners
FROM songplays
GROUP BY heard_title, heard_artist
ORDER BY plays DESC, song, artist
LIMIT 20
