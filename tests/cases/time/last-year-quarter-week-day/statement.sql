SELECT
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    (
      (
        sag.dag >= $1 AND (
          sag.dag < $2
        )
      )
      OR (
        (
          sag.dag >= $3 AND (
            sag.dag < $4
          )
        )
      )
      OR (
        (
          sag.dag >= $4 AND (
            sag.dag < $2
          )
        )
      )
    )
) AS core
ORDER BY
  sag__antal DESC
LIMIT 10001
