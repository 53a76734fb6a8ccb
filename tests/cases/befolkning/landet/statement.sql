SELECT
  CAST(befolkning__personer AS BIGINT) AS "befolkning.personer"
FROM (
  SELECT
    SUM(befolkning.personer) AS befolkning__personer
  FROM (
    SELECT
      befolkning.*
    FROM demo.main.befolkning AS befolkning
    WHERE
      befolkning.periode < $1
    QUALIFY
      befolkning.periode = MAX(befolkning.periode) OVER (PARTITION BY befolkning.kommunekode)
  ) AS befolkning
) AS core
ORDER BY
  befolkning__personer DESC
LIMIT 10001
