-- title: Most active listeners
-- explanation: The 20 listeners who started most songs, by number and never by name, with their level as of now.
-- chart: ranking
SELECT
  p.user_id,
  count(*) AS plays,
  count(DISTINCT p.session_id) AS sessions,
  count(DISTINCT p.heard_artist) AS artists,
  u.level
FROM songplays p
JOIN users u ON u.user_id = p.user_id
GROUP BY p.user_id, u.level
ORDER BY plays DESC, p.user_id
LIMIT 20
