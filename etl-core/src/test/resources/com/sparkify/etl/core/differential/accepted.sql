-- The accepted rows, each once, and one row per song. Two records of one song that differ:
-- the one with the latest year stands, then the one whose other fields come last.
CREATE OR REPLACE MACRO trimmed(s) AS
  trim(s, ' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13));
CREATE OR REPLACE MACRO filled(s) AS CASE WHEN trimmed(s) = '' THEN NULL ELSE s END;
CREATE OR REPLACE MACRO instant(ms) AS make_timestamp(ms * 1000);

CREATE OR REPLACE VIEW events AS
SELECT DISTINCT * FROM staged_events WHERE reject_reason IS NULL;

CREATE OR REPLACE VIEW song_records AS
SELECT *
FROM staged_songs
WHERE reject_reason IS NULL
QUALIFY row_number() OVER (
  PARTITION BY song_id
  ORDER BY year DESC NULLS LAST, title DESC, artist_id DESC, artist_name DESC, duration DESC,
    artist_location DESC NULLS LAST, artist_latitude DESC NULLS LAST,
    artist_longitude DESC NULLS LAST) = 1;
