SELECT
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN systemkontrol__antal_kontrolleret > 0
      THEN CAST(systemkontrol__raekker_kun_i_foerste AS INT128)
    END,
    1
  ) AS DECIMAL(38, 0)) AS "systemkontrol.kun_i_foerste",
  CASE
    WHEN (
      CASE
        WHEN systemkontrol__antal_kontrolleret > 0
        THEN systemkontrol__raekker_kun_i_foerste
      END
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "systemkontrol.kun_i_foerste__status",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN systemkontrol__antal_kontrolleret > 0
      THEN CAST(systemkontrol__raekker_mere_i_andet AS INT128)
    END,
    1
  ) AS DECIMAL(38, 0)) AS "systemkontrol.mere_i_andet"
FROM (
  SELECT
    COUNT(*) AS systemkontrol__antal_kontrolleret,
    COUNT(*) FILTER(WHERE
      systemkontrol.beloeb_2 IS NULL) AS systemkontrol__raekker_kun_i_foerste,
    COUNT(*) FILTER(WHERE
      systemkontrol.beloeb_2 > systemkontrol.beloeb_1) AS systemkontrol__raekker_mere_i_andet
  FROM demo.main.systemkontrol AS systemkontrol
  WHERE
    (
      systemkontrol.dag >= $1 AND (
        systemkontrol.dag < $2
      )
    )
) AS core
ORDER BY
  CASE
    WHEN systemkontrol__antal_kontrolleret > 0
    THEN systemkontrol__raekker_kun_i_foerste
  END DESC
LIMIT 10001
