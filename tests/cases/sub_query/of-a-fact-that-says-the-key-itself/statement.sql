SELECT
  kommune__kode AS "kommune.kode",
  kommune__udgift AS "kommune.udgift"
FROM (
  SELECT DISTINCT
    kommune.kode AS kommune__kode,
    "kommune.#udgift".value AS kommune__udgift
  FROM demo.main.kommune AS kommune
  LEFT JOIN (
    SELECT
      key__kommune__kode,
      CAST(udgift__beloeb AS DECIMAL(38, 2)) AS value
    FROM (
      SELECT
        facts.key__kommune__kode,
        udgift__beloeb.udgift__beloeb AS udgift__beloeb
      FROM (
        SELECT DISTINCT
          kommune.kode AS key__kommune__kode
        FROM demo.main.kommune AS kommune
      ) AS facts
      LEFT JOIN (
        SELECT
          udgift.kommune AS key__kommune__kode,
          SUM(udgift.beloeb) AS udgift__beloeb
        FROM demo.main.udgift AS udgift
        GROUP BY
          1
      ) AS udgift__beloeb
        ON facts.key__kommune__kode IS NOT DISTINCT FROM udgift__beloeb.key__kommune__kode
    ) AS core
  ) AS "kommune.#udgift"
    ON kommune.kode = "kommune.#udgift".key__kommune__kode
) AS core
ORDER BY
  kommune__kode ASC,
  kommune__udgift ASC
LIMIT 10001
