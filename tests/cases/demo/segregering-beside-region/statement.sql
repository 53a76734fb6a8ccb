SELECT
  elever__kommune AS "elever.kommune",
  CAST(elevtal__elever AS BIGINT) AS "elever.elever",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(elevtal__elever_i_segregeret_tilbud AS INT128) * 100
    ) * 10,
    CAST(elevtal__elever AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "elever.segregeringsprocent",
  CAST(NEAREST_QUOTIENT(
    (
      (
        100 * CAST(elevtal__elever AS INT128)
      ) - (
        CAST(elevtal__elever_i_segregeret_tilbud AS INT128) * 100
      )
    ) * 10,
    CAST(elevtal__elever AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "elever.inklusionsgrad",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(elevtal__elever_i_segregeret_tilbud__in__elevtal__segregeringsprocent__region AS INT128) * 100
    ) * 10,
    CAST(elevtal__elever__in__elevtal__segregeringsprocent__region AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "elever.segregeringsprocent__region",
  CAST(NEAREST_QUOTIENT(
    (
      (
        100 * CAST(elevtal__elever__in__elevtal__inklusionsgrad__region AS INT128)
      ) - (
        CAST(elevtal__elever_i_segregeret_tilbud__in__elevtal__inklusionsgrad__region AS INT128) * 100
      )
    ) * 10,
    CAST(elevtal__elever__in__elevtal__inklusionsgrad__region AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "elever.inklusionsgrad__region",
  CAST(elevtal__segregeringsprocent__region_rang__in__elevtal__segregeringsprocent__region__total AS BIGINT) AS "elever.segregeringsprocent__region_rang"
FROM (
  SELECT
    facts.elever__kommune,
    facts.of__kommuner__region,
    facts.of__kommuner__kommunekode,
    facts.elevtal__elever AS elevtal__elever,
    facts.elevtal__elever_i_segregeret_tilbud AS elevtal__elever_i_segregeret_tilbud,
    elevtal__elever_i_segregeret_tilbud__in__elevtal__segregeringsprocent__region.elevtal__elever_i_segregeret_tilbud__in__elevtal__segregeringsprocent__region AS elevtal__elever_i_segregeret_tilbud__in__elevtal__segregeringsprocent__region,
    elevtal__elever_i_segregeret_tilbud__in__elevtal__segregeringsprocent__region.elevtal__elever__in__elevtal__segregeringsprocent__region AS elevtal__elever__in__elevtal__segregeringsprocent__region,
    elevtal__elever_i_segregeret_tilbud__in__elevtal__inklusionsgrad__region.elevtal__elever_i_segregeret_tilbud__in__elevtal__inklusionsgrad__region AS elevtal__elever_i_segregeret_tilbud__in__elevtal__inklusionsgrad__region,
    elevtal__elever_i_segregeret_tilbud__in__elevtal__inklusionsgrad__region.elevtal__elever__in__elevtal__inklusionsgrad__region AS elevtal__elever__in__elevtal__inklusionsgrad__region,
    elevtal__segregeringsprocent__region_rang__in__elevtal__segregeringsprocent__region__total.elevtal__segregeringsprocent__region_rang__in__elevtal__segregeringsprocent__region__total AS elevtal__segregeringsprocent__region_rang__in__elevtal__segregeringsprocent__region__total
  FROM (
    SELECT
      ".elever__kommune" AS elever__kommune,
      ".of__kommuner__region" AS of__kommuner__region,
      ".of__kommuner__kommunekode" AS of__kommuner__kommunekode,
      SUM(elevtal.elever) AS elevtal__elever,
      SUM(elevtal.elever) FILTER(WHERE
        elevtal.undervisningstilbud <> 'almen') AS elevtal__elever_i_segregeret_tilbud
    FROM (
      SELECT
        elevtal.*,
        "elevtal.kommuner".kommune AS ".elever__kommune",
        "elevtal.kommuner".region AS ".of__kommuner__region",
        "elevtal.kommuner".kommunekode AS ".of__kommuner__kommunekode"
      FROM demo.main.elevtal AS elevtal
      LEFT JOIN demo.main.kommuner AS "elevtal.kommuner"
        ON elevtal.kommunekode = "elevtal.kommuner".kommunekode
      WHERE
        (
          elevtal.skoleaar = $1 AND (
            elevtal.optalt < $2
          )
        )
      QUALIFY
        elevtal.optalt = MAX(elevtal.optalt) OVER (PARTITION BY elevtal.kommunekode)
        AND "elevtal.kommuner".region = $3
    ) AS elevtal
    GROUP BY
      1,
      2,
      3
  ) AS facts
  LEFT JOIN (
    SELECT
      ".of__kommuner__region" AS of__kommuner__region,
      SUM(elevtal.elever) FILTER(WHERE
        elevtal.undervisningstilbud <> 'almen') AS elevtal__elever_i_segregeret_tilbud__in__elevtal__segregeringsprocent__region,
      SUM(elevtal.elever) AS elevtal__elever__in__elevtal__segregeringsprocent__region
    FROM (
      SELECT
        elevtal.*,
        "elevtal.kommuner".region AS ".of__kommuner__region"
      FROM demo.main.elevtal AS elevtal
      LEFT JOIN demo.main.kommuner AS "elevtal.kommuner"
        ON elevtal.kommunekode = "elevtal.kommuner".kommunekode
      WHERE
        (
          elevtal.skoleaar = $1 AND (
            elevtal.optalt < $2
          )
        )
      QUALIFY
        elevtal.optalt = MAX(elevtal.optalt) OVER (PARTITION BY elevtal.kommunekode)
        AND (
          "elevtal.kommuner".region = $3 AND (
            NOT "elevtal.kommuner".region IS NULL
          )
        )
    ) AS elevtal
    GROUP BY
      1
  ) AS elevtal__elever_i_segregeret_tilbud__in__elevtal__segregeringsprocent__region
    ON facts.of__kommuner__region IS NOT DISTINCT FROM elevtal__elever_i_segregeret_tilbud__in__elevtal__segregeringsprocent__region.of__kommuner__region
  LEFT JOIN (
    SELECT
      ".of__kommuner__region" AS of__kommuner__region,
      SUM(elevtal.elever) FILTER(WHERE
        elevtal.undervisningstilbud <> 'almen') AS elevtal__elever_i_segregeret_tilbud__in__elevtal__inklusionsgrad__region,
      SUM(elevtal.elever) AS elevtal__elever__in__elevtal__inklusionsgrad__region
    FROM (
      SELECT
        elevtal.*,
        "elevtal.kommuner".region AS ".of__kommuner__region"
      FROM demo.main.elevtal AS elevtal
      LEFT JOIN demo.main.kommuner AS "elevtal.kommuner"
        ON elevtal.kommunekode = "elevtal.kommuner".kommunekode
      WHERE
        (
          elevtal.skoleaar = $1 AND (
            elevtal.optalt < $2
          )
        )
      QUALIFY
        elevtal.optalt = MAX(elevtal.optalt) OVER (PARTITION BY elevtal.kommunekode)
        AND (
          "elevtal.kommuner".region = $3 AND (
            NOT "elevtal.kommuner".region IS NULL
          )
        )
    ) AS elevtal
    GROUP BY
      1
  ) AS elevtal__elever_i_segregeret_tilbud__in__elevtal__inklusionsgrad__region
    ON facts.of__kommuner__region IS NOT DISTINCT FROM elevtal__elever_i_segregeret_tilbud__in__elevtal__inklusionsgrad__region.of__kommuner__region
  LEFT JOIN (
    SELECT
      of__kommuner__region,
      of__kommuner__kommunekode,
      RANK() OVER (
        PARTITION BY of__kommuner__region
        ORDER BY CAST(CAST(elevtal__elever_i_segregeret_tilbud AS INT128) * 100 AS DOUBLE) / CAST(NULLIF(CAST(elevtal__elever AS INT128), 0) AS DOUBLE) DESC
      ) AS elevtal__segregeringsprocent__region_rang__in__elevtal__segregeringsprocent__region__total
    FROM (
      SELECT
        ".of__kommuner__region" AS of__kommuner__region,
        ".of__kommuner__kommunekode" AS of__kommuner__kommunekode,
        SUM(elevtal.elever) FILTER(WHERE
          elevtal.undervisningstilbud <> 'almen') AS elevtal__elever_i_segregeret_tilbud,
        SUM(elevtal.elever) AS elevtal__elever
      FROM (
        SELECT
          elevtal.*,
          "elevtal.kommuner".region AS ".of__kommuner__region",
          "elevtal.kommuner".kommunekode AS ".of__kommuner__kommunekode"
        FROM demo.main.elevtal AS elevtal
        LEFT JOIN demo.main.kommuner AS "elevtal.kommuner"
          ON elevtal.kommunekode = "elevtal.kommuner".kommunekode
        WHERE
          (
            elevtal.skoleaar = $1 AND (
              elevtal.optalt < $2
            )
          )
        QUALIFY
          elevtal.optalt = MAX(elevtal.optalt) OVER (PARTITION BY elevtal.kommunekode)
          AND (
            "elevtal.kommuner".region = $3 AND (
              NOT "elevtal.kommuner".region IS NULL
            )
          )
      ) AS elevtal
      GROUP BY
        1,
        2
    ) AS members
    WHERE
      NOT of__kommuner__kommunekode IS NULL
      AND NOT (
        CAST(CAST(elevtal__elever_i_segregeret_tilbud AS INT128) * 100 AS DOUBLE) / CAST(NULLIF(CAST(elevtal__elever AS INT128), 0) AS DOUBLE)
      ) IS NULL
  ) AS elevtal__segregeringsprocent__region_rang__in__elevtal__segregeringsprocent__region__total
    ON facts.of__kommuner__region IS NOT DISTINCT FROM elevtal__segregeringsprocent__region_rang__in__elevtal__segregeringsprocent__region__total.of__kommuner__region
    AND facts.of__kommuner__kommunekode IS NOT DISTINCT FROM elevtal__segregeringsprocent__region_rang__in__elevtal__segregeringsprocent__region__total.of__kommuner__kommunekode
) AS core
ORDER BY
  elever__kommune ASC
LIMIT 10001
