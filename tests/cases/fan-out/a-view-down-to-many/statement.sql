SELECT
  personsager__navn AS "personsager.navn",
  CAST(person__antal AS BIGINT) AS "personsager.antal",
  CAST(person__formue AS DECIMAL(38, 2)) AS "personsager.formue",
  CAST(sag__antal AS BIGINT) AS "personsager.sag_antal",
  CAST(afgoerelse__antal AS BIGINT) AS "personsager.afgoerelse_antal",
  CAST(notat__ord AS BIGINT) AS "personsager.notat_ord"
FROM (
  SELECT
    facts.personsager__navn,
    COALESCE(MAX(facts.person__antal), 0) AS person__antal,
    MAX(facts.person__formue) AS person__formue,
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal,
    COALESCE(MAX(facts.afgoerelse__antal), 0) AS afgoerelse__antal,
    MAX(facts.notat__ord) AS notat__ord
  FROM (
    SELECT
      personsager__navn,
      person__antal,
      person__formue,
      NULL AS sag__antal,
      NULL AS afgoerelse__antal,
      NULL AS notat__ord
    FROM (
      SELECT
        person.navn AS personsager__navn,
        COUNT(*) AS person__antal,
        SUM(person.formue) AS person__formue
      FROM demo.main.person AS person
      GROUP BY
        1
    ) AS person__antal
    UNION ALL
    SELECT
      personsager__navn,
      NULL AS person__antal,
      NULL AS person__formue,
      sag__antal,
      NULL AS afgoerelse__antal,
      NULL AS notat__ord
    FROM (
      SELECT
        "sag.person".navn AS personsager__navn,
        COUNT(*) AS sag__antal
      FROM demo.main.sag AS sag
      LEFT JOIN demo.main.person AS "sag.person"
        ON sag.person = "sag.person".id
      GROUP BY
        1
    ) AS sag__antal
    UNION ALL
    SELECT
      personsager__navn,
      NULL AS person__antal,
      NULL AS person__formue,
      NULL AS sag__antal,
      afgoerelse__antal,
      NULL AS notat__ord
    FROM (
      SELECT
        "afgoerelse.sag.person".navn AS personsager__navn,
        COUNT(*) AS afgoerelse__antal
      FROM demo.main.afgoerelse AS afgoerelse
      LEFT JOIN demo.main.sag AS "afgoerelse.sag"
        ON afgoerelse.sag = "afgoerelse.sag".id
      LEFT JOIN demo.main.person AS "afgoerelse.sag.person"
        ON "afgoerelse.sag".person = "afgoerelse.sag.person".id
      GROUP BY
        1
    ) AS afgoerelse__antal
    UNION ALL
    SELECT
      personsager__navn,
      NULL AS person__antal,
      NULL AS person__formue,
      NULL AS sag__antal,
      NULL AS afgoerelse__antal,
      notat__ord
    FROM (
      SELECT
        "notat.sag.person".navn AS personsager__navn,
        SUM(notat.ord) AS notat__ord
      FROM demo.main.notat AS notat
      LEFT JOIN demo.main.sag AS "notat.sag"
        ON notat.sag = "notat.sag".id
      LEFT JOIN demo.main.person AS "notat.sag.person"
        ON "notat.sag".person = "notat.sag.person".id
      GROUP BY
        1
    ) AS notat__ord
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  personsager__navn ASC
LIMIT 10001
