-- title: Lapsed power users
-- explanation: Of the fifth of the listeners who started most songs, those who started none in the last seven days before the last play of all.
-- chart: table
SELECT
  user_id,
  plays,
  CAST(last_play AS DATE) AS last_played_on,
  extract(DAY FROM last_of_all - last_play) AS days_silent,
  level
FROM (
  SELECT
    p.user_id,
    u.level,
    count(*) AS plays,
    max(p.start_time) AS last_play,
    rank() OVER (ORDER BY count(*) DESC) AS place,
    count(*) OVER () AS listeners,
    max(max(p.start_time)) OVER () AS last_of_all
  FROM songplays p
  JOIN users u ON u.user_id = p.user_id
  GROUP BY p.user_id, u.level
) AS ranked
WHERE place * 5 <= listeners AND last_of_all - last_play > INTERVAL '7' DAY
ORDER BY plays DESC, user_id
LIMIT 100
