CREATE DATABASE IF NOT EXISTS `sparkify`;

CREATE TABLE IF NOT EXISTS `sparkify`.`artists` (
  `artist_id` STRING COMMENT 'Artist',
  `name` STRING COMMENT 'Name on most of the artist\'s songs; null if all are blank',
  `location` STRING COMMENT 'Where the artist is from; null if unknown',
  `latitude` DOUBLE COMMENT 'Degrees north; null if unknown',
  `longitude` DOUBLE COMMENT 'Degrees east; null if unknown'
)
USING PARQUET
COMMENT 'One row is one artist of the catalogue'
LOCATION 's3a://bucket/lake/artists';

CREATE TABLE IF NOT EXISTS `sparkify`.`songs` (
  `song_id` STRING COMMENT 'Song',
  `title` STRING COMMENT 'Title, as written',
  `artist_id` STRING COMMENT 'Artist of the song',
  `duration` DOUBLE COMMENT 'Seconds',
  `year` INT COMMENT 'Year of release; 0 if unknown'
)
USING PARQUET
PARTITIONED BY (`year`)
COMMENT 'One row is one song of the catalogue'
LOCATION 's3a://bucket/lake/songs';

MSCK REPAIR TABLE `sparkify`.`songs` SYNC PARTITIONS;

CREATE TABLE IF NOT EXISTS `sparkify`.`users` (
  `user_id` BIGINT COMMENT 'Listener',
  `first_name` STRING COMMENT 'Given name; null if that event has none',
  `last_name` STRING COMMENT 'Family name; null if that event has none',
  `gender` STRING COMMENT 'F or M; null if that event has none',
  `level` STRING COMMENT 'Plan: free or paid',
  `registered_at` TIMESTAMP COMMENT 'When the listener signed up; null if that event does not say'
)
USING PARQUET
COMMENT 'One row is one signed-in listener, as of the latest event'
LOCATION 's3a://bucket/lake/users';

CREATE TABLE IF NOT EXISTS `sparkify`.`user_levels` (
  `user_id` BIGINT COMMENT 'Listener',
  `level` STRING COMMENT 'Plan: free or paid',
  `valid_from` TIMESTAMP COMMENT 'First event of the period',
  `valid_to` TIMESTAMP COMMENT 'First event of the next period; null if it still holds',
  `is_current` BOOLEAN COMMENT 'Whether the period still holds'
)
USING PARQUET
COMMENT 'One row is one unbroken period of a listener on one level'
LOCATION 's3a://bucket/lake/user_levels';

CREATE TABLE IF NOT EXISTS `sparkify`.`time` (
  `start_time` TIMESTAMP COMMENT 'When at least one song was started',
  `hour` INT COMMENT 'Hour of the day, 0 to 23',
  `day` INT COMMENT 'Day of the month, 1 to 31',
  `week` INT COMMENT 'ISO 8601 week, 1 to 53',
  `weekday` INT COMMENT 'ISO 8601 day of the week: Monday 1 to Sunday 7',
  `year` INT COMMENT 'Calendar year, which is not always the year of the ISO week',
  `month` INT COMMENT 'Month, 1 to 12'
)
USING PARQUET
PARTITIONED BY (`year`, `month`)
COMMENT 'One row is one distinct start_time of songplays'
LOCATION 's3a://bucket/lake/time';

MSCK REPAIR TABLE `sparkify`.`time` SYNC PARTITIONS;

CREATE TABLE IF NOT EXISTS `sparkify`.`songplays` (
  `songplay_id` STRING COMMENT 'Digest of session, position, listener and time',
  `start_time` TIMESTAMP COMMENT 'When the song was started',
  `user_id` BIGINT COMMENT 'Listener',
  `level` STRING COMMENT 'Plan at the time: free or paid',
  `song_id` STRING COMMENT 'Song; null if the catalogue has none that matches',
  `artist_id` STRING COMMENT 'Artist of the matched song; null if none matches',
  `session_id` BIGINT COMMENT 'Session',
  `location` STRING COMMENT 'Metropolitan area of the listener; null if none was sent',
  `user_agent` STRING COMMENT 'Client, without quotes around it; null if none was sent',
  `item_in_session` INT COMMENT 'Position of the play in its session, from 0',
  `heard_title` STRING COMMENT 'Title, as the app sent it',
  `heard_artist` STRING COMMENT 'Artist, as the app sent it',
  `heard_seconds` DOUBLE COMMENT 'Seconds of the song, as the app sent it; null if none were sent',
  `match` STRING COMMENT 'How the song was found: exact, title_artist or none',
  `year` INT COMMENT 'Year of start_time in UTC',
  `month` INT COMMENT 'Month of start_time in UTC'
)
USING PARQUET
PARTITIONED BY (`year`, `month`)
COMMENT 'One row is one song started by a listener'
LOCATION 's3a://bucket/lake/songplays';

MSCK REPAIR TABLE `sparkify`.`songplays` SYNC PARTITIONS;
