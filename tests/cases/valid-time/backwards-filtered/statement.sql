SELECT
  CAST(enhed__antal_versioner AS BIGINT) AS "ydelser.da_antal_versioner"
FROM (
  SELECT
    COUNT(*) AS enhed__antal_versioner
  FROM demo.main.enhed AS enhed
  INNER JOIN (
    SELECT DISTINCT
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
    WHERE
      "enhed.<ydelse.da".art = $1
  ) AS once
    ON once.enhed__key_0 = enhed.id AND once.enhed__key_1 = enhed.fra
) AS core
ORDER BY
  enhed__antal_versioner DESC
LIMIT 10001
