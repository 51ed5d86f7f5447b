-- title: Top locations
-- explanation: The 20 metropolitan areas in which most songs were started.
-- chart: ranking
SELECT
  coalesce(location, 'unknown') AS place,
  count(*) AS plays,
  count(DISTINCT user_id) AS listeners
FROM songplays
GROUP BY coalesce(location, 'unknown')
ORDER BY plays DESC, place
LIMIT 20
