SELECT
  products__name AS "products.name",
  products__fees AS "products.fees"
FROM (
  SELECT DISTINCT
    products.name AS products__name,
    "products.#fees".value AS products__fees
  FROM demo.main.products AS products
  LEFT JOIN (
    SELECT
      key__products__id,
      CAST(orders__fees AS DECIMAL(38, 2)) AS value
    FROM (
      SELECT
        facts.key__products__id,
        orders__fees.orders__fees AS orders__fees
      FROM (
        SELECT DISTINCT
          products.id AS key__products__id
        FROM demo.main.products AS products
      ) AS facts
      LEFT JOIN (
        SELECT
          once.key__products__id,
          SUM(orders.shipping_fee) AS orders__fees
        FROM demo.main.orders AS orders
        INNER JOIN (
          SELECT DISTINCT
            "orders.line_items.products".id AS key__products__id,
            orders.id AS orders__key_0
          FROM demo.main.orders AS orders
          LEFT JOIN demo.main.line_items AS "orders.line_items"
            ON orders.id = "orders.line_items".order_id
          LEFT JOIN demo.main.products AS "orders.line_items.products"
            ON "orders.line_items".product_id = "orders.line_items.products".id
        ) AS once
          ON once.orders__key_0 = orders.id
        GROUP BY
          1
      ) AS orders__fees
        ON facts.key__products__id IS NOT DISTINCT FROM orders__fees.key__products__id
    ) AS core
  ) AS "products.#fees"
    ON products.id = "products.#fees".key__products__id
) AS core
ORDER BY
  products__name ASC,
  products__fees ASC
LIMIT 10001
