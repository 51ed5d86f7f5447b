SET TimeZone = 'UTC';
SET preserve_insertion_order = false;
-- Small batches keep all threads at work that write one month.
SET partitioned_write_flush_threshold = 122880;

-- Most text neither begins nor ends with what is to be cut off.
CREATE MACRO trimmed(s) AS
  CASE
    WHEN ascii(s) > 32 AND ascii(s[-1]) > 32 THEN s
    ELSE trim(s, ' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13))
  END;
CREATE MACRO blank(s) AS ascii(s) <= 32 AND trimmed(s) = '';
CREATE MACRO filled(s) AS CASE WHEN blank(s) THEN NULL ELSE s END;
CREATE MACRO instant(ms) AS make_timestamp(ms * 1000);

-- The text whose UTF-8 is the bytes of the values of the characters of s. The URL encoding of a
-- character from U+0080 to U+00FF is %C2%xx or %C3%xx; '!' is always encoded, so it can stand for
-- the percent sign of what is done.
CREATE MACRO reread(s) AS
  url_decode(
    replace(replace(replace(replace(replace(replace(
      url_encode(s),
      '%C2%', '!'), '%C3%8', '!C'), '%C3%9', '!D'), '%C3%A', '!E'), '%C3%B', '!F'), '!', '%'));
CREATE MACRO decoded(s) AS
  CASE
    WHEN strlen(s) > length(s)
      AND regexp_matches(s, '[\x{C2}-\x{F4}][\x{80}-\x{BF}]')
      AND regexp_full_match(s, '(?s)[\x{00}-\x{FF}]*')
    THEN coalesce(TRY(reread(s)), s)
    ELSE s
  END;
CREATE MACRO repaired(s) AS CASE WHEN strlen(s) > length(s) THEN decoded(decoded(s)) ELSE s END;

CREATE TEMP TABLE song_records AS
WITH files AS MATERIALIZED (
  SELECT
    content->>[
      '$.song_id', '$.title', '$.artist_id', '$.artist_name', '$.artist_location',
      '$.artist_latitude', '$.artist_longitude', '$.duration', '$.year'] AS v
  FROM read_text('{songs}/**/*.json')
  WHERE json_valid(content)
),
records AS (
  SELECT
    v[1] AS song_id,
    v[2] AS title,
    v[3] AS artist_id,
    v[4] AS artist_name,
    v[5] AS artist_location,
    TRY_CAST(v[6] AS DOUBLE) AS artist_latitude,
    TRY_CAST(v[7] AS DOUBLE) AS artist_longitude,
    TRY_CAST(v[8] AS DOUBLE) AS duration,
    TRY_CAST(v[9] AS INTEGER) AS year
  FROM files
)
SELECT *
FROM records
WHERE NOT blank(song_id) AND NOT blank(artist_id) AND title IS NOT NULL
  AND artist_name IS NOT NULL AND duration >= 0 AND coalesce(year, 0) >= 0
QUALIFY row_number() OVER (
  PARTITION BY song_id
  ORDER BY year DESC NULLS LAST, title DESC, artist_id DESC, artist_name DESC, duration DESC,
    artist_location DESC NULLS LAST, artist_latitude DESC NULLS LAST,
    artist_longitude DESC NULLS LAST) = 1;

-- The reader makes null of a number that is none. Of what may be null, length is therefore read as
-- text; what must not be null is missed anyway.
CREATE TEMP TABLE events AS
WITH lines AS (
  SELECT *
  FROM read_json('{events}/**/*.json', format = 'newline_delimited', records = true,
    ignore_errors = true,
    columns = {
      artist: 'VARCHAR', firstName: 'VARCHAR', gender: 'VARCHAR', itemInSession: 'DOUBLE',
      lastName: 'VARCHAR', length: 'VARCHAR', level: 'VARCHAR', location: 'VARCHAR',
      page: 'VARCHAR', registration: 'DOUBLE', sessionId: 'BIGINT', song: 'VARCHAR',
      ts: 'BIGINT', userAgent: 'VARCHAR', userId: 'VARCHAR'})
)
SELECT
  page = 'NextSong' AS is_play,
  TRY_CAST(userId AS BIGINT) AS user_id,
  ts,
  sessionId AS session_id,
  itemInSession::INTEGER AS item_in_session,
  level,
  repaired(firstName) AS first_name,
  repaired(lastName) AS last_name,
  gender,
  registration::BIGINT AS registration,
  repaired(song) AS song,
  repaired(artist) AS artist,
  TRY_CAST(length AS DOUBLE) AS length,
  repaired(location) AS location,
  userAgent AS user_agent
FROM lines
WHERE ts BETWEEN 0 AND 253402300799999
  AND NOT blank(page) AND NOT blank(level)
  AND sessionId >= 0
  AND itemInSession BETWEEN 0 AND 2147483647 AND itemInSession = floor(itemInSession)
  AND (length IS NULL OR TRY_CAST(length AS DOUBLE) >= 0)
  AND coalesce(registration, 0) BETWEEN 0 AND 253402300799999
  AND coalesce(registration = floor(registration), true)
  AND CASE
    WHEN page = 'NextSong'
    THEN song IS NOT NULL AND artist IS NOT NULL
      AND regexp_full_match(userId, '\s*[+-]?[0-9]{1,18}\s*')
    ELSE coalesce(regexp_full_match(userId, '\s*([+-]?[0-9]{1,18})?\s*'), true)
  END;

COPY (SELECT song_id, title, artist_id, coalesce(year, 0) AS year, duration FROM song_records)
TO '{lake}/songs' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY ({songs_by}));

COPY (
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
) TO '{lake}/artists/artists.parquet' (FORMAT parquet, COMPRESSION zstd);

-- The latest event of each listener: first when it was, then the few events of that time.
COPY (
  WITH latest AS (
    SELECT user_id, max(ts) AS ts FROM events WHERE user_id IS NOT NULL GROUP BY user_id
  )
  SELECT
    user_id,
    filled(first_name) AS first_name,
    filled(last_name) AS last_name,
    filled(gender) AS gender,
    level,
    instant(registration) AS registered_at
  FROM events SEMI JOIN latest USING (user_id, ts)
  QUALIFY row_number() OVER (
    PARTITION BY user_id
    ORDER BY session_id DESC, item_in_session DESC, level DESC, first_name DESC NULLS LAST,
      last_name DESC NULLS LAST, gender DESC NULLS LAST, registration DESC NULLS LAST) = 1
) TO '{lake}/users/users.parquet' (FORMAT parquet, COMPRESSION zstd);

-- Most listeners never change their level; only the others' events have to be put in order.
COPY (
  WITH listeners AS (
    SELECT user_id, min(level) AS level, max(level) AS other_level, min(ts) AS first_ts
    FROM events
    WHERE user_id IS NOT NULL
    GROUP BY user_id
  ),
  instants AS (
    SELECT
      user_id,
      ts,
      max({session_id: session_id, item_in_session: item_in_session, level: level}).level AS level
    FROM events
    SEMI JOIN (FROM listeners WHERE level <> other_level) USING (user_id)
    GROUP BY user_id, ts
  ),
  changes AS (
    SELECT user_id, level, ts AS first_ts
    FROM instants
    QUALIFY level IS DISTINCT FROM lag(level) OVER (PARTITION BY user_id ORDER BY ts)
  )
  SELECT user_id, level, instant(first_ts) AS valid_from,
    instant(lead(first_ts) OVER following) AS valid_to,
    lead(first_ts) OVER following IS NULL AS is_current
  FROM changes
  WINDOW following AS (PARTITION BY user_id ORDER BY first_ts)
  UNION ALL
  SELECT user_id, level, instant(first_ts), NULL, true
  FROM listeners
  WHERE level = other_level
) TO '{lake}/user_levels/user_levels.parquet' (FORMAT parquet, COMPRESSION zstd);

COPY (
  SELECT
    start_time,
    hour(start_time)::INTEGER AS hour,
    day(start_time)::INTEGER AS day,
    week(start_time)::INTEGER AS week,
    month(start_time)::INTEGER AS month,
    year(start_time)::INTEGER AS year,
    isodow(start_time)::INTEGER AS weekday
  FROM (SELECT DISTINCT instant(ts) AS start_time FROM events WHERE is_play)
) TO '{lake}/time' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (year, month));

-- Plays that were delivered more than once are few: only these are sorted out.
CREATE TEMP TABLE doubled AS
SELECT session_id, item_in_session, user_id, ts
FROM events
WHERE is_play
GROUP BY ALL
HAVING count(*) > 1;

CREATE TEMP VIEW plays AS
SELECT * FROM events ANTI JOIN doubled USING (session_id, item_in_session, user_id, ts)
WHERE is_play
UNION ALL
(SELECT * FROM events SEMI JOIN doubled USING (session_id, item_in_session, user_id, ts)
WHERE is_play
QUALIFY row_number() OVER (
  PARTITION BY session_id, item_in_session, user_id, ts
  ORDER BY level DESC, song DESC, artist DESC, length DESC NULLS LAST, location DESC NULLS LAST,
    user_agent DESC NULLS LAST) = 1);

-- Titles of one artist that belong to several songs are few, too.
CREATE TEMP TABLE catalogue AS
SELECT trimmed(title) AS title, trimmed(artist_name) AS artist,
  any_value(song_id) AS song_id, any_value(artist_id) AS artist_id, any_value(duration) AS duration
FROM song_records
GROUP BY ALL
HAVING count(*) = 1;

CREATE TEMP TABLE chosen AS
WITH several AS (
  SELECT trimmed(title) AS title, trimmed(artist_name) AS artist, song_id, artist_id, duration
  FROM song_records
  QUALIFY count(*) OVER (PARTITION BY trimmed(title), trimmed(artist_name)) > 1
)
SELECT session_id, item_in_session, user_id, ts, s.song_id, s.artist_id, s.duration
FROM plays p
JOIN several s ON s.title = trimmed(p.song) AND s.artist = trimmed(p.artist)
QUALIFY row_number() OVER (
  PARTITION BY session_id, item_in_session, user_id, ts
  ORDER BY abs(s.duration - p.length), s.song_id) = 1;

COPY (
  WITH matched AS (
    SELECT
      p.*,
      coalesce(c.song_id, d.song_id) AS song_id,
      coalesce(c.artist_id, d.artist_id) AS artist_id,
      coalesce(c.duration, d.duration) AS duration
    FROM plays p
    LEFT JOIN catalogue c ON c.title = trimmed(p.song) AND c.artist = trimmed(p.artist)
    LEFT JOIN chosen d USING (session_id, item_in_session, user_id, ts)
  )
  SELECT
    md5(concat(session_id, '|', item_in_session, '|', user_id, '|', ts)) AS songplay_id,
    instant(ts) AS start_time,
    user_id,
    level,
    song_id,
    artist_id,
    session_id,
    filled(location) AS location,
    filled(CASE
      WHEN strlen(user_agent) > 1 AND starts_with(user_agent, '"') AND ends_with(user_agent, '"')
      THEN user_agent[2:-2]
      ELSE user_agent END) AS user_agent,
    item_in_session,
    song AS heard_title,
    artist AS heard_artist,
    length AS heard_seconds,
    CASE
      WHEN song_id IS NULL THEN 'none'
      WHEN duration = length THEN 'exact'
      ELSE 'title_artist' END AS match,
    year(instant(ts))::INTEGER AS year,
    month(instant(ts))::INTEGER AS month
  FROM matched
) TO '{lake}/songplays' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (year, month));
