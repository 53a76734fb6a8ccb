SELECT
  sag__hast AS "sag.hast",
  CAST(sag__hast__subtotal AS BOOLEAN) AS "sag.hast__subtotal",
  sag__oprettet__skoleaar AS "sag.oprettet.skoleaar",
  CAST(sag__oprettet__skoleaar__subtotal AS BOOLEAN) AS "sag.oprettet.skoleaar__subtotal",
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST(sag__pris_i_alt AS DECIMAL(38, 2)) AS "sag.pris_i_alt"
FROM (
  SELECT
    sag.hast AS sag__hast,
    CAST(CASE
      WHEN ISFINITE(
        CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
      )
      THEN TIME_BUCKET(
        INTERVAL '12' MONTH,
        CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP),
        CAST('2001-08-01 00:00:00' AS TIMESTAMP)
      )
      ELSE CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
    END AS DATE) AS sag__oprettet__skoleaar,
    GROUPING(sag.hast) AS sag__hast__subtotal,
    GROUPING(
      CAST(CASE
        WHEN ISFINITE(
          CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
        )
        THEN TIME_BUCKET(
          INTERVAL '12' MONTH,
          CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP),
          CAST('2001-08-01 00:00:00' AS TIMESTAMP)
        )
        ELSE CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
      END AS DATE)
    ) AS sag__oprettet__skoleaar__subtotal,
    COUNT(*) AS sag__antal,
    SUM(sag.pris) AS sag__pris_i_alt
  FROM demo.main.sag AS sag
  WHERE
    (
      sag.oprettet >= $1 AND (
        sag.oprettet < $2
      )
    )
  GROUP BY
    GROUPING SETS (
      (
        2
      ),
      (1, 2)
    )
) AS core
ORDER BY
  sag__oprettet__skoleaar__subtotal ASC,
  sag__oprettet__skoleaar DESC,
  sag__hast__subtotal ASC,
  sag__hast ASC
LIMIT 10001
