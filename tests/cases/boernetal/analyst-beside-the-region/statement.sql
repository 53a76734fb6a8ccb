SELECT
  doegninstitutioner__aar AS "doegninstitutioner.aar",
  CAST(NEAREST_QUOTIENT(
    CAST(anbringelsesudgift__udgift_doegninstitutioner * 100 AS INT128),
    CAST(folketal_alder__boern_og_unge AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "doegninstitutioner.udgift_pr_0_22_aarig",
  CAST(NEAREST_QUOTIENT(
    CAST(anbringelsesudgift__udgift_doegninstitutioner__in__anbringelsesudgift__udgift_pr_0_22_aarig__region * 100 AS INT128),
    CAST(folketal_alder__boern_og_unge__in__anbringelsesudgift__udgift_pr_0_22_aarig__region AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "doegninstitutioner.udgift_pr_0_22_aarig__region",
  CAST(anbringelsesudgift__udgift_pr_0_22_aarig__region_rang__in__anbringelsesudgift__udgift_pr_0_22_aarig__region__total AS BIGINT) AS "doegninstitutioner.udgift_pr_0_22_aarig__region_rang",
  CASE
    WHEN folketal_alder__boern_og_unge__in__anbringelsesudgift__udgift_pr_0_22_aarig__region = 0
    AND NOT anbringelsesudgift__udgift_doegninstitutioner__in__anbringelsesudgift__udgift_pr_0_22_aarig__region IS NULL
    THEN 'nul_naevner'
    WHEN (
      (
        CAST(anbringelsesudgift__udgift_doegninstitutioner__in__anbringelsesudgift__udgift_pr_0_22_aarig__region AS DOUBLE) / NULLIF(
          folketal_alder__boern_og_unge__in__anbringelsesudgift__udgift_pr_0_22_aarig__region,
          0
        )
      )
    ) IS NULL
    THEN 'mangler'
    WHEN anbringelsesudgift__udgift_pr_0_22_aarig__not_validated__in__anbringelsesudgift__udgift_pr_0_22_aarig__region > 0
    THEN 'ikke_valideret'
    ELSE 'normal'
  END AS "doegninstitutioner.udgift_pr_0_22_aarig__region__status"
FROM (
  SELECT
    facts.doegninstitutioner__aar,
    facts.of__kommuner__region,
    facts.of__kommuner__kommunekode,
    facts.anbringelsesudgift__udgift_doegninstitutioner AS anbringelsesudgift__udgift_doegninstitutioner,
    facts.folketal_alder__boern_og_unge AS folketal_alder__boern_og_unge,
    anbringelsesudgift__udgift_doegninstitutioner__in__anbringelsesudgift__udgift_pr_0_22_aarig__region.anbringelsesudgift__udgift_doegninstitutioner__in__anbringelsesudgift__udgift_pr_0_22_aarig__region AS anbringelsesudgift__udgift_doegninstitutioner__in__anbringelsesudgift__udgift_pr_0_22_aarig__region,
    COALESCE(
      anbringelsesudgift__udgift_doegninstitutioner__in__anbringelsesudgift__udgift_pr_0_22_aarig__region.anbringelsesudgift__udgift_pr_0_22_aarig__not_validated__in__anbringelsesudgift__udgift_pr_0_22_aarig__region,
      0
    ) AS anbringelsesudgift__udgift_pr_0_22_aarig__not_validated__in__anbringelsesudgift__udgift_pr_0_22_aarig__region,
    folketal_alder__boern_og_unge__in__anbringelsesudgift__udgift_pr_0_22_aarig__region.folketal_alder__boern_og_unge__in__anbringelsesudgift__udgift_pr_0_22_aarig__region AS folketal_alder__boern_og_unge__in__anbringelsesudgift__udgift_pr_0_22_aarig__region,
    anbringelsesudgift__udgift_pr_0_22_aarig__region_rang__in__anbringelsesudgift__udgift_pr_0_22_aarig__region__total.anbringelsesudgift__udgift_pr_0_22_aarig__region_rang__in__anbringelsesudgift__udgift_pr_0_22_aarig__region__total AS anbringelsesudgift__udgift_pr_0_22_aarig__region_rang__in__anbringelsesudgift__udgift_pr_0_22_aarig__region__total
  FROM (
    SELECT
      facts.doegninstitutioner__aar,
      facts.of__kommuner__region,
      facts.of__kommuner__kommunekode,
      MAX(facts.anbringelsesudgift__udgift_doegninstitutioner) AS anbringelsesudgift__udgift_doegninstitutioner,
      MAX(facts.folketal_alder__boern_og_unge) AS folketal_alder__boern_og_unge
    FROM (
      SELECT
        doegninstitutioner__aar,
        of__kommuner__region,
        of__kommuner__kommunekode,
        anbringelsesudgift__udgift_doegninstitutioner,
        NULL AS folketal_alder__boern_og_unge
      FROM (
        SELECT
          anbringelsesudgift.aar AS doegninstitutioner__aar,
          "anbringelsesudgift.kommuner".region AS of__kommuner__region,
          "anbringelsesudgift.kommuner".kommunekode AS of__kommuner__kommunekode,
          SUM(anbringelsesudgift.udgift_kr) FILTER(WHERE
            anbringelsesudgift.anbringelsessted = 'døgninstitution') AS anbringelsesudgift__udgift_doegninstitutioner
        FROM demo.main.anbringelsesudgift AS anbringelsesudgift
        LEFT JOIN demo.main.kommuner AS "anbringelsesudgift.kommuner"
          ON anbringelsesudgift.kommunekode = "anbringelsesudgift.kommuner".kommunekode
        WHERE
          "anbringelsesudgift.kommuner".kommune = $1
        GROUP BY
          1,
          2,
          3
      ) AS anbringelsesudgift__udgift_doegninstitutioner
      UNION ALL
      SELECT
        doegninstitutioner__aar,
        of__kommuner__region,
        of__kommuner__kommunekode,
        NULL AS anbringelsesudgift__udgift_doegninstitutioner,
        folketal_alder__boern_og_unge
      FROM (
        SELECT
          folketal_alder.aar AS doegninstitutioner__aar,
          "folketal_alder.kommuner".region AS of__kommuner__region,
          folketal_alder.kommunekode AS of__kommuner__kommunekode,
          SUM(folketal_alder.personer) FILTER(WHERE
            folketal_alder.aldersgruppe IN ('0-5', '6-16', '17-22')) AS folketal_alder__boern_og_unge
        FROM demo.main.folketal_alder AS folketal_alder
        LEFT JOIN demo.main.kommuner AS "folketal_alder.kommuner"
          ON folketal_alder.kommunekode = "folketal_alder.kommuner".kommunekode
        WHERE
          "folketal_alder.kommuner".kommune = $1
        GROUP BY
          1,
          2,
          3
      ) AS folketal_alder__boern_og_unge
    ) AS facts
    GROUP BY
      1,
      2,
      3
  ) AS facts
  LEFT JOIN (
    SELECT
      anbringelsesudgift.aar AS doegninstitutioner__aar,
      "anbringelsesudgift.kommuner".region AS of__kommuner__region,
      SUM(anbringelsesudgift.udgift_kr) FILTER(WHERE
        anbringelsesudgift.anbringelsessted = 'døgninstitution') AS anbringelsesudgift__udgift_doegninstitutioner__in__anbringelsesudgift__udgift_pr_0_22_aarig__region,
      COUNT(*) FILTER(WHERE
        "anbringelsesudgift.validering".status IS DISTINCT FROM 'valideret') AS anbringelsesudgift__udgift_pr_0_22_aarig__not_validated__in__anbringelsesudgift__udgift_pr_0_22_aarig__region
    FROM demo.main.anbringelsesudgift AS anbringelsesudgift
    LEFT JOIN demo.main.kommuner AS "anbringelsesudgift.kommuner"
      ON anbringelsesudgift.kommunekode = "anbringelsesudgift.kommuner".kommunekode
    LEFT JOIN temp.main.validering AS "anbringelsesudgift.validering"
      ON anbringelsesudgift.kommunekode = "anbringelsesudgift.validering".kommunekode
      AND "anbringelsesudgift.validering".omraade = 'oekonomi'
      AND CAST(anbringelsesudgift.aar AS TEXT) = "anbringelsesudgift.validering".periode
    WHERE
      NOT "anbringelsesudgift.kommuner".region IS NULL
    GROUP BY
      1,
      2
  ) AS anbringelsesudgift__udgift_doegninstitutioner__in__anbringelsesudgift__udgift_pr_0_22_aarig__region
    ON facts.doegninstitutioner__aar IS NOT DISTINCT FROM anbringelsesudgift__udgift_doegninstitutioner__in__anbringelsesudgift__udgift_pr_0_22_aarig__region.doegninstitutioner__aar
    AND facts.of__kommuner__region IS NOT DISTINCT FROM anbringelsesudgift__udgift_doegninstitutioner__in__anbringelsesudgift__udgift_pr_0_22_aarig__region.of__kommuner__region
  LEFT JOIN (
    SELECT
      folketal_alder.aar AS doegninstitutioner__aar,
      "folketal_alder.kommuner".region AS of__kommuner__region,
      SUM(folketal_alder.personer) FILTER(WHERE
        folketal_alder.aldersgruppe IN ('0-5', '6-16', '17-22')) AS folketal_alder__boern_og_unge__in__anbringelsesudgift__udgift_pr_0_22_aarig__region
    FROM demo.main.folketal_alder AS folketal_alder
    LEFT JOIN demo.main.kommuner AS "folketal_alder.kommuner"
      ON folketal_alder.kommunekode = "folketal_alder.kommuner".kommunekode
    WHERE
      NOT "folketal_alder.kommuner".region IS NULL
    GROUP BY
      1,
      2
  ) AS folketal_alder__boern_og_unge__in__anbringelsesudgift__udgift_pr_0_22_aarig__region
    ON facts.doegninstitutioner__aar IS NOT DISTINCT FROM folketal_alder__boern_og_unge__in__anbringelsesudgift__udgift_pr_0_22_aarig__region.doegninstitutioner__aar
    AND facts.of__kommuner__region IS NOT DISTINCT FROM folketal_alder__boern_og_unge__in__anbringelsesudgift__udgift_pr_0_22_aarig__region.of__kommuner__region
  LEFT JOIN (
    SELECT
      doegninstitutioner__aar,
      of__kommuner__region,
      of__kommuner__kommunekode,
      RANK() OVER (
        PARTITION BY doegninstitutioner__aar, of__kommuner__region
        ORDER BY CAST(CAST(anbringelsesudgift__udgift_doegninstitutioner * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(folketal_alder__boern_og_unge AS INT128), 0) AS DOUBLE) DESC
      ) AS anbringelsesudgift__udgift_pr_0_22_aarig__region_rang__in__anbringelsesudgift__udgift_pr_0_22_aarig__region__total
    FROM (
      SELECT
        facts.doegninstitutioner__aar,
        facts.of__kommuner__region,
        facts.of__kommuner__kommunekode,
        MAX(facts.anbringelsesudgift__udgift_doegninstitutioner) AS anbringelsesudgift__udgift_doegninstitutioner,
        MAX(facts.folketal_alder__boern_og_unge) AS folketal_alder__boern_og_unge
      FROM (
        SELECT
          doegninstitutioner__aar,
          of__kommuner__region,
          of__kommuner__kommunekode,
          anbringelsesudgift__udgift_doegninstitutioner,
          NULL AS folketal_alder__boern_og_unge
        FROM (
          SELECT
            anbringelsesudgift.aar AS doegninstitutioner__aar,
            "anbringelsesudgift.kommuner".region AS of__kommuner__region,
            "anbringelsesudgift.kommuner".kommunekode AS of__kommuner__kommunekode,
            SUM(anbringelsesudgift.udgift_kr) FILTER(WHERE
              anbringelsesudgift.anbringelsessted = 'døgninstitution') AS anbringelsesudgift__udgift_doegninstitutioner
          FROM demo.main.anbringelsesudgift AS anbringelsesudgift
          LEFT JOIN demo.main.kommuner AS "anbringelsesudgift.kommuner"
            ON anbringelsesudgift.kommunekode = "anbringelsesudgift.kommuner".kommunekode
          WHERE
            NOT "anbringelsesudgift.kommuner".region IS NULL
          GROUP BY
            1,
            2,
            3
        ) AS anbringelsesudgift__udgift_doegninstitutioner
        UNION ALL
        SELECT
          doegninstitutioner__aar,
          of__kommuner__region,
          of__kommuner__kommunekode,
          NULL AS anbringelsesudgift__udgift_doegninstitutioner,
          folketal_alder__boern_og_unge
        FROM (
          SELECT
            folketal_alder.aar AS doegninstitutioner__aar,
            "folketal_alder.kommuner".region AS of__kommuner__region,
            folketal_alder.kommunekode AS of__kommuner__kommunekode,
            SUM(folketal_alder.personer) FILTER(WHERE
              folketal_alder.aldersgruppe IN ('0-5', '6-16', '17-22')) AS folketal_alder__boern_og_unge
          FROM demo.main.folketal_alder AS folketal_alder
          LEFT JOIN demo.main.kommuner AS "folketal_alder.kommuner"
            ON folketal_alder.kommunekode = "folketal_alder.kommuner".kommunekode
          WHERE
            NOT "folketal_alder.kommuner".region IS NULL
          GROUP BY
            1,
            2,
            3
        ) AS folketal_alder__boern_og_unge
      ) AS facts
      GROUP BY
        1,
        2,
        3
    ) AS members
    WHERE
      NOT of__kommuner__kommunekode IS NULL
      AND NOT (
        CAST(CAST(anbringelsesudgift__udgift_doegninstitutioner * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(folketal_alder__boern_og_unge AS INT128), 0) AS DOUBLE)
      ) IS NULL
  ) AS anbringelsesudgift__udgift_pr_0_22_aarig__region_rang__in__anbringelsesudgift__udgift_pr_0_22_aarig__region__total
    ON facts.doegninstitutioner__aar IS NOT DISTINCT FROM anbringelsesudgift__udgift_pr_0_22_aarig__region_rang__in__anbringelsesudgift__udgift_pr_0_22_aarig__region__total.doegninstitutioner__aar
    AND facts.of__kommuner__region IS NOT DISTINCT FROM anbringelsesudgift__udgift_pr_0_22_aarig__region_rang__in__anbringelsesudgift__udgift_pr_0_22_aarig__region__total.of__kommuner__region
    AND facts.of__kommuner__kommunekode IS NOT DISTINCT FROM anbringelsesudgift__udgift_pr_0_22_aarig__region_rang__in__anbringelsesudgift__udgift_pr_0_22_aarig__region__total.of__kommuner__kommunekode
) AS core
ORDER BY
  doegninstitutioner__aar ASC
LIMIT 10001
