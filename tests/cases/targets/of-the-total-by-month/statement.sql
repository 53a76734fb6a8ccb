SELECT
  afgoerelse__dag__month AS "afgoerelse.dag.month",
  CAST(afgoerelse__antal AS BIGINT) AS "afgoerelse.antal",
  CAST(maal_afgoerelse_antal__maal AS DECIMAL(38, 0)) AS "afgoerelse.antal__maal",
  CAST(NEAREST_QUOTIENT(CAST(afgoerelse__antal AS INT128) - CAST(maal_afgoerelse_antal__maal AS INT128), 1) AS DECIMAL(38, 0)) AS "afgoerelse.antal__maal_afvigelse",
  CAST(NEAREST_QUOTIENT(
    (
      (
        CAST(afgoerelse__antal AS INT128) - CAST(maal_afgoerelse_antal__maal AS INT128)
      ) * 100
    ) * 10,
    CAST(maal_afgoerelse_antal__maal AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "afgoerelse.antal__maal_afvigelse_pct",
  CASE
    WHEN maal_afgoerelse_antal__maal = 0
    AND NOT (
      (
        afgoerelse__antal - maal_afgoerelse_antal__maal
      ) * 100
    ) IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST((
        afgoerelse__antal - maal_afgoerelse_antal__maal
      ) * 100 AS DOUBLE) / NULLIF(maal_afgoerelse_antal__maal, 0)
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "afgoerelse.antal__maal_afvigelse_pct__status"
FROM (
  SELECT
    facts.afgoerelse__dag__month,
    COALESCE(MAX(facts.afgoerelse__antal), 0) AS afgoerelse__antal,
    MAX(facts.maal_afgoerelse_antal__maal) AS maal_afgoerelse_antal__maal
  FROM (
    SELECT
      afgoerelse__dag__month,
      afgoerelse__antal,
      NULL AS maal_afgoerelse_antal__maal
    FROM (
      SELECT
        CAST(DATE_TRUNC('MONTH', afgoerelse.dag) AS DATE) AS afgoerelse__dag__month,
        COUNT(*) AS afgoerelse__antal
      FROM demo.main.afgoerelse AS afgoerelse
      WHERE
        (
          afgoerelse.dag >= $1 AND (
            afgoerelse.dag < $2
          )
        )
      GROUP BY
        1
    ) AS afgoerelse__antal
    UNION ALL
    SELECT
      afgoerelse__dag__month,
      NULL AS afgoerelse__antal,
      maal_afgoerelse_antal__maal
    FROM (
      SELECT
        CAST(DATE_TRUNC('MONTH', maal_afgoerelse_antal.dag) AS DATE) AS afgoerelse__dag__month,
        SUM(maal_afgoerelse_antal.maal) AS maal_afgoerelse_antal__maal
      FROM (
        SELECT
          *
        FROM (VALUES
          (
            CAST('2024-01-01' AS DATE),
            CAST('4' AS DECIMAL(38, 0)),
            CAST('0' AS DECIMAL(38, 0))
          ),
          (
            CAST('2024-02-01' AS DATE),
            CAST('0' AS DECIMAL(38, 0)),
            CAST('0' AS DECIMAL(38, 0))
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('0' AS DECIMAL(38, 0)),
            CAST('0' AS DECIMAL(38, 0))
          )) AS maal("dag", "maal", "tolerance")
      ) AS maal_afgoerelse_antal
      WHERE
        (
          maal_afgoerelse_antal.dag >= $1 AND (
            maal_afgoerelse_antal.dag < $2
          )
        )
      GROUP BY
        1
    ) AS maal_afgoerelse_antal__maal
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  afgoerelse__dag__month ASC
LIMIT 10001
