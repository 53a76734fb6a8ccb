SELECT
  loans__grown_up AS "loans.grown_up",
  CAST(loans__count AS BIGINT) AS "loans.count"
FROM (
  SELECT
    (
      CASE
        WHEN (
          (
            CASE
              WHEN (
                loans.fee < 0
              )
              THEN 'paid back'
              WHEN (
                loans.fee = 0
              )
              THEN 'free'
              WHEN (
                loans.fee > 0 AND "loans.readers".age < 18
              )
              THEN (
                'child of ' || "loans.readers".region
              )
              WHEN (
                loans.fee > 0
              )
              THEN 'it''s paid'
            END
          ) = 'free'
          OR "loans.readers".age < 18
        )
        THEN 'no'
        ELSE (
          COALESCE((
            COALESCE(loans.kind, 'unknown')
          ), '-')
        )
      END
    ) AS loans__grown_up,
    COUNT(*) AS loans__count
  FROM demo.main.loans AS loans
  LEFT JOIN demo.main.readers AS "loans.readers"
    ON loans.reader_id = "loans.readers".id
  WHERE
    (
      CASE
        WHEN (
          loans.fee < 0
        )
        THEN 'paid back'
        WHEN (
          loans.fee = 0
        )
        THEN 'free'
        WHEN (
          loans.fee > 0 AND "loans.readers".age < 18
        )
        THEN (
          'child of ' || "loans.readers".region
        )
        WHEN (
          loans.fee > 0
        )
        THEN 'it''s paid'
      END
    ) IS DISTINCT FROM $1
  GROUP BY
    1
) AS core
ORDER BY
  loans__grown_up ASC
LIMIT 10001
