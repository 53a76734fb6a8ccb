SELECT
  CAST(senge_viderefoert__antal__in__senge_viderefoert__dato AS BIGINT) AS "senge_viderefoert.antal"
FROM (
  SELECT
    SUM(senge_viderefoert.antal) AS senge_viderefoert__antal__in__senge_viderefoert__dato
  FROM (
    SELECT
      senge_viderefoert.*
    FROM demo.main.senge AS senge_viderefoert
    INNER JOIN (VALUES
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
      senge_viderefoert.dato = MAX(senge_viderefoert.dato) OVER (PARTITION BY senge_viderefoert.afdeling)
  ) AS senge_viderefoert
) AS core
ORDER BY
  senge_viderefoert__antal__in__senge_viderefoert__dato DESC
LIMIT 10001
