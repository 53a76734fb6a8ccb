SELECT
  users__name AS "users.name",
  users__fees AS "users.fees"
FROM (
  SELECT DISTINCT
    users.name AS users__name,
    "users.#fees".value AS users__fees
  FROM demo.main.users AS users
  LEFT JOIN (
    SELECT
      key__users__id,
      CAST(orders__fees AS DECIMAL(38, 2)) AS value
    FROM (
      SELECT
        facts.key__users__id,
        orders__fees.orders__fees AS orders__fees
      FROM (
        SELECT DISTINCT
          users.id AS key__users__id
        FROM demo.main.users AS users
      ) AS facts
      LEFT JOIN (
        SELECT
          "orders.users".id AS key__users__id,
          SUM(orders.shipping_fee) AS orders__fees
        FROM demo.main.orders AS orders
        LEFT JOIN demo.main.users AS "orders.users"
          ON orders.user_id = "orders.users".id
        GROUP BY
          1
      ) AS orders__fees
        ON facts.key__users__id IS NOT DISTINCT FROM orders__fees.key__users__id
    ) AS core
  ) AS "users.#fees"
    ON users.id = "users.#fees".key__users__id
) AS core
ORDER BY
  users__fees DESC,
  users__name ASC
LIMIT 4
