SELECT
  ydelser__art AS "ydelser.art",
  CAST(enhed__antal_versioner AS BIGINT) AS "ydelser.nu_antal_versioner"
FROM (
  SELECT
    once.ydelser__art,
    COUNT(*) AS enhed__antal_versioner
  FROM demo.main.enhed AS enhed
  INNER JOIN (
    SELECT DISTINCT
      "enhed.<ydelse.nu".art AS ydelser__art,
      enhed.id AS enhed__key_0,
      enhed.fra AS enhed__key_1
    FROM demo.main.enhed AS enhed
    LEFT JOIN demo.main.ydelse AS "enhed.<ydelse.nu"
      ON (
        "enhed.<ydelse.nu".enhed = enhed.id
      )
      AND enhed.fra <= $1
      AND (
        enhed.til IS NULL OR enhed.til > $1
      )
  ) AS once
    ON once.enhed__key_0 = enhed.id AND once.enhed__key_1 = enhed.fra
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__art ASC
LIMIT 10001
