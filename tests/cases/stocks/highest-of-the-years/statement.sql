SELECT
  CAST(senge__hoejest_i_aar__total AS BIGINT) AS "senge.hoejest_i_aar"
FROM (
  SELECT
    MAX(CAST(senge__antal AS DECIMAL(38, 12))) AS senge__hoejest_i_aar__total
  FROM (
    SELECT
      ".member__senge__aar" AS member__senge__aar,
      SUM(senge.antal) AS senge__antal
    FROM (
      SELECT
        senge.*,
        EXTRACT(YEAR FROM senge.dato) AS ".member__senge__aar"
      FROM demo.main.senge AS senge
      WHERE
        senge.dato < $1
      QUALIFY
        senge.dato = MAX(senge.dato) OVER (PARTITION BY senge.afdeling, EXTRACT(YEAR FROM senge.dato))
    ) AS senge
    GROUP BY
      1
  ) AS members
) AS core
ORDER BY
  senge__hoejest_i_aar__total DESC
LIMIT 10001
