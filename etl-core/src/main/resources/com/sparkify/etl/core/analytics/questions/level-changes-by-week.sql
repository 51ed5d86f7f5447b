-- title: Changes of level by week
-- explanation: Listeners' changes from free to paid and back in each ISO week, named by its Monday; a week without a change has no row.
-- chart: stacked
SELECT
  CAST(date_trunc('week', later.valid_from) AS DATE) AS week,
  CASE later.level WHEN 'paid' THEN 'upgrades' ELSE 'downgrades' END AS change,
  count(*) AS changes
FROM user_levels earlier
JOIN user_levels later
  ON later.user_id = earlier.user_id AND later.valid_from = earlier.valid_to
GROUP BY 1, 2
ORDER BY week, change DESC
