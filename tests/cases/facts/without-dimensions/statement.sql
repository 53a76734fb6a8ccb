SELECT
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(besoeg__antal AS BIGINT) AS "besoeg.antal",
  CAST(tal__antal AS BIGINT) AS "tal.antal",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    MAX(facts.besoeg__antal) AS besoeg__antal,
    COALESCE(MAX(facts.tal__antal), 0) AS tal__antal,
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal
  FROM (
    SELECT
      udgift__beloeb,
      NULL AS besoeg__antal,
      NULL AS tal__antal,
      NULL AS sag__antal
    FROM (
      SELECT
        SUM(udgift.beloeb) AS udgift__beloeb
      FROM demo.main.udgift AS udgift
    ) AS udgift__beloeb
    UNION ALL
    SELECT
      NULL AS udgift__beloeb,
      besoeg__antal,
      NULL AS tal__antal,
      NULL AS sag__antal
    FROM (
      SELECT
        SUM(besoeg.antal) AS besoeg__antal
      FROM demo.main.besoeg AS besoeg
    ) AS besoeg__antal
    UNION ALL
    SELECT
      NULL AS udgift__beloeb,
      NULL AS besoeg__antal,
      tal__antal,
      NULL AS sag__antal
    FROM (
      SELECT
        COUNT(*) AS tal__antal
      FROM demo.main.tal AS tal
    ) AS tal__antal
    UNION ALL
    SELECT
      NULL AS udgift__beloeb,
      NULL AS besoeg__antal,
      NULL AS tal__antal,
      sag__antal
    FROM (
      SELECT
        COUNT(*) AS sag__antal
      FROM demo.main.sag AS sag
    ) AS sag__antal
  ) AS facts
) AS core
ORDER BY
  udgift__beloeb DESC
LIMIT 10001
