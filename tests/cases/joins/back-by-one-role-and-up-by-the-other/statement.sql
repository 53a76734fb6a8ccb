SELECT
  fakturaer__koeber_navn AS "fakturaer.koeber_navn",
  CAST(firma__antal AS BIGINT) AS "fakturaer.saelger_antal"
FROM (
  SELECT
    once.fakturaer__koeber_navn,
    COUNT(*) AS firma__antal
  FROM demo.main.firma AS firma
  INNER JOIN (
    SELECT DISTINCT
      "firma.<faktura.saelger.koeber".navn AS fakturaer__koeber_navn,
      firma.id AS firma__key_0
    FROM demo.main.firma AS firma
    LEFT JOIN demo.main.faktura AS "firma.<faktura.saelger"
      ON "firma.<faktura.saelger".saelger = firma.id
    LEFT JOIN demo.main.firma AS "firma.<faktura.saelger.koeber"
      ON "firma.<faktura.saelger".koeber = "firma.<faktura.saelger.koeber".id
  ) AS once
    ON once.firma__key_0 = firma.id
  GROUP BY
    1
) AS core
ORDER BY
  fakturaer__koeber_navn ASC
LIMIT 10001
