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
      kommune__sag_handle__betal.navn AS sager__betal_navn,
      kommune.kode AS kommune__key_0
    FROM demo.main.kommune AS kommune
    LEFT JOIN demo.main.sag AS kommune__sag_handle
      ON kommune__sag_handle.handle = kommune.kode
    LEFT JOIN demo.main.kommune AS kommune__sag_handle__betal
      ON kommune__sag_handle.betal = kommune__sag_handle__betal.kode
  ) AS once
    ON once.kommune__key_0 = kommune.kode
  GROUP BY
    1
) AS core
ORDER BY
  sager__betal_navn ASC
LIMIT 10001
