SELECT
  ophold__periode__month AS "ophold.periode.month",
  CAST(NEAREST_QUOTIENT(CAST(ophold__doegn_afsluttede AS INT128) * 100, CAST(ophold__afsluttede AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "ophold.opholdslaengde",
  CAST(NEAREST_QUOTIENT(CAST(ophold__doegn_aktive AS INT128) * 100, CAST(ophold__aktive AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "ophold.ventetid",
  CAST(ophold__doegn_afsluttede AS BIGINT) AS "ophold.doegn_afsluttede"
FROM (
  SELECT
    "ophold.@periods".begins AS ophold__periode__month,
    CAST(SUM(
      CASE
        WHEN cells."@event" >= "ophold.@periods".low
        AND cells."@event" < "ophold.@periods".high
        THEN cells."ophold__doegn_afsluttede@number"
        WHEN NOT (
          cells."ophold__doegn_afsluttede@number"
        ) IS NULL
        THEN 0
      END
    ) AS INT128) AS ophold__doegn_afsluttede,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" >= "ophold.@periods".low
          AND cells."@event" < "ophold.@periods".high
          THEN cells."ophold__afsluttede@number"
          WHEN NOT (
            cells."ophold__afsluttede@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS ophold__afsluttede,
    CAST(SUM(
      CASE
        WHEN cells."@event" < "ophold.@periods".high
        THEN "ophold.@periods".until_days * cells."ophold__doegn_aktive@number" - cells."ophold__doegn_aktive@reckoned"
        WHEN NOT (
          "ophold.@periods".until_days * cells."ophold__doegn_aktive@number" - cells."ophold__doegn_aktive@reckoned"
        ) IS NULL
        THEN 0
      END
    ) AS INT128) AS ophold__doegn_aktive,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" < "ophold.@periods".high
          THEN cells."ophold__aktive@number"
          WHEN NOT (
            cells."ophold__aktive@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS ophold__aktive
  FROM (VALUES
    (
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST(19723 AS BIGINT),
      CAST(19754 AS BIGINT)
    ),
    (
      CAST('2024-02-01' AS DATE),
      CAST('2024-03-01' AS DATE),
      CAST('2024-02-01' AS DATE),
      CAST(19754 AS BIGINT),
      CAST(19783 AS BIGINT)
    ),
    (
      CAST('2024-03-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-03-01' AS DATE),
      CAST(19783 AS BIGINT),
      CAST(19814 AS BIGINT)
    ),
    (
      CAST('2024-04-01' AS DATE),
      CAST('2024-05-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST(19814 AS BIGINT),
      CAST(19844 AS BIGINT)
    ),
    (
      CAST('2024-05-01' AS DATE),
      CAST('2024-06-01' AS DATE),
      CAST('2024-05-01' AS DATE),
      CAST(19844 AS BIGINT),
      CAST(19875 AS BIGINT)
    ),
    (
      CAST('2024-06-01' AS DATE),
      CAST('2024-07-01' AS DATE),
      CAST('2024-06-01' AS DATE),
      CAST(19875 AS BIGINT),
      CAST(19890 AS BIGINT)
    )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
  LEFT JOIN (
    SELECT
      CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
      SUM(events."ophold__doegn_afsluttede@number") AS "ophold__doegn_afsluttede@number",
      SUM(events."ophold__afsluttede@number") AS "ophold__afsluttede@number",
      SUM(events."ophold__doegn_aktive@number") AS "ophold__doegn_aktive@number",
      SUM(events."ophold__doegn_aktive@reckoned") AS "ophold__doegn_aktive@reckoned",
      SUM(events."ophold__aktive@number") AS "ophold__aktive@number"
    FROM (
      SELECT
        "@event",
        NULL AS "ophold__doegn_afsluttede@number",
        NULL AS "ophold__afsluttede@number",
        "ophold__doegn_aktive@number",
        "ophold__doegn_aktive@reckoned",
        "ophold__aktive@number"
      FROM (
        SELECT
          ophold.start AS "@event",
          COUNT(*) AS "ophold__doegn_aktive@number",
          SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn_aktive@reckoned",
          COUNT(*) AS "ophold__aktive@number"
        FROM demo.main.ophold AS ophold
        WHERE
          ophold.start < $1
          AND (
            (
              ophold.start > CAST('-infinity' AS DATE)
            )
          )
          AND (
            (
              NOT (
                ophold.start < ophold.slut
              ) IS FALSE
            )
          )
        GROUP BY
          1
      ) AS side
      UNION ALL
      SELECT
        "@event",
        "ophold__doegn_afsluttede@number",
        "ophold__afsluttede@number",
        -"ophold__doegn_aktive@number" AS "ophold__doegn_aktive@number",
        -"ophold__doegn_aktive@reckoned" AS "ophold__doegn_aktive@reckoned",
        -"ophold__aktive@number" AS "ophold__aktive@number"
      FROM (
        SELECT
          ophold.slut AS "@event",
          SUM(
            (
              DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)
            ) - (
              DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)
            )
          ) AS "ophold__doegn_afsluttede@number",
          COUNT(*) AS "ophold__afsluttede@number",
          COUNT(*) AS "ophold__doegn_aktive@number",
          SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn_aktive@reckoned",
          COUNT(*) AS "ophold__aktive@number"
        FROM demo.main.ophold AS ophold
        WHERE
          (
            ophold.start < $1 AND (
              ophold.slut < $1
            )
          )
          AND (
            (
              ophold.start > CAST('-infinity' AS DATE)
            )
          )
          AND (
            (
              NOT (
                ophold.start < ophold.slut
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
  ophold__periode__month ASC
LIMIT 10001
