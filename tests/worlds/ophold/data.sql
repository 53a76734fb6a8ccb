-- "Now" is 2024-06-15: what starts or ends later is planned and not a fact.
CREATE SCHEMA IF NOT EXISTS main;
CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN);
INSERT INTO load VALUES (1, 'ophold', DATE '2024-06-15', true);

CREATE TABLE tilbud (kode VARCHAR, navn VARCHAR, omraade VARCHAR);
INSERT INTO tilbud VALUES ('A', 'Ahorn', 'Nord'), ('B', 'Birk', 'Nord'), ('C', 'Ceder', 'Syd');

CREATE TABLE ophold (id INTEGER, borger VARCHAR, tilbud VARCHAR, art VARCHAR, start DATE, slut DATE, takst DECIMAL(12, 2),
    ind TIMESTAMP, ud TIMESTAMP);
INSERT INTO ophold VALUES
    -- over the whole of 2023 and on, from before the range; still there
    (1, 'p1', 'A', 'doegn', DATE '2021-11-15', NULL, 1000.10, TIMESTAMP '2021-11-15 10:00', NULL),
    -- overlaps 1, of the same person and place: a second spell, not a second person
    (2, 'p1', 'A', 'dag', DATE '2023-03-10', DATE '2023-05-10', 200.00, TIMESTAMP '2023-03-10 10:00', TIMESTAMP '2023-05-10 10:00'),
    -- meets the next: one stay of p2 that moved from B to C on 1 February 2024, over the leap day
    (3, 'p2', 'B', 'doegn', DATE '2023-12-30', DATE '2024-02-01', 500.00, TIMESTAMP '2023-12-30 23:30', TIMESTAMP '2024-01-31 23:30'),
    (4, 'p2', 'C', 'doegn', DATE '2024-02-01', DATE '2024-03-01', 500.55, TIMESTAMP '2024-01-31 23:30', TIMESTAMP '2024-03-01 10:00'),
    -- no length, and ended before it began: neither is a spell
    (5, 'p3', 'A', 'doegn', DATE '2024-01-10', DATE '2024-01-10', 99.00, TIMESTAMP '2024-01-10 08:00', TIMESTAMP '2024-01-10 20:00'),
    (6, 'p3', 'B', 'doegn', DATE '2024-02-10', DATE '2024-02-01', 99.00, TIMESTAMP '2024-02-10 08:00', TIMESTAMP '2024-02-01 08:00'),
    -- without a start: nobody knows since when
    (7, 'p4', 'C', 'doegn', NULL, DATE '2024-02-01', 99.00, NULL, TIMESTAMP '2024-02-01 08:00'),
    -- of a place that nobody knows, of nobody, without a rate
    (8, NULL, 'X', 'doegn', DATE '2024-01-31', DATE '2024-04-30', NULL, TIMESTAMP '2024-01-31 10:00', TIMESTAMP '2024-04-30 10:00'),
    (9, 'p5', NULL, 'dag', DATE '2024-02-29', DATE '2024-03-31', 10.00, TIMESTAMP '2024-02-29 10:00', TIMESTAMP '2024-03-31 10:00'),
    -- ends and begins on the days of the clocks' change, and after "now": planned
    (10, 'p6', 'B', 'doegn', DATE '2024-03-31', DATE '2024-10-27', 300.00, TIMESTAMP '2024-03-30 23:30', TIMESTAMP '2024-10-26 22:30'),
    (11, 'p7', 'C', 'doegn', DATE '2024-09-01', NULL, 400.00, TIMESTAMP '2024-09-01 10:00', NULL),
    -- ended before the ranges that are asked
    (12, 'p8', 'C', 'dag', DATE '2020-02-28', DATE '2021-01-01', 50.00, TIMESTAMP '2020-02-28 10:00', TIMESTAMP '2021-01-01 10:00'),
    -- two of one person that overlap in part, and a third within the first
    (13, 'p9', 'B', 'doegn', DATE '2024-01-05', DATE '2024-04-05', 100.00, TIMESTAMP '2024-01-05 10:00', TIMESTAMP '2024-04-05 10:00'),
    (14, 'p9', 'B', 'dag', DATE '2024-03-05', DATE '2024-06-15', 100.00, TIMESTAMP '2024-03-05 10:00', TIMESTAMP '2024-06-15 10:00'),
    (15, 'p9', 'B', 'dag', DATE '2024-02-01', DATE '2024-02-15', 100.00, TIMESTAMP '2024-02-01 10:00', TIMESTAMP '2024-02-15 10:00');

CREATE TABLE tillaeg (id INTEGER, ophold INTEGER, art VARCHAR);
INSERT INTO tillaeg VALUES (1, 1, 'nat'), (2, 1, 'nat'), (3, 1, 'dag'), (4, 3, 'nat');

-- places open from a day to another; B has none before 2024, A loses two from April
CREATE TABLE pladser (tilbud VARCHAR, aabnet DATE, lukket DATE, antal INTEGER);
INSERT INTO pladser VALUES ('A', DATE '2020-01-01', NULL, 3), ('A', DATE '2020-01-01', DATE '2024-04-01', 2),
    ('B', DATE '2024-01-01', NULL, 4), ('C', DATE '2020-01-01', NULL, 2);

CREATE TABLE budget (maaned DATE, kr INTEGER);
INSERT INTO budget VALUES (DATE '2024-01-01', 3000), (DATE '2024-03-01', 5000);
