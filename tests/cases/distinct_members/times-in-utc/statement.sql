SELECT
  CAST(sag__oprettet__count_distinct AS BIGINT) AS "sag.oprettet__count_distinct",
  CAST(sag__lokal__count_distinct AS BIGINT) AS "sag.lokal__count_distinct",
  CAST(sag__registreret__count_distinct AS BIGINT) AS "sag.registreret__count_distinct"
FROM (
  SELECT
    COUNT(DISTINCT sag.oprettet) AS sag__oprettet__count_distinct,
    COUNT(DISTINCT sag.lokal) AS sag__lokal__count_distinct,
    COUNT(DISTINCT sag.registreret AT TIME ZONE 'UTC') AS sag__registreret__count_distinct
  FROM demo.main.sag AS sag
) AS core
ORDER BY
  sag__oprettet__count_distinct DESC
LIMIT 10001
