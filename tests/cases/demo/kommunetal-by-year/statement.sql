SELECT
  kommunetal__maaned__year AS "kommunetal.maaned.year",
  CAST(ROUND(kommunetal__udgift_kr, 0) AS DECIMAL(38, 0)) AS "kommunetal.udgift_kr",
  CAST(NEAREST_QUOTIENT(
    CAST(kommunetal__udgift_kr * 100 AS INT128) * 10,
    CAST(kommunetal__helaarsmodtagere * 1000 AS INT128)
  ) AS DECIMAL(38, 0)) AS "kommunetal.udgift_pr_helaarsmodtager"
FROM (
  SELECT
    CAST(DATE_TRUNC('YEAR', kommunetal.maaned) AS DATE) AS kommunetal__maaned__year,
    SUM(kommunetal.udgift_kr) AS kommunetal__udgift_kr,
    SUM(kommunetal.helaarsmodtagere) AS kommunetal__helaarsmodtagere
  FROM demo.main.kommunetal AS kommunetal
  GROUP BY
    1
) AS core
ORDER BY
  kommunetal__maaned__year ASC
LIMIT 10001
