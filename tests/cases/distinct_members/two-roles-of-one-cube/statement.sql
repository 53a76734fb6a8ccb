SELECT
  sager__hast AS "sager.hast",
  CAST("sag__handle.navn__count_distinct" AS BIGINT) AS "sager.handle_navn__count_distinct",
  CAST("sag__betal.navn__count_distinct" AS BIGINT) AS "sager.betal_navn__count_distinct"
FROM (
  SELECT
    sag.hast AS sager__hast,
    COUNT(DISTINCT "sag.handle".navn) AS "sag__handle.navn__count_distinct",
    COUNT(DISTINCT "sag.betal".navn) AS "sag__betal.navn__count_distinct"
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.kommune AS "sag.betal"
    ON sag.betal = "sag.betal".kode
  LEFT JOIN demo.main.kommune AS "sag.handle"
    ON sag.handle = "sag.handle".kode
  GROUP BY
    1
) AS core
ORDER BY
  sager__hast ASC
LIMIT 10001
