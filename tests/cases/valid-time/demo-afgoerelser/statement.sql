SELECT
  afgoerelser__ansvarlig_da_center AS "afgoerelser.ansvarlig_da_center",
  CAST(afgoerelser__ansvarlig_da_center__subtotal AS BOOLEAN) AS "afgoerelser.ansvarlig_da_center__subtotal",
  afgoerelser__ansvarlig_da_enhed AS "afgoerelser.ansvarlig_da_enhed",
  CAST(afgoerelser__ansvarlig_da_enhed__subtotal AS BOOLEAN) AS "afgoerelser.ansvarlig_da_enhed__subtotal",
  CAST(afgoerelse__antal_sager AS BIGINT) AS "afgoerelser.antal_sager"
FROM (
  SELECT
    "afgoerelse.ansvarlig_da".center AS afgoerelser__ansvarlig_da_center,
    "afgoerelse.ansvarlig_da".enhed AS afgoerelser__ansvarlig_da_enhed,
    GROUPING("afgoerelse.ansvarlig_da".center) AS afgoerelser__ansvarlig_da_center__subtotal,
    GROUPING("afgoerelse.ansvarlig_da".enhed) AS afgoerelser__ansvarlig_da_enhed__subtotal,
    COUNT(*) AS afgoerelse__antal_sager
  FROM demo.main.afgoerelse AS afgoerelse
  LEFT JOIN demo.main.organisation AS "afgoerelse.ansvarlig_da"
    ON (
      afgoerelse.enhed = "afgoerelse.ansvarlig_da".enhed_id
    )
    AND "afgoerelse.ansvarlig_da".gyldig_fra <= afgoerelse.modtaget
    AND (
      "afgoerelse.ansvarlig_da".gyldig_til IS NULL
      OR "afgoerelse.ansvarlig_da".gyldig_til > afgoerelse.modtaget
    )
  GROUP BY
    GROUPING SETS (
      (),
      (1, 2)
    )
) AS core
ORDER BY
  afgoerelse__antal_sager DESC,
  afgoerelser__ansvarlig_da_center__subtotal ASC,
  afgoerelser__ansvarlig_da_center ASC,
  afgoerelser__ansvarlig_da_enhed__subtotal ASC,
  afgoerelser__ansvarlig_da_enhed ASC
LIMIT 10001
