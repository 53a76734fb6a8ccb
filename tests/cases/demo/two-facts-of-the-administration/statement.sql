SELECT
  ydelse__lov AS "ydelse.lov",
  ydelse__paragraf AS "ydelse.paragraf",
  CAST(ydelse__antal_borgere AS BIGINT) AS "ydelse.antal_borgere",
  CAST(afgoerelse__antal_afgoerelser AS BIGINT) AS "afgoerelse.antal_afgoerelser"
FROM (
  SELECT
    facts.ydelse__lov,
    facts.ydelse__paragraf,
    COALESCE(MAX(facts.ydelse__antal_borgere), 0) AS ydelse__antal_borgere,
    COALESCE(MAX(facts.afgoerelse__antal_afgoerelser), 0) AS afgoerelse__antal_afgoerelser
  FROM (
    SELECT
      ydelse__lov,
      ydelse__paragraf,
      ydelse__antal_borgere,
      NULL AS afgoerelse__antal_afgoerelser
    FROM (
      SELECT
        ydelse.lov AS ydelse__lov,
        ydelse.paragraf AS ydelse__paragraf,
        COUNT(DISTINCT ydelse.borger_id) AS ydelse__antal_borgere
      FROM demo.main.ydelse AS ydelse
      GROUP BY
        1,
        2
    ) AS ydelse__antal_borgere
    UNION ALL
    SELECT
      ydelse__lov,
      ydelse__paragraf,
      NULL AS ydelse__antal_borgere,
      afgoerelse__antal_afgoerelser
    FROM (
      SELECT
        afgoerelse.lov AS ydelse__lov,
        afgoerelse.paragraf AS ydelse__paragraf,
        COUNT(*) FILTER(WHERE
          NOT afgoerelse.afgjort IS NULL) AS afgoerelse__antal_afgoerelser
      FROM demo.main.afgoerelse AS afgoerelse
      GROUP BY
        1,
        2
    ) AS afgoerelse__antal_afgoerelser
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  ydelse__lov ASC,
  ydelse__paragraf ASC
LIMIT 10001
