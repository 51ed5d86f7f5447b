CREATE EXTERNAL SCHEMA IF NOT EXISTS "sparkify_lake"
FROM DATA CATALOG DATABASE 'sparkify'
IAM_ROLE default
CREATE EXTERNAL DATABASE IF NOT EXISTS;

CREATE EXTERNAL TABLE "sparkify_lake"."artists" (
  "artist_id" VARCHAR(65535),
  "name" VARCHAR(65535),
  "location" VARCHAR(65535),
  "latitude" DOUBLE PRECISION,
  "longitude" DOUBLE PRECISION
)
STORED AS PARQUET
LOCATION 's3://bucket/lake/artists/';

CREATE EXTERNAL TABLE "sparkify_lake"."songs" (
  "song_id" VARCHAR(65535),
  "title" VARCHAR(65535),
  "artist_id" VARCHAR(65535),
  "duration" DOUBLE PRECISION
)
PARTITIONED BY (
  "year" INTEGER
)
STORED AS PARQUET
LOCATION 's3://bucket/lake/songs/';

CREATE EXTERNAL TABLE "sparkify_lake"."users" (
  "user_id" BIGINT,
  "first_name" VARCHAR(65535),
  "last_name" VARCHAR(65535),
  "gender" VARCHAR(65535),
  "level" VARCHAR(65535),
  "registered_at" TIMESTAMP
)
STORED AS PARQUET
LOCATION 's3://bucket/lake/users/';

CREATE EXTERNAL TABLE "sparkify_lake"."user_levels" (
  "user_id" BIGINT,
  "level" VARCHAR(65535),
  "valid_from" TIMESTAMP,
  "valid_to" TIMESTAMP,
  "is_current" BOOLEAN
)
STORED AS PARQUET
LOCATION 's3://bucket/lake/user_levels/';

CREATE EXTERNAL TABLE "sparkify_lake"."time" (
  "start_time" TIMESTAMP,
  "hour" INTEGER,
  "day" INTEGER,
  "week" INTEGER,
  "weekday" INTEGER
)
PARTITIONED BY (
  "year" INTEGER,
  "month" INTEGER
)
STORED AS PARQUET
LOCATION 's3://bucket/lake/time/';

CREATE EXTERNAL TABLE "sparkify_lake"."songplays" (
  "songplay_id" VARCHAR(65535),
  "start_time" TIMESTAMP,
  "user_id" BIGINT,
  "level" VARCHAR(65535),
  "song_id" VARCHAR(65535),
  "artist_id" VARCHAR(65535),
  "session_id" BIGINT,
  "location" VARCHAR(65535),
  "user_agent" VARCHAR(65535),
  "item_in_session" INTEGER,
  "heard_title" VARCHAR(65535),
  "heard_artist" VARCHAR(65535),
  "heard_seconds" DOUBLE PRECISION,
  "match" VARCHAR(65535)
)
PARTITIONED BY (
  "year" INTEGER,
  "month" INTEGER
)
STORED AS PARQUET
LOCATION 's3://bucket/lake/songplays/';
