SELECT
  CAST(senge_viderefoert__antal__in__senge_viderefoert__dato AS BIGINT) AS "senge_viderefoert.antal",
  CAST(senge__antal AS BIGINT) AS "senge.antal"
FROM (
  SELECT
    MAX(facts.senge_viderefoert__antal__in__senge_viderefoert__dato) AS senge_viderefoert__antal__in__senge_viderefoert__dato,
    MAX(facts.senge__antal) AS senge__antal
  FROM (
    SELECT
      senge_viderefoert__antal__in__senge_viderefoert__dato,
      NULL AS senge__antal
    FROM (
      SELECT
        SUM(senge_viderefoert.antal) AS senge_viderefoert__antal__in__senge_viderefoert__dato
      FROM (
        SELECT
          senge_viderefoert.*
        FROM demo.main.senge AS senge_viderefoert
        WHERE
          senge_viderefoert.dato < $1
        QUALIFY
          senge_viderefoert.dato = MAX(senge_viderefoert.dato) OVER (PARTITION BY senge_viderefoert.afdeling)
      ) AS senge_viderefoert
    ) AS senge_viderefoert__antal__in__senge_viderefoert__dato
    UNION ALL
    SELECT
      NULL AS senge_viderefoert__antal__in__senge_viderefoert__dato,
      senge__antal
    FROM (
      SELECT
        SUM(senge.antal) AS senge__antal
      FROM (
        SELECT
          senge.*
        FROM demo.main.senge AS senge
        WHERE
          senge.dato < $1
        QUALIFY
          senge.dato = MAX(senge.dato) OVER (PARTITION BY senge.afdeling)
      ) AS senge
    ) AS senge__antal
  ) AS facts
) AS core
ORDER BY
  senge_viderefoert__antal__in__senge_viderefoert__dato DESC
LIMIT 10001
