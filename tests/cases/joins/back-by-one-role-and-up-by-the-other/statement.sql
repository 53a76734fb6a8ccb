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
      "firma.faktura.koeber".navn AS fakturaer__koeber_navn,
      firma.id AS firma__key_0
    FROM demo.main.firma AS firma
    LEFT JOIN demo.main.faktura AS "firma.faktura"
      ON firma.id = "firma.faktura".koeber
    LEFT JOIN demo.main.firma AS "firma.faktura.koeber"
      ON "firma.faktura".koeber = "firma.faktura.koeber".id
  ) AS once
    ON once.firma__key_0 = firma.id
  GROUP BY
    1
) AS core
ORDER BY
  fakturaer__koeber_navn ASC
LIMIT 10001
