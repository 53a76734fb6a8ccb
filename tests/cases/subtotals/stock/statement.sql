SELECT
  befolkning__koen AS "befolkning.koen",
  CAST(befolkning__koen__subtotal AS BOOLEAN) AS "befolkning.koen__subtotal",
  CAST(befolkning__personer AS BIGINT) AS "befolkning.personer"
FROM (
  SELECT
    *
  FROM (
    SELECT
      befolkning__koen,
      0 AS befolkning__koen__subtotal,
      befolkning__personer
    FROM (
      SELECT
        ".befolkning__koen" AS befolkning__koen,
        SUM(befolkning.personer) AS befolkning__personer
      FROM (
        SELECT
          befolkning.*,
          befolkning.koen AS ".befolkning__koen"
        FROM demo.main.befolkning AS befolkning
        WHERE
          befolkning.periode < $1
        QUALIFY
          befolkning.periode = MAX(befolkning.periode) OVER (PARTITION BY befolkning.kommunekode)
      ) AS befolkning
      GROUP BY
        1
    ) AS level
    UNION ALL
    SELECT
      NULL AS befolkning__koen,
      1 AS befolkning__koen__subtotal,
      befolkning__personer
    FROM (
      SELECT
        SUM(befolkning.personer) AS befolkning__personer
      FROM (
        SELECT
          befolkning.*
        FROM demo.main.befolkning AS befolkning
        WHERE
          befolkning.periode < $1
        QUALIFY
          befolkning.periode = MAX(befolkning.periode) OVER (PARTITION BY befolkning.kommunekode)
      ) AS befolkning
    ) AS level
  ) AS levels
) AS core
ORDER BY
  befolkning__koen__subtotal ASC,
  befolkning__koen ASC
LIMIT 10001
