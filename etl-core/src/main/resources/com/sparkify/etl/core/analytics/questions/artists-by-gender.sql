-- title: Who listens to the top artists
-- explanation: Songs of each of the 10 artists played most, by the listeners' gender; the artist played most comes first.
-- chart: stacked
SELECT
  top.artist,
  coalesce(u.gender, 'unknown') AS gender,
  count(*) AS plays,
  count(DISTINCT p.user_id) AS listeners
FROM (
  SELECT heard_artist AS artist, count(*) AS plays
  FROM songplays
  GROUP BY heard_artist
  ORDER BY plays DESC, artist
  LIMIT 10
) AS top
JOIN songplays p ON p.heard_artist = top.artist
JOIN users u ON u.user_id = p.user_id
GROUP BY top.plays, top.artist, coalesce(u.gender, 'unknown')
ORDER BY top.plays DESC, top.artist, gender
