SELECT
  rusmiddel__periode__quarter AS "rusmiddel.periode.quarter",
  CAST(rusmiddelforloeb__aktive AS BIGINT) AS "rusmiddel.aktive",
  CAST(rusmiddelforloeb__nye AS BIGINT) AS "rusmiddel.nye",
  CAST(rusmiddelforloeb__afsluttede AS BIGINT) AS "rusmiddel.afsluttede",
  CAST(NEAREST_QUOTIENT(
    CAST(rusmiddelforloeb__doegn_afsluttede AS INT128) * 10,
    CAST(rusmiddelforloeb__afsluttede AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "rusmiddel.behandlingslaengde"
FROM (
  SELECT
    "rusmiddelforloeb.@periods".begins AS rusmiddel__periode__quarter,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" < "rusmiddelforloeb.@periods".high
          THEN cells."rusmiddelforloeb__aktive@number"
          WHEN NOT (
            cells."rusmiddelforloeb__aktive@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS rusmiddelforloeb__aktive,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" >= "rusmiddelforloeb.@periods".low
          AND cells."@event" < "rusmiddelforloeb.@periods".high
          THEN cells."rusmiddelforloeb__nye@number"
          WHEN NOT (
            cells."rusmiddelforloeb__nye@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS rusmiddelforloeb__nye,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" >= "rusmiddelforloeb.@periods".low
          AND cells."@event" < "rusmiddelforloeb.@periods".high
          THEN cells."rusmiddelforloeb__afsluttede@number"
          WHEN NOT (
            cells."rusmiddelforloeb__afsluttede@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS rusmiddelforloeb__afsluttede,
    CAST(SUM(
      CASE
        WHEN cells."@event" >= "rusmiddelforloeb.@periods".low
        AND cells."@event" < "rusmiddelforloeb.@periods".high
        THEN cells."rusmiddelforloeb__doegn_afsluttede@number"
        WHEN NOT (
          cells."rusmiddelforloeb__doegn_afsluttede@number"
        ) IS NULL
        THEN 0
      END
    ) AS INT128) AS rusmiddelforloeb__doegn_afsluttede
  FROM (VALUES
    (
      CAST('2024-01-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-01-01' AS DATE)
    ),
    (
      CAST('2024-04-01' AS DATE),
      CAST('2024-07-01' AS DATE),
      CAST('2024-04-01' AS DATE)
    ),
    (
      CAST('2024-07-01' AS DATE),
      CAST('2024-10-01' AS DATE),
      CAST('2024-07-01' AS DATE)
    ),
    (
      CAST('2024-10-01' AS DATE),
      CAST('2025-01-01' AS DATE),
      CAST('2024-10-01' AS DATE)
    )) AS "rusmiddelforloeb.@periods"(begins, high, low)
  LEFT JOIN (
    SELECT
      CAST(DATE_TRUNC('QUARTER', events."@event") AS DATE) AS "@event",
      SUM(events."rusmiddelforloeb__aktive@number") AS "rusmiddelforloeb__aktive@number",
      SUM(events."rusmiddelforloeb__nye@number") AS "rusmiddelforloeb__nye@number",
      SUM(events."rusmiddelforloeb__afsluttede@number") AS "rusmiddelforloeb__afsluttede@number",
      SUM(events."rusmiddelforloeb__doegn_afsluttede@number") AS "rusmiddelforloeb__doegn_afsluttede@number"
    FROM (
      SELECT
        "@event",
        "rusmiddelforloeb__aktive@number",
        "rusmiddelforloeb__nye@number",
        NULL AS "rusmiddelforloeb__afsluttede@number",
        NULL AS "rusmiddelforloeb__doegn_afsluttede@number"
      FROM (
        SELECT
          rusmiddelforloeb.start AS "@event",
          COUNT(*) AS "rusmiddelforloeb__aktive@number",
          COUNT(*) AS "rusmiddelforloeb__nye@number"
        FROM demo.main.rusmiddelforloeb AS rusmiddelforloeb
        WHERE
          rusmiddelforloeb.start < $1
          AND (
            (
              rusmiddelforloeb.start > CAST('-infinity' AS DATE)
            )
          )
          AND (
            (
              NOT (
                rusmiddelforloeb.start < rusmiddelforloeb.slut
              ) IS FALSE
            )
          )
        GROUP BY
          1
      ) AS side
      UNION ALL
      SELECT
        "@event",
        -"rusmiddelforloeb__aktive@number" AS "rusmiddelforloeb__aktive@number",
        NULL AS "rusmiddelforloeb__nye@number",
        "rusmiddelforloeb__afsluttede@number",
        "rusmiddelforloeb__doegn_afsluttede@number"
      FROM (
        SELECT
          rusmiddelforloeb.slut AS "@event",
          COUNT(*) AS "rusmiddelforloeb__aktive@number",
          COUNT(*) AS "rusmiddelforloeb__afsluttede@number",
          SUM(
            (
              DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), rusmiddelforloeb.slut)
            ) - (
              DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), rusmiddelforloeb.start)
            )
          ) AS "rusmiddelforloeb__doegn_afsluttede@number"
        FROM demo.main.rusmiddelforloeb AS rusmiddelforloeb
        WHERE
          (
            rusmiddelforloeb.start < $1 AND (
              rusmiddelforloeb.slut < $1
            )
          )
          AND (
            (
              rusmiddelforloeb.start > CAST('-infinity' AS DATE)
            )
          )
          AND (
            (
              NOT (
                rusmiddelforloeb.start < rusmiddelforloeb.slut
              ) IS FALSE
            )
          )
        GROUP BY
          1
      ) AS side
    ) AS events
    GROUP BY
      1
  ) AS cells
    ON TRUE
  GROUP BY
    1
) AS core
ORDER BY
  rusmiddel__periode__quarter ASC
LIMIT 10001
