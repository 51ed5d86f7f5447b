-- title: From paid to free
-- explanation: The last 100 changes of a listener from the paid to the free plan, with the songs that they had started since they began to pay.
-- chart: table
SELECT
  paid.user_id,
  CAST(paid.valid_from AS DATE) AS paid_since,
  CAST(paid.valid_to AS DATE) AS downgraded_on,
  count(p.songplay_id) AS plays_while_paid
FROM user_levels paid
JOIN user_levels free
  ON free.user_id = paid.user_id AND free.valid_from = paid.valid_to AND free.level = 'free'
LEFT JOIN songplays p
  ON p.user_id = paid.user_id
  AND p.start_time >= paid.valid_from AND p.start_time < paid.valid_to
WHERE paid.level = 'paid'
GROUP BY paid.user_id, paid.valid_from, paid.valid_to
ORDER BY paid.valid_to DESC, paid.user_id
LIMIT 100
