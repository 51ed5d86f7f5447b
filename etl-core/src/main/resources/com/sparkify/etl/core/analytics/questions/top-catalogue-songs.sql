-- title: Top songs of the catalogue
-- explanation: The 20 songs of the catalogue that were started most often; only plays that match a song count.
-- chart: ranking
SELECT
  s.title AS song,
  count(*) AS plays,
  coalesce(a.name, 'unknown') AS artist,
  s.year,
  s.song_id
FROM songplays p
JOIN songs s ON s.song_id = p.song_id
JOIN artists a ON a.artist_id = s.artist_id
GROUP BY s.song_id, s.title, s.year, a.name
ORDER BY plays DESC, song, s.song_id
LIMIT 20
