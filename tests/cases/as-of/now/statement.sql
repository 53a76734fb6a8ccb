SELECT
  udbetaling__id AS "udbetaling.id",
  CAST(udbetaling__antal AS BIGINT) AS "udbetaling.antal",
  CAST(udbetaling__kr AS BIGINT) AS "udbetaling.kr",
  CAST('2025-03-31' AS DATE) AS "udbetaling.opgjort_pr",
  CAST(6 AS INT) AS "udbetaling.dataversion"
FROM (
  SELECT
    udbetaling.id AS udbetaling__id,
    1 AS udbetaling__antal,
    CAST(udbetaling.kr AS INT128) AS udbetaling__kr
  FROM (
    SELECT
      udbetaling.*
    FROM demo.main.udbetaling AS udbetaling
    WHERE
      udbetaling.indlaesning IN (1, 2, 4)
    QUALIFY
      ROW_NUMBER() OVER (PARTITION BY udbetaling.id ORDER BY udbetaling.indlaesning DESC) = 1
      AND NOT COALESCE(udbetaling.annulleret, FALSE)
  ) AS udbetaling
) AS core
ORDER BY
  udbetaling__id ASC
LIMIT 10001
