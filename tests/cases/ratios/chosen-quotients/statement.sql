SELECT
  kant__id AS "kant.id",
  kant__navn AS "kant.navn",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN (
        NOT CAST(kant__a * 1000 AS INT128) IS NULL
        AND COALESCE(CAST(kant__b * 1000 AS INT128), 0) <> 0
      )
      THEN CAST(kant__a * 1000 AS INT128)
      ELSE 0
    END,
    CASE
      WHEN (
        NOT CAST(kant__a * 1000 AS INT128) IS NULL
        AND COALESCE(CAST(kant__b * 1000 AS INT128), 0) <> 0
      )
      THEN CAST(kant__b * 1000 AS INT128)
      ELSE 1000
    END
  ) AS DECIMAL(38, 0)) AS "kant.eller_nul",
  CAST(NEAREST_QUOTIENT(ABS(CAST(kant__a * 1000 AS INT128)), ABS(CAST(kant__b * 1000 AS INT128))) AS DECIMAL(38, 0)) AS "kant.stoerrelse",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN (
        CAST(kant__a * 1000 AS INT128) * 10
      ) * SIGN(CAST(kant__b * 1000 AS INT128)) = 1 * ABS(NULLIF(CAST(kant__b * 1000 AS INT128), 0))
      THEN NULL
      ELSE CAST(kant__a * 1000 AS INT128)
    END,
    CAST(kant__b * 1000 AS INT128)
  ) AS DECIMAL(38, 0)) AS "kant.ikke_en_tiendedel",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN (
        CAST(kant__a * 1000 AS INT128) * 1000
      ) * SIGN(CAST(kant__b * 1000 AS INT128)) >= 1005 * ABS(NULLIF(CAST(kant__b * 1000 AS INT128), 0))
      THEN CAST(kant__a * 1000 AS INT128)
      ELSE 0
    END * 1000,
    CASE
      WHEN (
        CAST(kant__a * 1000 AS INT128) * 1000
      ) * SIGN(CAST(kant__b * 1000 AS INT128)) >= 1005 * ABS(NULLIF(CAST(kant__b * 1000 AS INT128), 0))
      THEN CAST(kant__b * 1000 AS INT128)
      ELSE 1000
    END
  ) AS DECIMAL(38, 0)) * 0.001 AS "kant.naar_over",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN COALESCE(
        (
          CAST(kant__c * 1000 AS INT128) * SIGN(CAST(kant__d * 1000 AS INT128))
        ) * ABS(NULLIF(CAST(kant__b * 1000 AS INT128), 0)) > (
          CAST(kant__a * 1000 AS INT128) * SIGN(CAST(kant__b * 1000 AS INT128))
        ) * ABS(NULLIF(CAST(kant__d * 1000 AS INT128), 0)),
        NOT (
          NOT CAST(kant__a * 1000 AS INT128) IS NULL
          AND COALESCE(CAST(kant__b * 1000 AS INT128), 0) <> 0
        )
      )
      THEN CAST(kant__c * 1000 AS INT128)
      ELSE CAST(kant__a * 1000 AS INT128)
    END * 1000,
    CASE
      WHEN COALESCE(
        (
          CAST(kant__c * 1000 AS INT128) * SIGN(CAST(kant__d * 1000 AS INT128))
        ) * ABS(NULLIF(CAST(kant__b * 1000 AS INT128), 0)) > (
          CAST(kant__a * 1000 AS INT128) * SIGN(CAST(kant__b * 1000 AS INT128))
        ) * ABS(NULLIF(CAST(kant__d * 1000 AS INT128), 0)),
        NOT (
          NOT CAST(kant__a * 1000 AS INT128) IS NULL
          AND COALESCE(CAST(kant__b * 1000 AS INT128), 0) <> 0
        )
      )
      THEN CAST(kant__d * 1000 AS INT128)
      ELSE CAST(kant__b * 1000 AS INT128)
    END
  ) AS DECIMAL(38, 0)) * 0.001 AS "kant.stoerst",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN COALESCE(
        (
          CAST(kant__c * 1000 AS INT128) * SIGN(CAST(kant__d * 1000 AS INT128))
        ) * ABS(NULLIF(CAST(kant__b * 1000 AS INT128), 0)) < (
          CAST(kant__a * 1000 AS INT128) * SIGN(CAST(kant__b * 1000 AS INT128))
        ) * ABS(NULLIF(CAST(kant__d * 1000 AS INT128), 0)),
        NOT (
          NOT CAST(kant__a * 1000 AS INT128) IS NULL
          AND COALESCE(CAST(kant__b * 1000 AS INT128), 0) <> 0
        )
      )
      THEN CAST(kant__c * 1000 AS INT128)
      ELSE CAST(kant__a * 1000 AS INT128)
    END * 1000,
    CASE
      WHEN COALESCE(
        (
          CAST(kant__c * 1000 AS INT128) * SIGN(CAST(kant__d * 1000 AS INT128))
        ) * ABS(NULLIF(CAST(kant__b * 1000 AS INT128), 0)) < (
          CAST(kant__a * 1000 AS INT128) * SIGN(CAST(kant__b * 1000 AS INT128))
        ) * ABS(NULLIF(CAST(kant__d * 1000 AS INT128), 0)),
        NOT (
          NOT CAST(kant__a * 1000 AS INT128) IS NULL
          AND COALESCE(CAST(kant__b * 1000 AS INT128), 0) <> 0
        )
      )
      THEN CAST(kant__d * 1000 AS INT128)
      ELSE CAST(kant__b * 1000 AS INT128)
    END
  ) AS DECIMAL(38, 0)) * 0.001 AS "kant.mindst"
FROM (
  SELECT
    kant.id AS kant__id,
    kant.navn AS kant__navn,
    CAST(kant.a AS DECIMAL(38, 3)) AS kant__a,
    CAST(kant.b AS DECIMAL(38, 3)) AS kant__b,
    CAST(kant.c AS DECIMAL(38, 3)) AS kant__c,
    CAST(kant.d AS DECIMAL(38, 3)) AS kant__d
  FROM demo.main.kant AS kant
  WHERE
    kant.id < $1
) AS core
ORDER BY
  kant__id ASC,
  kant__navn ASC
LIMIT 10001
