BEGIN;

DELETE FROM "sparkify"."staging_songs";

DELETE FROM "sparkify"."staging_events";

COPY "sparkify"."staging_songs"
FROM 's3://bucket/song_data/'
IAM_ROLE 'arn:aws:iam::123456789012:role/redshift-reads'
FORMAT AS JSON 'auto';

COPY "sparkify"."staging_events"
FROM 's3://bucket/log_data/'
IAM_ROLE 'arn:aws:iam::123456789012:role/redshift-reads'
FORMAT AS JSON 's3://bucket/log_json_path.json';

CREATE TEMPORARY TABLE catalogue AS
SELECT *
FROM (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY song_id
      ORDER BY year DESC NULLS LAST, title DESC, artist_id DESC, artist_name DESC, duration DESC,
        artist_location DESC NULLS LAST, artist_latitude DESC NULLS LAST,
        artist_longitude DESC NULLS LAST
    ) AS place
  FROM "sparkify"."staging_songs"
  WHERE btrim(song_id) <> '' AND btrim(artist_id) <> '' AND title IS NOT NULL
    AND artist_name IS NOT NULL AND duration >= 0 AND coalesce(year, 0) >= 0
) AS records
WHERE place = 1;

CREATE TEMPORARY TABLE happened AS
SELECT
  e.*,
  CAST(nullif(btrim(e.userid), '') AS BIGINT) AS listener,
  TIMESTAMP '1970-01-01 00:00:00' + (e.ts / 1000) * INTERVAL '1 second'
    + (e.ts % 1000) * INTERVAL '1 millisecond' AS moment
FROM "sparkify"."staging_events" AS e
WHERE e.ts >= 0 AND e.sessionid >= 0 AND e.iteminsession >= 0 AND coalesce(e.length, 0) >= 0
  AND coalesce(e.registration, 0) >= 0 AND btrim(e.page) <> '' AND btrim(e.level) <> '';

CREATE TEMPORARY TABLE plays AS
SELECT *
FROM (
  SELECT
    h.*,
    row_number() OVER (
      PARTITION BY sessionid, iteminsession, listener, ts
      ORDER BY level DESC, song DESC, artist DESC, length DESC NULLS LAST,
        location DESC NULLS LAST, useragent DESC NULLS LAST
    ) AS place
  FROM happened AS h
  WHERE page = 'NextSong' AND listener IS NOT NULL AND song IS NOT NULL AND artist IS NOT NULL
) AS delivered
WHERE place = 1;

CREATE TEMPORARY TABLE levels AS
SELECT listener, moment, level
FROM (
  SELECT
    listener,
    moment,
    level,
    lag(level) OVER (PARTITION BY listener ORDER BY moment) AS previous
  FROM (
    SELECT
      listener,
      moment,
      level,
      row_number() OVER (
        PARTITION BY listener, ts
        ORDER BY sessionid DESC, iteminsession DESC, level DESC
      ) AS place
    FROM happened
    WHERE listener IS NOT NULL
  ) AS events
  WHERE place = 1
) AS states
WHERE previous IS NULL OR previous <> level;

DELETE FROM "sparkify"."songplays";

DELETE FROM "sparkify"."time";

DELETE FROM "sparkify"."user_levels";

DELETE FROM "sparkify"."users";

DELETE FROM "sparkify"."songs";

DELETE FROM "sparkify"."artists";

INSERT INTO "sparkify"."artists" ("artist_id", "name", "location", "latitude", "longitude")
SELECT credits.artist_id, credits.name, homes.location, homes.latitude, homes.longitude
FROM (
  SELECT
    artist_id,
    name,
    row_number() OVER (
      PARTITION BY artist_id
      ORDER BY CASE WHEN name IS NULL THEN 1 ELSE 0 END, count(*) DESC, length(name), name
    ) AS place
  FROM (SELECT artist_id, CASE WHEN btrim(artist_name) <> '' THEN artist_name END AS name FROM catalogue) AS named
  GROUP BY artist_id, name
) AS credits
JOIN (
  SELECT
    artist_id,
    CASE WHEN btrim(artist_location) <> '' THEN artist_location END AS location,
    artist_latitude AS latitude,
    artist_longitude AS longitude,
    row_number() OVER (
      PARTITION BY artist_id
      ORDER BY CASE WHEN artist_latitude IS NULL OR artist_longitude IS NULL THEN 1 ELSE 0 END,
        CASE WHEN btrim(artist_location) <> '' THEN 0 ELSE 1 END, song_id
    ) AS place
  FROM catalogue
) AS homes ON homes.artist_id = credits.artist_id AND homes.place = 1
WHERE credits.place = 1;

INSERT INTO "sparkify"."songs" ("song_id", "title", "artist_id", "year", "duration")
SELECT song_id, title, artist_id, coalesce(year, 0), duration
FROM catalogue;

INSERT INTO "sparkify"."users" ("user_id", "first_name", "last_name", "gender", "level", "registered_at")
SELECT
  listener,
  CASE WHEN btrim(firstname) <> '' THEN firstname END,
  CASE WHEN btrim(lastname) <> '' THEN lastname END,
  CASE WHEN btrim(gender) <> '' THEN gender END,
  level,
  (
    TIMESTAMP '1970-01-01 00:00:00'
    + (CAST(registration AS BIGINT) / 1000) * INTERVAL '1 second'
    + (CAST(registration AS BIGINT) % 1000) * INTERVAL '1 millisecond'
  ) AT TIME ZONE 'UTC'
FROM (
  SELECT
    h.*,
    row_number() OVER (
      PARTITION BY listener
      ORDER BY ts DESC, sessionid DESC, iteminsession DESC, level DESC,
        firstname DESC NULLS LAST, lastname DESC NULLS LAST, gender DESC NULLS LAST,
        registration DESC NULLS LAST
    ) AS place
  FROM happened AS h
  WHERE listener IS NOT NULL
) AS events
WHERE place = 1;

INSERT INTO "sparkify"."user_levels" ("user_id", "level", "valid_from", "valid_to", "is_current")
SELECT
  listener,
  level,
  moment AT TIME ZONE 'UTC',
  lead(moment) OVER (PARTITION BY listener ORDER BY moment) AT TIME ZONE 'UTC',
  lead(moment) OVER (PARTITION BY listener ORDER BY moment) IS NULL
FROM levels;

INSERT INTO "sparkify"."time" ("start_time", "hour", "day", "week", "month", "year", "weekday")
SELECT
  moment AT TIME ZONE 'UTC',
  CAST(extract(hour FROM moment) AS INTEGER),
  CAST(extract(day FROM moment) AS INTEGER),
  CAST(extract(week FROM moment) AS INTEGER),
  CAST(extract(month FROM moment) AS INTEGER),
  CAST(extract(year FROM moment) AS INTEGER),
  CASE WHEN extract(dow FROM moment) = 0 THEN 7 ELSE CAST(extract(dow FROM moment) AS INTEGER) END
FROM (SELECT DISTINCT moment FROM plays) AS moments;

INSERT INTO "sparkify"."songplays" (
  "songplay_id", "start_time", "user_id", "level", "song_id", "artist_id", "session_id", "location",
  "user_agent", "item_in_session", "heard_title", "heard_artist", "heard_seconds", "match", "year",
  "month"
)
SELECT
  md5(
    CAST(sessionid AS VARCHAR(20)) || '|' || CAST(iteminsession AS VARCHAR(20)) || '|'
    || CAST(listener AS VARCHAR(20)) || '|' || CAST(ts AS VARCHAR(20))
  ),
  moment AT TIME ZONE 'UTC',
  listener,
  level,
  song_id,
  artist_id,
  sessionid,
  CASE WHEN btrim(location) <> '' THEN location END,
  CASE
    WHEN btrim(useragent) = '' THEN NULL
    WHEN useragent LIKE '"%"' THEN nullif(substring(useragent, 2, length(useragent) - 2), '')
    ELSE useragent
  END,
  iteminsession,
  song,
  artist,
  length,
  CASE WHEN song_id IS NULL THEN 'none' WHEN gap = 0 THEN 'exact' ELSE 'title_artist' END,
  CAST(extract(year FROM moment) AS INTEGER),
  CAST(extract(month FROM moment) AS INTEGER)
FROM (
  SELECT
    p.sessionid, p.iteminsession, p.listener, p.ts, p.moment, p.level, p.location, p.useragent,
    p.song, p.artist, p.length, c.song_id, c.artist_id, abs(c.duration - p.length) AS gap,
    row_number() OVER (
      PARTITION BY p.sessionid, p.iteminsession, p.listener, p.ts
      ORDER BY abs(c.duration - p.length), c.song_id
    ) AS candidate
  FROM plays AS p
  LEFT JOIN catalogue AS c
    ON btrim(c.title) = btrim(p.song) AND btrim(c.artist_name) = btrim(p.artist)
) AS matched
WHERE candidate = 1;

COMMIT;

ANALYZE "sparkify"."artists";

ANALYZE "sparkify"."songs";

ANALYZE "sparkify"."users";

ANALYZE "sparkify"."user_levels";

ANALYZE "sparkify"."time";

ANALYZE "sparkify"."songplays";

GRANT USAGE ON SCHEMA "sparkify" TO GROUP analysts;

GRANT SELECT ON "sparkify"."artists", "sparkify"."songs", "sparkify"."users", "sparkify"."user_levels", "sparkify"."time", "sparkify"."songplays" TO GROUP analysts;
