SELECT
  ydelse__center AS "ydelse.center",
  CAST(ydelse__antal AS BIGINT) AS "ydelse.antal",
  CAST(klage__antal AS BIGINT) AS "klage.antal"
FROM (
  SELECT
    facts.ydelse__center,
    COALESCE(MAX(facts.ydelse__antal), 0) AS ydelse__antal,
    COALESCE(MAX(facts.klage__antal), 0) AS klage__antal
  FROM (
    SELECT
      ydelse__center,
      ydelse__antal,
      NULL AS klage__antal
    FROM (
      SELECT
        "ydelse.da".center AS ydelse__center,
        COUNT(*) AS ydelse__antal
      FROM demo.main.ydelse AS ydelse
      LEFT JOIN demo.main.enhed AS "ydelse.da"
        ON (
          ydelse.enhed = "ydelse.da".id
        )
        AND "ydelse.da".fra <= ydelse.start
        AND (
          "ydelse.da".til IS NULL OR "ydelse.da".til > ydelse.start
        )
      GROUP BY
        1
    ) AS ydelse__antal
    UNION ALL
    SELECT
      ydelse__center,
      NULL AS ydelse__antal,
      klage__antal
    FROM (
      SELECT
        "klage.da".center AS ydelse__center,
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
      GROUP BY
        1
    ) AS klage__antal
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ydelse__center ASC
LIMIT 10001
