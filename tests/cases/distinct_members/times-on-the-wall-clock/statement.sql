SELECT
  CAST(sag__oprettet__count_distinct AS BIGINT) AS "sag.oprettet__count_distinct",
  CAST(sag__lokal__count_distinct AS BIGINT) AS "sag.lokal__count_distinct",
  CAST(sag__registreret__count_distinct AS BIGINT) AS "sag.registreret__count_distinct",
  CAST(sag__dag__count_distinct AS BIGINT) AS "sag.dag__count_distinct"
FROM (
  SELECT
    COUNT(DISTINCT sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS sag__oprettet__count_distinct,
    COUNT(DISTINCT sag.lokal) AS sag__lokal__count_distinct,
    COUNT(DISTINCT sag.registreret AT TIME ZONE 'Europe/Copenhagen') AS sag__registreret__count_distinct,
    COUNT(DISTINCT sag.dag) AS sag__dag__count_distinct
  FROM demo.main.sag AS sag
) AS core
ORDER BY
  sag__oprettet__count_distinct DESC
LIMIT 10001
