SELECT
  sager__betal_navn AS "sager.betal_navn",
  CAST(kommune__antal AS BIGINT) AS "sager.handle_antal"
FROM (
  SELECT
    once.sager__betal_navn,
    COUNT(*) AS kommune__antal
  FROM demo.main.kommune AS kommune
  INNER JOIN (
    SELECT DISTINCT
      "kommune.<sag.handle.betal".navn AS sager__betal_navn,
      kommune.kode AS kommune__key_0
    FROM demo.main.kommune AS kommune
    LEFT JOIN demo.main.sag AS "kommune.<sag.handle"
      ON "kommune.<sag.handle".handle = kommune.kode
    LEFT JOIN demo.main.kommune AS "kommune.<sag.handle.betal"
      ON "kommune.<sag.handle".betal = "kommune.<sag.handle.betal".kode
  ) AS once
    ON once.kommune__key_0 = kommune.kode
  GROUP BY
    1
) AS core
ORDER BY
  sager__betal_navn ASC
LIMIT 10001
