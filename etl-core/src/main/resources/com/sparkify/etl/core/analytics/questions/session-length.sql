-- title: Session length
-- explanation: Sessions by the minutes from the start of their first song to the start of their last one; a session of one song lasts 0 minutes.
-- chart: bars
SELECT
  CASE bucket
    WHEN 0 THEN 'one song' WHEN 1 THEN 'under 15 min' WHEN 2 THEN '15 to 30 min'
    WHEN 3 THEN '30 to 60 min' WHEN 4 THEN '1 to 2 h' WHEN 5 THEN '2 to 4 h' ELSE '4 h and more'
  END AS length,
  count(*) AS sessions,
  sum(songs) AS songs
FROM (
  SELECT
    songs,
    CASE
      WHEN songs = 1 THEN 0 WHEN minutes < 15 THEN 1 WHEN minutes < 30 THEN 2
      WHEN minutes < 60 THEN 3 WHEN minutes < 120 THEN 4 WHEN minutes < 240 THEN 5 ELSE 6
    END AS bucket
  FROM (
    SELECT
      songs,
      extract(DAY FROM lasted) * 1440 + extract(HOUR FROM lasted) * 60
        + extract(MINUTE FROM lasted) AS minutes
    FROM (
      SELECT count(*) AS songs, max(start_time) - min(start_time) AS lasted
      FROM songplays
      GROUP BY user_id, session_id
    ) AS sessions
  ) AS lengths
) AS buckets
GROUP BY bucket
ORDER BY bucket
