SELECT song_id, title, artist_id, coalesce(year, 0) AS year, duration
FROM song_records
