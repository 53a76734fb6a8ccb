SELECT
  plejefamilier__kommunegruppe AS "plejefamilier.kommunegruppe",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(anbringelsesudgift__udgift_netvaerksplejefamilier * 100 AS INT128) * 100
    ) * 10,
    CAST(anbringelsesudgift__udgift_plejefamilier * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "plejefamilier.netvaerksandel",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(anbringelsesudgift__udgift_netvaerksplejefamilier__in__anbringelsesudgift__netvaerksandel__landet * 100 AS INT128) * 100
    ) * 10,
    CAST(anbringelsesudgift__udgift_plejefamilier__in__anbringelsesudgift__netvaerksandel__landet * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "plejefamilier.netvaerksandel__landet"
FROM (
  SELECT
    facts.plejefamilier__kommunegruppe,
    facts.anbringelsesudgift__udgift_netvaerksplejefamilier AS anbringelsesudgift__udgift_netvaerksplejefamilier,
    facts.anbringelsesudgift__udgift_plejefamilier AS anbringelsesudgift__udgift_plejefamilier,
    anbringelsesudgift__udgift_netvaerksplejefamilier__in__anbringelsesudgift__netvaerksandel__landet.anbringelsesudgift__udgift_netvaerksplejefamilier__in__anbringelsesudgift__netvaerksandel__landet AS anbringelsesudgift__udgift_netvaerksplejefamilier__in__anbringelsesudgift__netvaerksandel__landet,
    anbringelsesudgift__udgift_netvaerksplejefamilier__in__anbringelsesudgift__netvaerksandel__landet.anbringelsesudgift__udgift_plejefamilier__in__anbringelsesudgift__netvaerksandel__landet AS anbringelsesudgift__udgift_plejefamilier__in__anbringelsesudgift__netvaerksandel__landet
  FROM (
    SELECT
      "anbringelsesudgift.kommuner".kommunegruppe AS plejefamilier__kommunegruppe,
      SUM(anbringelsesudgift.udgift_kr) FILTER(WHERE
        anbringelsesudgift.anbringelsessted = 'netværksplejefamilie') AS anbringelsesudgift__udgift_netvaerksplejefamilier,
      SUM(anbringelsesudgift.udgift_kr) FILTER(WHERE
        anbringelsesudgift.anbringelsessted IN ('plejefamilie', 'netværksplejefamilie')) AS anbringelsesudgift__udgift_plejefamilier
    FROM demo.main.anbringelsesudgift AS anbringelsesudgift
    LEFT JOIN demo.main.kommuner AS "anbringelsesudgift.kommuner"
      ON anbringelsesudgift.kommunekode = "anbringelsesudgift.kommuner".kommunekode
    WHERE
      (
        anbringelsesudgift.maaned >= $1 AND (
          anbringelsesudgift.maaned < $2
        )
      )
    GROUP BY
      1
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(anbringelsesudgift.udgift_kr) FILTER(WHERE
        anbringelsesudgift.anbringelsessted = 'netværksplejefamilie') AS anbringelsesudgift__udgift_netvaerksplejefamilier__in__anbringelsesudgift__netvaerksandel__landet,
      SUM(anbringelsesudgift.udgift_kr) FILTER(WHERE
        anbringelsesudgift.anbringelsessted IN ('plejefamilie', 'netværksplejefamilie')) AS anbringelsesudgift__udgift_plejefamilier__in__anbringelsesudgift__netvaerksandel__landet
    FROM demo.main.anbringelsesudgift AS anbringelsesudgift
    WHERE
      (
        anbringelsesudgift.maaned >= $1 AND (
          anbringelsesudgift.maaned < $2
        )
      )
  ) AS anbringelsesudgift__udgift_netvaerksplejefamilier__in__anbringelsesudgift__netvaerksandel__landet
) AS core
ORDER BY
  CASE plejefamilier__kommunegruppe
    WHEN 'Hovedstadskommuner'
    THEN 0
    WHEN 'Storbykommuner'
    THEN 1
    WHEN 'Provinsbykommuner'
    THEN 2
    WHEN 'Oplandskommuner'
    THEN 3
    WHEN 'Landkommuner'
    THEN 4
  END ASC,
  plejefamilier__kommunegruppe ASC
LIMIT 10001
