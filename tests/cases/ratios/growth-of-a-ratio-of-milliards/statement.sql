SELECT
  CAST(NEAREST_QUOTIENT((
    CAST(kant__a * 1000 AS INT128) * 100
  ) * 10, CAST(kant__b * 1000 AS INT128)) AS DECIMAL(38, 0)) * 0.1 AS "kant.a_b_pct",
  CAST(NEAREST_QUOTIENT((
    CAST(kant__c * 1000 AS INT128) * 100
  ) * 10, CAST(kant__d * 1000 AS INT128)) AS DECIMAL(38, 0)) * 0.1 AS "kant.c_d_pct",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN CAST(kant__d * 1000 AS INT128) <> 0
      THEN (
        (
          (
            CAST(kant__a * 1000 AS INT128) * 100
          ) * CAST(kant__d * 1000 AS INT128)
        ) - (
          (
            CAST(kant__c * 1000 AS INT128) * 100
          ) * CAST(kant__b * 1000 AS INT128)
        )
      )
    END * 10,
    CAST(kant__b * 1000 AS INT128) * CAST(kant__c * 1000 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "kant.vaekst"
FROM (
  SELECT
    SUM(kant.a) AS kant__a,
    SUM(kant.b) AS kant__b,
    SUM(kant.c) AS kant__c,
    SUM(kant.d) AS kant__d
  FROM demo.main.kant AS kant
  WHERE
    kant.id = $1
) AS core
ORDER BY
  CAST(CAST(kant__a * 1000 AS INT128) * 100 AS DOUBLE) / CAST(NULLIF(CAST(kant__b * 1000 AS INT128), 0) AS DOUBLE) DESC
LIMIT 10001
