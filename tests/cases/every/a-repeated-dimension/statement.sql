SELECT
  udgift__region AS "udgift.region",
  CAST(udgift__poster AS BIGINT) AS "udgift.poster"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      "udgift.kommune.region".navn AS udgift__region,
      COUNT(*) AS udgift__poster
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.kommune AS "udgift.kommune"
      ON udgift.kommune = "udgift.kommune".kode
    LEFT JOIN demo.main.region AS "udgift.kommune.region"
      ON "udgift.kommune".region_id = "udgift.kommune.region".id
    WHERE
      udgift.aar = $1
    GROUP BY
      1
  )
  SELECT
    facts.udgift__region,
    COALESCE(MAX(facts.udgift__poster), 0) AS udgift__poster
  FROM (
    SELECT
      udgift__region,
      udgift__poster
    FROM ".answered"
    UNION ALL
    SELECT
      udgift__region.udgift__region,
      NULL AS udgift__poster
    FROM (
      SELECT DISTINCT
        region.navn AS udgift__region
      FROM (
        SELECT
          TRUE AS own
        UNION ALL
        SELECT
          FALSE AS own
      ) AS ".own"
      LEFT JOIN demo.main.region AS region
        ON ".own".own
    ) AS udgift__region
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  CASE udgift__region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END DESC,
  udgift__region DESC
LIMIT 10001
