SELECT
  kommune__kode AS "kommune.kode",
  CAST(udgift__poster AS BIGINT) AS "udgift.poster",
  CAST(folk__raekker AS BIGINT) AS "folk.raekker",
  CAST(besoeg__antal AS BIGINT) AS "besoeg.antal",
  CAST(pladser__raekker AS BIGINT) AS "pladser.raekker"
FROM (
  SELECT
    facts.kommune__kode,
    COALESCE(MAX(facts.udgift__poster), 0) AS udgift__poster,
    COALESCE(MAX(facts.folk__raekker), 0) AS folk__raekker,
    MAX(facts.besoeg__antal) AS besoeg__antal,
    COALESCE(MAX(facts.pladser__raekker), 0) AS pladser__raekker
  FROM (
    SELECT
      kommune__kode,
      udgift__poster,
      NULL AS folk__raekker,
      NULL AS besoeg__antal,
      NULL AS pladser__raekker
    FROM (
      SELECT
        udgift.kommune AS kommune__kode,
        COUNT(*) AS udgift__poster
      FROM demo.main.udgift AS udgift
      GROUP BY
        1
    ) AS udgift__poster
    UNION ALL
    SELECT
      kommune__kode,
      NULL AS udgift__poster,
      folk__raekker,
      NULL AS besoeg__antal,
      NULL AS pladser__raekker
    FROM (
      SELECT
        folk.kommune AS kommune__kode,
        COUNT(*) AS folk__raekker
      FROM demo.main.folk AS folk
      GROUP BY
        1
    ) AS folk__raekker
    UNION ALL
    SELECT
      kommune__kode,
      NULL AS udgift__poster,
      NULL AS folk__raekker,
      besoeg__antal,
      NULL AS pladser__raekker
    FROM (
      SELECT
        besoeg.kommune AS kommune__kode,
        SUM(besoeg.antal) AS besoeg__antal
      FROM demo.main.besoeg AS besoeg
      GROUP BY
        1
    ) AS besoeg__antal
    UNION ALL
    SELECT
      kommune__kode,
      NULL AS udgift__poster,
      NULL AS folk__raekker,
      NULL AS besoeg__antal,
      pladser__raekker
    FROM (
      SELECT
        pladser.kommune AS kommune__kode,
        COUNT(*) AS pladser__raekker
      FROM demo.main.pladser AS pladser
      GROUP BY
        1
    ) AS pladser__raekker
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  kommune__kode ASC
LIMIT 10001
