SELECT
  CAST(ROUND(kommunetal__udgift_kr, 0) AS DECIMAL(38, 0)) AS "kommunetal.udgift_kr"
FROM (
  SELECT
    SUM(kommunetal.udgift_kr) AS kommunetal__udgift_kr
  FROM demo.main.kommunetal AS kommunetal
  WHERE
    NOT kommunetal.tilbud IS NULL
) AS core
ORDER BY
  kommunetal__udgift_kr DESC
LIMIT 10001
