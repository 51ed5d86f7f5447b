CREATE SCHEMA IF NOT EXISTS "sparkify";

CREATE TABLE IF NOT EXISTS "sparkify"."artists" (
  "artist_id" text NOT NULL,
  "name" text,
  "location" text,
  "latitude" double precision,
  "longitude" double precision,
  PRIMARY KEY ("artist_id")
);

COMMENT ON TABLE "sparkify"."artists" IS 'One row is one artist of the catalogue';

COMMENT ON COLUMN "sparkify"."artists"."artist_id" IS 'Artist';

COMMENT ON COLUMN "sparkify"."artists"."name" IS 'Name on most of the artist''s songs; null if all are blank';

COMMENT ON COLUMN "sparkify"."artists"."location" IS 'Where the artist is from; null if unknown';

COMMENT ON COLUMN "sparkify"."artists"."latitude" IS 'Degrees north; null if unknown';

COMMENT ON COLUMN "sparkify"."artists"."longitude" IS 'Degrees east; null if unknown';

CREATE TABLE IF NOT EXISTS "sparkify"."songs" (
  "song_id" text NOT NULL,
  "title" text NOT NULL,
  "artist_id" text NOT NULL,
  "year" integer NOT NULL,
  "duration" double precision NOT NULL,
  PRIMARY KEY ("song_id"),
  FOREIGN KEY ("artist_id") REFERENCES "sparkify"."artists" ("artist_id")
);

COMMENT ON TABLE "sparkify"."songs" IS 'One row is one song of the catalogue';

COMMENT ON COLUMN "sparkify"."songs"."song_id" IS 'Song';

COMMENT ON COLUMN "sparkify"."songs"."title" IS 'Title, as written';

COMMENT ON COLUMN "sparkify"."songs"."artist_id" IS 'Artist of the song';

COMMENT ON COLUMN "sparkify"."songs"."year" IS 'Year of release; 0 if unknown';

COMMENT ON COLUMN "sparkify"."songs"."duration" IS 'Seconds';

CREATE INDEX IF NOT EXISTS songs_artist_id ON "sparkify"."songs" ("artist_id");

CREATE TABLE IF NOT EXISTS "sparkify"."users" (
  "user_id" bigint NOT NULL,
  "first_name" text,
  "last_name" text,
  "gender" text,
  "level" text NOT NULL,
  "registered_at" timestamp with time zone,
  PRIMARY KEY ("user_id")
);

COMMENT ON TABLE "sparkify"."users" IS 'One row is one signed-in listener, as of the latest event';

COMMENT ON COLUMN "sparkify"."users"."user_id" IS 'Listener';

COMMENT ON COLUMN "sparkify"."users"."first_name" IS 'Given name; null if that event has none';

COMMENT ON COLUMN "sparkify"."users"."last_name" IS 'Family name; null if that event has none';

COMMENT ON COLUMN "sparkify"."users"."gender" IS 'F or M; null if that event has none';

COMMENT ON COLUMN "sparkify"."users"."level" IS 'Plan: free or paid';

COMMENT ON COLUMN "sparkify"."users"."registered_at" IS 'When the listener signed up; null if that event does not say';

CREATE TABLE IF NOT EXISTS "sparkify"."user_levels" (
  "user_id" bigint NOT NULL,
  "level" text NOT NULL,
  "valid_from" timestamp with time zone NOT NULL,
  "valid_to" timestamp with time zone,
  "is_current" boolean NOT NULL,
  PRIMARY KEY ("user_id", "valid_from"),
  FOREIGN KEY ("user_id") REFERENCES "sparkify"."users" ("user_id")
);

COMMENT ON TABLE "sparkify"."user_levels" IS 'One row is one unbroken period of a listener on one level';

COMMENT ON COLUMN "sparkify"."user_levels"."user_id" IS 'Listener';

COMMENT ON COLUMN "sparkify"."user_levels"."level" IS 'Plan: free or paid';

COMMENT ON COLUMN "sparkify"."user_levels"."valid_from" IS 'First event of the period';

COMMENT ON COLUMN "sparkify"."user_levels"."valid_to" IS 'First event of the next period; null if it still holds';

COMMENT ON COLUMN "sparkify"."user_levels"."is_current" IS 'Whether the period still holds';

CREATE TABLE IF NOT EXISTS "sparkify"."time" (
  "start_time" timestamp with time zone NOT NULL,
  "hour" integer NOT NULL,
  "day" integer NOT NULL,
  "week" integer NOT NULL,
  "month" integer NOT NULL,
  "year" integer NOT NULL,
  "weekday" integer NOT NULL,
  PRIMARY KEY ("start_time")
);

COMMENT ON TABLE "sparkify"."time" IS 'One row is one distinct start_time of songplays';

COMMENT ON COLUMN "sparkify"."time"."start_time" IS 'When at least one song was started';

COMMENT ON COLUMN "sparkify"."time"."hour" IS 'Hour of the day, 0 to 23';

COMMENT ON COLUMN "sparkify"."time"."day" IS 'Day of the month, 1 to 31';

COMMENT ON COLUMN "sparkify"."time"."week" IS 'ISO 8601 week, 1 to 53';

COMMENT ON COLUMN "sparkify"."time"."month" IS 'Month, 1 to 12';

COMMENT ON COLUMN "sparkify"."time"."year" IS 'Calendar year, which is not always the year of the ISO week';

COMMENT ON COLUMN "sparkify"."time"."weekday" IS 'ISO 8601 day of the week: Monday 1 to Sunday 7';

CREATE TABLE IF NOT EXISTS "sparkify"."songplays" (
  "songplay_id" text NOT NULL,
  "start_time" timestamp with time zone NOT NULL,
  "user_id" bigint NOT NULL,
  "level" text NOT NULL,
  "song_id" text,
  "artist_id" text,
  "session_id" bigint NOT NULL,
  "location" text,
  "user_agent" text,
  "item_in_session" integer NOT NULL,
  "heard_title" text NOT NULL,
  "heard_artist" text NOT NULL,
  "heard_seconds" double precision,
  "match" text NOT NULL,
  "year" integer NOT NULL,
  "month" integer NOT NULL,
  PRIMARY KEY ("songplay_id"),
  FOREIGN KEY ("user_id") REFERENCES "sparkify"."users" ("user_id"),
  FOREIGN KEY ("song_id") REFERENCES "sparkify"."songs" ("song_id"),
  FOREIGN KEY ("artist_id") REFERENCES "sparkify"."artists" ("artist_id"),
  FOREIGN KEY ("start_time") REFERENCES "sparkify"."time" ("start_time")
);

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

CREATE INDEX IF NOT EXISTS songplays_user_id ON "sparkify"."songplays" ("user_id");

CREATE INDEX IF NOT EXISTS songplays_song_id ON "sparkify"."songplays" ("song_id");

CREATE INDEX IF NOT EXISTS songplays_artist_id ON "sparkify"."songplays" ("artist_id");

CREATE INDEX IF NOT EXISTS songplays_start_time ON "sparkify"."songplays" ("start_time");

CREATE TABLE IF NOT EXISTS "sparkify"."loads" (load_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, run_id text NOT NULL, published_at timestamp with time zone NOT NULL, loaded_at timestamp with time zone NOT NULL DEFAULT now());

COMMENT ON TABLE "sparkify"."loads" IS 'One row is one load of the star; the last one tells whose rows it holds';

CREATE SCHEMA IF NOT EXISTS "sparkify_staging";

CREATE UNLOGGED TABLE IF NOT EXISTS "sparkify_staging"."staged" (run_id text, published_at text, table_name text, row_count bigint);

DROP TABLE IF EXISTS "sparkify_staging"."artists";

CREATE UNLOGGED TABLE "sparkify_staging"."artists" (LIKE "sparkify"."artists");

DROP TABLE IF EXISTS "sparkify_staging"."songs";

CREATE UNLOGGED TABLE "sparkify_staging"."songs" (LIKE "sparkify"."songs");

DROP TABLE IF EXISTS "sparkify_staging"."users";

CREATE UNLOGGED TABLE "sparkify_staging"."users" (LIKE "sparkify"."users");

DROP TABLE IF EXISTS "sparkify_staging"."user_levels";

CREATE UNLOGGED TABLE "sparkify_staging"."user_levels" (LIKE "sparkify"."user_levels");

DROP TABLE IF EXISTS "sparkify_staging"."time";

CREATE UNLOGGED TABLE "sparkify_staging"."time" (LIKE "sparkify"."time");

DROP TABLE IF EXISTS "sparkify_staging"."songplays";

CREATE UNLOGGED TABLE "sparkify_staging"."songplays" (LIKE "sparkify"."songplays");

-- Fill the staging tables here.
BEGIN;

UPDATE "sparkify"."artists" AS t SET "name" = s."name", "location" = s."location", "latitude" = s."latitude", "longitude" = s."longitude" FROM "sparkify_staging"."artists" AS s WHERE t."artist_id" = s."artist_id" AND (t."name", t."location", t."latitude", t."longitude") IS DISTINCT FROM (s."name", s."location", s."latitude", s."longitude");

INSERT INTO "sparkify"."artists" ("artist_id", "name", "location", "latitude", "longitude") SELECT s."artist_id", s."name", s."location", s."latitude", s."longitude" FROM "sparkify_staging"."artists" AS s WHERE NOT EXISTS (SELECT FROM "sparkify"."artists" AS t WHERE t."artist_id" = s."artist_id");

UPDATE "sparkify"."songs" AS t SET "title" = s."title", "artist_id" = s."artist_id", "year" = s."year", "duration" = s."duration" FROM "sparkify_staging"."songs" AS s WHERE t."song_id" = s."song_id" AND (t."title", t."artist_id", t."year", t."duration") IS DISTINCT FROM (s."title", s."artist_id", s."year", s."duration");

INSERT INTO "sparkify"."songs" ("song_id", "title", "artist_id", "year", "duration") SELECT s."song_id", s."title", s."artist_id", s."year", s."duration" FROM "sparkify_staging"."songs" AS s WHERE NOT EXISTS (SELECT FROM "sparkify"."songs" AS t WHERE t."song_id" = s."song_id");

UPDATE "sparkify"."users" AS t SET "first_name" = s."first_name", "last_name" = s."last_name", "gender" = s."gender", "level" = s."level", "registered_at" = s."registered_at" FROM "sparkify_staging"."users" AS s WHERE t."user_id" = s."user_id" AND (t."first_name", t."last_name", t."gender", t."level", t."registered_at") IS DISTINCT FROM (s."first_name", s."last_name", s."gender", s."level", s."registered_at");

INSERT INTO "sparkify"."users" ("user_id", "first_name", "last_name", "gender", "level", "registered_at") SELECT s."user_id", s."first_name", s."last_name", s."gender", s."level", s."registered_at" FROM "sparkify_staging"."users" AS s WHERE NOT EXISTS (SELECT FROM "sparkify"."users" AS t WHERE t."user_id" = s."user_id");

UPDATE "sparkify"."user_levels" AS t SET "level" = s."level", "valid_to" = s."valid_to", "is_current" = s."is_current" FROM "sparkify_staging"."user_levels" AS s WHERE t."user_id" = s."user_id" AND t."valid_from" = s."valid_from" AND (t."level", t."valid_to", t."is_current") IS DISTINCT FROM (s."level", s."valid_to", s."is_current");

INSERT INTO "sparkify"."user_levels" ("user_id", "level", "valid_from", "valid_to", "is_current") SELECT s."user_id", s."level", s."valid_from", s."valid_to", s."is_current" FROM "sparkify_staging"."user_levels" AS s WHERE NOT EXISTS (SELECT FROM "sparkify"."user_levels" AS t WHERE t."user_id" = s."user_id" AND t."valid_from" = s."valid_from");

UPDATE "sparkify"."time" AS t SET "hour" = s."hour", "day" = s."day", "week" = s."week", "month" = s."month", "year" = s."year", "weekday" = s."weekday" FROM "sparkify_staging"."time" AS s WHERE t."start_time" = s."start_time" AND (t."hour", t."day", t."week", t."month", t."year", t."weekday") IS DISTINCT FROM (s."hour", s."day", s."week", s."month", s."year", s."weekday");

INSERT INTO "sparkify"."time" ("start_time", "hour", "day", "week", "month", "year", "weekday") SELECT s."start_time", s."hour", s."day", s."week", s."month", s."year", s."weekday" FROM "sparkify_staging"."time" AS s WHERE NOT EXISTS (SELECT FROM "sparkify"."time" AS t WHERE t."start_time" = s."start_time");

UPDATE "sparkify"."songplays" AS t SET "start_time" = s."start_time", "user_id" = s."user_id", "level" = s."level", "song_id" = s."song_id", "artist_id" = s."artist_id", "session_id" = s."session_id", "location" = s."location", "user_agent" = s."user_agent", "item_in_session" = s."item_in_session", "heard_title" = s."heard_title", "heard_artist" = s."heard_artist", "heard_seconds" = s."heard_seconds", "match" = s."match", "year" = s."year", "month" = s."month" FROM "sparkify_staging"."songplays" AS s WHERE t."songplay_id" = s."songplay_id" AND (t."start_time", t."user_id", t."level", t."song_id", t."artist_id", t."session_id", t."location", t."user_agent", t."item_in_session", t."heard_title", t."heard_artist", t."heard_seconds", t."match", t."year", t."month") IS DISTINCT FROM (s."start_time", s."user_id", s."level", s."song_id", s."artist_id", s."session_id", s."location", s."user_agent", s."item_in_session", s."heard_title", s."heard_artist", s."heard_seconds", s."match", s."year", s."month");

INSERT INTO "sparkify"."songplays" ("songplay_id", "start_time", "user_id", "level", "song_id", "artist_id", "session_id", "location", "user_agent", "item_in_session", "heard_title", "heard_artist", "heard_seconds", "match", "year", "month") SELECT s."songplay_id", s."start_time", s."user_id", s."level", s."song_id", s."artist_id", s."session_id", s."location", s."user_agent", s."item_in_session", s."heard_title", s."heard_artist", s."heard_seconds", s."match", s."year", s."month" FROM "sparkify_staging"."songplays" AS s WHERE NOT EXISTS (SELECT FROM "sparkify"."songplays" AS t WHERE t."songplay_id" = s."songplay_id");

DELETE FROM "sparkify"."songplays" AS t WHERE NOT EXISTS (SELECT FROM "sparkify_staging"."songplays" AS s WHERE t."songplay_id" = s."songplay_id");

DELETE FROM "sparkify"."time" AS t WHERE NOT EXISTS (SELECT FROM "sparkify_staging"."time" AS s WHERE t."start_time" = s."start_time");

DELETE FROM "sparkify"."user_levels" AS t WHERE NOT EXISTS (SELECT FROM "sparkify_staging"."user_levels" AS s WHERE t."user_id" = s."user_id" AND t."valid_from" = s."valid_from");

DELETE FROM "sparkify"."users" AS t WHERE NOT EXISTS (SELECT FROM "sparkify_staging"."users" AS s WHERE t."user_id" = s."user_id");

DELETE FROM "sparkify"."songs" AS t WHERE NOT EXISTS (SELECT FROM "sparkify_staging"."songs" AS s WHERE t."song_id" = s."song_id");

DELETE FROM "sparkify"."artists" AS t WHERE NOT EXISTS (SELECT FROM "sparkify_staging"."artists" AS s WHERE t."artist_id" = s."artist_id");

COMMIT;

ANALYZE "sparkify"."artists";

ANALYZE "sparkify"."songs";

ANALYZE "sparkify"."users";

ANALYZE "sparkify"."user_levels";

ANALYZE "sparkify"."time";

ANALYZE "sparkify"."songplays";
