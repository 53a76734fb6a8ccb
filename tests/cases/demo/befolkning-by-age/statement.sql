SELECT
  befolkning__aldersgruppe AS "befolkning.aldersgruppe",
  CAST(befolkning__personer AS BIGINT) AS "befolkning.personer"
FROM (
  SELECT
    ".befolkning__aldersgruppe" AS befolkning__aldersgruppe,
    SUM(befolkning.personer) AS befolkning__personer
  FROM (
    SELECT
      befolkning.*,
      befolkning.aldersgruppe AS ".befolkning__aldersgruppe"
    FROM demo.main.befolkning AS befolkning
    WHERE
      befolkning.periode < $1
    QUALIFY
      befolkning.periode = MAX(befolkning.periode) OVER (PARTITION BY befolkning.kommunekode)
  ) AS befolkning
  GROUP BY
    1
) AS core
ORDER BY
  CASE befolkning__aldersgruppe
    WHEN '0-6'
    THEN 0
    WHEN '7-16'
    THEN 1
    WHEN '17 (uden for FLIS)'
    THEN 2
    WHEN '18-64'
    THEN 3
    WHEN '65-74'
    THEN 4
    WHEN '75-84'
    THEN 5
    WHEN '85+'
    THEN 6
  END ASC,
  befolkning__aldersgruppe ASC
LIMIT 10001
