SELECT
  loans__kind AS "loans.kind",
  loans__shown_in AS "loans.shown_in"
FROM (
  SELECT
    *
  FROM (
    SELECT DISTINCT
      COALESCE(loans.kind, 'unknown') AS loans__kind
    FROM demo.main.loans AS loans
  ) AS cells
  CROSS JOIN (VALUES
    (CAST('DKK' AS TEXT)),
    (CAST('rate' AS TEXT))) AS loans__shown_in__of(loans__shown_in)
) AS core
ORDER BY
  loans__kind ASC,
  CASE loans__shown_in WHEN 'DKK' THEN 0 WHEN 'EUR' THEN 1 WHEN 'rate' THEN 2 END ASC,
  loans__shown_in ASC
LIMIT 10001
