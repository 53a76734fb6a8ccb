SELECT
  sag__emne AS "sag.emne",
  CAST(sag__pris_median AS DECIMAL(38, 3)) AS "sag.pris_median",
  CAST(sag__hastesager AS BIGINT) AS "sag.hastesager",
  sag__sidste_dag AS "sag.sidste_dag"
FROM (
  SELECT
    sag.emne AS sag__emne,
    sag.id AS ".key_0",
    sag.pris AS sag__pris_median,
    CASE WHEN sag.hast THEN 1 ELSE 0 END AS sag__hastesager,
    sag.dag AS sag__sidste_dag
  FROM demo.main.sag AS sag
  WHERE
    sag.pris >= $1
) AS core
ORDER BY
  sag__pris_median DESC,
  sag__emne DESC,
  ".key_0" ASC
LIMIT 10001
