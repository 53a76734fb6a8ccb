SELECT
  enkeltsager__aar AS "enkeltsager.aar",
  enkeltsager__maalgruppe AS "enkeltsager.maalgruppe",
  enkeltsager__graense_lov AS "enkeltsager.graense_lov",
  enkeltsager__graense_paragraf AS "enkeltsager.graense_paragraf",
  CAST(enkeltsag__antal AS BIGINT) AS "enkeltsager.antal",
  CAST(enkeltsag__udgift AS DECIMAL(38, 2)) AS "enkeltsager.udgift",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN enkeltsag__sager_uden_graense = 0 AND enkeltsag__antal > 0
      THEN COALESCE(CAST(enkeltsag__refusion_beregnet * 1000000 AS INT128), 0)
    END,
    10000
  ) AS DECIMAL(38, 0)) * 0.01 AS "enkeltsager.refusion",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN enkeltsag__sager_uden_graense = 0 AND enkeltsag__antal > 0
      THEN COALESCE(CAST(enkeltsag__refusion_beregnet * 1000000 AS INT128), 0)
    END * 100,
    CAST(enkeltsag__udgift * 100 AS INT128) * 1000
  ) AS DECIMAL(38, 0)) * 0.1 AS "enkeltsager.refusionsandel"
FROM (
  SELECT
    enkeltsag.aar AS enkeltsager__aar,
    enkeltsag.maalgruppe AS enkeltsager__maalgruppe,
    "enkeltsag.trin_1".lov AS enkeltsager__graense_lov,
    "enkeltsag.trin_1".paragraf AS enkeltsager__graense_paragraf,
    COUNT(*) AS enkeltsag__antal,
    SUM(enkeltsag.udgift_kr) AS enkeltsag__udgift,
    COUNT(*) FILTER(WHERE
      "enkeltsag.trin_1".graense_kr IS NULL) AS enkeltsag__sager_uden_graense,
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
    enkeltsag.aar IN ($1, $2)
  GROUP BY
    1,
    2,
    3,
    4
) AS core
ORDER BY
  enkeltsager__aar ASC,
  enkeltsager__maalgruppe ASC,
  enkeltsager__graense_lov ASC,
  enkeltsager__graense_paragraf ASC
LIMIT 10001
