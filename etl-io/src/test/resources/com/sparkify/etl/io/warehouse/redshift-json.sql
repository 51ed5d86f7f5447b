CREATE SCHEMA IF NOT EXISTS "sparkify";

CREATE TABLE IF NOT EXISTS "sparkify"."artists" (
  "artist_id" VARCHAR(65535) NOT NULL,
  "name" VARCHAR(65535),
  "location" VARCHAR(65535),
  "latitude" DOUBLE PRECISION,
  "longitude" DOUBLE PRECISION,
  PRIMARY KEY ("artist_id")
)
DISTSTYLE ALL
SORTKEY ("artist_id");

COMMENT ON TABLE "sparkify"."artists" IS 'One row is one artist of the catalogue';

COMMENT ON COLUMN "sparkify"."artists"."artist_id" IS 'Artist';

COMMENT ON COLUMN "sparkify"."artists"."name" IS 'Name on most of the artist''s songs; null if all are blank';

COMMENT ON COLUMN "sparkify"."artists"."location" IS 'Where the artist is from; null if unknown';

COMMENT ON COLUMN "sparkify"."artists"."latitude" IS 'Degrees north; null if unknown';

COMMENT ON COLUMN "sparkify"."artists"."longitude" IS 'Degrees east; null if unknown';

CREATE TABLE IF NOT EXISTS "sparkify"."songs" (
  "song_id" VARCHAR(65535) NOT NULL,
  "title" VARCHAR(65535) NOT NULL,
  "artist_id" VARCHAR(65535) NOT NULL,
  "year" INTEGER NOT NULL,
  "duration" DOUBLE PRECISION NOT NULL,
  PRIMARY KEY ("song_id"),
  FOREIGN KEY ("artist_id") REFERENCES "sparkify"."artists" ("artist_id")
)
DISTSTYLE ALL
SORTKEY ("artist_id", "song_id");

COMMENT ON TABLE "sparkify"."songs" IS 'One row is one song of the catalogue';

COMMENT ON COLUMN "sparkify"."songs"."song_id" IS 'Song';

COMMENT ON COLUMN "sparkify"."songs"."title" IS 'Title, as written';

COMMENT ON COLUMN "sparkify"."songs"."artist_id" IS 'Artist of the song';

COMMENT ON COLUMN "sparkify"."songs"."year" IS 'Year of release; 0 if unknown';

COMMENT ON COLUMN "sparkify"."songs"."duration" IS 'Seconds';

CREATE TABLE IF NOT EXISTS "sparkify"."users" (
  "user_id" BIGINT NOT NULL,
  "first_name" VARCHAR(65535),
  "last_name" VARCHAR(65535),
  "gender" VARCHAR(65535),
  "level" VARCHAR(65535) NOT NULL,
  "registered_at" TIMESTAMPTZ,
  PRIMARY KEY ("user_id")
)
DISTSTYLE ALL
SORTKEY ("user_id");

COMMENT ON TABLE "sparkify"."users" IS 'One row is one signed-in listener, as of the latest event';

COMMENT ON COLUMN "sparkify"."users"."user_id" IS 'Listener';

COMMENT ON COLUMN "sparkify"."users"."first_name" IS 'Given name; null if that event has none';

COMMENT ON COLUMN "sparkify"."users"."last_name" IS 'Family name; null if that event has none';

COMMENT ON COLUMN "sparkify"."users"."gender" IS 'F or M; null if that event has none';

COMMENT ON COLUMN "sparkify"."users"."level" IS 'Plan: free or paid';

COMMENT ON COLUMN "sparkify"."users"."registered_at" IS 'When the listener signed up; null if that event does not say';

CREATE TABLE IF NOT EXISTS "sparkify"."user_levels" (
  "user_id" BIGINT NOT NULL,
  "level" VARCHAR(65535) NOT NULL,
  "valid_from" TIMESTAMPTZ NOT NULL,
  "valid_to" TIMESTAMPTZ,
  "is_current" BOOLEAN NOT NULL,
  PRIMARY KEY ("user_id", "valid_from"),
  FOREIGN KEY ("user_id") REFERENCES "sparkify"."users" ("user_id")
)
DISTSTYLE ALL
SORTKEY ("user_id", "valid_from");

COMMENT ON TABLE "sparkify"."user_levels" IS 'One row is one unbroken period of a listener on one level';

COMMENT ON COLUMN "sparkify"."user_levels"."user_id" IS 'Listener';

COMMENT ON COLUMN "sparkify"."user_levels"."level" IS 'Plan: free or paid';

COMMENT ON COLUMN "sparkify"."user_levels"."valid_from" IS 'First event of the period';

COMMENT ON COLUMN "sparkify"."user_levels"."valid_to" IS 'First event of the next period; null if it still holds';

COMMENT ON COLUMN "sparkify"."user_levels"."is_current" IS 'Whether the period still holds';

CREATE TABLE IF NOT EXISTS "sparkify"."time" (
  "start_time" TIMESTAMPTZ NOT NULL,
  "hour" INTEGER NOT NULL,
  "day" INTEGER NOT NULL,
  "week" INTEGER NOT NULL,
  "month" INTEGER NOT NULL,
  "year" INTEGER NOT NULL,
  "weekday" INTEGER NOT NULL,
  PRIMARY KEY ("start_time")
)
DISTKEY ("start_time")
SORTKEY ("start_time");

COMMENT ON TABLE "sparkify"."time" IS 'One row is one distinct start_time of songplays';

COMMENT ON COLUMN "sparkify"."time"."start_time" IS 'When at least one song was started';

COMMENT ON COLUMN "sparkify"."time"."hour" IS 'Hour of the day, 0 to 23';

COMMENT ON COLUMN "sparkify"."time"."day" IS 'Day of the month, 1 to 31';

COMMENT ON COLUMN "sparkify"."time"."week" IS 'ISO 8601 week, 1 to 53';

COMMENT ON COLUMN "sparkify"."time"."month" IS 'Month, 1 to 12';

COMMENT ON COLUMN "sparkify"."time"."year" IS 'Calendar year, which is not always the year of the ISO week';

COMMENT ON COLUMN "sparkify"."time"."weekday" IS 'ISO 8601 day of the week: Monday 1 to Sunday 7';

CREATE TABLE IF NOT EXISTS "sparkify"."songplays" (
  "songplay_id" VARCHAR(65535) NOT NULL,
  "start_time" TIMESTAMPTZ NOT NULL,
  "user_id" BIGINT NOT NULL,
  "level" VARCHAR(65535) NOT NULL,
  "song_id" VARCHAR(65535),
  "artist_id" VARCHAR(65535),
  "session_id" BIGINT NOT NULL,
  "location" VARCHAR(65535),
  "user_agent" VARCHAR(65535),
  "item_in_session" INTEGER NOT NULL,
  "heard_title" VARCHAR(65535) NOT NULL,
  "heard_artist" VARCHAR(65535) NOT NULL,
  "heard_seconds" DOUBLE PRECISION,
  "match" VARCHAR(65535) NOT NULL,
  "year" INTEGER NOT NULL,
  "month" INTEGER NOT NULL,
  PRIMARY KEY ("songplay_id"),
  FOREIGN KEY ("user_id") REFERENCES "sparkify"."users" ("user_id"),
  FOREIGN KEY ("song_id") REFERENCES "sparkify"."songs" ("song_id"),
  FOREIGN KEY ("artist_id") REFERENCES "sparkify"."artists" ("artist_id"),
  FOREIGN KEY ("start_time") REFERENCES "sparkify"."time" ("start_time")
)
DISTKEY ("start_time")
SORTKEY ("start_time", "songplay_id");

COMMENT ON TABLE "sparkify"."songplays" IS 'One row is one song started by a listener';

COMMENT ON COLUMN "sparkify"."songplays"."songplay_id" IS 'Digest of session, position, listener and time';

COMMENT ON COLUMN "sparkify"."songplays"."start_time" IS 'When the song was started';

COMMENT ON COLUMN "sparkify"."songplays"."user_id" IS 'Listener';

COMMENT ON COLUMN "sparkify"."songplays"."level" IS 'Plan at the time: free or paid';

COMMENT ON COLUMN "sparkify"."songplays"."song_id" IS 'Song; null if the catalogue has none that matches';

COMMENT ON COLUMN "sparkify"."songplays"."artist_id" IS 'Artist of the matched song; null if none matches';

COMMENT ON COLUMN "sparkify"."songplays"."session_id" IS 'Session';

COMMENT ON COLUMN "sparkify"."songplays"."location" IS 'Metropolitan area of the listener; null if none was sent';

COMMENT ON COLUMN "sparkify"."songplays"."user_agent" IS 'Client, without quotes around it; null if none was sent';

COMMENT ON COLUMN "sparkify"."songplays"."item_in_session" IS 'Position of the play in its session, from 0';

COMMENT ON COLUMN "sparkify"."songplays"."heard_title" IS 'Title, as the app sent it';

COMMENT ON COLUMN "sparkify"."songplays"."heard_artist" IS 'Artist, as the app sent it';

COMMENT ON COLUMN "sparkify"."songplays"."heard_seconds" IS 'Seconds of the song, as the app sent it; null if none were sent';

COMMENT ON COLUMN "sparkify"."songplays"."match" IS 'How the song was found: exact, title_artist or none';

COMMENT ON COLUMN "sparkify"."songplays"."year" IS 'Year of start_time in UTC';

COMMENT ON COLUMN "sparkify"."songplays"."month" IS 'Month of start_time in UTC';

CREATE TABLE IF NOT EXISTS "sparkify"."staging_songs" (
  "num_songs" INTEGER,
  "artist_id" VARCHAR(65535),
  "artist_latitude" DOUBLE PRECISION,
  "artist_longitude" DOUBLE PRECISION,
  "artist_location" VARCHAR(65535),
  "artist_name" VARCHAR(65535),
  "song_id" VARCHAR(65535),
  "title" VARCHAR(65535),
  "duration" DOUBLE PRECISION,
  "year" INTEGER
)
DISTSTYLE EVEN;

COMMENT ON TABLE "sparkify"."staging_songs" IS 'One row is one record of the song files';

COMMENT ON COLUMN "sparkify"."staging_songs"."num_songs" IS 'Songs in the file; always 1';

COMMENT ON COLUMN "sparkify"."staging_songs"."artist_id" IS 'Artist of the song';

COMMENT ON COLUMN "sparkify"."staging_songs"."artist_latitude" IS 'Degrees north; null where unknown';

COMMENT ON COLUMN "sparkify"."staging_songs"."artist_longitude" IS 'Degrees east; null where unknown';

COMMENT ON COLUMN "sparkify"."staging_songs"."artist_location" IS 'Where the artist is from; may be blank or HTML';

COMMENT ON COLUMN "sparkify"."staging_songs"."artist_name" IS 'The artist as this song credits them';

COMMENT ON COLUMN "sparkify"."staging_songs"."song_id" IS 'Song';

COMMENT ON COLUMN "sparkify"."staging_songs"."title" IS 'Title, as written';

COMMENT ON COLUMN "sparkify"."staging_songs"."duration" IS 'Seconds';

COMMENT ON COLUMN "sparkify"."staging_songs"."year" IS 'Year of release; 0 if unknown';

CREATE TABLE IF NOT EXISTS "sparkify"."staging_events" (
  "artist" VARCHAR(65535),
  "auth" VARCHAR(65535),
  "firstname" VARCHAR(65535),
  "gender" VARCHAR(65535),
  "iteminsession" INTEGER,
  "lastname" VARCHAR(65535),
  "length" DOUBLE PRECISION,
  "level" VARCHAR(65535),
  "location" VARCHAR(65535),
  "method" VARCHAR(65535),
  "page" VARCHAR(65535),
  "registration" DOUBLE PRECISION,
  "sessionid" BIGINT,
  "song" VARCHAR(65535),
  "status" INTEGER,
  "ts" BIGINT,
  "useragent" VARCHAR(65535),
  "userid" VARCHAR(65535)
)
DISTSTYLE EVEN;

COMMENT ON TABLE "sparkify"."staging_events" IS 'One row is one event of the log files, of any kind';

COMMENT ON COLUMN "sparkify"."staging_events"."artist" IS 'Artist of the song; null if the event is no play';

COMMENT ON COLUMN "sparkify"."staging_events"."auth" IS 'Logged In or Logged Out, ...';

COMMENT ON COLUMN "sparkify"."staging_events"."firstname" IS 'Given name; null if logged out';

COMMENT ON COLUMN "sparkify"."staging_events"."gender" IS 'F or M; null if logged out';

COMMENT ON COLUMN "sparkify"."staging_events"."iteminsession" IS 'Position of the event in its session, from 0';

COMMENT ON COLUMN "sparkify"."staging_events"."lastname" IS 'Family name; null if logged out';

COMMENT ON COLUMN "sparkify"."staging_events"."length" IS 'Seconds of the song; null if the event is no play';

COMMENT ON COLUMN "sparkify"."staging_events"."level" IS 'Plan at the time: free or paid';

COMMENT ON COLUMN "sparkify"."staging_events"."location" IS 'Metropolitan area of the listener';

COMMENT ON COLUMN "sparkify"."staging_events"."method" IS 'HTTP method of the request';

COMMENT ON COLUMN "sparkify"."staging_events"."page" IS 'What was done: NextSong, ...';

COMMENT ON COLUMN "sparkify"."staging_events"."registration" IS 'When the listener signed up; epoch milliseconds';

COMMENT ON COLUMN "sparkify"."staging_events"."sessionid" IS 'Session';

COMMENT ON COLUMN "sparkify"."staging_events"."song" IS 'Title of the song; null if the event is no play';

COMMENT ON COLUMN "sparkify"."staging_events"."status" IS 'HTTP status of the answer';

COMMENT ON COLUMN "sparkify"."staging_events"."ts" IS 'When it happened; epoch milliseconds';

COMMENT ON COLUMN "sparkify"."staging_events"."useragent" IS 'Client, as it calls itself';

COMMENT ON COLUMN "sparkify"."staging_events"."userid" IS 'Listener, as text; blank if logged out';

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
