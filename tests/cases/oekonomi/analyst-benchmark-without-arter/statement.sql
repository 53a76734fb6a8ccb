SELECT
  kontoregnskab__hovedkonto AS "kontoregnskab.hovedkonto",
  kontoregnskab__ejerforhold AS "kontoregnskab.ejerforhold",
  CAST(ROUND(kontoregnskab__forbrug, 0) AS DECIMAL(38, 0)) AS "kontoregnskab.forbrug"
FROM (
  SELECT
    kontoregnskab.hovedkonto AS kontoregnskab__hovedkonto,
    kontoregnskab.ejerforhold AS kontoregnskab__ejerforhold,
    SUM(kontoregnskab.beloeb_kr) FILTER(WHERE
      kontoregnskab.dranst IN (1, 2) AND kontoregnskab.art <> 0) AS kontoregnskab__forbrug
  FROM demo.main.kontoregnskab AS kontoregnskab
  WHERE
    kontoregnskab.kommunekode = $1
  GROUP BY
    1,
    2
) AS core
ORDER BY
  kontoregnskab__hovedkonto ASC,
  kontoregnskab__ejerforhold ASC
LIMIT 10001
