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
        sag__person.navn AS personsager__navn,
        COUNT(*) AS sag__antal
      FROM demo.main.sag AS sag
      LEFT JOIN demo.main.person AS sag__person
        ON sag.person = sag__person.id
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
        afgoerelse__sag__person.navn AS personsager__navn,
        COUNT(*) AS afgoerelse__antal
      FROM demo.main.afgoerelse AS afgoerelse
      LEFT JOIN demo.main.sag AS afgoerelse__sag
        ON afgoerelse.sag = afgoerelse__sag.id
      LEFT JOIN demo.main.person AS afgoerelse__sag__person
        ON afgoerelse__sag.person = afgoerelse__sag__person.id
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
        notat__sag__person.navn AS personsager__navn,
        SUM(notat.ord) AS notat__ord
      FROM demo.main.notat AS notat
      LEFT JOIN demo.main.sag AS notat__sag
        ON notat.sag = notat__sag.id
      LEFT JOIN demo.main.person AS notat__sag__person
        ON notat__sag.person = notat__sag__person.id
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
