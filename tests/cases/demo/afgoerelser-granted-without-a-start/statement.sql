SELECT
  afgoerelser__afgjort__year AS "afgoerelser.afgjort.year",
  CAST(afgoerelse__bevillinger_uden_opstartsdato AS BIGINT) AS "afgoerelser.bevillinger_uden_opstartsdato"
FROM (
  SELECT
    CAST(DATE_TRUNC('YEAR', afgoerelse.afgjort) AS DATE) AS afgoerelser__afgjort__year,
    COUNT(*) FILTER(WHERE
      afgoerelse.udfald = 'bevilget' AND afgoerelse.opstart IS NULL) AS afgoerelse__bevillinger_uden_opstartsdato
  FROM demo.main.afgoerelse AS afgoerelse
  WHERE
    (
      afgoerelse.afgjort >= $1 AND (
        afgoerelse.afgjort < $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  afgoerelser__afgjort__year ASC
LIMIT 10001
