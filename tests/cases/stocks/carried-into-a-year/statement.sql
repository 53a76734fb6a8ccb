SELECT
  senge_viderefoert__afdeling AS "senge_viderefoert.afdeling",
  senge_viderefoert__dato__year AS "senge_viderefoert.dato.year",
  CAST(senge_viderefoert__antal__in__senge_viderefoert__dato AS BIGINT) AS "senge_viderefoert.antal"
FROM (
  SELECT
    ".senge_viderefoert__afdeling" AS senge_viderefoert__afdeling,
    ".senge_viderefoert__dato__year" AS senge_viderefoert__dato__year,
    SUM(senge_viderefoert.antal) AS senge_viderefoert__antal__in__senge_viderefoert__dato
  FROM (
    SELECT
      senge_viderefoert.*,
      senge_viderefoert.afdeling AS ".senge_viderefoert__afdeling",
      "senge_viderefoert.@periods".begins AS ".senge_viderefoert__dato__year"
    FROM demo.main.senge AS senge_viderefoert
    INNER JOIN (VALUES
      (
        CAST('2023-01-01 00:00:00' AS DATE),
        CAST('2023-01-01 00:00:00' AS TIMESTAMP),
        CAST('2024-01-01 00:00:00' AS TIMESTAMP)
      ),
      (
        CAST('2024-01-01 00:00:00' AS DATE),
        CAST('2024-01-01 00:00:00' AS TIMESTAMP),
        CAST('2024-04-01 00:00:00' AS TIMESTAMP)
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
          senge_viderefoert.dato < $1
        )
      )
    QUALIFY
      senge_viderefoert.dato = MAX(senge_viderefoert.dato) OVER (PARTITION BY senge_viderefoert.afdeling, "senge_viderefoert.@periods".begins)
  ) AS senge_viderefoert
  GROUP BY
    1,
    2
) AS core
ORDER BY
  senge_viderefoert__afdeling ASC,
  senge_viderefoert__dato__year ASC
LIMIT 10001
