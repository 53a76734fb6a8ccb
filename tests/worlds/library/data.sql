-- The library: what is lent and what is reserved, two tables of one shape. README.md says what each row is there for.
CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN);
INSERT INTO load VALUES (1, 'library', DATE '2024-12-31', true);

CREATE TABLE readers (id INTEGER, name VARCHAR, region VARCHAR, city VARCHAR, age INTEGER);
INSERT INTO readers VALUES
    (1, 'Ane', 'Nord', 'Aalborg', 15),
    (2, 'Bent', 'Nord', 'Hobro', 40),
    (3, 'Cecilie', 'Syd', 'Odense', NULL),          -- age unknown
    (4, 'Dorte', NULL, NULL, 70);                   -- lends and reserves nothing

CREATE TABLE loans (
    id INTEGER, reader_id INTEGER, made_at TIMESTAMP, fee DECIMAL(10, 2), currency VARCHAR, kind VARCHAR, late BOOLEAN
);
INSERT INTO loans VALUES
    (1, 1, '2024-01-05 10:00:00', 10.00, 'DKK', 'book', false),
    (2, 1, '2024-02-05 10:00:00', 0.00, 'DKK', 'film', true),      -- free of charge
    (3, 2, '2024-02-06 10:00:00', 5.00, 'EUR', 'book', true),      -- in another currency
    (4, 3, '2024-03-07 10:00:00', NULL, 'DKK', NULL, false),       -- fee and kind unknown
    (5, NULL, '2024-03-08 10:00:00', 7.50, NULL, 'book', true),    -- nobody's; currency unknown
    (6, 2, '2024-03-09 10:00:00', 20.00, 'DKK', 'map', false),
    (7, 3, '2024-04-01 10:00:00', -3.00, 'DKK', 'book', true);     -- paid back

CREATE TABLE reservations (
    id INTEGER, reader_id INTEGER, made_at TIMESTAMP, fee DECIMAL(10, 2), currency VARCHAR, kind VARCHAR
);
INSERT INTO reservations VALUES
    (1, 1, '2024-01-06 10:00:00', 2.00, 'DKK', 'book'),
    (2, 3, '2024-02-01 10:00:00', 1.00, 'EUR', 'film'),
    (3, 3, '2024-02-02 10:00:00', 4.00, 'DKK', 'book'),
    (4, 2, '2024-05-02 10:00:00', NULL, 'SEK', NULL);              -- a currency that no loan has; kind unknown
