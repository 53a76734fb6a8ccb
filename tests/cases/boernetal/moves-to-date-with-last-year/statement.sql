SELECT
  flytninger__region AS "flytninger.region",
  CAST(flytning__foedsler__in__flytning__foedsler__aatd AS BIGINT) AS "flytninger.foedsler__aatd",
  CAST(flytning__foedsler__in__flytning__foedsler__aatd_sidste_aar AS BIGINT) AS "flytninger.foedsler__aatd_sidste_aar",
  CAST(flytning__tilflyttede__in__flytning__tilflyttede__aatd AS BIGINT) AS "flytninger.tilflyttede__aatd",
  CAST(flytning__tilflyttede__in__flytning__tilflyttede__aatd_sidste_aar AS BIGINT) AS "flytninger.tilflyttede__aatd_sidste_aar"
FROM (
  SELECT
    facts.flytninger__region,
    MAX(facts.flytning__foedsler__in__flytning__foedsler__aatd) AS flytning__foedsler__in__flytning__foedsler__aatd,
    MAX(facts.flytning__foedsler__in__flytning__foedsler__aatd_sidste_aar) AS flytning__foedsler__in__flytning__foedsler__aatd_sidste_aar,
    MAX(facts.flytning__tilflyttede__in__flytning__tilflyttede__aatd) AS flytning__tilflyttede__in__flytning__tilflyttede__aatd,
    MAX(facts.flytning__tilflyttede__in__flytning__tilflyttede__aatd_sidste_aar) AS flytning__tilflyttede__in__flytning__tilflyttede__aatd_sidste_aar
  FROM (
    SELECT
      flytninger__region,
      flytning__foedsler__in__flytning__foedsler__aatd,
      NULL AS flytning__foedsler__in__flytning__foedsler__aatd_sidste_aar,
      NULL AS flytning__tilflyttede__in__flytning__tilflyttede__aatd,
      NULL AS flytning__tilflyttede__in__flytning__tilflyttede__aatd_sidste_aar
    FROM (
      SELECT
        ".days".flytninger__region AS flytninger__region,
        SUM(".days".flytning__foedsler__in__flytning__foedsler__aatd) AS flytning__foedsler__in__flytning__foedsler__aatd
      FROM (
        SELECT
          "flytning.kommuner".region AS flytninger__region,
          flytning.kvartal AS ".day",
          SUM(flytning.antal) FILTER(WHERE
            flytning.bevaegelse = 'fødsel') AS flytning__foedsler__in__flytning__foedsler__aatd
        FROM demo.main.flytning AS flytning
        LEFT JOIN demo.main.kommuner AS "flytning.kommuner"
          ON flytning.kommunekode = "flytning.kommuner".kommunekode
        WHERE
          (
            flytning.kvartal >= $1 AND (
              flytning.kvartal < $2
            )
          )
        GROUP BY
          1,
          2
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-10-01 00:00:00' AS TIMESTAMP)
        )) AS "flytning.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "flytning.@periods".low
        AND ".days".".day" < "flytning.@periods".high
      GROUP BY
        1
    ) AS flytning__foedsler__in__flytning__foedsler__aatd
    UNION ALL
    SELECT
      flytninger__region,
      NULL AS flytning__foedsler__in__flytning__foedsler__aatd,
      flytning__foedsler__in__flytning__foedsler__aatd_sidste_aar,
      NULL AS flytning__tilflyttede__in__flytning__tilflyttede__aatd,
      NULL AS flytning__tilflyttede__in__flytning__tilflyttede__aatd_sidste_aar
    FROM (
      SELECT
        ".days".flytninger__region AS flytninger__region,
        SUM(".days".flytning__foedsler__in__flytning__foedsler__aatd_sidste_aar) AS flytning__foedsler__in__flytning__foedsler__aatd_sidste_aar
      FROM (
        SELECT
          "flytning.kommuner".region AS flytninger__region,
          flytning.kvartal AS ".day",
          SUM(flytning.antal) FILTER(WHERE
            flytning.bevaegelse = 'fødsel') AS flytning__foedsler__in__flytning__foedsler__aatd_sidste_aar
        FROM demo.main.flytning AS flytning
        LEFT JOIN demo.main.kommuner AS "flytning.kommuner"
          ON flytning.kommunekode = "flytning.kommuner".kommunekode
        WHERE
          (
            flytning.kvartal >= $3 AND (
              flytning.kvartal < $4
            )
          )
        GROUP BY
          1,
          2
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2024-10-01 00:00:00' AS TIMESTAMP)
        )) AS "flytning.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "flytning.@periods".low
        AND ".days".".day" < "flytning.@periods".high
      GROUP BY
        1
    ) AS flytning__foedsler__in__flytning__foedsler__aatd_sidste_aar
    UNION ALL
    SELECT
      flytninger__region,
      NULL AS flytning__foedsler__in__flytning__foedsler__aatd,
      NULL AS flytning__foedsler__in__flytning__foedsler__aatd_sidste_aar,
      flytning__tilflyttede__in__flytning__tilflyttede__aatd,
      NULL AS flytning__tilflyttede__in__flytning__tilflyttede__aatd_sidste_aar
    FROM (
      SELECT
        ".days".flytninger__region AS flytninger__region,
        SUM(".days".flytning__tilflyttede__in__flytning__tilflyttede__aatd) AS flytning__tilflyttede__in__flytning__tilflyttede__aatd
      FROM (
        SELECT
          "flytning.kommuner".region AS flytninger__region,
          flytning.kvartal AS ".day",
          SUM(flytning.antal) FILTER(WHERE
            flytning.bevaegelse = 'tilflytning') AS flytning__tilflyttede__in__flytning__tilflyttede__aatd
        FROM demo.main.flytning AS flytning
        LEFT JOIN demo.main.kommuner AS "flytning.kommuner"
          ON flytning.kommunekode = "flytning.kommuner".kommunekode
        WHERE
          (
            flytning.kvartal >= $1 AND (
              flytning.kvartal < $2
            )
          )
        GROUP BY
          1,
          2
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-10-01 00:00:00' AS TIMESTAMP)
        )) AS "flytning.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "flytning.@periods".low
        AND ".days".".day" < "flytning.@periods".high
      GROUP BY
        1
    ) AS flytning__tilflyttede__in__flytning__tilflyttede__aatd
    UNION ALL
    SELECT
      flytninger__region,
      NULL AS flytning__foedsler__in__flytning__foedsler__aatd,
      NULL AS flytning__foedsler__in__flytning__foedsler__aatd_sidste_aar,
      NULL AS flytning__tilflyttede__in__flytning__tilflyttede__aatd,
      flytning__tilflyttede__in__flytning__tilflyttede__aatd_sidste_aar
    FROM (
      SELECT
        ".days".flytninger__region AS flytninger__region,
        SUM(".days".flytning__tilflyttede__in__flytning__tilflyttede__aatd_sidste_aar) AS flytning__tilflyttede__in__flytning__tilflyttede__aatd_sidste_aar
      FROM (
        SELECT
          "flytning.kommuner".region AS flytninger__region,
          flytning.kvartal AS ".day",
          SUM(flytning.antal) FILTER(WHERE
            flytning.bevaegelse = 'tilflytning') AS flytning__tilflyttede__in__flytning__tilflyttede__aatd_sidste_aar
        FROM demo.main.flytning AS flytning
        LEFT JOIN demo.main.kommuner AS "flytning.kommuner"
          ON flytning.kommunekode = "flytning.kommuner".kommunekode
        WHERE
          (
            flytning.kvartal >= $3 AND (
              flytning.kvartal < $4
            )
          )
        GROUP BY
          1,
          2
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2024-10-01 00:00:00' AS TIMESTAMP)
        )) AS "flytning.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "flytning.@periods".low
        AND ".days".".day" < "flytning.@periods".high
      GROUP BY
        1
    ) AS flytning__tilflyttede__in__flytning__tilflyttede__aatd_sidste_aar
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  flytninger__region ASC
LIMIT 10001
