SELECT
  flytninger__aldersgruppe AS "flytninger.aldersgruppe",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(flytning__tilflyttede AS INT128) * 1000
    ) * 10,
    CAST(folketal_alder__personer AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "flytninger.tilflyttede_pr_1000",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(flytning__fraflyttede AS INT128) * 1000
    ) * 10,
    CAST(folketal_alder__personer AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "flytninger.fraflyttede_pr_1000",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(flytning__tilflyttede__in__flytning__tilflyttede_pr_1000__region AS INT128) * 1000
    ) * 10,
    CAST(folketal_alder__personer__in__flytning__tilflyttede_pr_1000__region AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "flytninger.tilflyttede_pr_1000__region"
FROM (
  SELECT
    facts.flytninger__aldersgruppe,
    facts.of__kommuner__region,
    facts.flytning__tilflyttede AS flytning__tilflyttede,
    facts.flytning__fraflyttede AS flytning__fraflyttede,
    folketal_alder__personer.folketal_alder__personer AS folketal_alder__personer,
    flytning__tilflyttede__in__flytning__tilflyttede_pr_1000__region.flytning__tilflyttede__in__flytning__tilflyttede_pr_1000__region AS flytning__tilflyttede__in__flytning__tilflyttede_pr_1000__region,
    folketal_alder__personer__in__flytning__tilflyttede_pr_1000__region.folketal_alder__personer__in__flytning__tilflyttede_pr_1000__region AS folketal_alder__personer__in__flytning__tilflyttede_pr_1000__region
  FROM (
    SELECT
      flytning.aldersgruppe AS flytninger__aldersgruppe,
      "flytning.kommuner".region AS of__kommuner__region,
      SUM(flytning.antal) FILTER(WHERE
        flytning.bevaegelse = 'tilflytning') AS flytning__tilflyttede,
      SUM(flytning.antal) FILTER(WHERE
        flytning.bevaegelse = 'fraflytning') AS flytning__fraflyttede
    FROM demo.main.flytning AS flytning
    LEFT JOIN demo.main.kommuner AS "flytning.kommuner"
      ON flytning.kommunekode = "flytning.kommuner".kommunekode
    WHERE
      (
        "flytning.kommuner".kommune = $1
        AND (
          flytning.aar = $2
        )
        AND (
          flytning.kvartal >= $3
        )
        AND (
          flytning.kvartal < $4
        )
      )
    GROUP BY
      1,
      2
  ) AS facts
  LEFT JOIN (
    SELECT
      folketal_alder.aldersgruppe AS flytninger__aldersgruppe,
      "folketal_alder.kommuner".region AS of__kommuner__region,
      SUM(folketal_alder.personer) AS folketal_alder__personer
    FROM demo.main.folketal_alder AS folketal_alder
    LEFT JOIN demo.main.kommuner AS "folketal_alder.kommuner"
      ON folketal_alder.kommunekode = "folketal_alder.kommuner".kommunekode
    WHERE
      (
        "folketal_alder.kommuner".kommune = $1 AND (
          folketal_alder.aar = $2
        )
      )
    GROUP BY
      1,
      2
  ) AS folketal_alder__personer
    ON facts.flytninger__aldersgruppe IS NOT DISTINCT FROM folketal_alder__personer.flytninger__aldersgruppe
    AND facts.of__kommuner__region IS NOT DISTINCT FROM folketal_alder__personer.of__kommuner__region
  LEFT JOIN (
    SELECT
      flytning.aldersgruppe AS flytninger__aldersgruppe,
      "flytning.kommuner".region AS of__kommuner__region,
      SUM(flytning.antal) FILTER(WHERE
        flytning.bevaegelse = 'tilflytning') AS flytning__tilflyttede__in__flytning__tilflyttede_pr_1000__region
    FROM demo.main.flytning AS flytning
    LEFT JOIN demo.main.kommuner AS "flytning.kommuner"
      ON flytning.kommunekode = "flytning.kommuner".kommunekode
    WHERE
      (
        flytning.aar = $2
        AND (
          flytning.kvartal >= $3
        )
        AND (
          flytning.kvartal < $4
        )
        AND (
          NOT "flytning.kommuner".region IS NULL
        )
      )
    GROUP BY
      1,
      2
  ) AS flytning__tilflyttede__in__flytning__tilflyttede_pr_1000__region
    ON facts.flytninger__aldersgruppe IS NOT DISTINCT FROM flytning__tilflyttede__in__flytning__tilflyttede_pr_1000__region.flytninger__aldersgruppe
    AND facts.of__kommuner__region IS NOT DISTINCT FROM flytning__tilflyttede__in__flytning__tilflyttede_pr_1000__region.of__kommuner__region
  LEFT JOIN (
    SELECT
      folketal_alder.aldersgruppe AS flytninger__aldersgruppe,
      "folketal_alder.kommuner".region AS of__kommuner__region,
      SUM(folketal_alder.personer) AS folketal_alder__personer__in__flytning__tilflyttede_pr_1000__region
    FROM demo.main.folketal_alder AS folketal_alder
    LEFT JOIN demo.main.kommuner AS "folketal_alder.kommuner"
      ON folketal_alder.kommunekode = "folketal_alder.kommuner".kommunekode
    WHERE
      (
        folketal_alder.aar = $2 AND (
          NOT "folketal_alder.kommuner".region IS NULL
        )
      )
    GROUP BY
      1,
      2
  ) AS folketal_alder__personer__in__flytning__tilflyttede_pr_1000__region
    ON facts.flytninger__aldersgruppe IS NOT DISTINCT FROM folketal_alder__personer__in__flytning__tilflyttede_pr_1000__region.flytninger__aldersgruppe
    AND facts.of__kommuner__region IS NOT DISTINCT FROM folketal_alder__personer__in__flytning__tilflyttede_pr_1000__region.of__kommuner__region
) AS core
ORDER BY
  CASE flytninger__aldersgruppe
    WHEN '0-5'
    THEN 0
    WHEN '6-16'
    THEN 1
    WHEN '17-22'
    THEN 2
    WHEN '23-64'
    THEN 3
    WHEN '65+'
    THEN 4
  END ASC,
  flytninger__aldersgruppe ASC
LIMIT 10001
