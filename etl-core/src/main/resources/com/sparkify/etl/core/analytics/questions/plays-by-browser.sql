-- title: Plays by browser
-- explanation: Songs started in each browser, as far as the user agent tells; apps that show themselves as a browser count as that one.
-- chart: shares
SELECT
  CASE
    WHEN user_agent IS NULL THEN 'unknown'
    WHEN user_agent LIKE '%Edg%' THEN 'Edge'
    WHEN user_agent LIKE '%OPR/%' OR user_agent LIKE 'Opera%' THEN 'Opera'
    WHEN user_agent LIKE '%Chrome/%' OR user_agent LIKE '%CriOS/%' THEN 'Chrome'
    WHEN user_agent LIKE '%Firefox/%' OR user_agent LIKE '%FxiOS/%' THEN 'Firefox'
    WHEN user_agent LIKE '%MSIE %' OR user_agent LIKE '%Trident/%' THEN 'Internet Explorer'
    WHEN user_agent LIKE '%Safari/%' OR user_agent LIKE '%iPhone%' OR user_agent LIKE '%iPad%'
      THEN 'Safari'
    ELSE 'other'
  END AS browser,
  count(*) AS plays,
  count(DISTINCT user_id) AS listeners
FROM songplays
GROUP BY 1
ORDER BY plays DESC, browser
