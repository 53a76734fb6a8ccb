SELECT
  CAST(udgift__poster AS BIGINT) AS "udgift.poster",
  CAST(folk__raekker AS BIGINT) AS "folk.raekker",
  CAST('2023-12-31' AS DATE) AS "udgift.opgjort_pr",
  CAST(5 AS INT) AS "udgift.dataversion"
FROM (
  SELECT
    COALESCE(MAX(facts.udgift__poster), 0) AS udgift__poster,
    COALESCE(MAX(facts.folk__raekker), 0) AS folk__raekker
  FROM (
    SELECT
      udgift__poster,
      NULL AS folk__raekker
    FROM (
      SELECT
        COUNT(*) AS udgift__poster
      FROM demo.main.udgift AS udgift
    ) AS udgift__poster
    UNION ALL
    SELECT
      NULL AS udgift__poster,
      folk__raekker
    FROM (
      SELECT
        COUNT(*) AS folk__raekker
      FROM demo.main.folk AS folk
    ) AS folk__raekker
  ) AS facts
) AS core
ORDER BY
  udgift__poster DESC
LIMIT 10001
