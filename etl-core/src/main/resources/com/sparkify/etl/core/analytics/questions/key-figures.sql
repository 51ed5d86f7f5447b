-- title: Key figures
-- explanation: How much was played, by how many, and how much of it is in the catalogue; a paid listener played at least once while paying.
-- chart: figures
SELECT
  count(*) AS plays,
  count(DISTINCT user_id) AS listeners,
  count(DISTINCT CASE WHEN level = 'paid' THEN user_id END) AS paid_listeners,
  (
    SELECT count(*)
    FROM (SELECT DISTINCT user_id, session_id FROM songplays) AS visits
  ) AS sessions,
  floor(sum(CAST(floor(heard_seconds * 1000 + 0.5) AS BIGINT)) / 36000 + 0.5) / 100
    AS listening_hours,
  floor(10000 * count(song_id) / nullif(count(*), 0) + 0.5) / 100 AS matched_percent
FROM songplays
