SELECT
  orders__line_count AS "orders.line_count",
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees"
FROM (
  SELECT
    "orders.#line_count".value AS orders__line_count,
    COUNT(*) AS orders__count,
    SUM(orders.shipping_fee) AS orders__fees
  FROM demo.main.orders AS orders
  LEFT JOIN (
    SELECT
      key__orders__id,
      CAST(line_items__count AS BIGINT) AS value
    FROM (
      SELECT
        facts.key__orders__id,
        COALESCE(line_items__count.line_items__count, 0) AS line_items__count
      FROM (
        SELECT DISTINCT
          orders.id AS key__orders__id
        FROM demo.main.orders AS orders
      ) AS facts
      LEFT JOIN (
        SELECT
          "line_items.orders".id AS key__orders__id,
          COUNT(*) AS line_items__count
        FROM demo.main.line_items AS line_items
        LEFT JOIN demo.main.orders AS "line_items.orders"
          ON line_items.order_id = "line_items.orders".id
        GROUP BY
          1
      ) AS line_items__count
        ON facts.key__orders__id IS NOT DISTINCT FROM line_items__count.key__orders__id
    ) AS core
  ) AS "orders.#line_count"
    ON orders.id = "orders.#line_count".key__orders__id
  GROUP BY
    1
) AS core
ORDER BY
  orders__line_count ASC
LIMIT 10001
