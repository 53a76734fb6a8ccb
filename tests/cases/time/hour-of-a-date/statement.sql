SELECT
  sag__dag__hour AS "sag.dag.hour",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    DATE_TRUNC('HOUR', sag.dag) AS sag__dag__hour,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    (
      sag.dag >= $1 AND (
        sag.dag < $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  sag__dag__hour ASC
LIMIT 10001
