-- Rule 4: the last event by ts, session and item; of copies that differ, the last by level, then
-- by the other columns.
SELECT
  userId AS user_id,
  filled(firstName) AS first_name,
  filled(lastName) AS last_name,
  filled(gender) AS gender,
  level,
  instant(registration) AS registered_at
FROM events
WHERE userId IS NOT NULL
QUALIFY row_number() OVER (
  PARTITION BY userId
  ORDER BY ts DESC, sessionId DESC, itemInSession DESC, level DESC, firstName DESC NULLS LAST,
    lastName DESC NULLS LAST, gender DESC NULLS LAST, registration DESC NULLS LAST) = 1
