SELECT
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
  ) AS DECIMAL(38, 0)) AS "kant.eller_nul"
FROM (
  SELECT
    kant.navn AS kant__navn,
    SUM(kant.a) AS kant__a,
    SUM(kant.b) AS kant__b
  FROM demo.main.kant AS kant
  GROUP BY
    1
) AS core
WHERE
  (
    CASE
      WHEN (
        NOT CAST(kant__a * 1000 AS INT128) IS NULL
        AND COALESCE(CAST(kant__b * 1000 AS INT128), 0) <> 0
      )
      THEN CAST(kant__a * 1000 AS INT128)
      ELSE 0
    END * 1000
  ) * SIGN(
    CASE
      WHEN (
        NOT CAST(kant__a * 1000 AS INT128) IS NULL
        AND COALESCE(CAST(kant__b * 1000 AS INT128), 0) <> 0
      )
      THEN CAST(kant__b * 1000 AS INT128)
      ELSE 1000
    END
  ) >= $1 * ABS(
    NULLIF(
      CASE
        WHEN (
          NOT CAST(kant__a * 1000 AS INT128) IS NULL
          AND COALESCE(CAST(kant__b * 1000 AS INT128), 0) <> 0
        )
        THEN CAST(kant__b * 1000 AS INT128)
        ELSE 1000
      END,
      0
    )
  )
ORDER BY
  CAST(CASE
    WHEN (
      NOT CAST(kant__a * 1000 AS INT128) IS NULL
      AND COALESCE(CAST(kant__b * 1000 AS INT128), 0) <> 0
    )
    THEN CAST(kant__a * 1000 AS INT128)
    ELSE 0
  END AS DOUBLE) / CAST(NULLIF(
    CASE
      WHEN (
        NOT CAST(kant__a * 1000 AS INT128) IS NULL
        AND COALESCE(CAST(kant__b * 1000 AS INT128), 0) <> 0
      )
      THEN CAST(kant__b * 1000 AS INT128)
      ELSE 1000
    END,
    0
  ) AS DOUBLE) DESC,
  kant__navn ASC
LIMIT 10001
