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
SORTKEY ("start_time", "session_id", "item_in_session", "user_id");

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
