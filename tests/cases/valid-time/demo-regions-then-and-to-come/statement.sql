SELECT
  befolkning__region_da AS "befolkning.region_da",
  befolkning__region_2027 AS "befolkning.region_2027",
  CAST(befolkning__personer AS BIGINT) AS "befolkning.personer"
FROM (
  SELECT
    ".befolkning__region_da" AS befolkning__region_da,
    ".befolkning__region_2027" AS befolkning__region_2027,
    SUM(befolkning.personer) AS befolkning__personer
  FROM (
    SELECT
      befolkning.*,
      "befolkning.inddeling_da".region AS ".befolkning__region_da",
      "befolkning.inddeling_2027".region AS ".befolkning__region_2027"
    FROM demo.main.befolkning AS befolkning
    LEFT JOIN demo.main.kommuner_inddeling AS "befolkning.inddeling_2027"
      ON (
        befolkning.kommunekode = "befolkning.inddeling_2027".kommunekode
      )
      AND "befolkning.inddeling_2027".gyldig_fra <= $1
      AND (
        "befolkning.inddeling_2027".gyldig_til IS NULL
        OR "befolkning.inddeling_2027".gyldig_til > $1
      )
    LEFT JOIN demo.main.kommuner_inddeling AS "befolkning.inddeling_da"
      ON (
        befolkning.kommunekode = "befolkning.inddeling_da".kommunekode
      )
      AND "befolkning.inddeling_da".gyldig_fra <= befolkning.periode
      AND (
        "befolkning.inddeling_da".gyldig_til IS NULL
        OR "befolkning.inddeling_da".gyldig_til > befolkning.periode
      )
    WHERE
      befolkning.periode < $2
    QUALIFY
      befolkning.periode = MAX(befolkning.periode) OVER (PARTITION BY befolkning.kommunekode)
  ) AS befolkning
  GROUP BY
    1,
    2
) AS core
ORDER BY
  befolkning__region_da ASC,
  befolkning__region_2027 ASC
LIMIT 10001
