SELECT
  CAST(afgoerelse__antal AS BIGINT) AS "afgoerelse.antal",
  CAST(afgoerelse__i_hast AS BIGINT) AS "afgoerelse.i_hast",
  CAST(NEAREST_QUOTIENT((
    CAST(afgoerelse__ja AS INT128) * 100
  ) * 10, CAST(afgoerelse__antal AS INT128)) AS DECIMAL(38, 0)) * 0.1 AS "afgoerelse.ja_andel"
FROM (
  SELECT
    COUNT(*) AS afgoerelse__antal,
    COUNT(*) FILTER(WHERE
      "afgoerelse.sag".hast) AS afgoerelse__i_hast,
    COUNT(*) FILTER(WHERE
      afgoerelse.udfald = 'ja') AS afgoerelse__ja
  FROM demo.main.afgoerelse AS afgoerelse
  LEFT JOIN demo.main.sag AS "afgoerelse.sag"
    ON afgoerelse.sag = "afgoerelse.sag".id
  WHERE
    (
      (
        afgoerelse.udfald = 'ja'
      )
    )
) AS core
ORDER BY
  afgoerelse__antal DESC
LIMIT 10001
