SELECT
  kommune__navn AS "kommune.navn",
  CAST(udgift__poster AS BIGINT) AS "udgift.poster"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      "udgift.kommune".navn AS kommune__navn,
      COUNT(*) AS udgift__poster
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.kommune AS "udgift.kommune"
      ON udgift.kommune = "udgift.kommune".kode
    LEFT JOIN demo.main.region AS "udgift.kommune.region"
      ON "udgift.kommune".region_id = "udgift.kommune.region".id
    WHERE
      (
        "udgift.kommune.region".navn IN ($1, $2) AND (
          udgift.aar = $3
        )
      )
    GROUP BY
      1
  )
  SELECT
    facts.kommune__navn,
    COALESCE(MAX(facts.udgift__poster), 0) AS udgift__poster
  FROM (
    SELECT
      kommune__navn,
      udgift__poster
    FROM ".answered"
    UNION ALL
    SELECT
      kommune__navn.kommune__navn,
      NULL AS udgift__poster
    FROM (
      SELECT DISTINCT
        kommune.navn AS kommune__navn
      FROM (
        SELECT
          TRUE AS own
        UNION ALL
        SELECT
          FALSE AS own
      ) AS ".own"
      LEFT JOIN demo.main.kommune AS kommune
        ON ".own".own
      LEFT JOIN demo.main.region AS "kommune.region"
        ON kommune.region_id = "kommune.region".id
      WHERE
        "kommune.region".navn IN ($1, $2)
    ) AS kommune__navn
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  kommune__navn ASC
LIMIT 10001
