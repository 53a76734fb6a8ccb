SELECT
  varde_108__tilbud AS "varde_108.tilbud",
  CAST(NEAREST_QUOTIENT(CAST(varde_108__dage AS INT128) * 100, 365) AS DECIMAL(38, 0)) * 0.01 AS "varde_108.aarsvaerk"
FROM (
  SELECT
    varde_108.tilbud AS varde_108__tilbud,
    CAST(varde_108.dage AS INT128) AS varde_108__dage
  FROM demo.main.varde_108 AS varde_108
) AS core
ORDER BY
  varde_108__tilbud ASC
LIMIT 10001
