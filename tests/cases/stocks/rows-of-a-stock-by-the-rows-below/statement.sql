SELECT
  svind__slags AS "svind.slags",
  CAST(lager__raekker AS BIGINT) AS "lager.raekker",
  CAST(svind__antal AS BIGINT) AS "svind.antal"
FROM (
  SELECT
    facts.svind__slags,
    COALESCE(MAX(facts.lager__raekker), 0) AS lager__raekker,
    COALESCE(MAX(facts.svind__antal), 0) AS svind__antal
  FROM (
    SELECT
      svind__slags,
      lager__raekker,
      NULL AS svind__antal
    FROM (
      SELECT
        once.svind__slags,
        COUNT(*) AS lager__raekker
      FROM demo.main.lager AS lager
      INNER JOIN (
        SELECT DISTINCT
          "lager.<svind.lager".slags AS svind__slags,
          lager.id AS lager__key_0
        FROM demo.main.lager AS lager
        LEFT JOIN demo.main.svind AS "lager.<svind.lager"
          ON "lager.<svind.lager".lager = lager.id
      ) AS once
        ON once.lager__key_0 = lager.id
      GROUP BY
        1
    ) AS lager__raekker
    UNION ALL
    SELECT
      svind__slags,
      NULL AS lager__raekker,
      svind__antal
    FROM (
      SELECT
        svind.slags AS svind__slags,
        COUNT(*) AS svind__antal
      FROM demo.main.svind AS svind
      GROUP BY
        1
    ) AS svind__antal
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  svind__slags ASC
LIMIT 10001
