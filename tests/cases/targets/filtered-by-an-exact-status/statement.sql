SELECT
  afgoerelse__enhedsnr AS "afgoerelse.enhedsnr",
  afgoerelse__dag__year AS "afgoerelse.dag.year",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(afgoerelse__i_tide AS INT128) * 100
    ) * 10,
    CAST(afgoerelse__antal AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "afgoerelse.andel"
FROM (
  SELECT
    facts.afgoerelse__enhedsnr,
    facts.afgoerelse__dag__year,
    MAX(facts.afgoerelse__i_tide) AS afgoerelse__i_tide,
    COALESCE(MAX(facts.afgoerelse__antal), 0) AS afgoerelse__antal,
    MAX(facts.maal_afgoerelse_andel__maal) AS maal_afgoerelse_andel__maal,
    MAX(facts.maal_afgoerelse_andel__tolerance) AS maal_afgoerelse_andel__tolerance
  FROM (
    SELECT
      afgoerelse__enhedsnr,
      afgoerelse__dag__year,
      afgoerelse__i_tide,
      afgoerelse__antal,
      NULL AS maal_afgoerelse_andel__maal,
      NULL AS maal_afgoerelse_andel__tolerance
    FROM (
      SELECT
        afgoerelse.enhed AS afgoerelse__enhedsnr,
        CAST(DATE_TRUNC('YEAR', afgoerelse.dag) AS DATE) AS afgoerelse__dag__year,
        SUM(afgoerelse.i_tide) AS afgoerelse__i_tide,
        COUNT(*) AS afgoerelse__antal
      FROM demo.main.afgoerelse AS afgoerelse
      WHERE
        (
          afgoerelse.dag >= $1 AND (
            afgoerelse.dag < $2
          )
        )
      GROUP BY
        1,
        2
    ) AS afgoerelse__i_tide
    UNION ALL
    SELECT
      afgoerelse__enhedsnr,
      afgoerelse__dag__year,
      NULL AS afgoerelse__i_tide,
      NULL AS afgoerelse__antal,
      maal_afgoerelse_andel__maal,
      maal_afgoerelse_andel__tolerance
    FROM (
      SELECT
        maal_afgoerelse_andel.enhed AS afgoerelse__enhedsnr,
        CAST(DATE_TRUNC('YEAR', maal_afgoerelse_andel.dag) AS DATE) AS afgoerelse__dag__year,
        SUM(maal_afgoerelse_andel.maal) AS maal_afgoerelse_andel__maal,
        SUM(maal_afgoerelse_andel.tolerance) AS maal_afgoerelse_andel__tolerance
      FROM (
        SELECT
          *
        FROM (VALUES
          (
            CAST('1' AS BIGINT),
            CAST('2023-01-01' AS DATE),
            CAST('50' AS DECIMAL(38, 1)),
            CAST('0' AS DECIMAL(38, 1))
          ),
          (
            CAST('1' AS BIGINT),
            CAST('2024-01-01' AS DATE),
            CAST('66.7' AS DECIMAL(38, 1)),
            CAST('0.1' AS DECIMAL(38, 1))
          ),
          (
            CAST('2' AS BIGINT),
            CAST('2024-01-01' AS DATE),
            CAST('100' AS DECIMAL(38, 1)),
            CAST('0' AS DECIMAL(38, 1))
          ),
          (
            CAST('3' AS BIGINT),
            CAST('2024-01-01' AS DATE),
            CAST('40.5' AS DECIMAL(38, 1)),
            CAST('5' AS DECIMAL(38, 1))
          ),
          (
            CAST('4' AS BIGINT),
            CAST('2024-01-01' AS DATE),
            CAST('90' AS DECIMAL(38, 1)),
            CAST('0' AS DECIMAL(38, 1))
          )) AS maal("enhed", "dag", "maal", "tolerance")
      ) AS maal_afgoerelse_andel
      WHERE
        (
          maal_afgoerelse_andel.dag >= $1 AND (
            maal_afgoerelse_andel.dag < $2
          )
        )
      GROUP BY
        1,
        2
    ) AS maal_afgoerelse_andel__maal
  ) AS facts
  GROUP BY
    1,
    2
) AS core
WHERE
  CASE
    WHEN (
      (
        CAST(afgoerelse__i_tide AS INT128) * 100
      ) * 10
    ) * SIGN(CAST(afgoerelse__antal AS INT128)) >= CAST(maal_afgoerelse_andel__maal * 10 AS INT128) * ABS(NULLIF(CAST(afgoerelse__antal AS INT128), 0))
    THEN 'naaet'
    WHEN (
      (
        CAST(afgoerelse__i_tide AS INT128) * 100
      ) * 10
    ) * SIGN(CAST(afgoerelse__antal AS INT128)) >= (
      CAST(maal_afgoerelse_andel__maal * 10 AS INT128) - CAST(maal_afgoerelse_andel__tolerance * 10 AS INT128)
    ) * ABS(NULLIF(CAST(afgoerelse__antal AS INT128), 0))
    THEN 'inden_for_tolerance'
    WHEN NOT (
      (
        (
          CAST(afgoerelse__i_tide AS INT128) * 100
        ) * 10
      ) * SIGN(CAST(afgoerelse__antal AS INT128)) >= (
        CAST(maal_afgoerelse_andel__maal * 10 AS INT128) - CAST(maal_afgoerelse_andel__tolerance * 10 AS INT128)
      ) * ABS(NULLIF(CAST(afgoerelse__antal AS INT128), 0))
    )
    THEN 'ikke_naaet'
  END IN ($3, $4)
ORDER BY
  afgoerelse__dag__year ASC,
  afgoerelse__enhedsnr ASC
LIMIT 10001
