SELECT
  kant__dag__month AS "kant.dag.month",
  CAST(kant__antal AS BIGINT) AS "kant.antal"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      CAST(DATE_TRUNC('MONTH', kant.dag) AS DATE) AS kant__dag__month,
      COUNT(*) AS kant__antal
    FROM demo.main.kant AS kant
    GROUP BY
      1
  )
  SELECT
    facts.kant__dag__month,
    COALESCE(MAX(facts.kant__antal), 0) AS kant__antal
  FROM (
    SELECT
      kant__dag__month,
      kant__antal
    FROM ".answered"
    UNION ALL
    SELECT
      kant__dag__month.kant__dag__month,
      NULL AS kant__antal
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS kant__dag__month
      FROM (
        SELECT
          UNNEST(
            GENERATE_SERIES(
              ".bounds".first,
              CASE
                WHEN DATE_DIFF('MONTH', ".bounds".first, ".bounds".last) > 9999
                THEN CAST(ERROR('More than 10000 periods would be listed.') AS TIMESTAMP)
                ELSE ".bounds".last
              END,
              INTERVAL '1' MONTH
            )
          ) AS period
        FROM (
          SELECT
            CAST(MIN(kant__dag__month) FILTER(WHERE
              ISFINITE(kant__dag__month)) AS TIMESTAMP) AS first,
            CAST(MAX(kant__dag__month) FILTER(WHERE
              ISFINITE(kant__dag__month)) AS TIMESTAMP) AS last
          FROM ".answered"
        ) AS ".bounds"
      ) AS periods
    ) AS kant__dag__month
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  kant__dag__month ASC
LIMIT 10001
