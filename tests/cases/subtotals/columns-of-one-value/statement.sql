SELECT
  kant__navn AS "kant.navn",
  CAST(kant__navn__subtotal AS BOOLEAN) AS "kant.navn__subtotal",
  kant__samme_navn AS "kant.samme_navn",
  CAST(kant__samme_navn__subtotal AS BOOLEAN) AS "kant.samme_navn__subtotal",
  kant__stort_navn AS "kant.stort_navn",
  CAST(kant__stort_navn__subtotal AS BOOLEAN) AS "kant.stort_navn__subtotal",
  CAST(kant__antal AS BIGINT) AS "kant.antal"
FROM (
  SELECT
    CASE 1 WHEN 1 THEN kant.navn END AS kant__navn,
    CASE 2 WHEN 2 THEN (
      (
        kant.navn
      )
    ) END AS kant__samme_navn,
    CASE 3 WHEN 3 THEN kant."NAVN" END AS kant__stort_navn,
    GROUPING(CASE 1 WHEN 1 THEN kant.navn END) AS kant__navn__subtotal,
    GROUPING(CASE 2 WHEN 2 THEN (
      (
        kant.navn
      )
    ) END) AS kant__samme_navn__subtotal,
    GROUPING(CASE 3 WHEN 3 THEN kant."NAVN" END) AS kant__stort_navn__subtotal,
    COUNT(*) AS kant__antal
  FROM demo.main.kant AS kant
  WHERE
    kant.id <= $1
  GROUP BY
    GROUPING SETS (
      (1, 2, 3),
      (1, 2),
      (
        1
      ),
      ()
    )
) AS core
ORDER BY
  kant__navn__subtotal ASC,
  kant__navn ASC,
  kant__samme_navn__subtotal ASC,
  kant__samme_navn ASC,
  kant__stort_navn__subtotal ASC,
  kant__stort_navn ASC
LIMIT 10001
