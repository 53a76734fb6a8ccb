SELECT
  ydelser__art AS "ydelser.art",
  CAST(enhed__antal_versioner AS BIGINT) AS "ydelser.da_antal_versioner"
FROM (
  SELECT
    once.ydelser__art,
    COUNT(*) AS enhed__antal_versioner
  FROM demo.main.enhed AS enhed
  INNER JOIN (
    SELECT DISTINCT
      "enhed.<ydelse.da".art AS ydelser__art,
      enhed.id AS enhed__key_0,
      enhed.fra AS enhed__key_1
    FROM demo.main.enhed AS enhed
    LEFT JOIN demo.main.ydelse AS "enhed.<ydelse.da"
      ON (
        "enhed.<ydelse.da".enhed = enhed.id
      )
      AND enhed.fra <= "enhed.<ydelse.da".start
      AND (
        enhed.til IS NULL OR enhed.til > "enhed.<ydelse.da".start
      )
  ) AS once
    ON once.enhed__key_0 = enhed.id AND once.enhed__key_1 = enhed.fra
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__art ASC
LIMIT 10001
