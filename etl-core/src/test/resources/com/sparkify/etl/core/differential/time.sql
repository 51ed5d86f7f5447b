SELECT DISTINCT
  instant(ts) AS start_time,
  hour(instant(ts))::INTEGER AS hour,
  day(instant(ts))::INTEGER AS day,
  week(instant(ts))::INTEGER AS week,
  month(instant(ts))::INTEGER AS month,
  year(instant(ts))::INTEGER AS year,
  isodow(instant(ts))::INTEGER AS weekday
FROM events
WHERE page = 'NextSong'
