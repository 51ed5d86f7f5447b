-- title: Plays by platform
-- explanation: Songs started on each operating system, as far as the user agent tells.
-- chart: shares
SELECT
  CASE
    WHEN user_agent IS NULL THEN 'unknown'
    WHEN user_agent LIKE '%iPhone%' THEN 'iPhone'
    WHEN user_agent LIKE '%iPad%' THEN 'iPad'
    WHEN user_agent LIKE '%Android%' THEN 'Android'
    WHEN user_agent LIKE '%Windows%' THEN 'Windows'
    WHEN user_agent LIKE '%Macintosh%' THEN 'Mac'
    WHEN user_agent LIKE '%Linux%' THEN 'Linux'
    ELSE 'other'
  END AS platform,
  count(*) AS plays,
  count(DISTINCT user_id) AS listeners
FROM songplays
GROUP BY 1
ORDER BY plays DESC, platform
