SELECT
  CAST(udgift__poster AS BIGINT) AS "udgift.poster"
FROM (
  SELECT
    COUNT(*) AS udgift__poster
  FROM demo.main.udgift AS udgift
  WHERE
    (
      udgift.aar >= $1
      AND (
        udgift.aar <= $1
      )
      AND (
        udgift.funktion IS DISTINCT FROM $2
      )
    )
) AS core
ORDER BY
  udgift__poster DESC
LIMIT 10001
