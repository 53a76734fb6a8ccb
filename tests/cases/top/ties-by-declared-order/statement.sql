WITH ".top" AS MATERIALIZED (
  SELECT
    region__navn,
    TRUE AS met
  FROM (
    SELECT
      "kommune.region".navn AS region__navn,
      COUNT(*) AS kommune__antal
    FROM demo.main.kommune AS kommune
    LEFT JOIN demo.main.region AS "kommune.region"
      ON kommune.region_id = "kommune.region".id
    WHERE
      kommune.kode IN ($1, $2)
    GROUP BY
      1
  ) AS core
  ORDER BY
    kommune__antal DESC,
    CASE region__navn WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
    region__navn ASC
  LIMIT 1
)
SELECT
  region__navn AS "region.navn",
  region__navn__rest AS "region.navn__rest",
  CAST(kommune__antal AS BIGINT) AS "kommune.antal"
FROM (
  SELECT
    CASE WHEN ".top".met THEN "kommune.region".navn END AS region__navn,
    ".top".met IS NULL AS region__navn__rest,
    COUNT(*) AS kommune__antal
  FROM demo.main.kommune AS kommune
  LEFT JOIN demo.main.region AS "kommune.region"
    ON kommune.region_id = "kommune.region".id
  LEFT JOIN ".top"
    ON ".top".region__navn IS NOT DISTINCT FROM "kommune.region".navn
  WHERE
    kommune.kode IN ($1, $2)
  GROUP BY
    1,
    2
) AS core
ORDER BY
  kommune__antal DESC,
  region__navn__rest ASC,
  CASE region__navn WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  region__navn ASC
LIMIT 10001
