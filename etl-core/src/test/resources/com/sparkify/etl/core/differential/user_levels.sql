-- Rule 5, by gaps and islands: numbering all instants, and those of each level, differs by the
-- same amount throughout a period.
WITH instants AS (
  SELECT userId, ts, last(level ORDER BY sessionId, itemInSession, level) AS level
  FROM events
  WHERE userId IS NOT NULL
  GROUP BY userId, ts
),
islands AS (
  SELECT
    *,
    row_number() OVER (PARTITION BY userId ORDER BY ts)
      - row_number() OVER (PARTITION BY userId, level ORDER BY ts) AS island
  FROM instants
),
periods AS (
  SELECT userId, level, min(ts) AS first_ts
  FROM islands
  GROUP BY userId, level, island
)
SELECT
  userId AS user_id,
  level,
  instant(first_ts) AS valid_from,
  instant(min(first_ts) OVER following) AS valid_to,
  min(first_ts) OVER following IS NULL AS is_current
FROM periods
WINDOW following AS (
  PARTITION BY userId ORDER BY first_ts ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
