SELECT
  besoeg__dag__day AS "besoeg.dag.day",
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST(besoeg__antal AS BIGINT) AS "besoeg.antal"
FROM (
  SELECT
    facts.besoeg__dag__day,
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal,
    MAX(facts.besoeg__antal) AS besoeg__antal
  FROM (
    SELECT
      besoeg__dag__day,
      sag__antal,
      NULL AS besoeg__antal
    FROM (
      SELECT
        CAST(DATE_TRUNC('DAY', sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS besoeg__dag__day,
        COUNT(*) AS sag__antal
      FROM demo.main.sag AS sag
      WHERE
        (
          sag.oprettet >= $1 AND (
            sag.oprettet < $2
          )
        )
      GROUP BY
        1
    ) AS sag__antal
    UNION ALL
    SELECT
      besoeg__dag__day,
      NULL AS sag__antal,
      besoeg__antal
    FROM (
      SELECT
        CAST(DATE_TRUNC('DAY', besoeg.dag) AS DATE) AS besoeg__dag__day,
        SUM(besoeg.antal) AS besoeg__antal
      FROM demo.main.besoeg AS besoeg
      WHERE
        (
          besoeg.dag >= $3 AND (
            besoeg.dag < $4
          )
        )
      GROUP BY
        1
    ) AS besoeg__antal
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  besoeg__dag__day ASC
LIMIT 10001
