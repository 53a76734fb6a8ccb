SELECT
  CAST(sag__emne__count_distinct AS BIGINT) AS "sag.emne__count_distinct",
  CAST(sag__hast__count_distinct AS BIGINT) AS "sag.hast__count_distinct",
  CAST(sag__pris__count_distinct AS BIGINT) AS "sag.pris__count_distinct",
  CAST(sag__id__count_distinct AS BIGINT) AS "sag.id__count_distinct"
FROM (
  SELECT
    COUNT(DISTINCT sag.emne) AS sag__emne__count_distinct,
    COUNT(DISTINCT sag.hast) AS sag__hast__count_distinct,
    COUNT(DISTINCT sag.pris) AS sag__pris__count_distinct,
    COUNT(DISTINCT sag.id) AS sag__id__count_distinct
  FROM demo.main.sag AS sag
) AS core
ORDER BY
  sag__emne__count_distinct DESC
LIMIT 10001
