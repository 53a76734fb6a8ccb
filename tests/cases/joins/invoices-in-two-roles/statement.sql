SELECT
  fakturaer__saelger_navn AS "fakturaer.saelger_navn",
  fakturaer__koeber_navn AS "fakturaer.koeber_navn",
  CAST(faktura__beloeb AS DECIMAL(38, 2)) AS "fakturaer.beloeb"
FROM (
  SELECT
    "faktura.saelger".navn AS fakturaer__saelger_navn,
    "faktura.koeber".navn AS fakturaer__koeber_navn,
    SUM(faktura.beloeb) AS faktura__beloeb
  FROM demo.main.faktura AS faktura
  LEFT JOIN demo.main.firma AS "faktura.koeber"
    ON faktura.koeber = "faktura.koeber".id
  LEFT JOIN demo.main.firma AS "faktura.saelger"
    ON faktura.saelger = "faktura.saelger".id
  GROUP BY
    1,
    2
) AS core
ORDER BY
  fakturaer__saelger_navn ASC,
  fakturaer__koeber_navn ASC
LIMIT 10001
