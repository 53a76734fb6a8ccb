SELECT
  sales__store_kind AS "sales.store_kind",
  CAST(sales__store_kind__subtotal AS BOOLEAN) AS "sales.store_kind__subtotal",
  sales__status AS "sales.status",
  CAST(sales__status__subtotal AS BOOLEAN) AS "sales.status__subtotal",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "sales.fees",
  CAST(NEAREST_QUOTIENT(
    (
      100 * CAST(orders__fees__orders * 100 AS INT128)
    ) * 1000000,
    CAST(orders__fees__in__orders__fees_whatever_the_status * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.share_of_parent"
FROM (
  SELECT
    facts.sales__store_kind,
    facts.sales__status,
    facts.sales__store_kind__subtotal,
    facts.sales__status__subtotal,
    facts.orders__fees AS orders__fees,
    facts.orders__fees__orders AS orders__fees__orders,
    orders__fees__in__orders__fees_whatever_the_status.orders__fees__in__orders__fees_whatever_the_status AS orders__fees__in__orders__fees_whatever_the_status
  FROM (
    SELECT
      facts.sales__store_kind,
      facts.sales__status,
      facts.sales__store_kind__subtotal,
      facts.sales__status__subtotal,
      MAX(facts.orders__fees) AS orders__fees,
      MAX(facts.orders__fees__orders) AS orders__fees__orders
    FROM (
      SELECT
        sales__store_kind,
        sales__status,
        sales__store_kind__subtotal,
        sales__status__subtotal,
        orders__fees,
        NULL AS orders__fees__orders
      FROM (
        SELECT
          "orders.stores".kind AS sales__store_kind,
          orders.status AS sales__status,
          GROUPING("orders.stores".kind) AS sales__store_kind__subtotal,
          GROUPING(orders.status) AS sales__status__subtotal,
          SUM(orders.shipping_fee) AS orders__fees
        FROM demo.main.orders AS orders
        LEFT JOIN demo.main.stores AS "orders.stores"
          ON orders.store_id = "orders.stores".id
        GROUP BY
          GROUPING SETS (
            (1, 2),
            (
              1
            ),
            ()
          )
      ) AS orders__fees
      UNION ALL
      SELECT
        sales__store_kind,
        sales__status,
        sales__store_kind__subtotal,
        sales__status__subtotal,
        NULL AS orders__fees,
        orders__fees__orders
      FROM (
        SELECT
          "orders.stores".kind AS sales__store_kind,
          orders.status AS sales__status,
          GROUPING("orders.stores".kind) AS sales__store_kind__subtotal,
          GROUPING(orders.status) AS sales__status__subtotal,
          SUM(orders.shipping_fee) AS orders__fees__orders
        FROM demo.main.orders AS orders
        LEFT JOIN demo.main.stores AS "orders.stores"
          ON orders.store_id = "orders.stores".id
        GROUP BY
          GROUPING SETS (
            (1, 2),
            (
              1
            ),
            ()
          )
      ) AS orders__fees__orders
      UNION ALL
      SELECT
        sales__store_kind,
        sales__status,
        sales__store_kind__subtotal,
        sales__status__subtotal,
        NULL AS orders__fees,
        NULL AS orders__fees__orders
      FROM (
        SELECT
          *
        FROM (
          SELECT
            sales__store_kind,
            CAST(NULL AS TEXT) AS sales__status,
            0 AS sales__store_kind__subtotal,
            1 AS sales__status__subtotal
          FROM (
            SELECT DISTINCT
              "orders.stores".kind AS sales__store_kind
            FROM demo.main.orders AS orders
            LEFT JOIN demo.main.stores AS "orders.stores"
              ON orders.store_id = "orders.stores".id
          ) AS level
        ) AS levels
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
      "orders.stores".kind AS sales__store_kind,
      GROUPING("orders.stores".kind) AS sales__store_kind__subtotal,
      SUM(orders.shipping_fee) AS orders__fees__in__orders__fees_whatever_the_status
    FROM demo.main.orders AS orders
    LEFT JOIN demo.main.stores AS "orders.stores"
      ON orders.store_id = "orders.stores".id
    GROUP BY
      GROUPING SETS (
        (
          1
        ),
        ()
      )
  ) AS orders__fees__in__orders__fees_whatever_the_status
    ON facts.sales__store_kind IS NOT DISTINCT FROM orders__fees__in__orders__fees_whatever_the_status.sales__store_kind
    AND facts.sales__store_kind__subtotal IS NOT DISTINCT FROM orders__fees__in__orders__fees_whatever_the_status.sales__store_kind__subtotal
) AS core
ORDER BY
  sales__store_kind__subtotal ASC,
  sales__store_kind ASC,
  sales__status__subtotal ASC,
  sales__status ASC
LIMIT 10001
