SELECT
  sag__dag AS "sag.dag",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    sag.dag AS sag__dag,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    (
      sag.dag >= $1
      AND (
        sag.dag < $2
      )
      AND (
        NOT COALESCE((
          sag.dag >= $3 AND (
            sag.dag < $4
          )
        ), FALSE)
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  sag__dag ASC
LIMIT 10001
