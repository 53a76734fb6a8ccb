SELECT
  udgift__aar AS "udgift.aar",
  udgift__navn AS "udgift.navn",
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
  CASE
    WHEN udgift__folk__in__udgift__pris_maerket__egn = 0
    AND NOT udgift__kr__in__udgift__pris_maerket__egn IS NULL
    THEN 'nul_naevner'
    WHEN (
      (
        CAST(udgift__kr__in__udgift__pris_maerket__egn AS DOUBLE) / NULLIF(udgift__folk__in__udgift__pris_maerket__egn, 0)
      )
    ) IS NULL
    THEN 'mangler'
    WHEN udgift__pris_maerket__not_validated__in__udgift__pris_maerket__egn > 0
    THEN 'ikke_valideret'
    ELSE 'normal'
  END AS "udgift.pris_maerket__egn__status",
  CASE
    WHEN udgift__folk = 0 AND NOT udgift__kr IS NULL
    THEN 'nul_naevner'
    WHEN udgift__folk__in__udgift__pris_maerket__egn = 0
    AND NOT udgift__kr__in__udgift__pris_maerket__egn IS NULL
    THEN 'nul_naevner'
    WHEN (
      (
        CAST(udgift__kr AS DOUBLE) / NULLIF(udgift__folk, 0)
      ) - (
        (
          CAST(udgift__kr__in__udgift__pris_maerket__egn AS DOUBLE) / NULLIF(udgift__folk__in__udgift__pris_maerket__egn, 0)
        )
      )
    ) IS NULL
    THEN 'mangler'
    WHEN udgift__pris_maerket__not_validated > 0
    THEN 'ikke_valideret'
    WHEN udgift__pris_maerket__not_validated__in__udgift__pris_maerket__egn > 0
    THEN 'ikke_valideret'
    ELSE 'normal'
  END AS "udgift.pris_maerket__egn_afvigelse__status",
  CAST(udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total AS BIGINT) AS "udgift.pris_maerket__egn_rang",
  CASE
    WHEN udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total IS NULL
    THEN 'mangler'
    WHEN udgift__pris_maerket__not_validated__in__udgift__pris_maerket__egn > 0
    THEN 'ikke_valideret'
    ELSE 'normal'
  END AS "udgift.pris_maerket__egn_rang__status",
  CAST(NEAREST_QUOTIENT(
    COALESCE(
      CAST(udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total AS INT128),
      0
    ),
    1
  ) AS DECIMAL(38, 0)) AS "udgift.pris_maerket__egn_antal",
  CASE
    WHEN COALESCE(udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total, 0) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "udgift.pris_maerket__egn_antal__status",
  CASE
    WHEN udgift__folk__in__udgift__pris_maerket__alle = 0
    AND NOT udgift__kr__in__udgift__pris_maerket__alle IS NULL
    THEN 'nul_naevner'
    WHEN (
      (
        CAST(udgift__kr__in__udgift__pris_maerket__alle AS DOUBLE) / NULLIF(udgift__folk__in__udgift__pris_maerket__alle, 0)
      )
    ) IS NULL
    THEN 'mangler'
    WHEN udgift__pris_maerket__not_validated__in__udgift__pris_maerket__alle > 0
    THEN 'ikke_valideret'
    ELSE 'normal'
  END AS "udgift.pris_maerket__alle__status"
FROM (
  SELECT
    facts.udgift__aar,
    facts.udgift__navn,
    facts.of__byer__egn,
    facts.of__byer__kode,
    facts.udgift__kr AS udgift__kr,
    facts.udgift__folk AS udgift__folk,
    COALESCE(facts.udgift__pris_maerket__not_validated, 0) AS udgift__pris_maerket__not_validated,
    udgift__kr__in__udgift__pris_maerket__egn.udgift__kr__in__udgift__pris_maerket__egn AS udgift__kr__in__udgift__pris_maerket__egn,
    udgift__kr__in__udgift__pris_maerket__egn.udgift__folk__in__udgift__pris_maerket__egn AS udgift__folk__in__udgift__pris_maerket__egn,
    COALESCE(
      udgift__kr__in__udgift__pris_maerket__egn.udgift__pris_maerket__not_validated__in__udgift__pris_maerket__egn,
      0
    ) AS udgift__pris_maerket__not_validated__in__udgift__pris_maerket__egn,
    udgift__kr__in__udgift__pris_maerket__alle.udgift__kr__in__udgift__pris_maerket__alle AS udgift__kr__in__udgift__pris_maerket__alle,
    udgift__kr__in__udgift__pris_maerket__alle.udgift__folk__in__udgift__pris_maerket__alle AS udgift__folk__in__udgift__pris_maerket__alle,
    COALESCE(
      udgift__kr__in__udgift__pris_maerket__alle.udgift__pris_maerket__not_validated__in__udgift__pris_maerket__alle,
      0
    ) AS udgift__pris_maerket__not_validated__in__udgift__pris_maerket__alle,
    udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total.udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total AS udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total,
    udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total.udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total AS udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total
  FROM (
    SELECT
      udgift.aar AS udgift__aar,
      "udgift.byer".navn AS udgift__navn,
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
    GROUP BY
      1,
      2,
      3,
      4
  ) AS facts
  LEFT JOIN (
    SELECT
      udgift.aar AS udgift__aar,
      "udgift.byer".egn AS of__byer__egn,
      SUM(udgift.kr) AS udgift__kr__in__udgift__pris_maerket__egn,
      SUM(udgift.folk) AS udgift__folk__in__udgift__pris_maerket__egn,
      COUNT(*) FILTER(WHERE
        "udgift.maerker".status IS DISTINCT FROM 'valideret') AS udgift__pris_maerket__not_validated__in__udgift__pris_maerket__egn
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.by_ AS "udgift.byer"
      ON udgift.kode = "udgift.byer".kode
    LEFT JOIN demo.main.maerke AS "udgift.maerker"
      ON udgift.kode = "udgift.maerker".kode
      AND "udgift.maerker".omraade = 'oekonomi'
      AND CAST(udgift.aar AS TEXT) = "udgift.maerker".periode
    WHERE
      NOT "udgift.byer".egn IS NULL
    GROUP BY
      1,
      2
  ) AS udgift__kr__in__udgift__pris_maerket__egn
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__kr__in__udgift__pris_maerket__egn.udgift__aar
    AND facts.of__byer__egn IS NOT DISTINCT FROM udgift__kr__in__udgift__pris_maerket__egn.of__byer__egn
  LEFT JOIN (
    SELECT
      udgift.aar AS udgift__aar,
      SUM(udgift.kr) AS udgift__kr__in__udgift__pris_maerket__alle,
      SUM(udgift.folk) AS udgift__folk__in__udgift__pris_maerket__alle,
      COUNT(*) FILTER(WHERE
        "udgift.maerker".status IS DISTINCT FROM 'valideret') AS udgift__pris_maerket__not_validated__in__udgift__pris_maerket__alle
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.maerke AS "udgift.maerker"
      ON udgift.kode = "udgift.maerker".kode
      AND "udgift.maerker".omraade = 'oekonomi'
      AND CAST(udgift.aar AS TEXT) = "udgift.maerker".periode
    GROUP BY
      1
  ) AS udgift__kr__in__udgift__pris_maerket__alle
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__kr__in__udgift__pris_maerket__alle.udgift__aar
  LEFT JOIN (
    SELECT
      udgift__aar,
      of__byer__egn,
      of__byer__kode,
      RANK() OVER (
        PARTITION BY udgift__aar, of__byer__egn
        ORDER BY CAST(CAST(udgift__kr AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(udgift__folk AS INT128), 0) AS DOUBLE) ASC
      ) AS udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total
    FROM (
      SELECT
        udgift.aar AS udgift__aar,
        "udgift.byer".egn AS of__byer__egn,
        udgift.kode AS of__byer__kode,
        SUM(udgift.kr) AS udgift__kr,
        SUM(udgift.folk) AS udgift__folk
      FROM demo.main.udgift AS udgift
      LEFT JOIN demo.main.by_ AS "udgift.byer"
        ON udgift.kode = "udgift.byer".kode
      WHERE
        NOT "udgift.byer".egn IS NULL
      GROUP BY
        1,
        2,
        3
    ) AS members
    WHERE
      NOT of__byer__kode IS NULL
      AND NOT (
        CAST(CAST(udgift__kr AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(udgift__folk AS INT128), 0) AS DOUBLE)
      ) IS NULL
  ) AS udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total.udgift__aar
    AND facts.of__byer__egn IS NOT DISTINCT FROM udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total.of__byer__egn
    AND facts.of__byer__kode IS NOT DISTINCT FROM udgift__pris_maerket__egn_rang__in__udgift__pris_maerket__egn__total.of__byer__kode
  LEFT JOIN (
    SELECT
      udgift__aar,
      of__byer__egn,
      COUNT(
        CAST(NEAREST_QUOTIENT(CAST(udgift__kr AS INT128) * 1000000000000, CAST(udgift__folk AS INT128)) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__byer__kode IS NULL) AS udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total
    FROM (
      SELECT
        udgift.aar AS udgift__aar,
        "udgift.byer".egn AS of__byer__egn,
        udgift.kode AS member__byer__kode,
        SUM(udgift.kr) AS udgift__kr,
        SUM(udgift.folk) AS udgift__folk
      FROM demo.main.udgift AS udgift
      LEFT JOIN demo.main.by_ AS "udgift.byer"
        ON udgift.kode = "udgift.byer".kode
      WHERE
        NOT "udgift.byer".egn IS NULL
      GROUP BY
        1,
        2,
        3
    ) AS members
    GROUP BY
      1,
      2
  ) AS udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total.udgift__aar
    AND facts.of__byer__egn IS NOT DISTINCT FROM udgift__pris_maerket__egn_antal__in__udgift__pris_maerket__egn__total.of__byer__egn
) AS core
ORDER BY
  udgift__aar ASC,
  udgift__navn ASC
LIMIT 10001
