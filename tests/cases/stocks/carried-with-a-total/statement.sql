SELECT
  senge_viderefoert__dato__month AS "senge_viderefoert.dato.month",
  CAST(senge_viderefoert__dato__month__subtotal AS BOOLEAN) AS "senge_viderefoert.dato.month__subtotal",
  CAST(senge_viderefoert__antal__in__senge_viderefoert__dato AS BIGINT) AS "senge_viderefoert.antal"
FROM (
  SELECT
    *
  FROM (
    SELECT
      senge_viderefoert__dato__month,
      0 AS senge_viderefoert__dato__month__subtotal,
      senge_viderefoert__antal__in__senge_viderefoert__dato
    FROM (
      SELECT
        ".senge_viderefoert__dato__month" AS senge_viderefoert__dato__month,
        SUM(senge_viderefoert.antal) AS senge_viderefoert__antal__in__senge_viderefoert__dato
      FROM (
        SELECT
          senge_viderefoert.*,
          "senge_viderefoert.@periods".begins AS ".senge_viderefoert__dato__month"
        FROM demo.main.senge AS senge_viderefoert
        INNER JOIN (VALUES
          (
            CAST('2023-12-01 00:00:00' AS DATE),
            CAST('2023-11-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-01-01 00:00:00' AS DATE),
            CAST('2023-12-01 00:00:00' AS TIMESTAMP),
            CAST('2024-02-01 00:00:00' AS TIMESTAMP)
          )) AS "senge_viderefoert.@periods"(begins, low, high)
          ON NOT senge_viderefoert.dato IS NULL
          AND senge_viderefoert.dato >= "senge_viderefoert.@periods".low
          AND senge_viderefoert.dato < "senge_viderefoert.@periods".high
        WHERE
          (
            senge_viderefoert.dato < $1
            AND (
              senge_viderefoert.dato >= $2
            )
            AND (
              senge_viderefoert.dato < $3
            )
          )
        QUALIFY
          senge_viderefoert.dato = MAX(senge_viderefoert.dato) OVER (PARTITION BY senge_viderefoert.afdeling, "senge_viderefoert.@periods".begins)
      ) AS senge_viderefoert
      GROUP BY
        1
    ) AS level
    UNION ALL
    SELECT
      NULL AS senge_viderefoert__dato__month,
      1 AS senge_viderefoert__dato__month__subtotal,
      senge_viderefoert__antal__in__senge_viderefoert__dato
    FROM (
      SELECT
        SUM(senge_viderefoert.antal) AS senge_viderefoert__antal__in__senge_viderefoert__dato
      FROM (
        SELECT
          senge_viderefoert.*
        FROM demo.main.senge AS senge_viderefoert
        INNER JOIN (VALUES
          (
            CAST('2023-12-01 00:00:00' AS DATE),
            CAST('2023-12-01 00:00:00' AS TIMESTAMP),
            CAST('2024-02-01 00:00:00' AS TIMESTAMP)
          )) AS "senge_viderefoert.@periods"(begins, low, high)
          ON NOT senge_viderefoert.dato IS NULL
          AND senge_viderefoert.dato >= "senge_viderefoert.@periods".low
          AND senge_viderefoert.dato < "senge_viderefoert.@periods".high
        WHERE
          (
            senge_viderefoert.dato < $1
            AND (
              senge_viderefoert.dato >= $4
            )
            AND (
              senge_viderefoert.dato < $3
            )
          )
        QUALIFY
          senge_viderefoert.dato = MAX(senge_viderefoert.dato) OVER (PARTITION BY senge_viderefoert.afdeling)
      ) AS senge_viderefoert
    ) AS level
  ) AS levels
) AS core
ORDER BY
  senge_viderefoert__dato__month__subtotal ASC,
  senge_viderefoert__dato__month ASC
LIMIT 10001
