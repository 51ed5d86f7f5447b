-- title: Plays by hour
-- explanation: Songs started in each hour of the day in UTC, over all days; an hour without plays shows 0.
-- chart: bars
SELECT
  hours.hour,
  count(p.songplay_id) AS plays,
  count(DISTINCT p.user_id) AS listeners
FROM (
  VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15),
    (16), (17), (18), (19), (20), (21), (22), (23)
) AS hours(hour)
LEFT JOIN time t ON t.hour = hours.hour
LEFT JOIN songplays p ON p.start_time = t.start_time
GROUP BY hours.hour
ORDER BY hours.hour
