SELECT
  enkeltsager__aar AS "enkeltsager.aar",
  CAST(enkeltsag__sager_uden_graense AS BIGINT) AS "enkeltsager.sager_uden_graense",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN enkeltsag__sager_uden_graense = 0
      THEN CAST(enkeltsag__kendte_dyre_sager AS INT128)
    END,
    1
  ) AS DECIMAL(38, 0)) AS "enkeltsager.dyre_sager",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN enkeltsag__sager_uden_graense = 0 AND enkeltsag__antal > 0
      THEN COALESCE(CAST(enkeltsag__refusion_beregnet * 1000000 AS INT128), 0)
    END,
    10000
  ) AS DECIMAL(38, 0)) * 0.01 AS "enkeltsager.refusion",
  CASE
    WHEN (
      CASE
        WHEN enkeltsag__sager_uden_graense = 0 AND enkeltsag__antal > 0
        THEN COALESCE(enkeltsag__refusion_beregnet, 0)
      END
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "enkeltsager.refusion__status"
FROM (
  SELECT
    enkeltsag.aar AS enkeltsager__aar,
    COUNT(*) FILTER(WHERE
      "enkeltsag.trin_1".graense_kr IS NULL) AS enkeltsag__sager_uden_graense,
    COUNT(*) FILTER(WHERE
      (
        enkeltsag.udgift_kr > "enkeltsag.trin_1".graense_kr
      )
      AND (
        enkeltsag.alder < "enkeltsag.trin_1".under_alder
        OR "enkeltsag.trin_1".under_alder IS NULL
      )) AS enkeltsag__kendte_dyre_sager,
    COUNT(*) AS enkeltsag__antal,
    SUM(
      (
        CASE
          WHEN NOT "enkeltsag.trin_1".graense_kr IS NULL
          THEN (
            "enkeltsag.trin_1".andel_pct * GREATEST(
              LEAST(enkeltsag.udgift_kr, COALESCE("enkeltsag.trin_2".graense_kr, enkeltsag.udgift_kr)) - "enkeltsag.trin_1".graense_kr,
              0
            ) + COALESCE(
              "enkeltsag.trin_2".andel_pct * GREATEST(
                LEAST(enkeltsag.udgift_kr, COALESCE("enkeltsag.trin_3".graense_kr, enkeltsag.udgift_kr)) - "enkeltsag.trin_2".graense_kr,
                0
              ),
              0
            ) + COALESCE(
              "enkeltsag.trin_3".andel_pct * GREATEST(enkeltsag.udgift_kr - "enkeltsag.trin_3".graense_kr, 0),
              0
            )
          ) * 0.01
        END
      )
    ) FILTER(WHERE
      enkeltsag.alder < "enkeltsag.trin_1".under_alder
      OR "enkeltsag.trin_1".under_alder IS NULL) AS enkeltsag__refusion_beregnet
  FROM demo.main.enkeltsag AS enkeltsag
  LEFT JOIN demo.main.refusionsgraense AS "enkeltsag.trin_1"
    ON (
      enkeltsag.maalgruppe = "enkeltsag.trin_1".maalgruppe
      AND "enkeltsag.trin_1".trin = 1
    )
    AND "enkeltsag.trin_1".gyldig_fra <= enkeltsag.aarets_foerste_dag
    AND (
      "enkeltsag.trin_1".gyldig_til IS NULL
      OR "enkeltsag.trin_1".gyldig_til > enkeltsag.aarets_foerste_dag
    )
  LEFT JOIN demo.main.refusionsgraense AS "enkeltsag.trin_2"
    ON (
      enkeltsag.maalgruppe = "enkeltsag.trin_2".maalgruppe
      AND "enkeltsag.trin_2".trin = 2
    )
    AND "enkeltsag.trin_2".gyldig_fra <= enkeltsag.aarets_foerste_dag
    AND (
      "enkeltsag.trin_2".gyldig_til IS NULL
      OR "enkeltsag.trin_2".gyldig_til > enkeltsag.aarets_foerste_dag
    )
  LEFT JOIN demo.main.refusionsgraense AS "enkeltsag.trin_3"
    ON (
      enkeltsag.maalgruppe = "enkeltsag.trin_3".maalgruppe
      AND "enkeltsag.trin_3".trin = 3
    )
    AND "enkeltsag.trin_3".gyldig_fra <= enkeltsag.aarets_foerste_dag
    AND (
      "enkeltsag.trin_3".gyldig_til IS NULL
      OR "enkeltsag.trin_3".gyldig_til > enkeltsag.aarets_foerste_dag
    )
  WHERE
    enkeltsag.aar < $1
  GROUP BY
    1
) AS core
ORDER BY
  enkeltsager__aar ASC
LIMIT 10001
