SELECT
  ansatmaaned__personalegruppe AS "ansatmaaned.personalegruppe",
  CAST(ansatmaaned__ansatte AS BIGINT) AS "ansatmaaned.ansatte",
  CAST(NEAREST_QUOTIENT(
    CAST(ansatmaaned__ansatte AS INT128) - CAST(ansatmaaned__ansatte_med_sygefravaer AS INT128),
    1
  ) AS DECIMAL(38, 0)) AS "ansatmaaned.ansatte_uden_sygefravaer",
  CAST(NEAREST_QUOTIENT(
    (
      (
        CAST(ansatmaaned__ansatte AS INT128) - CAST(ansatmaaned__ansatte_med_sygefravaer AS INT128)
      ) * 100
    ) * 10,
    CAST(ansatmaaned__ansatte AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "ansatmaaned.andel_uden_sygefravaer"
FROM (
  SELECT
    ansatmaaned.personalegruppe AS ansatmaaned__personalegruppe,
    COUNT(DISTINCT ansatmaaned.ansat_id) AS ansatmaaned__ansatte,
    COUNT(DISTINCT ansatmaaned.ansat_id) FILTER(WHERE
      ansatmaaned.sygedage > 0) AS ansatmaaned__ansatte_med_sygefravaer
  FROM demo.main.ansatmaaned AS ansatmaaned
  WHERE
    (
      ansatmaaned.maaned >= $1 AND (
        ansatmaaned.maaned < $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  ansatmaaned__personalegruppe ASC
LIMIT 10001
