SELECT
  doegninstitutioner__region AS "doegninstitutioner.region",
  CAST(ROUND(anbringelsesudgift__udgift_doegninstitutioner, 0) AS DECIMAL(38, 0)) AS "doegninstitutioner.udgift_doegninstitutioner",
  CAST(NEAREST_QUOTIENT(
    CAST(anbringelsesudgift__udgift_doegninstitutioner * 100 AS INT128),
    CAST(folketal_alder__boern_og_unge AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "doegninstitutioner.udgift_pr_0_22_aarig",
  CAST(NEAREST_QUOTIENT(
    CAST(anbringelsesudgift__udgift_doegninstitutioner * 100 AS INT128) * 10,
    CAST(anbringelsesudgift__helaarsmodtagere_doegninstitutioner * 1000 AS INT128)
  ) AS DECIMAL(38, 0)) AS "doegninstitutioner.udgift_pr_modtager"
FROM (
  SELECT
    facts.doegninstitutioner__region,
    MAX(facts.anbringelsesudgift__udgift_doegninstitutioner) AS anbringelsesudgift__udgift_doegninstitutioner,
    MAX(facts.anbringelsesudgift__helaarsmodtagere_doegninstitutioner) AS anbringelsesudgift__helaarsmodtagere_doegninstitutioner,
    MAX(facts.folketal_alder__boern_og_unge) AS folketal_alder__boern_og_unge
  FROM (
    SELECT
      doegninstitutioner__region,
      anbringelsesudgift__udgift_doegninstitutioner,
      anbringelsesudgift__helaarsmodtagere_doegninstitutioner,
      NULL AS folketal_alder__boern_og_unge
    FROM (
      SELECT
        "anbringelsesudgift.kommuner".region AS doegninstitutioner__region,
        SUM(anbringelsesudgift.udgift_kr) FILTER(WHERE
          anbringelsesudgift.anbringelsessted = 'døgninstitution') AS anbringelsesudgift__udgift_doegninstitutioner,
        SUM(anbringelsesudgift.helaarsmodtagere) FILTER(WHERE
          anbringelsesudgift.anbringelsessted = 'døgninstitution') AS anbringelsesudgift__helaarsmodtagere_doegninstitutioner
      FROM demo.main.anbringelsesudgift AS anbringelsesudgift
      LEFT JOIN demo.main.kommuner AS "anbringelsesudgift.kommuner"
        ON anbringelsesudgift.kommunekode = "anbringelsesudgift.kommuner".kommunekode
      WHERE
        anbringelsesudgift.aar = $1
      GROUP BY
        1
    ) AS anbringelsesudgift__udgift_doegninstitutioner
    UNION ALL
    SELECT
      doegninstitutioner__region,
      NULL AS anbringelsesudgift__udgift_doegninstitutioner,
      NULL AS anbringelsesudgift__helaarsmodtagere_doegninstitutioner,
      folketal_alder__boern_og_unge
    FROM (
      SELECT
        "folketal_alder.kommuner".region AS doegninstitutioner__region,
        SUM(folketal_alder.personer) FILTER(WHERE
          folketal_alder.aldersgruppe IN ('0-5', '6-16', '17-22')) AS folketal_alder__boern_og_unge
      FROM demo.main.folketal_alder AS folketal_alder
      LEFT JOIN demo.main.kommuner AS "folketal_alder.kommuner"
        ON folketal_alder.kommunekode = "folketal_alder.kommuner".kommunekode
      WHERE
        folketal_alder.aar = $1
      GROUP BY
        1
    ) AS folketal_alder__boern_og_unge
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  doegninstitutioner__region ASC
LIMIT 10001
