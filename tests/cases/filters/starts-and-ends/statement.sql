SELECT
  sag__emne AS "sag.emne",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    sag.emne AS sag__emne,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    (
      (
        STARTS_WITH(LOWER(sag.emne), LOWER($1))
        OR STARTS_WITH(LOWER(sag.emne), LOWER($2))
      )
      AND (
        (
          ENDS_WITH(LOWER(sag.emne), LOWER($3)) OR ENDS_WITH(LOWER(sag.emne), LOWER($4))
        )
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  sag__emne ASC
LIMIT 10001
