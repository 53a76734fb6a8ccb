SELECT
  orders__is_gift AS "orders.is_gift",
  CAST(orders__is_gift__subtotal AS BOOLEAN) AS "orders.is_gift__subtotal",
  orders__status AS "orders.status",
  CAST(orders__status__subtotal AS BOOLEAN) AS "orders.status__subtotal",
  CAST(orders__fees__in__orders__fees_of_status AS DECIMAL(38, 2)) AS "orders.fees_of_status"
FROM (
  SELECT
    facts.orders__is_gift,
    facts.orders__status,
    facts.orders__is_gift__subtotal,
    facts.orders__status__subtotal,
    orders__fees__in__orders__fees_of_status.orders__fees__in__orders__fees_of_status AS orders__fees__in__orders__fees_of_status
  FROM (
    SELECT
      facts.orders__is_gift,
      facts.orders__status,
      facts.orders__is_gift__subtotal,
      facts.orders__status__subtotal
    FROM (
      SELECT
        orders__is_gift,
        orders__status,
        orders__is_gift__subtotal,
        orders__status__subtotal
      FROM (
        SELECT
          *
        FROM (
          SELECT
            CAST(NULL AS BOOLEAN) AS orders__is_gift,
            orders__status,
            1 AS orders__is_gift__subtotal,
            0 AS orders__status__subtotal
          FROM (
            SELECT DISTINCT
              orders.status AS orders__status
            FROM demo.main.orders AS orders
          ) AS level
        ) AS levels
      ) AS listed
      UNION ALL
      SELECT
        orders__is_gift,
        orders__status,
        orders__is_gift__subtotal,
        orders__status__subtotal
      FROM (
        SELECT
          orders.is_gift AS orders__is_gift,
          orders.status AS orders__status,
          GROUPING(orders.is_gift) AS orders__is_gift__subtotal,
          GROUPING(orders.status) AS orders__status__subtotal
        FROM demo.main.orders AS orders
        GROUP BY
          GROUPING SETS (
            (1, 2),
            (
              2
            ),
            ()
          )
      ) AS listed
    ) AS facts
    GROUP BY
      1,
      2,
      3,
      4
  ) AS facts
  LEFT JOIN (
    SELECT
      orders.status AS orders__status,
      GROUPING(orders.status) AS orders__status__subtotal,
      SUM(orders.shipping_fee) AS orders__fees__in__orders__fees_of_status
    FROM demo.main.orders AS orders
    GROUP BY
      GROUPING SETS (
        (
          1
        ),
        ()
      )
  ) AS orders__fees__in__orders__fees_of_status
    ON facts.orders__status IS NOT DISTINCT FROM orders__fees__in__orders__fees_of_status.orders__status
    AND facts.orders__status__subtotal IS NOT DISTINCT FROM orders__fees__in__orders__fees_of_status.orders__status__subtotal
) AS core
ORDER BY
  orders__is_gift__subtotal ASC,
  orders__is_gift ASC,
  orders__status__subtotal ASC,
  orders__status ASC
LIMIT 10001
