SELECT
  doegninstitutioner__maaned__month AS "doegninstitutioner.maaned.month",
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
    facts.doegninstitutioner__maaned__month,
    facts.anbringelsesudgift__udgift_doegninstitutioner AS anbringelsesudgift__udgift_doegninstitutioner,
    facts.anbringelsesudgift__helaarsmodtagere_doegninstitutioner AS anbringelsesudgift__helaarsmodtagere_doegninstitutioner,
    folketal_alder__boern_og_unge.folketal_alder__boern_og_unge AS folketal_alder__boern_og_unge
  FROM (
    SELECT
      CAST(DATE_TRUNC('MONTH', anbringelsesudgift.maaned) AS DATE) AS doegninstitutioner__maaned__month,
      SUM(anbringelsesudgift.udgift_kr) FILTER(WHERE
        anbringelsesudgift.anbringelsessted = 'døgninstitution') AS anbringelsesudgift__udgift_doegninstitutioner,
      SUM(anbringelsesudgift.helaarsmodtagere) FILTER(WHERE
        anbringelsesudgift.anbringelsessted = 'døgninstitution') AS anbringelsesudgift__helaarsmodtagere_doegninstitutioner
    FROM demo.main.anbringelsesudgift AS anbringelsesudgift
    LEFT JOIN demo.main.kommuner AS "anbringelsesudgift.kommuner"
      ON anbringelsesudgift.kommunekode = "anbringelsesudgift.kommuner".kommunekode
    WHERE
      (
        anbringelsesudgift.aar = $1 AND (
          "anbringelsesudgift.kommuner".kommune = $2
        )
      )
    GROUP BY
      1
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(folketal_alder.personer) FILTER(WHERE
        folketal_alder.aldersgruppe IN ('0-5', '6-16', '17-22')) AS folketal_alder__boern_og_unge
    FROM demo.main.folketal_alder AS folketal_alder
    LEFT JOIN demo.main.kommuner AS "folketal_alder.kommuner"
      ON folketal_alder.kommunekode = "folketal_alder.kommuner".kommunekode
    WHERE
      (
        folketal_alder.aar = $1 AND (
          "folketal_alder.kommuner".kommune = $2
        )
      )
  ) AS folketal_alder__boern_og_unge
) AS core
ORDER BY
  doegninstitutioner__maaned__month ASC
LIMIT 10001
