-- The shop: customers, orders, line items, products, stores. Each row is there for a reason; README.md says which.
CREATE TABLE users (
    id INTEGER, name VARCHAR, city VARCHAR, age INTEGER, created_at TIMESTAMP
);
INSERT INTO users VALUES
    (1, 'Anna Berg', 'København', 34, '2022-01-05 10:00:00'),
    (2, 'Bo Dahl', 'København', 51, '2022-03-31 22:30:00'),       -- April in Denmark
    (3, 'Carla Eg', 'Aarhus', 28, '2022-06-01 08:00:00'),
    (4, 'David Friis', 'Aarhus', NULL, '2022-06-01 08:00:00'),    -- age unknown: no part of an average
    (5, 'Eva Gram', 'Ålborg', 17, '2022-12-31 23:30:00'),         -- Å is after Z and Æ; under age; 2023 in Denmark
    (6, 'Frede Holm', NULL, 45, '2023-01-01 00:00:00'),           -- no city, with orders
    (7, 'Gitte Iversen', NULL, 62, '2023-02-01 00:00:00'),        -- no city, no orders
    (8, 'Hans Juul', 'Odense', 39, '2023-03-01 00:00:00'),        -- the only one in the city, no orders
    (9, 'Ida Kjær', 'Ærøskøbing', 30, '2023-04-01 00:00:00'),     -- one order, which has no line items
    (10, 'Jens Lund', 'odense', 39, '2023-05-01 00:00:00'),       -- another city than Odense: letters count
    (11, 'Kaj "Ø" Mørk', 'Aarhus', 28, '2023-06-01 00:00:00'),    -- refunds only
    (12, 'Liv Nord', 'København', 70, '2023-07-01 00:00:00');     -- fees unknown

CREATE TABLE stores (id INTEGER, name VARCHAR, kind VARCHAR);
INSERT INTO stores VALUES (1, 'Web', 'online'), (2, 'Strøget', 'street'), (3, 'Closed', 'street');  -- 3 sold nothing

CREATE TABLE products (id INTEGER, name VARCHAR, category VARCHAR, price DECIMAL(10, 2), launched DATE);
INSERT INTO products VALUES
    (1, 'Pen', 'office', 10.00, '2021-01-01'),
    (2, 'Paper', 'office', 25.50, '2021-01-01'),
    (3, 'Mug', 'kitchen', 49.95, '2022-01-01'),
    (4, 'Plate', 'kitchen', NULL, '2022-01-01'),       -- no list price
    (5, 'Ghost', 'garden', 100.00, '2023-01-01'),      -- never sold, the only one of its category
    (6, 'Gift card', NULL, 200.00, NULL);              -- no category, no date

-- Times are UTC, as Cube has it.
CREATE TABLE orders (
    id INTEGER, user_id INTEGER, store_id INTEGER, status VARCHAR, shipping_fee DECIMAL(10, 2), is_gift BOOLEAN,
    created_at TIMESTAMP, completed_at TIMESTAMP
);
INSERT INTO orders VALUES
    (1, 1, 1, 'completed', 39.00, false, '2023-12-31 23:30:00', '2024-01-02 09:00:00'),    -- 2024 in Denmark
    (2, 1, 1, 'completed', 39.00, false, '2023-12-31 22:59:59', '2024-01-02 09:00:00'),    -- 2023's last second
    (3, 1, 2, 'shipped', 0.00, true, '2024-01-15 12:00:00', NULL),                         -- a fee of zero
    (4, 2, 1, 'processing', NULL, false, '2024-01-31 23:30:00', NULL),                     -- fee unknown; February
    (5, 2, 1, 'completed', 29.00, false, '2024-02-29 23:30:00', '2024-03-02 10:00:00'),    -- leap day; March
    (6, 2, 2, 'completed', 39.00, NULL, '2024-03-30 23:30:00', '2024-04-01 10:00:00'),     -- gift unknown; DST day
    (7, 3, 1, 'completed', 39.00, false, '2024-03-31 00:30:00', '2024-04-01 10:00:00'),    -- 01:30, before the jump
    (8, 3, 1, 'shipped', 19.50, false, '2024-03-31 01:30:00', NULL),                       -- 03:30, after the jump
    (9, 3, 2, 'refunded', -39.00, false, '2024-03-31 22:30:00', NULL),                     -- negative; April by DST
    (10, 4, 1, 'completed', 0.00, false, '2024-06-30 21:59:59', '2024-07-01 10:00:00'),    -- June's last second
    (11, 4, 1, 'completed', 49.00, true, '2024-06-30 22:00:00', '2024-07-01 10:00:00'),    -- July's first
    (12, 5, 2, 'processing', 39.00, false, '2024-07-15 10:00:00', NULL),
    (13, 6, 1, 'completed', 39.00, false, '2024-10-26 22:30:00', '2024-10-28 10:00:00'),   -- 00:30 on the long day
    (14, 6, 1, 'shipped', NULL, false, '2024-10-27 00:30:00', NULL),                       -- 02:30 for the first time
    (15, 6, 1, 'shipped', 39.00, true, '2024-10-27 01:30:00', NULL),                       -- 02:30 for the second
    (16, 9, 2, 'completed', 39.00, false, '2024-11-05 08:00:00', '2024-11-06 10:00:00'),   -- no line items
    (17, 10, 1, 'processing', 29.00, false, '2024-11-30 23:30:00', NULL),                  -- December
    (18, 11, 1, 'refunded', -49.00, false, '2024-12-29 23:30:00', NULL),                   -- Monday of 2025's week 1
    (19, 11, 1, 'refunded', -39.00, false, '2024-12-31 22:30:00', NULL),                   -- still 2024
    (20, 12, 2, 'completed', NULL, true, '2024-12-31 23:30:00', '2025-01-02 10:00:00'),    -- 2025; no line items
    (21, 12, 2, 'shipped', NULL, false, '2025-01-05 22:59:59', NULL),                      -- Sunday's last second
    (22, NULL, 1, 'completed', 39.00, false, '2025-01-05 23:00:00', '2025-01-06 10:00:00'),-- nobody's; Monday
    (23, NULL, 1, 'processing', 19.50, NULL, '2025-02-01 10:00:00', NULL),                 -- nobody's
    (24, 99, 1, 'completed', 29.00, false, '2025-02-01 10:00:00', '2025-02-02 10:00:00'),  -- of a user that is gone
    (25, 1, 1, 'processing', 39.00, false, '2025-02-28 23:00:00', NULL),                   -- March's first second
    (26, 1, NULL, 'completed', 39.00, false, '2025-03-29 23:30:00', '2025-04-01 10:00:00'),-- no store; the DST day
    (27, 2, 1, 'completed', 10.05, false, '2025-03-30 00:59:59', '2025-04-01 10:00:00'),   -- the second before it
    (28, 2, 1, 'shipped', 10.05, false, '2025-03-30 01:00:00', NULL),                      -- the jump itself
    (29, 3, 1, NULL, 5.00, false, '2025-05-01 00:00:00', NULL),                            -- no status
    (30, 3, 1, 'completed', 5.00, false, NULL, '2025-05-02 10:00:00');                     -- no time

CREATE TABLE line_items (id INTEGER, order_id INTEGER, product_id INTEGER, quantity INTEGER, price DECIMAL(10, 2));
INSERT INTO line_items VALUES
    (1, 1, 1, 3, 10.00), (2, 1, 2, 1, 25.50), (3, 1, 1, 2, 9.00),          -- one product twice on one order
    (4, 2, 3, 1, 49.95), (5, 2, 1, 10, 9.50),
    (6, 3, NULL, 1, 15.00), (7, 3, 4, 2, 80.00),                           -- a line without product
    (8, 4, 1, 1, NULL), (9, 4, 2, 4, 25.50),                               -- a price unknown
    (10, 5, 3, 2, 49.95), (11, 5, 3, 2, 49.95),                            -- two lines alike: both count
    (12, 6, 4, 6, 80.00), (13, 6, NULL, 1, 0.00),                          -- free of charge
    (14, 7, 1, 1, 10.00), (15, 7, 2, 1, 25.50), (16, 7, 3, 1, 49.95), (17, 7, 4, 1, 80.00), (18, 7, 6, 1, 200.00),
    (19, 8, 1, 7, 10.00), (20, 8, 2, 2, 25.50),
    (21, 9, 3, -1, 49.95), (22, 9, 4, -2, 80.00),                          -- a refund takes back
    (23, 10, 6, 1, 200.00), (24, 10, 1, 1, 10.00),
    (25, 11, 2, 3, 25.50), (26, 11, 3, 1, 49.95),
    (27, 12, 4, 1, 80.00), (28, 12, NULL, 2, 12.50),
    (29, 13, 1, 5, 10.00), (30, 13, 6, 1, 200.00),
    (31, 14, 2, 1, 25.50), (32, 14, 2, 1, 24.00),
    (33, 15, 3, 1, 49.95), (34, 15, 1, 1, 10.00),
    (35, 17, 1, 2, 10.00), (36, 17, 4, 1, 80.00),
    (37, 18, 6, -1, 200.00), (38, 18, 1, -5, 10.00),
    (39, 19, 2, -1, 25.50), (40, 19, 3, -1, 49.95),
    (41, 21, 1, 1, 10.00), (42, 21, 3, 3, 49.95),
    (43, 22, 6, 2, 200.00), (44, 22, 2, 1, 25.50),
    (45, 23, 1, 4, 10.00), (46, 23, 4, 1, 80.00),
    (47, 24, 3, 1, 49.95), (48, 24, 1, 1, 10.00),
    (49, 25, 2, 2, 25.50), (50, 25, 1, 2, 10.00),
    (51, 26, 4, 2, 80.00), (52, 26, 2, 1, 25.50),
    (53, 27, 1, 1, 10.05), (54, 27, 1, 1, 10.05),
    (55, 28, 3, 2, 49.95), (56, 28, 6, 1, 200.00),
    (57, 29, 1, 1, 10.00), (58, 29, NULL, 1, NULL),                        -- neither product nor price
    (59, 30, 2, 2, 25.50),
    (60, 77, 1, 9, 10.00);                                                 -- of an order that does not exist
