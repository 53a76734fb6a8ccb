SELECT
  CAST(orders__status__count_distinct AS BIGINT) AS "orders.status__count_distinct",
  CAST(users__city__count_distinct AS BIGINT) AS "users.city__count_distinct",
  CAST(products__category__count_distinct AS BIGINT) AS "products.category__count_distinct"
FROM (
  SELECT
    COALESCE(MAX(facts.orders__status__count_distinct), 0) AS orders__status__count_distinct,
    COALESCE(MAX(facts.users__city__count_distinct), 0) AS users__city__count_distinct,
    COALESCE(MAX(facts.products__category__count_distinct), 0) AS products__category__count_distinct
  FROM (
    SELECT
      orders__status__count_distinct,
      NULL AS users__city__count_distinct,
      NULL AS products__category__count_distinct
    FROM (
      SELECT
        COUNT(DISTINCT orders.status) AS orders__status__count_distinct
      FROM demo.main.orders AS orders
    ) AS orders__status__count_distinct
    UNION ALL
    SELECT
      NULL AS orders__status__count_distinct,
      users__city__count_distinct,
      NULL AS products__category__count_distinct
    FROM (
      SELECT
        COUNT(DISTINCT users.city) AS users__city__count_distinct
      FROM demo.main.users AS users
    ) AS users__city__count_distinct
    UNION ALL
    SELECT
      NULL AS orders__status__count_distinct,
      NULL AS users__city__count_distinct,
      products__category__count_distinct
    FROM (
      SELECT
        COUNT(DISTINCT products.category) AS products__category__count_distinct
      FROM demo.main.products AS products
    ) AS products__category__count_distinct
  ) AS facts
) AS core
ORDER BY
  orders__status__count_distinct DESC
LIMIT 10001
