SELECT
  kant__naeste AS "kant.naeste",
  CAST(kant__naeste__subtotal AS BOOLEAN) AS "kant.naeste__subtotal",
  kant__den_naeste AS "kant.den_naeste",
  CAST(kant__den_naeste__subtotal AS BOOLEAN) AS "kant.den_naeste__subtotal",
  CAST(kant__antal AS BIGINT) AS "kant.antal"
FROM (
  SELECT
    CASE 1 WHEN 1 THEN (
      kant.id + 1
    ) END AS kant__naeste,
    CASE 2 WHEN 2 THEN (
      (
        kant.id
      ) + 1
    ) END AS kant__den_naeste,
    GROUPING(CASE 1 WHEN 1 THEN (
      kant.id + 1
    ) END) AS kant__naeste__subtotal,
    GROUPING(CASE 2 WHEN 2 THEN (
      (
        kant.id
      ) + 1
    ) END) AS kant__den_naeste__subtotal,
    COUNT(*) AS kant__antal
  FROM demo.main.kant AS kant
  WHERE
    kant.id <= $1
  GROUP BY
    GROUPING SETS (
      (1, 2),
      (
        1
      ),
      (
        2
      ),
      ()
    )
) AS core
ORDER BY
  kant__naeste__subtotal ASC,
  kant__naeste ASC,
  kant__den_naeste__subtotal ASC,
  kant__den_naeste ASC
LIMIT 10001
