SELECT
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST(besoeg__antal AS BIGINT) AS "besoeg.antal"
FROM (
  SELECT
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal,
    MAX(facts.besoeg__antal) AS besoeg__antal
  FROM (
    SELECT
      sag__antal,
      NULL AS besoeg__antal
    FROM (
      SELECT
        COUNT(*) AS sag__antal
      FROM demo.main.sag AS sag
      WHERE
        (
          sag.oprettet >= $1 AND (
            sag.oprettet < $2
          )
        )
    ) AS sag__antal
    UNION ALL
    SELECT
      NULL AS sag__antal,
      besoeg__antal
    FROM (
      SELECT
        SUM(besoeg.antal) AS besoeg__antal
      FROM demo.main.besoeg AS besoeg
      WHERE
        (
          besoeg.dag >= $3 AND (
            besoeg.dag < $4
          )
        )
    ) AS besoeg__antal
  ) AS facts
) AS core
ORDER BY
  sag__antal DESC
LIMIT 10001
