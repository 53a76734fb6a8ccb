SELECT
  senge__dato__month AS "senge.dato.month",
  CAST(senge__antal AS BIGINT) AS "senge.antal",
  CAST(NEAREST_QUOTIENT((
    CAST(senge__i_x AS INT128) * 100
  ) * 10, CAST(senge__antal AS INT128)) AS DECIMAL(38, 0)) * 0.1 AS "senge.andel_i_x"
FROM (
  SELECT
    ".senge__dato__month" AS senge__dato__month,
    SUM(senge.antal) AS senge__antal,
    SUM(senge.antal) FILTER(WHERE
      senge.afdeling = 'X') AS senge__i_x
  FROM (
    SELECT
      senge.*,
      CAST(DATE_TRUNC('MONTH', senge.dato) AS DATE) AS ".senge__dato__month"
    FROM demo.main.senge AS senge
    WHERE
      (
        senge.dato >= $1 AND (
          senge.dato < $2
        ) AND (
          senge.dato < $3
        )
      )
    QUALIFY
      senge.dato = MAX(senge.dato) OVER (PARTITION BY senge.afdeling, CAST(DATE_TRUNC('MONTH', senge.dato) AS DATE))
  ) AS senge
  GROUP BY
    1
) AS core
ORDER BY
  senge__dato__month ASC
LIMIT 10001
