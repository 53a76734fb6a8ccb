SELECT
  fakturaer__slags AS "fakturaer.slags",
  CAST(firma__antal AS BIGINT) AS "fakturaer.saelger_antal"
FROM (
  SELECT
    once.fakturaer__slags,
    COUNT(*) AS firma__antal
  FROM demo.main.firma AS firma
  INNER JOIN (
    SELECT DISTINCT
      "firma.<faktura.saelger".slags AS fakturaer__slags,
      firma.id AS firma__key_0
    FROM demo.main.firma AS firma
    LEFT JOIN demo.main.faktura AS "firma.<faktura.saelger"
      ON "firma.<faktura.saelger".saelger = firma.id
  ) AS once
    ON once.firma__key_0 = firma.id
  GROUP BY
    1
) AS core
ORDER BY
  fakturaer__slags ASC
LIMIT 10001
