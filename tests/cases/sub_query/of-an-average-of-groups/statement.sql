SELECT
  products__name AS "products.name",
  products__average_by_buyer AS "products.average_by_buyer"
FROM (
  SELECT DISTINCT
    products.name AS products__name,
    "products.#average_by_buyer".value AS products__average_by_buyer
  FROM demo.main.products AS products
  LEFT JOIN (
    SELECT
      key__products__id,
      CAST(NEAREST_QUOTIENT(
        CAST(REPLACE(CAST(CAST(orders__average_by_buyer__total AS DECIMAL(38, 12)) AS TEXT), '.', '') AS INT128),
        CAST(orders__average_by_buyer__number AS INT128) * 1000000
      ) AS DECIMAL(38, 0)) * 0.000001 AS value
    FROM (
      SELECT
        facts.key__products__id,
        orders__average_by_buyer__total.orders__average_by_buyer__total AS orders__average_by_buyer__total,
        orders__average_by_buyer__total.orders__average_by_buyer__number AS orders__average_by_buyer__number
      FROM (
        SELECT DISTINCT
          products.id AS key__products__id
        FROM demo.main.products AS products
      ) AS facts
      LEFT JOIN (
        SELECT
          key__products__id,
          SUM(CAST(orders__fees AS DECIMAL(38, 12))) AS orders__average_by_buyer__total,
          COUNT(CAST(orders__fees AS DECIMAL(38, 12))) AS orders__average_by_buyer__number
        FROM (
          SELECT
            once.key__products__id,
            once.member__orders__user_id,
            SUM(orders.shipping_fee) AS orders__fees
          FROM demo.main.orders AS orders
          INNER JOIN (
            SELECT DISTINCT
              "orders.line_items.products".id AS key__products__id,
              orders.user_id AS member__orders__user_id,
              orders.id AS orders__key_0
            FROM demo.main.orders AS orders
            LEFT JOIN demo.main.line_items AS "orders.line_items"
              ON orders.id = "orders.line_items".order_id
            LEFT JOIN demo.main.products AS "orders.line_items.products"
              ON "orders.line_items".product_id = "orders.line_items.products".id
          ) AS once
            ON once.orders__key_0 = orders.id
          GROUP BY
            1,
            2
        ) AS members
        GROUP BY
          1
      ) AS orders__average_by_buyer__total
        ON facts.key__products__id IS NOT DISTINCT FROM orders__average_by_buyer__total.key__products__id
    ) AS core
  ) AS "products.#average_by_buyer"
    ON products.id = "products.#average_by_buyer".key__products__id
) AS core
ORDER BY
  products__name ASC,
  products__average_by_buyer ASC
LIMIT 10001
