SELECT
  udgift__region AS "udgift.region",
  udgift__aar AS "udgift.aar",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__beloeb__in__udgift__alt_i_aaret AS DECIMAL(38, 2)) AS "udgift.alt_i_aaret",
  CAST(udgift__beloeb__in__udgift__landets_beloeb AS DECIMAL(38, 2)) AS "udgift.landets_beloeb"
FROM (
  SELECT
    facts.udgift__region,
    facts.udgift__aar,
    facts.udgift__beloeb AS udgift__beloeb,
    udgift__beloeb__in__udgift__alt_i_aaret.udgift__beloeb__in__udgift__alt_i_aaret AS udgift__beloeb__in__udgift__alt_i_aaret,
    udgift__beloeb__in__udgift__landets_beloeb.udgift__beloeb__in__udgift__landets_beloeb AS udgift__beloeb__in__udgift__landets_beloeb
  FROM (
    WITH ".answered" AS MATERIALIZED (
      SELECT
        "udgift.kommune.region".navn AS udgift__region,
        udgift.aar AS udgift__aar,
        SUM(udgift.beloeb) AS udgift__beloeb
      FROM demo.main.udgift AS udgift
      LEFT JOIN demo.main.kommune AS "udgift.kommune"
        ON udgift.kommune = "udgift.kommune".kode
      LEFT JOIN demo.main.region AS "udgift.kommune.region"
        ON "udgift.kommune".region_id = "udgift.kommune.region".id
      WHERE
        (
          udgift.aar = $1 AND (
            udgift.funktion = $2
          )
        )
      GROUP BY
        1,
        2
    )
    SELECT
      facts.udgift__region,
      facts.udgift__aar,
      MAX(facts.udgift__beloeb) AS udgift__beloeb
    FROM (
      SELECT
        udgift__region,
        udgift__aar,
        udgift__beloeb
      FROM ".answered"
      UNION ALL
      SELECT
        udgift__region.udgift__region,
        others.udgift__aar,
        NULL AS udgift__beloeb
      FROM (
        SELECT DISTINCT
          udgift__aar
        FROM ".answered"
      ) AS others
      CROSS JOIN (
        SELECT DISTINCT
          region.navn AS udgift__region
        FROM (
          SELECT
            TRUE AS own
          UNION ALL
          SELECT
            FALSE AS own
        ) AS ".own"
        LEFT JOIN demo.main.region AS region
          ON ".own".own
      ) AS udgift__region
    ) AS facts
    GROUP BY
      1,
      2
  ) AS facts
  LEFT JOIN (
    SELECT
      udgift.aar AS udgift__aar,
      SUM(udgift.beloeb) AS udgift__beloeb__in__udgift__alt_i_aaret
    FROM demo.main.udgift AS udgift
    WHERE
      udgift.aar = $1
    GROUP BY
      1
  ) AS udgift__beloeb__in__udgift__alt_i_aaret
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__beloeb__in__udgift__alt_i_aaret.udgift__aar
  LEFT JOIN (
    SELECT
      udgift.aar AS udgift__aar,
      SUM(udgift.beloeb) AS udgift__beloeb__in__udgift__landets_beloeb
    FROM demo.main.udgift AS udgift
    WHERE
      (
        udgift.aar = $1 AND (
          udgift.funktion = $2
        )
      )
    GROUP BY
      1
  ) AS udgift__beloeb__in__udgift__landets_beloeb
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__beloeb__in__udgift__landets_beloeb.udgift__aar
) AS core
ORDER BY
  CASE udgift__region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  udgift__region ASC,
  udgift__aar ASC
LIMIT 10001
