-- title: From free to paid
-- explanation: The last 100 changes of a listener from the free to the paid plan, with the songs that they had started before it.
-- chart: table
SELECT
  paid.user_id,
  CAST(paid.valid_from AS DATE) AS upgraded_on,
  count(p.songplay_id) AS plays_before,
  count(DISTINCT p.session_id) AS sessions_before
FROM user_levels free
JOIN user_levels paid
  ON paid.user_id = free.user_id AND paid.valid_from = free.valid_to AND paid.level = 'paid'
LEFT JOIN songplays p ON p.user_id = paid.user_id AND p.start_time < paid.valid_from
WHERE free.level = 'free'
GROUP BY paid.user_id, paid.valid_from
ORDER BY paid.valid_from DESC, paid.user_id
LIMIT 100
