SELECT
  kommuner__region AS "kommuner.region",
  CAST(befolkning__personer AS BIGINT) AS "befolkning.personer"
FROM (
  SELECT
    ".kommuner__region" AS kommuner__region,
    SUM(befolkning.personer) AS befolkning__personer
  FROM (
    SELECT
      befolkning.*,
      "befolkning.kommuner".region AS ".kommuner__region"
    FROM demo.main.befolkning AS befolkning
    LEFT JOIN demo.main.kommuner AS "befolkning.kommuner"
      ON befolkning.kommunekode = "befolkning.kommuner".kommunekode
    WHERE
      befolkning.periode < $1
    QUALIFY
      befolkning.periode = MAX(befolkning.periode) OVER (PARTITION BY befolkning.kommunekode)
  ) AS befolkning
  GROUP BY
    1
) AS core
ORDER BY
  kommuner__region ASC
LIMIT 10001
