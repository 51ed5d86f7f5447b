-- title: Plays by weekday
-- explanation: Songs started on each day of the week in UTC, and the average over the days of that name on which anything was played.
-- chart: bars
SELECT
  names.weekday,
  count(t.start_time) AS plays,
  count(DISTINCT make_date(t.year, t.month, t.day)) AS days,
  floor(10 * count(t.start_time)
    / nullif(count(DISTINCT make_date(t.year, t.month, t.day)), 0) + 0.5) / 10 AS plays_a_day
FROM (
  VALUES (1, 'Monday'), (2, 'Tuesday'), (3, 'Wednesday'), (4, 'Thursday'), (5, 'Friday'),
    (6, 'Saturday'), (7, 'Sunday')
) AS names(number, weekday)
LEFT JOIN (
  SELECT t.start_time, t.year, t.month, t.day, t.weekday AS number
  FROM songplays p
  JOIN time t ON t.start_time = p.start_time
) AS t ON t.number = names.number
GROUP BY names.number, names.weekday
ORDER BY names.number
