SELECT
  afgoerelser__enhed AS "afgoerelser.enhed",
  afgoerelser__modtaget__year AS "afgoerelser.modtaget.year",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(afgoerelse__antal_inden_frist AS INT128) * 100
    ) * 10,
    CAST(afgoerelse__antal_med_frist AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "afgoerelser.fristoverholdelse",
  CAST(maal_afgoerelse_fristoverholdelse__maal AS DECIMAL(38, 1)) AS "afgoerelser.fristoverholdelse__maal",
  CASE
    WHEN (
      (
        CAST(afgoerelse__antal_inden_frist AS INT128) * 100
      ) * 10
    ) * SIGN(CAST(afgoerelse__antal_med_frist AS INT128)) >= CAST(maal_afgoerelse_fristoverholdelse__maal * 10 AS INT128) * ABS(NULLIF(CAST(afgoerelse__antal_med_frist AS INT128), 0))
    THEN 'naaet'
    WHEN (
      (
        CAST(afgoerelse__antal_inden_frist AS INT128) * 100
      ) * 10
    ) * SIGN(CAST(afgoerelse__antal_med_frist AS INT128)) >= (
      CAST(maal_afgoerelse_fristoverholdelse__maal * 10 AS INT128) - CAST(maal_afgoerelse_fristoverholdelse__tolerance * 10 AS INT128)
    ) * ABS(NULLIF(CAST(afgoerelse__antal_med_frist AS INT128), 0))
    THEN 'inden_for_tolerance'
    WHEN NOT (
      (
        (
          CAST(afgoerelse__antal_inden_frist AS INT128) * 100
        ) * 10
      ) * SIGN(CAST(afgoerelse__antal_med_frist AS INT128)) >= (
        CAST(maal_afgoerelse_fristoverholdelse__maal * 10 AS INT128) - CAST(maal_afgoerelse_fristoverholdelse__tolerance * 10 AS INT128)
      ) * ABS(NULLIF(CAST(afgoerelse__antal_med_frist AS INT128), 0))
    )
    THEN 'ikke_naaet'
  END AS "afgoerelser.fristoverholdelse__maal_status"
FROM (
  SELECT
    facts.afgoerelser__enhed,
    facts.afgoerelser__modtaget__year,
    COALESCE(MAX(facts.afgoerelse__antal_inden_frist), 0) AS afgoerelse__antal_inden_frist,
    COALESCE(MAX(facts.afgoerelse__antal_med_frist), 0) AS afgoerelse__antal_med_frist,
    MAX(facts.maal_afgoerelse_fristoverholdelse__maal) AS maal_afgoerelse_fristoverholdelse__maal,
    MAX(facts.maal_afgoerelse_fristoverholdelse__tolerance) AS maal_afgoerelse_fristoverholdelse__tolerance
  FROM (
    SELECT
      afgoerelser__enhed,
      afgoerelser__modtaget__year,
      afgoerelse__antal_inden_frist,
      afgoerelse__antal_med_frist,
      NULL AS maal_afgoerelse_fristoverholdelse__maal,
      NULL AS maal_afgoerelse_fristoverholdelse__tolerance
    FROM (
      SELECT
        afgoerelse.enhed AS afgoerelser__enhed,
        CAST(DATE_TRUNC('YEAR', afgoerelse.modtaget) AS DATE) AS afgoerelser__modtaget__year,
        COUNT(*) FILTER(WHERE
          afgoerelse.afgjort <= afgoerelse.frist) AS afgoerelse__antal_inden_frist,
        COUNT(*) FILTER(WHERE
          NOT afgoerelse.afgjort IS NULL AND NOT afgoerelse.frist IS NULL) AS afgoerelse__antal_med_frist
      FROM demo.main.afgoerelse AS afgoerelse
      WHERE
        (
          afgoerelse.enhed IN ($1, $2, $3, $4)
          AND (
            afgoerelse.modtaget >= $5
          )
          AND (
            afgoerelse.modtaget < $6
          )
        )
      GROUP BY
        1,
        2
    ) AS afgoerelse__antal_inden_frist
    UNION ALL
    SELECT
      afgoerelser__enhed,
      afgoerelser__modtaget__year,
      NULL AS afgoerelse__antal_inden_frist,
      NULL AS afgoerelse__antal_med_frist,
      maal_afgoerelse_fristoverholdelse__maal,
      maal_afgoerelse_fristoverholdelse__tolerance
    FROM (
      SELECT
        maal_afgoerelse_fristoverholdelse.enhed AS afgoerelser__enhed,
        CAST(DATE_TRUNC('YEAR', maal_afgoerelse_fristoverholdelse.modtaget) AS DATE) AS afgoerelser__modtaget__year,
        SUM(maal_afgoerelse_fristoverholdelse.maal) AS maal_afgoerelse_fristoverholdelse__maal,
        SUM(maal_afgoerelse_fristoverholdelse.tolerance) AS maal_afgoerelse_fristoverholdelse__tolerance
      FROM (
        SELECT
          *
        FROM (VALUES
          (
            CAST('E01' AS TEXT),
            CAST('2024-01-01' AS DATE),
            CAST('75' AS DECIMAL(38, 1)),
            CAST('2.5' AS DECIMAL(38, 1))
          ),
          (
            CAST('E02' AS TEXT),
            CAST('2024-01-01' AS DATE),
            CAST('65' AS DECIMAL(38, 1)),
            CAST('2.5' AS DECIMAL(38, 1))
          ),
          (
            CAST('E03' AS TEXT),
            CAST('2024-01-01' AS DATE),
            CAST('70' AS DECIMAL(38, 1)),
            CAST('2.5' AS DECIMAL(38, 1))
          ),
          (
            CAST('E04' AS TEXT),
            CAST('2024-01-01' AS DATE),
            CAST('75' AS DECIMAL(38, 1)),
            CAST('2.5' AS DECIMAL(38, 1))
          ),
          (
            CAST('E05' AS TEXT),
            CAST('2024-01-01' AS DATE),
            CAST('70' AS DECIMAL(38, 1)),
            CAST('2.5' AS DECIMAL(38, 1))
          ),
          (
            CAST('E06' AS TEXT),
            CAST('2024-01-01' AS DATE),
            CAST('80' AS DECIMAL(38, 1)),
            CAST('0' AS DECIMAL(38, 1))
          ),
          (
            CAST('E07' AS TEXT),
            CAST('2024-01-01' AS DATE),
            CAST('75' AS DECIMAL(38, 1)),
            CAST('2.5' AS DECIMAL(38, 1))
          ),
          (
            CAST('E08' AS TEXT),
            CAST('2024-01-01' AS DATE),
            CAST('70' AS DECIMAL(38, 1)),
            CAST('2.5' AS DECIMAL(38, 1))
          ),
          (
            CAST('E09' AS TEXT),
            CAST('2024-01-01' AS DATE),
            CAST('80' AS DECIMAL(38, 1)),
            CAST('2.5' AS DECIMAL(38, 1))
          ),
          (
            CAST('E10' AS TEXT),
            CAST('2024-01-01' AS DATE),
            CAST('75' AS DECIMAL(38, 1)),
            CAST('2.5' AS DECIMAL(38, 1))
          )) AS maal("enhed", "modtaget", "maal", "tolerance")
      ) AS maal_afgoerelse_fristoverholdelse
      WHERE
        (
          maal_afgoerelse_fristoverholdelse.enhed IN ($1, $2, $3, $4)
          AND (
            maal_afgoerelse_fristoverholdelse.modtaget >= $5
          )
          AND (
            maal_afgoerelse_fristoverholdelse.modtaget < $6
          )
        )
      GROUP BY
        1,
        2
    ) AS maal_afgoerelse_fristoverholdelse__maal
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  afgoerelser__modtaget__year ASC,
  afgoerelser__enhed ASC
LIMIT 10001
