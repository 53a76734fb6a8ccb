SELECT
  orders__status AS "orders.status",
  CAST(NEAREST_QUOTIENT(
    CAST(orders__lines_per_order__0 AS INT128) * 1000000,
    CAST(orders__lines_per_order__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.lines_per_order",
  CAST(orders__fees_of_large AS DECIMAL(38, 2)) AS "orders.fees_of_large"
FROM (
  SELECT
    orders.status AS orders__status,
    SUM("orders.#line_count".value) AS orders__lines_per_order__0,
    COUNT("orders.#line_count".value) AS orders__lines_per_order__1,
    SUM(orders.shipping_fee) FILTER(WHERE
      "orders.#line_count".value > 2) AS orders__fees_of_large
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
  orders__status ASC
LIMIT 10001
