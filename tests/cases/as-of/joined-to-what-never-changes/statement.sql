SELECT
  udbetalinger__enhed AS "udbetalinger.enhed",
  CAST(udbetaling__kr AS BIGINT) AS "udbetalinger.kr"
FROM (
  SELECT
    "udbetaling.enheden".navn AS udbetalinger__enhed,
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
  LEFT JOIN demo.main.enhed AS "udbetaling.enheden"
    ON udbetaling.enhed = "udbetaling.enheden".id
  GROUP BY
    1
) AS core
ORDER BY
  udbetalinger__enhed ASC
LIMIT 10001
