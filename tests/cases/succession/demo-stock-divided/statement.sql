SELECT
  sagsbeholdning__ansvarlig_2026_center AS "sagsbeholdning.ansvarlig_2026_center",
  CAST(sagsbeholdning__ansvarlig_2026_center__subtotal AS BOOLEAN) AS "sagsbeholdning.ansvarlig_2026_center__subtotal",
  CAST(beholdning__sager AS DECIMAL(38, 2)) AS "sagsbeholdning.sager"
FROM (
  SELECT
    *
  FROM (
    SELECT
      sagsbeholdning__ansvarlig_2026_center,
      0 AS sagsbeholdning__ansvarlig_2026_center__subtotal,
      beholdning__sager
    FROM (
      SELECT
        ".sagsbeholdning__ansvarlig_2026_center" AS sagsbeholdning__ansvarlig_2026_center,
        CAST(SUM(beholdning.antal_sager * beholdning.".share") AS DECIMAL(38, 2)) AS beholdning__sager
      FROM (
        SELECT
          beholdning.*,
          COALESCE("beholdning.ansvarlig_2026".andel, 1) AS ".share",
          "beholdning.ansvarlig_2026".center AS ".sagsbeholdning__ansvarlig_2026_center"
        FROM demo.main.beholdning AS beholdning
        LEFT JOIN demo.main.organisation_efter AS "beholdning.ansvarlig_2026"
          ON (
            beholdning.enhed = "beholdning.ansvarlig_2026".fra_enhed
          )
          AND "beholdning.ansvarlig_2026".gyldig_fra <= $1
          AND (
            "beholdning.ansvarlig_2026".gyldig_til IS NULL
            OR "beholdning.ansvarlig_2026".gyldig_til > $1
          )
        WHERE
          (
            beholdning.optalt >= $2
            AND (
              beholdning.optalt < $3
            )
            AND (
              beholdning.optalt < $4
            )
          )
        QUALIFY
          beholdning.optalt = MAX(beholdning.optalt) OVER (PARTITION BY beholdning.enhed, beholdning.sagstype)
      ) AS beholdning
      GROUP BY
        1
    ) AS level
    UNION ALL
    SELECT
      NULL AS sagsbeholdning__ansvarlig_2026_center,
      1 AS sagsbeholdning__ansvarlig_2026_center__subtotal,
      beholdning__sager
    FROM (
      SELECT
        CAST(SUM(beholdning.antal_sager * beholdning.".share") AS DECIMAL(38, 2)) AS beholdning__sager
      FROM (
        SELECT
          beholdning.*,
          COALESCE("beholdning.ansvarlig_2026".andel, 1) AS ".share"
        FROM demo.main.beholdning AS beholdning
        LEFT JOIN demo.main.organisation_efter AS "beholdning.ansvarlig_2026"
          ON (
            beholdning.enhed = "beholdning.ansvarlig_2026".fra_enhed
          )
          AND "beholdning.ansvarlig_2026".gyldig_fra <= $1
          AND (
            "beholdning.ansvarlig_2026".gyldig_til IS NULL
            OR "beholdning.ansvarlig_2026".gyldig_til > $1
          )
        WHERE
          (
            beholdning.optalt >= $2
            AND (
              beholdning.optalt < $3
            )
            AND (
              beholdning.optalt < $4
            )
          )
        QUALIFY
          beholdning.optalt = MAX(beholdning.optalt) OVER (PARTITION BY beholdning.enhed, beholdning.sagstype)
      ) AS beholdning
    ) AS level
  ) AS levels
) AS core
ORDER BY
  beholdning__sager DESC,
  sagsbeholdning__ansvarlig_2026_center__subtotal ASC,
  sagsbeholdning__ansvarlig_2026_center ASC
LIMIT 10001
