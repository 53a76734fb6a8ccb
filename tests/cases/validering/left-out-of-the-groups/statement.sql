SELECT
  udgift__aar AS "udgift.aar",
  udgift__navn AS "udgift.navn",
  CAST(NEAREST_QUOTIENT(CAST(udgift__kr AS INT128) * 10, CAST(udgift__folk AS INT128)) AS DECIMAL(38, 0)) * 0.1 AS "udgift.pris",
  CASE
    WHEN udgift__folk = 0 AND NOT udgift__kr IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST(udgift__kr AS DOUBLE) / NULLIF(udgift__folk, 0)
    ) IS NULL
    THEN 'mangler'
    WHEN udgift__pris__not_validated > 0
    THEN 'ikke_valideret'
    ELSE 'normal'
  END AS "udgift.pris__status",
  CAST(NEAREST_QUOTIENT(
    CAST(udgift__kr__in__udgift__pris__egn AS INT128) * 10,
    CAST(udgift__folk__in__udgift__pris__egn AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "udgift.pris__egn",
  CAST(NEAREST_QUOTIENT(
    COALESCE(CAST(udgift__pris__egn_antal__in__udgift__pris__egn__total AS INT128), 0),
    1
  ) AS DECIMAL(38, 0)) AS "udgift.pris__egn_antal",
  CAST(NEAREST_QUOTIENT(
    (
      COALESCE(CAST(udgift__pris__egn_antal__in__udgift__pris__egn__total AS INT128), 0) * 100
    ) * 10,
    CAST(byer__antal__in__udgift__pris__egn_medlemmer AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "udgift.pris__egn_daekning",
  CAST(NEAREST_QUOTIENT(
    CAST(udgift__kr__in__udgift__pris__alle AS INT128) * 10,
    CAST(udgift__folk__in__udgift__pris__alle AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "udgift.pris__alle",
  CAST(udgift__pris__alle_rang__in__udgift__pris__alle__total AS BIGINT) AS "udgift.pris__alle_rang"
FROM (
  SELECT
    facts.udgift__aar,
    facts.udgift__navn,
    facts.of__byer__egn,
    facts.of__byer__kode,
    facts.udgift__kr AS udgift__kr,
    facts.udgift__folk AS udgift__folk,
    COALESCE(facts.udgift__pris__not_validated, 0) AS udgift__pris__not_validated,
    udgift__kr__in__udgift__pris__egn.udgift__kr__in__udgift__pris__egn AS udgift__kr__in__udgift__pris__egn,
    udgift__kr__in__udgift__pris__egn.udgift__folk__in__udgift__pris__egn AS udgift__folk__in__udgift__pris__egn,
    COALESCE(
      byer__antal__in__udgift__pris__egn_medlemmer.byer__antal__in__udgift__pris__egn_medlemmer,
      0
    ) AS byer__antal__in__udgift__pris__egn_medlemmer,
    udgift__kr__in__udgift__pris__alle.udgift__kr__in__udgift__pris__alle AS udgift__kr__in__udgift__pris__alle,
    udgift__kr__in__udgift__pris__alle.udgift__folk__in__udgift__pris__alle AS udgift__folk__in__udgift__pris__alle,
    udgift__pris__egn_antal__in__udgift__pris__egn__total.udgift__pris__egn_antal__in__udgift__pris__egn__total AS udgift__pris__egn_antal__in__udgift__pris__egn__total,
    udgift__pris__alle_rang__in__udgift__pris__alle__total.udgift__pris__alle_rang__in__udgift__pris__alle__total AS udgift__pris__alle_rang__in__udgift__pris__alle__total
  FROM (
    SELECT
      udgift.aar AS udgift__aar,
      "udgift.byer".navn AS udgift__navn,
      "udgift.byer".egn AS of__byer__egn,
      udgift.kode AS of__byer__kode,
      SUM(udgift.kr) AS udgift__kr,
      SUM(udgift.folk) AS udgift__folk,
      COUNT(*) FILTER(WHERE
        "udgift.maerker".status IS DISTINCT FROM 'valideret') AS udgift__pris__not_validated
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
      SUM(udgift.kr) AS udgift__kr__in__udgift__pris__egn,
      SUM(udgift.folk) AS udgift__folk__in__udgift__pris__egn
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.by_ AS "udgift.byer"
      ON udgift.kode = "udgift.byer".kode
    LEFT JOIN demo.main.maerke AS "udgift.maerker"
      ON udgift.kode = "udgift.maerker".kode
      AND "udgift.maerker".omraade = 'oekonomi'
      AND CAST(udgift.aar AS TEXT) = "udgift.maerker".periode
    WHERE
      (
        "udgift.maerker".status IN ($1) AND (
          NOT "udgift.byer".egn IS NULL
        )
      )
    GROUP BY
      1,
      2
  ) AS udgift__kr__in__udgift__pris__egn
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__kr__in__udgift__pris__egn.udgift__aar
    AND facts.of__byer__egn IS NOT DISTINCT FROM udgift__kr__in__udgift__pris__egn.of__byer__egn
  LEFT JOIN (
    SELECT
      byer.egn AS of__byer__egn,
      COUNT(*) AS byer__antal__in__udgift__pris__egn_medlemmer
    FROM demo.main.by_ AS byer
    WHERE
      NOT byer.egn IS NULL
    GROUP BY
      1
  ) AS byer__antal__in__udgift__pris__egn_medlemmer
    ON facts.of__byer__egn IS NOT DISTINCT FROM byer__antal__in__udgift__pris__egn_medlemmer.of__byer__egn
  LEFT JOIN (
    SELECT
      udgift.aar AS udgift__aar,
      SUM(udgift.kr) AS udgift__kr__in__udgift__pris__alle,
      SUM(udgift.folk) AS udgift__folk__in__udgift__pris__alle
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.maerke AS "udgift.maerker"
      ON udgift.kode = "udgift.maerker".kode
      AND "udgift.maerker".omraade = 'oekonomi'
      AND CAST(udgift.aar AS TEXT) = "udgift.maerker".periode
    WHERE
      "udgift.maerker".status IN ($1)
    GROUP BY
      1
  ) AS udgift__kr__in__udgift__pris__alle
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__kr__in__udgift__pris__alle.udgift__aar
  LEFT JOIN (
    SELECT
      udgift__aar,
      of__byer__egn,
      COUNT(
        CAST(NEAREST_QUOTIENT(CAST(udgift__kr AS INT128) * 1000000000000, CAST(udgift__folk AS INT128)) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__byer__kode IS NULL) AS udgift__pris__egn_antal__in__udgift__pris__egn__total
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
      LEFT JOIN demo.main.maerke AS "udgift.maerker"
        ON udgift.kode = "udgift.maerker".kode
        AND "udgift.maerker".omraade = 'oekonomi'
        AND CAST(udgift.aar AS TEXT) = "udgift.maerker".periode
      WHERE
        (
          "udgift.maerker".status IN ($1) AND (
            NOT "udgift.byer".egn IS NULL
          )
        )
      GROUP BY
        1,
        2,
        3
    ) AS members
    GROUP BY
      1,
      2
  ) AS udgift__pris__egn_antal__in__udgift__pris__egn__total
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__pris__egn_antal__in__udgift__pris__egn__total.udgift__aar
    AND facts.of__byer__egn IS NOT DISTINCT FROM udgift__pris__egn_antal__in__udgift__pris__egn__total.of__byer__egn
  LEFT JOIN (
    SELECT
      udgift__aar,
      of__byer__kode,
      RANK() OVER (
        PARTITION BY udgift__aar
        ORDER BY CAST(CAST(udgift__kr AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(udgift__folk AS INT128), 0) AS DOUBLE) ASC
      ) AS udgift__pris__alle_rang__in__udgift__pris__alle__total
    FROM (
      SELECT
        udgift.aar AS udgift__aar,
        udgift.kode AS of__byer__kode,
        SUM(udgift.kr) AS udgift__kr,
        SUM(udgift.folk) AS udgift__folk
      FROM demo.main.udgift AS udgift
      LEFT JOIN demo.main.maerke AS "udgift.maerker"
        ON udgift.kode = "udgift.maerker".kode
        AND "udgift.maerker".omraade = 'oekonomi'
        AND CAST(udgift.aar AS TEXT) = "udgift.maerker".periode
      WHERE
        "udgift.maerker".status IN ($1)
      GROUP BY
        1,
        2
    ) AS members
    WHERE
      NOT of__byer__kode IS NULL
      AND NOT (
        CAST(CAST(udgift__kr AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(udgift__folk AS INT128), 0) AS DOUBLE)
      ) IS NULL
  ) AS udgift__pris__alle_rang__in__udgift__pris__alle__total
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__pris__alle_rang__in__udgift__pris__alle__total.udgift__aar
    AND facts.of__byer__kode IS NOT DISTINCT FROM udgift__pris__alle_rang__in__udgift__pris__alle__total.of__byer__kode
) AS core
ORDER BY
  udgift__aar ASC,
  udgift__navn ASC
LIMIT 10001
