SELECT
  sager__handle_navn AS "sager.handle_navn",
  sager__betal_navn AS "sager.betal_navn",
  CAST(sag__antal AS BIGINT) AS "sager.antal"
FROM (
  SELECT
    "sag.handle".navn AS sager__handle_navn,
    "sag.betal".navn AS sager__betal_navn,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.kommune AS "sag.betal"
    ON sag.betal = "sag.betal".kode
  LEFT JOIN demo.main.kommune AS "sag.handle"
    ON sag.handle = "sag.handle".kode
  GROUP BY
    1,
    2
) AS core
ORDER BY
  sager__handle_navn ASC,
  sager__betal_navn ASC
LIMIT 10001
