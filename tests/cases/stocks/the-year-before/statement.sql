SELECT
  senge__dato__year AS "senge.dato.year",
  CAST(senge__antal AS BIGINT) AS "senge.antal",
  CAST(senge__antal__in__senge__sidste_aar AS BIGINT) AS "senge.sidste_aar"
FROM (
  SELECT
    facts.senge__dato__year,
    MAX(facts.senge__antal) AS senge__antal,
    MAX(facts.senge__antal__in__senge__sidste_aar) AS senge__antal__in__senge__sidste_aar
  FROM (
    SELECT
      senge__dato__year,
      senge__antal,
      NULL AS senge__antal__in__senge__sidste_aar
    FROM (
      SELECT
        ".senge__dato__year" AS senge__dato__year,
        SUM(senge.antal) AS senge__antal
      FROM (
        SELECT
          senge.*,
          CAST(DATE_TRUNC('YEAR', senge.dato) AS DATE) AS ".senge__dato__year"
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
          senge.dato = MAX(senge.dato) OVER (PARTITION BY senge.afdeling, CAST(DATE_TRUNC('YEAR', senge.dato) AS DATE))
      ) AS senge
      GROUP BY
        1
    ) AS senge__antal
    UNION ALL
    SELECT
      senge__dato__year,
      NULL AS senge__antal,
      senge__antal__in__senge__sidste_aar
    FROM (
      SELECT
        ".senge__dato__year" AS senge__dato__year,
        SUM(senge.antal) AS senge__antal__in__senge__sidste_aar
      FROM (
        SELECT
          senge.*,
          CAST(DATE_TRUNC('YEAR', CAST(senge.dato + INTERVAL '12' MONTH AS DATE)) AS DATE) AS ".senge__dato__year"
        FROM demo.main.senge AS senge
        WHERE
          (
            CAST(senge.dato + INTERVAL '12' MONTH AS DATE) >= $1
            AND (
              CAST(senge.dato + INTERVAL '12' MONTH AS DATE) < $2
            )
            AND (
              senge.dato < $3
            )
          )
        QUALIFY
          senge.dato = MAX(senge.dato) OVER (
            PARTITION BY senge.afdeling, CAST(DATE_TRUNC('YEAR', CAST(senge.dato + INTERVAL '12' MONTH AS DATE)) AS DATE)
          )
      ) AS senge
      GROUP BY
        1
    ) AS senge__antal__in__senge__sidste_aar
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  senge__dato__year ASC
LIMIT 10001
