SELECT
  systemkontrol__lov AS "systemkontrol.lov",
  systemkontrol__paragraf AS "systemkontrol.paragraf",
  CAST(systemkontrol__antal_kontrolleret AS BIGINT) AS "systemkontrol.antal_kontrolleret",
  CAST(systemkontrol__kun_i_foerste AS BIGINT) AS "systemkontrol.kun_i_foerste",
  CAST(systemkontrol__kun_i_andet AS BIGINT) AS "systemkontrol.kun_i_andet",
  CAST(systemkontrol__mere_i_foerste AS BIGINT) AS "systemkontrol.mere_i_foerste",
  CAST(systemkontrol__mere_i_andet AS BIGINT) AS "systemkontrol.mere_i_andet",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(systemkontrol__antal_ens AS INT128) * 100
    ) * 10,
    CAST(systemkontrol__antal_kontrolleret AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "systemkontrol.andel_ens",
  CAST(systemkontrol__beloeb_kun_i_andet AS DECIMAL(38, 2)) AS "systemkontrol.beloeb_kun_i_andet"
FROM (
  SELECT
    systemkontrol.lov AS systemkontrol__lov,
    systemkontrol.paragraf AS systemkontrol__paragraf,
    COUNT(*) AS systemkontrol__antal_kontrolleret,
    SUM(CASE WHEN systemkontrol.beloeb_2 IS NULL THEN 1 ELSE 0 END) AS systemkontrol__kun_i_foerste,
    SUM(CASE WHEN systemkontrol.beloeb_1 IS NULL THEN 1 ELSE 0 END) AS systemkontrol__kun_i_andet,
    SUM(CASE WHEN systemkontrol.beloeb_1 > systemkontrol.beloeb_2 THEN 1 ELSE 0 END) AS systemkontrol__mere_i_foerste,
    SUM(CASE WHEN systemkontrol.beloeb_2 > systemkontrol.beloeb_1 THEN 1 ELSE 0 END) AS systemkontrol__mere_i_andet,
    COUNT(*) FILTER(WHERE
      systemkontrol.beloeb_1 = systemkontrol.beloeb_2) AS systemkontrol__antal_ens,
    SUM(systemkontrol.beloeb_2) FILTER(WHERE
      systemkontrol.beloeb_1 IS NULL) AS systemkontrol__beloeb_kun_i_andet
  FROM demo.main.systemkontrol AS systemkontrol
  WHERE
    (
      systemkontrol.dag >= $1 AND (
        systemkontrol.dag < $2
      )
    )
  GROUP BY
    1,
    2
) AS core
ORDER BY
  systemkontrol__lov ASC,
  systemkontrol__paragraf ASC
LIMIT 10001
