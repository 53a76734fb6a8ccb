SELECT
  udbetaling__enhed AS "udbetaling.enhed",
  CAST(udbetaling__kr AS BIGINT) AS "udbetaling.kr",
  CAST('2025-01-31' AS DATE) AS "udbetaling.opgjort_pr"
FROM (
  SELECT
    udbetaling.enhed AS udbetaling__enhed,
    SUM(udbetaling.kr) AS udbetaling__kr
  FROM (
    SELECT
      udbetaling.*
    FROM demo.main.udbetaling AS udbetaling
    WHERE
      udbetaling.indlaesning IN (1)
    QUALIFY
      ROW_NUMBER() OVER (PARTITION BY udbetaling.id ORDER BY udbetaling.indlaesning DESC) = 1
      AND NOT COALESCE(udbetaling.annulleret, FALSE)
  ) AS udbetaling
  GROUP BY
    1
) AS core
ORDER BY
  udbetaling__enhed ASC
LIMIT 10001
