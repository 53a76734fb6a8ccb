SELECT
  CAST(systemkontrol__kun_i_foerste AS BIGINT) AS "systemkontrol.kun_i_foerste",
  CASE WHEN systemkontrol__kun_i_foerste IS NULL THEN 'mangler' ELSE 'normal' END AS "systemkontrol.kun_i_foerste__status",
  CAST(systemkontrol__mere_i_andet AS BIGINT) AS "systemkontrol.mere_i_andet"
FROM (
  SELECT
    SUM(CASE WHEN systemkontrol.beloeb_2 IS NULL THEN 1 ELSE 0 END) AS systemkontrol__kun_i_foerste,
    SUM(CASE WHEN systemkontrol.beloeb_2 > systemkontrol.beloeb_1 THEN 1 ELSE 0 END) AS systemkontrol__mere_i_andet
  FROM demo.main.systemkontrol AS systemkontrol
  WHERE
    (
      systemkontrol.dag >= $1 AND (
        systemkontrol.dag < $2
      )
    )
) AS core
ORDER BY
  systemkontrol__kun_i_foerste DESC
LIMIT 10001
