SELECT
  elevbevaegelser__klassetrin AS "elevbevaegelser.klassetrin",
  CAST(elevbevaegelser__klassetrin__subtotal AS BOOLEAN) AS "elevbevaegelser.klassetrin__subtotal",
  elevbevaegelser__skoleaar AS "elevbevaegelser.skoleaar",
  CAST(elevbevaegelser__skoleaar__subtotal AS BOOLEAN) AS "elevbevaegelser.skoleaar__subtotal",
  CAST(elevbevaegelse__tilgang_segregeret AS BIGINT) AS "elevbevaegelser.tilgang_segregeret",
  CAST(elevbevaegelse__afgang_segregeret AS BIGINT) AS "elevbevaegelser.afgang_segregeret"
FROM (
  SELECT
    *
  FROM (
    SELECT
      elevbevaegelser__klassetrin,
      elevbevaegelser__skoleaar,
      0 AS elevbevaegelser__klassetrin__subtotal,
      0 AS elevbevaegelser__skoleaar__subtotal,
      elevbevaegelse__tilgang_segregeret,
      elevbevaegelse__afgang_segregeret
    FROM (
      SELECT
        ".elevbevaegelser__klassetrin" AS elevbevaegelser__klassetrin,
        ".elevbevaegelser__skoleaar" AS elevbevaegelser__skoleaar,
        SUM(elevbevaegelse.elever) FILTER(WHERE
          elevbevaegelse.retning = 'tilgang') AS elevbevaegelse__tilgang_segregeret,
        SUM(elevbevaegelse.elever) FILTER(WHERE
          elevbevaegelse.retning = 'afgang') AS elevbevaegelse__afgang_segregeret
      FROM (
        SELECT
          elevbevaegelse.*,
          elevbevaegelse.klassetrin AS ".elevbevaegelser__klassetrin",
          elevbevaegelse.skoleaar AS ".elevbevaegelser__skoleaar"
        FROM demo.main.elevbevaegelse AS elevbevaegelse
        LEFT JOIN demo.main.kommuner AS "elevbevaegelse.kommuner"
          ON elevbevaegelse.kommunekode = "elevbevaegelse.kommuner".kommunekode
        WHERE
          elevbevaegelse.optalt < $1
        QUALIFY
          elevbevaegelse.optalt = MAX(elevbevaegelse.optalt) OVER (PARTITION BY elevbevaegelse.kommunekode, elevbevaegelse.skoleaar)
          AND "elevbevaegelse.kommuner".kommune = $2
      ) AS elevbevaegelse
      GROUP BY
        1,
        2
    ) AS level
    UNION ALL
    SELECT
      elevbevaegelser__klassetrin,
      NULL AS elevbevaegelser__skoleaar,
      0 AS elevbevaegelser__klassetrin__subtotal,
      1 AS elevbevaegelser__skoleaar__subtotal,
      elevbevaegelse__tilgang_segregeret,
      elevbevaegelse__afgang_segregeret
    FROM (
      SELECT
        ".elevbevaegelser__klassetrin" AS elevbevaegelser__klassetrin,
        SUM(elevbevaegelse.elever) FILTER(WHERE
          elevbevaegelse.retning = 'tilgang') AS elevbevaegelse__tilgang_segregeret,
        SUM(elevbevaegelse.elever) FILTER(WHERE
          elevbevaegelse.retning = 'afgang') AS elevbevaegelse__afgang_segregeret
      FROM (
        SELECT
          elevbevaegelse.*,
          elevbevaegelse.klassetrin AS ".elevbevaegelser__klassetrin"
        FROM demo.main.elevbevaegelse AS elevbevaegelse
        LEFT JOIN demo.main.kommuner AS "elevbevaegelse.kommuner"
          ON elevbevaegelse.kommunekode = "elevbevaegelse.kommuner".kommunekode
        WHERE
          elevbevaegelse.optalt < $1
        QUALIFY
          elevbevaegelse.optalt = MAX(elevbevaegelse.optalt) OVER (PARTITION BY elevbevaegelse.kommunekode)
          AND "elevbevaegelse.kommuner".kommune = $2
      ) AS elevbevaegelse
      GROUP BY
        1
    ) AS level
    UNION ALL
    SELECT
      NULL AS elevbevaegelser__klassetrin,
      NULL AS elevbevaegelser__skoleaar,
      1 AS elevbevaegelser__klassetrin__subtotal,
      1 AS elevbevaegelser__skoleaar__subtotal,
      elevbevaegelse__tilgang_segregeret,
      elevbevaegelse__afgang_segregeret
    FROM (
      SELECT
        SUM(elevbevaegelse.elever) FILTER(WHERE
          elevbevaegelse.retning = 'tilgang') AS elevbevaegelse__tilgang_segregeret,
        SUM(elevbevaegelse.elever) FILTER(WHERE
          elevbevaegelse.retning = 'afgang') AS elevbevaegelse__afgang_segregeret
      FROM (
        SELECT
          elevbevaegelse.*
        FROM demo.main.elevbevaegelse AS elevbevaegelse
        LEFT JOIN demo.main.kommuner AS "elevbevaegelse.kommuner"
          ON elevbevaegelse.kommunekode = "elevbevaegelse.kommuner".kommunekode
        WHERE
          elevbevaegelse.optalt < $1
        QUALIFY
          elevbevaegelse.optalt = MAX(elevbevaegelse.optalt) OVER (PARTITION BY elevbevaegelse.kommunekode)
          AND "elevbevaegelse.kommuner".kommune = $2
      ) AS elevbevaegelse
    ) AS level
  ) AS levels
) AS core
ORDER BY
  elevbevaegelse__tilgang_segregeret DESC,
  elevbevaegelser__klassetrin__subtotal ASC,
  CASE elevbevaegelser__klassetrin
    WHEN '0.-3.'
    THEN 0
    WHEN '4.-6.'
    THEN 1
    WHEN '7.-10.'
    THEN 2
  END ASC,
  elevbevaegelser__klassetrin ASC,
  elevbevaegelser__skoleaar__subtotal ASC,
  elevbevaegelser__skoleaar ASC
LIMIT 10001
