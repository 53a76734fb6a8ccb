SELECT
  CAST(udbetaling__kr AS BIGINT) AS "udbetaling.kr"
FROM (
  SELECT
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
  WHERE
    (
      udbetaling.dag >= $1 AND (
        udbetaling.dag < $2
      )
    )
) AS core
ORDER BY
  udbetaling__kr DESC
LIMIT 10001
