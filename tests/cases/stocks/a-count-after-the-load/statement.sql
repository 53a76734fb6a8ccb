SELECT
  senge__afdeling AS "senge.afdeling",
  CAST(senge__antal AS BIGINT) AS "senge.antal",
  CAST(senge__optalt AS BIGINT) AS "senge.optalt"
FROM (
  SELECT
    facts.senge__afdeling,
    MAX(facts.senge__antal) AS senge__antal,
    COALESCE(MAX(facts.senge__optalt), 0) AS senge__optalt
  FROM (
    SELECT
      senge__afdeling,
      senge__antal,
      NULL AS senge__optalt
    FROM (
      SELECT
        ".senge__afdeling" AS senge__afdeling,
        SUM(senge.antal) AS senge__antal
      FROM (
        SELECT
          senge.*,
          senge.afdeling AS ".senge__afdeling"
        FROM demo.main.senge AS senge
        WHERE
          senge.dato < $1
        QUALIFY
          senge.dato = MAX(senge.dato) OVER (PARTITION BY senge.afdeling)
      ) AS senge
      GROUP BY
        1
    ) AS senge__antal
    UNION ALL
    SELECT
      senge__afdeling,
      NULL AS senge__antal,
      senge__optalt
    FROM (
      SELECT
        senge.afdeling AS senge__afdeling,
        COUNT(*) AS senge__optalt
      FROM demo.main.senge AS senge
      GROUP BY
        1
    ) AS senge__optalt
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  senge__afdeling ASC
LIMIT 10001
