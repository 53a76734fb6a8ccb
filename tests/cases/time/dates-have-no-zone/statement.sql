SELECT
  sag__dag__day AS "sag.dag.day",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    CAST(DATE_TRUNC('DAY', sag.dag) AS DATE) AS sag__dag__day,
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
  sag__dag__day ASC
LIMIT 10001
