SELECT
  afgoerelse__enhedsnr AS "afgoerelse.enhedsnr",
  afgoerelse__dag__year AS "afgoerelse.dag.year",
  CAST(NEAREST_QUOTIENT(CAST(afgoerelse__antal AS INT128) - CAST(afgoerelse__i_tide AS INT128), 1) AS DECIMAL(38, 0)) AS "afgoerelse.for_sent",
  CAST(maal_afgoerelse_for_sent__maal AS DECIMAL(38, 0)) AS "afgoerelse.for_sent__maal",
  CASE
    WHEN (
      afgoerelse__antal - afgoerelse__i_tide
    ) <= maal_afgoerelse_for_sent__maal
    THEN 'naaet'
    WHEN (
      afgoerelse__antal - afgoerelse__i_tide
    ) <= (
      maal_afgoerelse_for_sent__maal + maal_afgoerelse_for_sent__tolerance
    )
    THEN 'inden_for_tolerance'
    WHEN NOT (
      (
        afgoerelse__antal - afgoerelse__i_tide
      ) <= (
        maal_afgoerelse_for_sent__maal + maal_afgoerelse_for_sent__tolerance
      )
    )
    THEN 'ikke_naaet'
  END AS "afgoerelse.for_sent__maal_status"
FROM (
  SELECT
    facts.afgoerelse__enhedsnr,
    facts.afgoerelse__dag__year,
    COALESCE(MAX(facts.afgoerelse__antal), 0) AS afgoerelse__antal,
    MAX(facts.afgoerelse__i_tide) AS afgoerelse__i_tide,
    MAX(facts.maal_afgoerelse_for_sent__maal) AS maal_afgoerelse_for_sent__maal,
    MAX(facts.maal_afgoerelse_for_sent__tolerance) AS maal_afgoerelse_for_sent__tolerance
  FROM (
    SELECT
      afgoerelse__enhedsnr,
      afgoerelse__dag__year,
      afgoerelse__antal,
      afgoerelse__i_tide,
      NULL AS maal_afgoerelse_for_sent__maal,
      NULL AS maal_afgoerelse_for_sent__tolerance
    FROM (
      SELECT
        afgoerelse.enhed AS afgoerelse__enhedsnr,
        CAST(DATE_TRUNC('YEAR', afgoerelse.dag) AS DATE) AS afgoerelse__dag__year,
        COUNT(*) AS afgoerelse__antal,
        SUM(afgoerelse.i_tide) AS afgoerelse__i_tide
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
    ) AS afgoerelse__antal
    UNION ALL
    SELECT
      afgoerelse__enhedsnr,
      afgoerelse__dag__year,
      NULL AS afgoerelse__antal,
      NULL AS afgoerelse__i_tide,
      maal_afgoerelse_for_sent__maal,
      maal_afgoerelse_for_sent__tolerance
    FROM (
      SELECT
        maal_afgoerelse_for_sent.enhed AS afgoerelse__enhedsnr,
        CAST(DATE_TRUNC('YEAR', maal_afgoerelse_for_sent.dag) AS DATE) AS afgoerelse__dag__year,
        SUM(maal_afgoerelse_for_sent.maal) AS maal_afgoerelse_for_sent__maal,
        SUM(maal_afgoerelse_for_sent.tolerance) AS maal_afgoerelse_for_sent__tolerance
      FROM (
        SELECT
          *
        FROM (VALUES
          (
            CAST('1' AS BIGINT),
            CAST('2024-01-01' AS DATE),
            CAST('0' AS DECIMAL(38, 0)),
            CAST('1' AS DECIMAL(38, 0))
          ),
          (
            CAST('2' AS BIGINT),
            CAST('2024-01-01' AS DATE),
            CAST('0' AS DECIMAL(38, 0)),
            CAST('0' AS DECIMAL(38, 0))
          ),
          (
            CAST('3' AS BIGINT),
            CAST('2024-01-01' AS DATE),
            CAST('1' AS DECIMAL(38, 0)),
            CAST('0' AS DECIMAL(38, 0))
          )) AS maal("enhed", "dag", "maal", "tolerance")
      ) AS maal_afgoerelse_for_sent
      WHERE
        (
          maal_afgoerelse_for_sent.dag >= $1 AND (
            maal_afgoerelse_for_sent.dag < $2
          )
        )
      GROUP BY
        1,
        2
    ) AS maal_afgoerelse_for_sent__maal
  ) AS facts
  GROUP BY
    1,
    2
) AS core
WHERE
  NOT CASE
    WHEN (
      afgoerelse__antal - afgoerelse__i_tide
    ) <= maal_afgoerelse_for_sent__maal
    THEN 'naaet'
    WHEN (
      afgoerelse__antal - afgoerelse__i_tide
    ) <= (
      maal_afgoerelse_for_sent__maal + maal_afgoerelse_for_sent__tolerance
    )
    THEN 'inden_for_tolerance'
    WHEN NOT (
      (
        afgoerelse__antal - afgoerelse__i_tide
      ) <= (
        maal_afgoerelse_for_sent__maal + maal_afgoerelse_for_sent__tolerance
      )
    )
    THEN 'ikke_naaet'
  END IS NULL
ORDER BY
  afgoerelse__dag__year ASC,
  afgoerelse__enhedsnr ASC
LIMIT 10001
