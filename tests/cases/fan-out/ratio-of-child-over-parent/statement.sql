SELECT
  sag__hast AS "sag.hast",
  CAST(NEAREST_QUOTIENT(CAST(afgoerelse__antal AS INT128) * 1000, CAST(sag__antal AS INT128)) AS DECIMAL(38, 0)) * 0.001 AS "sag.afgoerelser_pr_sag"
FROM (
  SELECT
    facts.sag__hast,
    COALESCE(MAX(facts.afgoerelse__antal), 0) AS afgoerelse__antal,
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal
  FROM (
    SELECT
      sag__hast,
      afgoerelse__antal,
      NULL AS sag__antal
    FROM (
      SELECT
        "afgoerelse.sag".hast AS sag__hast,
        COUNT(*) AS afgoerelse__antal
      FROM demo.main.afgoerelse AS afgoerelse
      LEFT JOIN demo.main.sag AS "afgoerelse.sag"
        ON afgoerelse.sag = "afgoerelse.sag".id
      GROUP BY
        1
    ) AS afgoerelse__antal
    UNION ALL
    SELECT
      sag__hast,
      NULL AS afgoerelse__antal,
      sag__antal
    FROM (
      SELECT
        sag.hast AS sag__hast,
        COUNT(*) AS sag__antal
      FROM demo.main.sag AS sag
      GROUP BY
        1
    ) AS sag__antal
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sag__hast ASC
LIMIT 10001
