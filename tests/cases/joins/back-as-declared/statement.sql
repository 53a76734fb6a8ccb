SELECT
  fakturaer__slags AS "fakturaer.slags",
  CAST(firma__antal AS BIGINT) AS "fakturaer.koeber_antal",
  CAST(firma__antal__firma AS BIGINT) AS "firma.antal"
FROM (
  SELECT
    facts.fakturaer__slags,
    COALESCE(MAX(facts.firma__antal), 0) AS firma__antal,
    COALESCE(MAX(facts.firma__antal__firma), 0) AS firma__antal__firma
  FROM (
    SELECT
      fakturaer__slags,
      firma__antal,
      NULL AS firma__antal__firma
    FROM (
      SELECT
        once.fakturaer__slags,
        COUNT(*) AS firma__antal
      FROM demo.main.firma AS firma
      INNER JOIN (
        SELECT DISTINCT
          "firma.<faktura.koeber".slags AS fakturaer__slags,
          firma.id AS firma__key_0
        FROM demo.main.firma AS firma
        LEFT JOIN demo.main.faktura AS "firma.<faktura.koeber"
          ON "firma.<faktura.koeber".koeber = firma.id
      ) AS once
        ON once.firma__key_0 = firma.id
      GROUP BY
        1
    ) AS firma__antal
    UNION ALL
    SELECT
      fakturaer__slags,
      NULL AS firma__antal,
      firma__antal__firma
    FROM (
      SELECT
        once.fakturaer__slags,
        COUNT(*) AS firma__antal__firma
      FROM demo.main.firma AS firma
      INNER JOIN (
        SELECT DISTINCT
          "firma.faktura".slags AS fakturaer__slags,
          firma.id AS firma__key_0
        FROM demo.main.firma AS firma
        LEFT JOIN demo.main.faktura AS "firma.faktura"
          ON firma.id = "firma.faktura".koeber
      ) AS once
        ON once.firma__key_0 = firma.id
      GROUP BY
        1
    ) AS firma__antal__firma
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  fakturaer__slags ASC
LIMIT 10001
