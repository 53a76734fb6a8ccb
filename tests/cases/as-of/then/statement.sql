SELECT
  CAST(udbetaling__antal AS BIGINT) AS "udbetaling.antal",
  CAST(udbetaling__kr AS BIGINT) AS "udbetaling.kr",
  CAST('2025-02-28' AS DATE) AS "udbetaling.opgjort_pr",
  CAST(2 AS INT) AS "udbetaling.dataversion"
FROM (
  SELECT
    COUNT(*) AS udbetaling__antal,
    SUM(udbetaling.kr) AS udbetaling__kr
  FROM (
    SELECT
      udbetaling.*
    FROM demo.main.udbetaling AS udbetaling
    WHERE
      udbetaling.indlaesning IN (1, 2)
    QUALIFY
      ROW_NUMBER() OVER (PARTITION BY udbetaling.id ORDER BY udbetaling.indlaesning DESC) = 1
      AND NOT COALESCE(udbetaling.annulleret, FALSE)
  ) AS udbetaling
) AS core
ORDER BY
  udbetaling__antal DESC
LIMIT 10001
