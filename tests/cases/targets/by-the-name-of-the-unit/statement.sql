SELECT
  sager__navn AS "sager.navn",
  sager__center AS "sager.center",
  CAST(maal_afgoerelse_andel__maal AS DECIMAL(38, 1)) AS "sager.andel__maal",
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
  END AS "sager.andel__maal_status"
FROM (
  SELECT
    facts.sager__navn,
    facts.sager__center,
    MAX(facts.maal_afgoerelse_andel__maal) AS maal_afgoerelse_andel__maal,
    MAX(facts.maal_afgoerelse_andel__tolerance) AS maal_afgoerelse_andel__tolerance,
    MAX(facts.afgoerelse__i_tide) AS afgoerelse__i_tide,
    COALESCE(MAX(facts.afgoerelse__antal), 0) AS afgoerelse__antal
  FROM (
    SELECT
      sager__navn,
      sager__center,
      maal_afgoerelse_andel__maal,
      maal_afgoerelse_andel__tolerance,
      NULL AS afgoerelse__i_tide,
      NULL AS afgoerelse__antal
    FROM (
      SELECT
        "maal_afgoerelse_andel.enhed".navn AS sager__navn,
        "maal_afgoerelse_andel.enhed".center AS sager__center,
        SUM(maal_afgoerelse_andel.maal) FILTER(WHERE
          (
            maal_afgoerelse_andel.enhed = "maal_afgoerelse_andel.enhed".enhed
          )
          AND (
            NOT "maal_afgoerelse_andel.enhed".navn IS NULL
          )) AS maal_afgoerelse_andel__maal,
        SUM(maal_afgoerelse_andel.tolerance) FILTER(WHERE
          (
            maal_afgoerelse_andel.enhed = "maal_afgoerelse_andel.enhed".enhed
          )
          AND (
            NOT "maal_afgoerelse_andel.enhed".navn IS NULL
          )) AS maal_afgoerelse_andel__tolerance
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
      LEFT JOIN demo.main.enhed AS "maal_afgoerelse_andel.enhed"
        ON maal_afgoerelse_andel.enhed = "maal_afgoerelse_andel.enhed".enhed
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
    UNION ALL
    SELECT
      sager__navn,
      sager__center,
      NULL AS maal_afgoerelse_andel__maal,
      NULL AS maal_afgoerelse_andel__tolerance,
      afgoerelse__i_tide,
      afgoerelse__antal
    FROM (
      SELECT
        "afgoerelse.enhed".navn AS sager__navn,
        "afgoerelse.enhed".center AS sager__center,
        SUM(afgoerelse.i_tide) AS afgoerelse__i_tide,
        COUNT(*) AS afgoerelse__antal
      FROM demo.main.afgoerelse AS afgoerelse
      LEFT JOIN demo.main.enhed AS "afgoerelse.enhed"
        ON afgoerelse.enhed = "afgoerelse.enhed".enhed
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
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  maal_afgoerelse_andel__maal DESC,
  sager__navn ASC,
  sager__center ASC
LIMIT 10001
