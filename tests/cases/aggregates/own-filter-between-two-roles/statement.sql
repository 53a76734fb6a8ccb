SELECT
  CAST(sag__udenbys AS BIGINT) AS "sag.udenbys"
FROM (
  SELECT
    COUNT(*) FILTER(WHERE
      "sag.handle".kode <> "sag.betal".kode) AS sag__udenbys
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.kommune AS "sag.betal"
    ON sag.betal = "sag.betal".kode
  LEFT JOIN demo.main.kommune AS "sag.handle"
    ON sag.handle = "sag.handle".kode
) AS core
ORDER BY
  sag__udenbys DESC
LIMIT 10001
