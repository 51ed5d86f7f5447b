-- title: From visitor to subscriber
-- explanation: How many listeners signed in, of these played a song, of these came back on another day, of these ever paid, and of these pay now.
-- chart: funnel
SELECT
  CASE steps.step
    WHEN 1 THEN 'signed in' WHEN 2 THEN 'played a song' WHEN 3 THEN 'came back another day'
    WHEN 4 THEN 'ever paid' ELSE 'pays now'
  END AS stage,
  count(reached.user_id) AS listeners
FROM (VALUES (1), (2), (3), (4), (5)) AS steps(step)
LEFT JOIN (
  SELECT
    u.user_id,
    CASE
      WHEN coalesce(days, 0) = 0 THEN 1
      WHEN days = 1 THEN 2
      WHEN coalesce(paid_periods, 0) = 0 THEN 3
      WHEN u.level = 'paid' THEN 5
      ELSE 4
    END AS last_step
  FROM users u
  LEFT JOIN (
    SELECT p.user_id, count(DISTINCT make_date(t.year, t.month, t.day)) AS days
    FROM songplays p
    JOIN time t ON t.start_time = p.start_time
    GROUP BY p.user_id
  ) AS played ON played.user_id = u.user_id
  LEFT JOIN (
    SELECT user_id, count(*) AS paid_periods
    FROM user_levels
    WHERE level = 'paid'
    GROUP BY user_id
  ) AS paid ON paid.user_id = u.user_id
) AS reached ON reached.last_step >= steps.step
GROUP BY steps.step
ORDER BY steps.step
