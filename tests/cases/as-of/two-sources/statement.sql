SELECT
  CAST(udbetaling__kr AS BIGINT) AS "udbetaling.kr",
  CAST(tilskud__kr AS BIGINT) AS "tilskud.kr",
  CAST('2025-02-15' AS DATE) AS "udbetaling.opgjort_pr"
FROM (
  SELECT
    MAX(facts.udbetaling__kr) AS udbetaling__kr,
    MAX(facts.tilskud__kr) AS tilskud__kr
  FROM (
    SELECT
      udbetaling__kr,
      NULL AS tilskud__kr
    FROM (
      SELECT
        SUM(udbetaling.kr) AS udbetaling__kr
      FROM (
        SELECT
          udbetaling.*
        FROM demo.main.udbetaling AS udbetaling
        WHERE
          udbetaling.indlaesning IN (1, 2, 4)
        QUALIFY
          ROW_NUMBER() OVER (PARTITION BY udbetaling.id ORDER BY udbetaling.indlaesning DESC) = 1
          AND NOT COALESCE(udbetaling.annulleret, FALSE)
      ) AS udbetaling
    ) AS udbetaling__kr
    UNION ALL
    SELECT
      NULL AS udbetaling__kr,
      tilskud__kr
    FROM (
      SELECT
        SUM(tilskud.kr) AS tilskud__kr
      FROM (
        SELECT
          tilskud.*
        FROM demo.main.tilskud AS tilskud
        WHERE
          tilskud.indlaesning IN (3)
        QUALIFY
          ROW_NUMBER() OVER (PARTITION BY tilskud.id ORDER BY tilskud.indlaesning DESC) = 1
      ) AS tilskud
    ) AS tilskud__kr
  ) AS facts
) AS core
ORDER BY
  udbetaling__kr DESC
LIMIT 10001
