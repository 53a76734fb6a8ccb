SELECT
  kommune__kode AS "kommune.kode",
  CAST(pladser__antal AS BIGINT) AS "pladser.antal",
  CAST(pladser__raekker AS BIGINT) AS "pladser.raekker",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb"
FROM (
  SELECT
    facts.kommune__kode,
    MAX(facts.pladser__antal) AS pladser__antal,
    COALESCE(MAX(facts.pladser__raekker), 0) AS pladser__raekker,
    MAX(facts.udgift__beloeb) AS udgift__beloeb
  FROM (
    SELECT
      kommune__kode,
      pladser__antal,
      NULL AS pladser__raekker,
      NULL AS udgift__beloeb
    FROM (
      SELECT
        ".kommune__kode" AS kommune__kode,
        SUM(pladser.antal) AS pladser__antal
      FROM (
        SELECT
          pladser.*,
          pladser.kommune AS ".kommune__kode"
        FROM demo.main.pladser AS pladser
        WHERE
          pladser.dato < $1
        QUALIFY
          pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed)
          AND pladser.kommune IN ($2, $3)
      ) AS pladser
      GROUP BY
        1
    ) AS pladser__antal
    UNION ALL
    SELECT
      kommune__kode,
      NULL AS pladser__antal,
      pladser__raekker,
      NULL AS udgift__beloeb
    FROM (
      SELECT
        pladser.kommune AS kommune__kode,
        COUNT(*) AS pladser__raekker
      FROM demo.main.pladser AS pladser
      WHERE
        pladser.kommune IN ($2, $3)
      GROUP BY
        1
    ) AS pladser__raekker
    UNION ALL
    SELECT
      kommune__kode,
      NULL AS pladser__antal,
      NULL AS pladser__raekker,
      udgift__beloeb
    FROM (
      SELECT
        udgift.kommune AS kommune__kode,
        SUM(udgift.beloeb) AS udgift__beloeb
      FROM demo.main.udgift AS udgift
      WHERE
        udgift.kommune IN ($2, $3)
      GROUP BY
        1
    ) AS udgift__beloeb
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  kommune__kode ASC
LIMIT 10001
