CREATE INDEX IF NOT EXISTS songs_artist_id ON "sparkify"."songs" ("artist_id");

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
