SELECT
  flytninger__kommune AS "flytninger.kommune",
  CAST(flytning__foedsler AS BIGINT) AS "flytninger.foedsler",
  CAST(flytning__tilflyttede_smaaboern AS BIGINT) AS "flytninger.tilflyttede_smaaboern",
  CAST(flytning__fraflyttede_smaaboern AS BIGINT) AS "flytninger.fraflyttede_smaaboern",
  CAST(NEAREST_QUOTIENT(
    CAST(flytning__tilflyttede_smaaboern AS INT128) - CAST(flytning__fraflyttede_smaaboern AS INT128),
    1
  ) AS DECIMAL(38, 0)) AS "flytninger.nettotilflytning_smaaboern"
FROM (
  SELECT
    "flytning.kommuner".kommune AS flytninger__kommune,
    SUM(flytning.antal) FILTER(WHERE
      flytning.bevaegelse = 'fødsel') AS flytning__foedsler,
    SUM(flytning.antal) FILTER(WHERE
      flytning.bevaegelse = 'tilflytning' AND flytning.aldersgruppe = '0-5') AS flytning__tilflyttede_smaaboern,
    SUM(flytning.antal) FILTER(WHERE
      flytning.bevaegelse = 'fraflytning' AND flytning.aldersgruppe = '0-5') AS flytning__fraflyttede_smaaboern
  FROM demo.main.flytning AS flytning
  LEFT JOIN demo.main.kommuner AS "flytning.kommuner"
    ON flytning.kommunekode = "flytning.kommuner".kommunekode
  WHERE
    (
      "flytning.kommuner".landsdel = $1
      AND (
        flytning.kvartal >= $2
      )
      AND (
        flytning.kvartal < $3
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  flytninger__kommune ASC
LIMIT 10001
