SELECT
  ydelse__lov AS "ydelse.lov",
  CAST(ydelse__lov__subtotal AS BOOLEAN) AS "ydelse.lov__subtotal",
  ydelse__paragraf AS "ydelse.paragraf",
  CAST(ydelse__paragraf__subtotal AS BOOLEAN) AS "ydelse.paragraf__subtotal",
  CAST(borger__antal_borgere AS BIGINT) AS "borger.antal_borgere"
FROM (
  SELECT
    *
  FROM (
    SELECT
      ydelse__lov,
      ydelse__paragraf,
      0 AS ydelse__lov__subtotal,
      0 AS ydelse__paragraf__subtotal,
      borger__antal_borgere
    FROM (
      SELECT
        once.ydelse__lov,
        once.ydelse__paragraf,
        COUNT(*) AS borger__antal_borgere
      FROM demo.main.borger AS borger
      INNER JOIN (
        SELECT DISTINCT
          "borger.<ydelse.borger".lov AS ydelse__lov,
          "borger.<ydelse.borger".paragraf AS ydelse__paragraf,
          borger.borger_id AS borger__key_0
        FROM demo.main.borger AS borger
        LEFT JOIN demo.main.ydelse AS "borger.<ydelse.borger"
          ON "borger.<ydelse.borger".borger_id = borger.borger_id
      ) AS once
        ON once.borger__key_0 = borger.borger_id
      GROUP BY
        1,
        2
    ) AS level
    UNION ALL
    SELECT
      ydelse__lov,
      NULL AS ydelse__paragraf,
      0 AS ydelse__lov__subtotal,
      1 AS ydelse__paragraf__subtotal,
      borger__antal_borgere
    FROM (
      SELECT
        once.ydelse__lov,
        COUNT(*) AS borger__antal_borgere
      FROM demo.main.borger AS borger
      INNER JOIN (
        SELECT DISTINCT
          "borger.<ydelse.borger".lov AS ydelse__lov,
          borger.borger_id AS borger__key_0
        FROM demo.main.borger AS borger
        LEFT JOIN demo.main.ydelse AS "borger.<ydelse.borger"
          ON "borger.<ydelse.borger".borger_id = borger.borger_id
      ) AS once
        ON once.borger__key_0 = borger.borger_id
      GROUP BY
        1
    ) AS level
    UNION ALL
    SELECT
      NULL AS ydelse__lov,
      ydelse__paragraf,
      1 AS ydelse__lov__subtotal,
      0 AS ydelse__paragraf__subtotal,
      borger__antal_borgere
    FROM (
      SELECT
        once.ydelse__paragraf,
        COUNT(*) AS borger__antal_borgere
      FROM demo.main.borger AS borger
      INNER JOIN (
        SELECT DISTINCT
          "borger.<ydelse.borger".paragraf AS ydelse__paragraf,
          borger.borger_id AS borger__key_0
        FROM demo.main.borger AS borger
        LEFT JOIN demo.main.ydelse AS "borger.<ydelse.borger"
          ON "borger.<ydelse.borger".borger_id = borger.borger_id
      ) AS once
        ON once.borger__key_0 = borger.borger_id
      GROUP BY
        1
    ) AS level
    UNION ALL
    SELECT
      NULL AS ydelse__lov,
      NULL AS ydelse__paragraf,
      1 AS ydelse__lov__subtotal,
      1 AS ydelse__paragraf__subtotal,
      borger__antal_borgere
    FROM (
      SELECT
        COUNT(*) AS borger__antal_borgere
      FROM demo.main.borger AS borger
    ) AS level
  ) AS levels
) AS core
ORDER BY
  ydelse__lov__subtotal ASC,
  ydelse__lov ASC,
  ydelse__paragraf__subtotal ASC,
  ydelse__paragraf ASC
LIMIT 10001
