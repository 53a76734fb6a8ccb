SELECT
  CAST(NEAREST_QUOTIENT(
    CAST(udgift__kr__in__udgift__pris_maerket__egn AS INT128) * 10,
    CAST(udgift__folk__in__udgift__pris_maerket__egn AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "udgift.pris_maerket__egn",
  CAST(byer__antal__in__udgift__pris_maerket__egn_medlemmer AS BIGINT) AS "udgift.pris_maerket__egn_medlemmer"
FROM (
  SELECT
    facts.of__byer__egn,
    udgift__kr__in__udgift__pris_maerket__egn.udgift__kr__in__udgift__pris_maerket__egn AS udgift__kr__in__udgift__pris_maerket__egn,
    udgift__kr__in__udgift__pris_maerket__egn.udgift__folk__in__udgift__pris_maerket__egn AS udgift__folk__in__udgift__pris_maerket__egn,
    COALESCE(
      byer__antal__in__udgift__pris_maerket__egn_medlemmer.byer__antal__in__udgift__pris_maerket__egn_medlemmer,
      0
    ) AS byer__antal__in__udgift__pris_maerket__egn_medlemmer
  FROM (
    SELECT
      facts.of__byer__egn
    FROM (
      SELECT
        of__byer__egn
      FROM (
        SELECT DISTINCT
          "udgift.byer".egn AS of__byer__egn
        FROM demo.main.udgift AS udgift
        LEFT JOIN demo.main.by_ AS "udgift.byer"
          ON udgift.kode = "udgift.byer".kode
        WHERE
          (
            udgift.kode = $1 AND (
              udgift.aar = $2
            )
          )
      ) AS listed
      UNION ALL
      SELECT
        of__byer__egn
      FROM (
        SELECT DISTINCT
          once.of__byer__egn
        FROM demo.main.by_ AS byer
        INNER JOIN (
          SELECT DISTINCT
            byer.egn AS of__byer__egn,
            byer.kode AS byer__key_0
          FROM demo.main.by_ AS byer
          LEFT JOIN demo.main.udgift AS "byer.<udgift.byer"
            ON "byer.<udgift.byer".kode = byer.kode
          WHERE
            (
              byer.kode = $1 AND (
                "byer.<udgift.byer".aar = $2
              )
            )
        ) AS once
          ON once.byer__key_0 = byer.kode
      ) AS listed
      UNION ALL
      SELECT
        of__byer__egn
      FROM (
        SELECT DISTINCT
          byer.egn AS of__byer__egn
        FROM demo.main.by_ AS byer
        WHERE
          byer.kode = $1
      ) AS listed
    ) AS facts
    GROUP BY
      1
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
) AS core
ORDER BY
  CAST(CAST(udgift__kr__in__udgift__pris_maerket__egn AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(udgift__folk__in__udgift__pris_maerket__egn AS INT128), 0) AS DOUBLE) DESC
LIMIT 10001
