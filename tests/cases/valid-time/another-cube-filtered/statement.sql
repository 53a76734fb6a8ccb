SELECT
  CAST(klage__antal AS BIGINT) AS "klage.antal"
FROM (
  SELECT
    COUNT(*) AS klage__antal
  FROM demo.main.klage AS klage
  LEFT JOIN demo.main.enhed AS "klage.da"
    ON (
      klage.enhed = "klage.da".id
    )
    AND "klage.da".fra <= klage.modtaget
    AND (
      "klage.da".til IS NULL OR "klage.da".til > klage.modtaget
    )
  WHERE
    "klage.da".center = $1
) AS core
ORDER BY
  klage__antal DESC
LIMIT 10001
