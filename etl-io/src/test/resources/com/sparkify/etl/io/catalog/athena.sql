CREATE DATABASE IF NOT EXISTS `sparkify`;

CREATE EXTERNAL TABLE IF NOT EXISTS `sparkify`.`artists` (
  `artist_id` string COMMENT 'Artist',
  `name` string COMMENT 'Name on most of the artist\'s songs; null if all are blank',
  `location` string COMMENT 'Where the artist is from; null if unknown',
  `latitude` double COMMENT 'Degrees north; null if unknown',
  `longitude` double COMMENT 'Degrees east; null if unknown'
)
COMMENT 'One row is one artist of the catalogue'
STORED AS PARQUET
LOCATION 's3://bucket/lake/artists/';

CREATE EXTERNAL TABLE IF NOT EXISTS `sparkify`.`songs` (
  `song_id` string COMMENT 'Song',
  `title` string COMMENT 'Title, as written',
  `artist_id` string COMMENT 'Artist of the song',
  `duration` double COMMENT 'Seconds'
)
COMMENT 'One row is one song of the catalogue'
PARTITIONED BY (
  `year` int COMMENT 'Year of release; 0 if unknown'
)
STORED AS PARQUET
LOCATION 's3://bucket/lake/songs/';

MSCK REPAIR TABLE `sparkify`.`songs`;

CREATE EXTERNAL TABLE IF NOT EXISTS `sparkify`.`users` (
  `user_id` bigint COMMENT 'Listener',
  `first_name` string COMMENT 'Given name; null if that event has none',
  `last_name` string COMMENT 'Family name; null if that event has none',
  `gender` string COMMENT 'F or M; null if that event has none',
  `level` string COMMENT 'Plan: free or paid',
  `registered_at` timestamp COMMENT 'When the listener signed up; null if that event does not say'
)
COMMENT 'One row is one signed-in listener, as of the latest event'
STORED AS PARQUET
LOCATION 's3://bucket/lake/users/';

CREATE EXTERNAL TABLE IF NOT EXISTS `sparkify`.`user_levels` (
  `user_id` bigint COMMENT 'Listener',
  `level` string COMMENT 'Plan: free or paid',
  `valid_from` timestamp COMMENT 'First event of the period',
  `valid_to` timestamp COMMENT 'First event of the next period; null if it still holds',
  `is_current` boolean COMMENT 'Whether the period still holds'
)
COMMENT 'One row is one unbroken period of a listener on one level'
STORED AS PARQUET
LOCATION 's3://bucket/lake/user_levels/';

CREATE EXTERNAL TABLE IF NOT EXISTS `sparkify`.`time` (
  `start_time` timestamp COMMENT 'When at least one song was started',
  `hour` int COMMENT 'Hour of the day, 0 to 23',
  `day` int COMMENT 'Day of the month, 1 to 31',
  `week` int COMMENT 'ISO 8601 week, 1 to 53',
  `weekday` int COMMENT 'ISO 8601 day of the week: Monday 1 to Sunday 7'
)
COMMENT 'One row is one distinct start_time of songplays'
PARTITIONED BY (
  `year` int COMMENT 'Calendar year, which is not always the year of the ISO week',
  `month` int COMMENT 'Month, 1 to 12'
)
STORED AS PARQUET
LOCATION 's3://bucket/lake/time/';

MSCK REPAIR TABLE `sparkify`.`time`;

CREATE EXTERNAL TABLE IF NOT EXISTS `sparkify`.`songplays` (
  `songplay_id` string COMMENT 'Digest of session, position, listener and time',
  `start_time` timestamp COMMENT 'When the song was started',
  `user_id` bigint COMMENT 'Listener',
  `level` string COMMENT 'Plan at the time: free or paid',
  `song_id` string COMMENT 'Song; null if the catalogue has none that matches',
  `artist_id` string COMMENT 'Artist of the matched song; null if none matches',
  `session_id` bigint COMMENT 'Session',
  `location` string COMMENT 'Metropolitan area of the listener; null if none was sent',
  `user_agent` string COMMENT 'Client, without quotes around it; null if none was sent',
  `item_in_session` int COMMENT 'Position of the play in its session, from 0',
  `heard_title` string COMMENT 'Title, as the app sent it',
  `heard_artist` string COMMENT 'Artist, as the app sent it',
  `heard_seconds` double COMMENT 'Seconds of the song, as the app sent it; null if none were sent',
  `match` string COMMENT 'How the song was found: exact, title_artist or none'
)
COMMENT 'One row is one song started by a listener'
PARTITIONED BY (
  `year` int COMMENT 'Year of start_time in UTC',
  `month` int COMMENT 'Month of start_time in UTC'
)
STORED AS PARQUET
LOCATION 's3://bucket/lake/songplays/';

MSCK REPAIR TABLE `sparkify`.`songplays`;
