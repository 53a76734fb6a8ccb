SELECT
  indikatorer__indikator AS "indikatorer.indikator",
  CAST(NEAREST_QUOTIENT(
    CAST(indikatorer__vaerdi_uvaegtet__0 * 100 AS INT128),
    CAST(indikatorer__vaerdi_uvaegtet__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "indikatorer.vaerdi_uvaegtet",
  CAST(indikatorer__antal_vaerdier AS BIGINT) AS "indikatorer.antal_vaerdier",
  CAST(indikatorer__antal_manglende AS BIGINT) AS "indikatorer.antal_manglende"
FROM (
  SELECT
    indikatorer.indikator AS indikatorer__indikator,
    SUM(indikatorer.vaerdi) AS indikatorer__vaerdi_uvaegtet__0,
    COUNT(indikatorer.vaerdi) AS indikatorer__vaerdi_uvaegtet__1,
    COUNT(*) FILTER(WHERE
      NOT indikatorer.vaerdi IS NULL) AS indikatorer__antal_vaerdier,
    COUNT(*) FILTER(WHERE
      indikatorer.vaerdi IS NULL) AS indikatorer__antal_manglende
  FROM demo.main.indikatorer AS indikatorer
  WHERE
    (
      indikatorer.indikator = $1 AND (
        indikatorer.dataaar = $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  CAST(CAST(indikatorer__vaerdi_uvaegtet__0 * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(indikatorer__vaerdi_uvaegtet__1 AS INT128), 0) AS DOUBLE) DESC,
  indikatorer__indikator ASC
LIMIT 10001
