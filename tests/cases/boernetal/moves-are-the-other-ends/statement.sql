SELECT
  flytninger__region AS "flytninger.region",
  flytninger__anden_region AS "flytninger.anden_region",
  CAST(flytning__tilflyttede AS BIGINT) AS "flytninger.tilflyttede"
FROM (
  SELECT
    "flytning.kommuner".region AS flytninger__region,
    flytning.anden_region AS flytninger__anden_region,
    SUM(flytning.antal) FILTER(WHERE
      flytning.bevaegelse = 'tilflytning') AS flytning__tilflyttede
  FROM demo.main.flytning AS flytning
  LEFT JOIN demo.main.kommuner AS "flytning.kommuner"
    ON flytning.kommunekode = "flytning.kommuner".kommunekode
  WHERE
    (
      NOT flytning.anden_region IS NULL
      AND (
        flytning.kvartal >= $1
      )
      AND (
        flytning.kvartal < $2
      )
    )
  GROUP BY
    1,
    2
) AS core
ORDER BY
  flytninger__region ASC,
  flytninger__anden_region ASC
LIMIT 10001
