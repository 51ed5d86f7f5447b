-- Rule 6: the most frequent name, then the shortest, then the first of the alphabet;
-- the place of one record, with coordinates first, then with a location, then by song id.
WITH names AS (
  SELECT artist_id, filled(artist_name) AS name, count(*) AS songs
  FROM song_records
  GROUP BY ALL
),
best_names AS (
  SELECT artist_id, name
  FROM names
  QUALIFY row_number() OVER (
    PARTITION BY artist_id
    ORDER BY name IS NULL, songs DESC, length(name), name) = 1
),
places AS (
  SELECT artist_id, filled(artist_location) AS location, artist_latitude, artist_longitude
  FROM song_records
  QUALIFY row_number() OVER (
    PARTITION BY artist_id
    ORDER BY
      artist_latitude IS NOT NULL AND artist_longitude IS NOT NULL DESC,
      filled(artist_location) IS NOT NULL DESC,
      song_id) = 1
)
SELECT artist_id, name, location, artist_latitude AS latitude, artist_longitude AS longitude
FROM best_names JOIN places USING (artist_id)
