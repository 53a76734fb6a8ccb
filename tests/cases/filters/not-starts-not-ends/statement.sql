SELECT
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    (
      NOT COALESCE(
        (
          STARTS_WITH(LOWER(sag.emne), LOWER($1))
          OR STARTS_WITH(LOWER(sag.emne), LOWER($2))
        ),
        FALSE
      )
      AND (
        NOT COALESCE(
          (
            ENDS_WITH(LOWER(sag.emne), LOWER($3)) OR ENDS_WITH(LOWER(sag.emne), LOWER($4))
          ),
          FALSE
        )
      )
    )
) AS core
ORDER BY
  sag__antal DESC
LIMIT 10001
