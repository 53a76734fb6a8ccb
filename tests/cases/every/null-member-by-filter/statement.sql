SELECT
  region__navn AS "region.navn",
  CAST(folk__raekker AS BIGINT) AS "folk.raekker"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      "folk.kommune.region".navn AS region__navn,
      COUNT(*) AS folk__raekker
    FROM demo.main.folk AS folk
    LEFT JOIN demo.main.kommune AS "folk.kommune"
      ON folk.kommune = "folk.kommune".kode
    LEFT JOIN demo.main.region AS "folk.kommune.region"
      ON "folk.kommune".region_id = "folk.kommune.region".id
    WHERE
      (
        "folk.kommune.region".navn IS NULL AND (
          folk.aar = $1
        )
      )
    GROUP BY
      1
  )
  SELECT
    facts.region__navn,
    COALESCE(MAX(facts.folk__raekker), 0) AS folk__raekker
  FROM (
    SELECT
      region__navn,
      folk__raekker
    FROM ".answered"
    UNION ALL
    SELECT
      region__navn.region__navn,
      NULL AS folk__raekker
    FROM (
      SELECT DISTINCT
        region.navn AS region__navn
      FROM (
        SELECT
          TRUE AS own
        UNION ALL
        SELECT
          FALSE AS own
      ) AS ".own"
      LEFT JOIN demo.main.region AS region
        ON ".own".own
      WHERE
        region.navn IS NULL
    ) AS region__navn
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  folk__raekker DESC,
  CASE region__navn WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  region__navn ASC
LIMIT 10001
