SELECT
  CAST(NEAREST_QUOTIENT(CAST(udgift__kr AS INT128) * 10, CAST(udgift__folk AS INT128)) AS DECIMAL(38, 0)) * 0.1 AS "udgift.pris_maerket",
  CASE
    WHEN udgift__folk = 0 AND NOT udgift__kr IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST(udgift__kr AS DOUBLE) / NULLIF(udgift__folk, 0)
    ) IS NULL
    THEN 'mangler'
    WHEN udgift__pris_maerket__not_validated > 0
    THEN 'ikke_valideret'
    ELSE 'normal'
  END AS "udgift.pris_maerket__status",
  CAST(NEAREST_QUOTIENT(
    CAST(udgift__kr__in__udgift__pris_maerket__egn AS INT128) * 10,
    CAST(udgift__folk__in__udgift__pris_maerket__egn AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "udgift.pris_maerket__egn",
  CAST(NEAREST_QUOTIENT(
    (
      (
        CAST(udgift__kr AS INT128) * CAST(udgift__folk__in__udgift__pris_maerket__egn AS INT128)
      ) - (
        CAST(udgift__kr__in__udgift__pris_maerket__egn AS INT128) * CAST(udgift__folk AS INT128)
      )
    ) * 10,
    CAST(udgift__folk AS INT128) * CAST(udgift__folk__in__udgift__pris_maerket__egn AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "udgift.pris_maerket__egn_afvigelse",
  CAST(udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total AS BIGINT) AS "udgift.pris_maerket__egn_rang",
  CAST(NEAREST_QUOTIENT(
    COALESCE(
      CAST(udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total AS INT128),
      0
    ),
    1
  ) AS DECIMAL(38, 0)) AS "udgift.pris_maerket__egn_antal",
  CAST(byer__antal__in__udgift__pris_maerket__egn_medlemmer AS BIGINT) AS "udgift.pris_maerket__egn_medlemmer",
  CAST(NEAREST_QUOTIENT(
    (
      COALESCE(
        CAST(udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total AS INT128),
        0
      ) * 100
    ) * 10,
    CAST(byer__antal__in__udgift__pris_maerket__egn_medlemmer AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "udgift.pris_maerket__egn_daekning",
  CAST(NEAREST_QUOTIENT(
    CAST(udgift__kr__in__udgift__pris_maerket__alle AS INT128) * 10,
    CAST(udgift__folk__in__udgift__pris_maerket__alle AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "udgift.pris_maerket__alle",
  CAST(udgift__pris_maerket__alle_rang__in__udgift__pris_maerket__alle__total AS BIGINT) AS "udgift.pris_maerket__alle_rang"
FROM (
  SELECT
    facts.of__byer__egn,
    facts.of__byer__kode,
    facts.udgift__kr AS udgift__kr,
    facts.udgift__folk AS udgift__folk,
    COALESCE(facts.udgift__pris_maerket__not_validated, 0) AS udgift__pris_maerket__not_validated,
    udgift__kr__in__udgift__pris_maerket__egn.udgift__kr__in__udgift__pris_maerket__egn AS udgift__kr__in__udgift__pris_maerket__egn,
    udgift__kr__in__udgift__pris_maerket__egn.udgift__folk__in__udgift__pris_maerket__egn AS udgift__folk__in__udgift__pris_maerket__egn,
    COALESCE(
      byer__antal__in__udgift__pris_maerket__egn_medlemmer.byer__antal__in__udgift__pris_maerket__egn_medlemmer,
      0
    ) AS byer__antal__in__udgift__pris_maerket__egn_medlemmer,
    udgift__kr__in__udgift__pris_maerket__alle.udgift__kr__in__udgift__pris_maerket__alle AS udgift__kr__in__udgift__pris_maerket__alle,
    udgift__kr__in__udgift__pris_maerket__alle.udgift__folk__in__udgift__pris_maerket__alle AS udgift__folk__in__udgift__pris_maerket__alle,
    udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total.udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total AS udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total,
    udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total.udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total AS udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total,
    udgift__pris_maerket__alle_rang__in__udgift__pris_maerket__alle__total.udgift__pris_maerket__alle_rang__in__udgift__pris_maerket__alle__total AS udgift__pris_maerket__alle_rang__in__udgift__pris_maerket__alle__total
  FROM (
    SELECT
      facts.of__byer__egn,
      facts.of__byer__kode,
      MAX(facts.udgift__kr) AS udgift__kr,
      MAX(facts.udgift__folk) AS udgift__folk,
      COALESCE(MAX(facts.udgift__pris_maerket__not_validated), 0) AS udgift__pris_maerket__not_validated
    FROM (
      SELECT
        of__byer__egn,
        of__byer__kode,
        udgift__kr,
        udgift__folk,
        udgift__pris_maerket__not_validated
      FROM (
        SELECT
          "udgift.byer".egn AS of__byer__egn,
          udgift.kode AS of__byer__kode,
          SUM(udgift.kr) AS udgift__kr,
          SUM(udgift.folk) AS udgift__folk,
          COUNT(*) FILTER(WHERE
            "udgift.maerker".status IS DISTINCT FROM 'valideret') AS udgift__pris_maerket__not_validated
        FROM demo.main.udgift AS udgift
        LEFT JOIN demo.main.by_ AS "udgift.byer"
          ON udgift.kode = "udgift.byer".kode
        LEFT JOIN demo.main.maerke AS "udgift.maerker"
          ON udgift.kode = "udgift.maerker".kode
          AND "udgift.maerker".omraade = 'oekonomi'
          AND CAST(udgift.aar AS TEXT) = "udgift.maerker".periode
        WHERE
          (
            "udgift.byer".navn = $1 AND (
              udgift.aar = $2
            )
          )
        GROUP BY
          1,
          2
      ) AS udgift__kr
      UNION ALL
      SELECT
        of__byer__egn,
        of__byer__kode,
        NULL AS udgift__kr,
        NULL AS udgift__folk,
        NULL AS udgift__pris_maerket__not_validated
      FROM (
        SELECT DISTINCT
          byer.egn AS of__byer__egn,
          byer.kode AS of__byer__kode
        FROM demo.main.by_ AS byer
        WHERE
          byer.navn = $1
      ) AS listed
    ) AS facts
    GROUP BY
      1,
      2
  ) AS facts
  LEFT JOIN (
    SELECT
      "udgift.byer".egn AS of__byer__egn,
      SUM(udgift.kr) AS udgift__kr__in__udgift__pris_maerket__egn,
      SUM(udgift.folk) AS udgift__folk__in__udgift__pris_maerket__egn
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.by_ AS "udgift.byer"
      ON udgift.kode = "udgift.byer".kode
    WHERE
      (
        udgift.aar = $2 AND (
          NOT "udgift.byer".egn IS NULL
        )
      )
    GROUP BY
      1
  ) AS udgift__kr__in__udgift__pris_maerket__egn
    ON facts.of__byer__egn IS NOT DISTINCT FROM udgift__kr__in__udgift__pris_maerket__egn.of__byer__egn
  LEFT JOIN (
    SELECT
      byer.egn AS of__byer__egn,
      COUNT(*) AS byer__antal__in__udgift__pris_maerket__egn_medlemmer
    FROM demo.main.by_ AS byer
    WHERE
      NOT byer.egn IS NULL
    GROUP BY
      1
  ) AS byer__antal__in__udgift__pris_maerket__egn_medlemmer
    ON facts.of__byer__egn IS NOT DISTINCT FROM byer__antal__in__udgift__pris_maerket__egn_medlemmer.of__byer__egn
  CROSS JOIN (
    SELECT
      SUM(udgift.kr) AS udgift__kr__in__udgift__pris_maerket__alle,
      SUM(udgift.folk) AS udgift__folk__in__udgift__pris_maerket__alle
    FROM demo.main.udgift AS udgift
    WHERE
      udgift.aar = $2
  ) AS udgift__kr__in__udgift__pris_maerket__alle
  LEFT JOIN (
    SELECT
      of__byer__egn,
      of__byer__kode,
      RANK() OVER (
        PARTITION BY of__byer__egn
        ORDER BY CAST(CAST(udgift__kr AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(udgift__folk AS INT128), 0) AS DOUBLE) ASC
      ) AS udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total
    FROM (
      SELECT
        "udgift.byer".egn AS of__byer__egn,
        udgift.kode AS of__byer__kode,
        SUM(udgift.kr) AS udgift__kr,
        SUM(udgift.folk) AS udgift__folk
      FROM demo.main.udgift AS udgift
      LEFT JOIN demo.main.by_ AS "udgift.byer"
        ON udgift.kode = "udgift.byer".kode
      WHERE
        (
          udgift.aar = $2 AND (
            NOT "udgift.byer".egn IS NULL
          )
        )
      GROUP BY
        1,
        2
    ) AS members
    WHERE
      NOT of__byer__kode IS NULL
      AND NOT (
        CAST(CAST(udgift__kr AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(udgift__folk AS INT128), 0) AS DOUBLE)
      ) IS NULL
  ) AS udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total
    ON facts.of__byer__egn IS NOT DISTINCT FROM udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total.of__byer__egn
    AND facts.of__byer__kode IS NOT DISTINCT FROM udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total.of__byer__kode
  LEFT JOIN (
    SELECT
      of__byer__egn,
      COUNT(
        CAST(NEAREST_QUOTIENT(CAST(udgift__kr AS INT128) * 1000000000000, CAST(udgift__folk AS INT128)) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__byer__kode IS NULL) AS udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total
    FROM (
      SELECT
        "udgift.byer".egn AS of__byer__egn,
        udgift.kode AS member__byer__kode,
        SUM(udgift.kr) AS udgift__kr,
        SUM(udgift.folk) AS udgift__folk
      FROM demo.main.udgift AS udgift
      LEFT JOIN demo.main.by_ AS "udgift.byer"
        ON udgift.kode = "udgift.byer".kode
      WHERE
        (
          udgift.aar = $2 AND (
            NOT "udgift.byer".egn IS NULL
          )
        )
      GROUP BY
        1,
        2
    ) AS members
    GROUP BY
      1
  ) AS udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total
    ON facts.of__byer__egn IS NOT DISTINCT FROM udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total.of__byer__egn
  LEFT JOIN (
    SELECT
      of__byer__kode,
      RANK() OVER (
        ORDER BY CAST(CAST(udgift__kr AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(udgift__folk AS INT128), 0) AS DOUBLE) ASC
      ) AS udgift__pris_maerket__alle_rang__in__udgift__pris_maerket__alle__total
    FROM (
      SELECT
        udgift.kode AS of__byer__kode,
        SUM(udgift.kr) AS udgift__kr,
        SUM(udgift.folk) AS udgift__folk
      FROM demo.main.udgift AS udgift
      WHERE
        udgift.aar = $2
      GROUP BY
        1
    ) AS members
    WHERE
      NOT of__byer__kode IS NULL
      AND NOT (
        CAST(CAST(udgift__kr AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(udgift__folk AS INT128), 0) AS DOUBLE)
      ) IS NULL
  ) AS udgift__pris_maerket__alle_rang__in__udgift__pris_maerket__alle__total
    ON facts.of__byer__kode IS NOT DISTINCT FROM udgift__pris_maerket__alle_rang__in__udgift__pris_maerket__alle__total.of__byer__kode
) AS core
ORDER BY
  CAST(udgift__kr AS DOUBLE) / NULLIF(udgift__folk, 0) DESC
LIMIT 10001
