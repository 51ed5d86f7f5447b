-- Rules 1 to 3. The variable exact_only tells the two ways of matching apart.
WITH plays AS (
  SELECT *
  FROM events
  WHERE page = 'NextSong'
  QUALIFY row_number() OVER (
    PARTITION BY sessionId, itemInSession, userId, ts
    ORDER BY level DESC, song DESC, artist DESC, length DESC NULLS LAST, location DESC NULLS LAST,
      userAgent DESC NULLS LAST) = 1
),
candidates AS (
  SELECT p.sessionId, p.itemInSession, p.userId, p.ts, s.song_id, s.artist_id,
    coalesce(s.duration = p.length, false) AS same_duration
  FROM plays p
  JOIN song_records s
    ON trimmed(s.title) = trimmed(p.song) AND trimmed(s.artist_name) = trimmed(p.artist)
  WHERE NOT getvariable('exact_only') OR s.duration = p.length
  QUALIFY row_number() OVER (
    PARTITION BY p.sessionId, p.itemInSession, p.userId, p.ts
    ORDER BY abs(s.duration - p.length), s.song_id) = 1
)
SELECT
  md5(concat(sessionId, '|', itemInSession, '|', userId, '|', ts)) AS songplay_id,
  instant(ts) AS start_time,
  userId AS user_id,
  level,
  song_id,
  artist_id,
  sessionId AS session_id,
  filled(location) AS location,
  filled(CASE
    WHEN length(userAgent) > 1 AND starts_with(userAgent, '"') AND ends_with(userAgent, '"')
    THEN substring(userAgent, 2, length(userAgent) - 2)
    ELSE userAgent END) AS user_agent,
  itemInSession AS item_in_session,
  song AS heard_title,
  artist AS heard_artist,
  length AS heard_seconds,
  CASE WHEN song_id IS NULL THEN 'none' WHEN same_duration THEN 'exact' ELSE 'title_artist' END
    AS match,
  year(instant(ts))::INTEGER AS year,
  month(instant(ts))::INTEGER AS month
FROM plays LEFT JOIN candidates USING (sessionId, itemInSession, userId, ts)
