SELECT
  senge_for_altid__taalt__month AS "senge_for_altid.taalt.month",
  CAST(senge_for_altid__antal__in__senge_for_altid__taalt AS BIGINT) AS "senge_for_altid.antal"
FROM (
  SELECT
    ".senge_for_altid__taalt__month" AS senge_for_altid__taalt__month,
    SUM(senge_for_altid.antal) AS senge_for_altid__antal__in__senge_for_altid__taalt
  FROM (
    SELECT
      senge_for_altid.*,
      "senge_for_altid.@periods".begins AS ".senge_for_altid__taalt__month"
    FROM demo.main.senge AS senge_for_altid
    INNER JOIN (VALUES
      (
        CAST('2024-02-01 00:00:00' AS DATE),
        CAST(NULL AS TIMESTAMP),
        CAST('2024-03-01 00:00:00' AS TIMESTAMP)
      ),
      (
        CAST('2024-03-01 00:00:00' AS DATE),
        CAST(NULL AS TIMESTAMP),
        CAST('2024-04-01 00:00:00' AS TIMESTAMP)
      )) AS "senge_for_altid.@periods"(begins, low, high)
      ON NOT senge_for_altid.taalt AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' IS NULL
      AND senge_for_altid.taalt AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' < "senge_for_altid.@periods".high
    WHERE
      (
        senge_for_altid.taalt < $1 AND (
          senge_for_altid.taalt < $2
        )
      )
    QUALIFY
      senge_for_altid.taalt = MAX(senge_for_altid.taalt) OVER (PARTITION BY senge_for_altid.afdeling, "senge_for_altid.@periods".begins)
  ) AS senge_for_altid
  GROUP BY
    1
) AS core
ORDER BY
  senge_for_altid__taalt__month ASC
LIMIT 10001
