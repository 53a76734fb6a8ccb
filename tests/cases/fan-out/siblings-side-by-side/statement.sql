SELECT
  sag__hast AS "sag.hast",
  CAST(afgoerelse__beloeb AS DECIMAL(38, 2)) AS "afgoerelse.beloeb",
  CAST(notat__ord AS BIGINT) AS "notat.ord",
  CAST(sag__pris_i_alt AS DECIMAL(38, 2)) AS "sag.pris_i_alt"
FROM (
  SELECT
    facts.sag__hast,
    MAX(facts.afgoerelse__beloeb) AS afgoerelse__beloeb,
    MAX(facts.notat__ord) AS notat__ord,
    MAX(facts.sag__pris_i_alt) AS sag__pris_i_alt
  FROM (
    SELECT
      sag__hast,
      afgoerelse__beloeb,
      NULL AS notat__ord,
      NULL AS sag__pris_i_alt
    FROM (
      SELECT
        "afgoerelse.sag".hast AS sag__hast,
        SUM(afgoerelse.beloeb) AS afgoerelse__beloeb
      FROM demo.main.afgoerelse AS afgoerelse
      LEFT JOIN demo.main.sag AS "afgoerelse.sag"
        ON afgoerelse.sag = "afgoerelse.sag".id
      GROUP BY
        1
    ) AS afgoerelse__beloeb
    UNION ALL
    SELECT
      sag__hast,
      NULL AS afgoerelse__beloeb,
      notat__ord,
      NULL AS sag__pris_i_alt
    FROM (
      SELECT
        "notat.sag".hast AS sag__hast,
        SUM(notat.ord) AS notat__ord
      FROM demo.main.notat AS notat
      LEFT JOIN demo.main.sag AS "notat.sag"
        ON notat.sag = "notat.sag".id
      GROUP BY
        1
    ) AS notat__ord
    UNION ALL
    SELECT
      sag__hast,
      NULL AS afgoerelse__beloeb,
      NULL AS notat__ord,
      sag__pris_i_alt
    FROM (
      SELECT
        sag.hast AS sag__hast,
        SUM(sag.pris) AS sag__pris_i_alt
      FROM demo.main.sag AS sag
      GROUP BY
        1
    ) AS sag__pris_i_alt
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sag__hast ASC
LIMIT 10001
