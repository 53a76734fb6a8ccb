SELECT
  CAST(sag__udenbys AS BIGINT) AS "sag.udenbys"
FROM (
  SELECT
    COUNT(*) FILTER(WHERE
      sag__handle.kode <> sag__betal.kode) AS sag__udenbys
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.kommune AS sag__betal
    ON sag.betal = sag__betal.kode
  LEFT JOIN demo.main.kommune AS sag__handle
    ON sag.handle = sag__handle.kode
) AS core
ORDER BY
  sag__udenbys DESC
LIMIT 10001
