SELECT
  kantdel__fin AS "kantdel.fin",
  CAST(kantdel__fin__subtotal AS BOOLEAN) AS "kantdel.fin__subtotal",
  kantdel__grov AS "kantdel.grov",
  CAST(kantdel__grov__subtotal AS BOOLEAN) AS "kantdel.grov__subtotal",
  CAST(kant__a AS DECIMAL(38, 3)) AS "kant.a",
  CAST(kantdel__antal AS BIGINT) AS "kantdel.antal"
FROM (
  SELECT
    facts.kantdel__fin,
    facts.kantdel__grov,
    facts.kantdel__fin__subtotal,
    facts.kantdel__grov__subtotal,
    MAX(facts.kant__a) AS kant__a,
    COALESCE(MAX(facts.kantdel__antal), 0) AS kantdel__antal
  FROM (
    SELECT
      kantdel__fin,
      kantdel__grov,
      kantdel__fin__subtotal,
      kantdel__grov__subtotal,
      kant__a,
      NULL AS kantdel__antal
    FROM (
      SELECT
        *
      FROM (
        SELECT
          kantdel__fin,
          kantdel__grov,
          0 AS kantdel__fin__subtotal,
          0 AS kantdel__grov__subtotal,
          kant__a
        FROM (
          SELECT
            once.kantdel__fin,
            once.kantdel__grov,
            SUM(kant.a) AS kant__a
          FROM demo.main.kant AS kant
          INNER JOIN (
            SELECT DISTINCT
              "kant.<kantdel.kant".fin AS kantdel__fin,
              "kant.<kantdel.kant".grov AS kantdel__grov,
              kant.id AS kant__key_0
            FROM demo.main.kant AS kant
            LEFT JOIN demo.main.kantdel AS "kant.<kantdel.kant"
              ON "kant.<kantdel.kant".kant = kant.id
          ) AS once
            ON once.kant__key_0 = kant.id
          GROUP BY
            1,
            2
        ) AS level
        UNION ALL
        SELECT
          kantdel__fin,
          NULL AS kantdel__grov,
          0 AS kantdel__fin__subtotal,
          1 AS kantdel__grov__subtotal,
          kant__a
        FROM (
          SELECT
            once.kantdel__fin,
            SUM(kant.a) AS kant__a
          FROM demo.main.kant AS kant
          INNER JOIN (
            SELECT DISTINCT
              "kant.<kantdel.kant".fin AS kantdel__fin,
              kant.id AS kant__key_0
            FROM demo.main.kant AS kant
            LEFT JOIN demo.main.kantdel AS "kant.<kantdel.kant"
              ON "kant.<kantdel.kant".kant = kant.id
          ) AS once
            ON once.kant__key_0 = kant.id
          GROUP BY
            1
        ) AS level
        UNION ALL
        SELECT
          NULL AS kantdel__fin,
          NULL AS kantdel__grov,
          1 AS kantdel__fin__subtotal,
          1 AS kantdel__grov__subtotal,
          kant__a
        FROM (
          SELECT
            SUM(kant.a) AS kant__a
          FROM demo.main.kant AS kant
        ) AS level
      ) AS levels
    ) AS kant__a
    UNION ALL
    SELECT
      kantdel__fin,
      kantdel__grov,
      kantdel__fin__subtotal,
      kantdel__grov__subtotal,
      NULL AS kant__a,
      kantdel__antal
    FROM (
      SELECT
        kantdel.fin AS kantdel__fin,
        kantdel.grov AS kantdel__grov,
        GROUPING(kantdel.fin) AS kantdel__fin__subtotal,
        GROUPING(kantdel.grov) AS kantdel__grov__subtotal,
        COUNT(*) AS kantdel__antal
      FROM demo.main.kantdel AS kantdel
      GROUP BY
        GROUPING SETS (
          (1, 2),
          (
            1
          ),
          ()
        )
    ) AS kantdel__antal
  ) AS facts
  GROUP BY
    1,
    2,
    3,
    4
) AS core
WHERE
  kantdel__antal >= $1
ORDER BY
  kantdel__fin__subtotal ASC,
  kantdel__fin ASC,
  kantdel__grov__subtotal ASC,
  kantdel__grov ASC
LIMIT 10001
