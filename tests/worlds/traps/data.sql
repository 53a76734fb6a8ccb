-- Hand-made data in which a wrong plan gives a wrong number. README.md says what each table is for.
CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN);
INSERT INTO load VALUES
    (1, 'sager', '2024-02-29', true), (2, 'sager', '2024-03-31', true),
    (3, 'sager', '2024-04-30', false),                 -- under way: does not move "now"
    (4, 'regnskab', '2024-12-31', true), (5, 'folketal', '2023-12-31', true);

-- Places: a place has a region, a region a part of the country.
CREATE TABLE landsdel (id INTEGER, navn VARCHAR);
INSERT INTO landsdel VALUES (1, 'Vest'), (2, 'Øst'), (3, 'Ødemark');               -- 3 has no region
CREATE TABLE region (id INTEGER, navn VARCHAR, landsdel_id INTEGER);
INSERT INTO region VALUES (10, 'Nord', 1), (20, 'Syd', 1), (30, 'Hovedstaden', 2), (40, 'Intet', NULL);
CREATE TABLE kommune (kode INTEGER, navn VARCHAR, region_id INTEGER, stor BOOLEAN);
INSERT INTO kommune VALUES
    (1, 'Aalborg', 10, true), (2, 'Ærø', 20, false), (3, 'Østerby', 20, NULL), (4, 'Ålsrode', 20, false),
    (5, 'Zebra', 30, true), (6, 'abe', 30, false),     -- code point order: Aalborg, Zebra, abe, Ålsrode, Ærø, Østerby
    (7, 'Hjemløs', NULL, false),                       -- no region
    (8, 'Stille', 40, false);                          -- in no fact at all

-- Two facts of different grain. Kommune 1, 2 and the one without a code are in both; 3 and 9 (unknown to the lookup)
-- only in udgift; 5 only in folk. 2 has no inhabitants (zero), 4 has them unknown (NULL).
CREATE TABLE udgift (kommune INTEGER, aar INTEGER, funktion VARCHAR, art VARCHAR, beloeb DECIMAL(12, 2), antal INTEGER);
INSERT INTO udgift VALUES
    (1, 2022, 'skole', 'løn', 1000.00, 3), (1, 2022, 'skole', 'drift', 500.50, 1), (1, 2022, 'ældre', 'løn', 300.25, 2),
    (1, 2023, 'skole', 'løn', 1100.00, 3), (1, 2023, 'ældre', 'løn', NULL, NULL),       -- an amount unknown
    (1, 2023, 'ældre', 'drift', -50.00, 1),                                             -- an income
    (2, 2022, 'skole', 'løn', 80.00, 1), (2, 2023, 'skole', 'løn', 90.00, 1),
    (3, 2022, 'skole', 'løn', 70.00, 1), (3, 2023, 'veje', 'drift', 33.33, 1),
    (4, 2022, 'skole', 'løn', 60.00, 1),
    (7, 2023, 'skole', 'løn', 40.00, 1),
    (9, 2022, 'skole', 'løn', 20.00, 1),
    (NULL, 2022, 'skole', 'løn', 10.00, 1), (NULL, 2023, NULL, 'løn', 5.00, 1), (1, NULL, 'skole', 'løn', 7.00, 1);
CREATE TABLE folk (kommune INTEGER, aar INTEGER, personer INTEGER);
INSERT INTO folk VALUES
    (1, 2022, 100), (1, 2023, 110), (2, 2022, 0), (2, 2023, 0), (4, 2022, NULL), (5, 2022, 50), (5, 2023, 55),
    (7, 2023, 8), (NULL, 2022, 4), (NULL, 2023, 5);

-- A stock. The units were counted on different days: A every quarter, B until it closed, C once and late, D first in
-- 2024, and one without a name. The types within a unit come and go: in A's last count of 2023 nobody is 'døgn'.
CREATE TABLE pladser (dato DATE, enhed VARCHAR, kommune INTEGER, type VARCHAR, antal INTEGER);
INSERT INTO pladser VALUES
    ('2023-03-31', 'A', 1, 'døgn', 10), ('2023-03-31', 'A', 1, 'dag', 5),
    ('2023-06-30', 'A', 1, 'døgn', 12), ('2023-06-30', 'A', 1, 'dag', 4),
    ('2023-12-31', 'A', 1, 'dag', 17),
    ('2024-03-31', 'A', 1, 'døgn', 3), ('2024-03-31', 'A', 1, 'dag', 15),
    ('2023-03-31', 'B', 2, 'døgn', 7), ('2023-06-30', 'B', 2, 'døgn', 6),
    ('2023-11-15', 'C', 1, 'dag', 20),
    ('2024-01-31', 'D', 5, 'døgn', 9), ('2024-02-29', 'D', 5, 'døgn', NULL), ('2024-02-29', 'D', 5, 'dag', 2),
    ('2023-06-30', NULL, NULL, 'dag', 1);
CREATE TABLE dage AS SELECT DISTINCT dato AS dag, format('{}-{}', year(dato), (month(dato) + 5) // 6) AS halvaar FROM pladser;

-- People and their cases, decisions and notes: one person many cases, a case many decisions and many notes.
CREATE TABLE person (id INTEGER, navn VARCHAR, hjemkommune INTEGER, formue DECIMAL(12, 2));
INSERT INTO person VALUES
    (1, 'Åse', 1, 100.00), (2, 'Bent', 2, 250.50), (3, 'Cæcilie', 1, 0.00), (4, 'Dorte', NULL, 40.00),
    (5, 'Erik', 5, NULL), (6, 'Fie', 7, 1000.00);      -- Fie has no case
CREATE TABLE sag (
    id INTEGER, person INTEGER, handle INTEGER, betal INTEGER, bopael INTEGER, emne VARCHAR, hast BOOLEAN,
    pris DECIMAL(12, 2), dag DATE, oprettet TIMESTAMP, lokal TIMESTAMP, registreret TIMESTAMPTZ
);
-- oprettet is UTC, lokal Danish wall-clock time, registreret an instant; dag a date. 2020's week 53 ran to 2021-01-03.
INSERT INTO sag VALUES
    (1, 1, 1, 1, 1, 'rent', true, 10.00, '2024-01-01', '2023-12-31 23:30:00', '2024-01-01 00:30:00', '2023-12-31 23:30:00+00'),
    (2, 1, 1, 2, 1, '100%', false, 20.00, '2023-12-31', '2023-12-31 22:30:00', '2023-12-31 23:30:00', '2023-12-31 22:30:00+00'),
    (3, 1, 2, 1, 1, '100 pct', true, NULL, '2021-01-03', '2021-01-03 22:59:59', '2021-01-03 23:59:59', '2021-01-03 22:59:59+00'),
    (4, 2, 2, 2, 2, 'a_b', false, 20.00, '2021-01-04', '2021-01-03 23:00:00', '2021-01-04 00:00:00', '2021-01-03 23:00:00+00'),
    (5, 2, 2, NULL, 2, 'aXb', NULL, 5.55, '2024-03-31', '2024-03-31 00:59:59', '2024-03-31 01:59:59', '2024-03-31 00:59:59+00'),
    (6, 3, 1, 5, 1, 'O''Brien', true, 1.00, '2024-03-31', '2024-03-31 01:00:00', '2024-03-31 03:00:00', '2024-03-31 01:00:00+00'),
    (7, 3, 5, 5, NULL, 'a "b" c', false, 2.00, '2023-10-29', '2023-10-29 00:30:00', '2023-10-29 02:30:00', '2023-10-29 00:30:00+00'),
    (8, 4, 7, 1, 7, 'c\d', true, 3.00, '2023-10-29', '2023-10-29 01:30:00', '2023-10-29 02:30:00', '2023-10-29 01:30:00+00'),
    (9, NULL, 9, 1, 1, '😀 glad', false, 4.00, '2024-02-29', '2024-02-29 12:00:00', '2024-02-29 13:00:00', '2024-02-29 12:00:00+00'),
    (10, 5, 5, 1, 1, 'ÆBLE', false, 0.00, '2024-03-30', '2024-03-30 23:00:00', '2024-03-31 00:00:00', '2024-03-30 23:00:00+00'),
    (11, 5, NULL, 1, 1, NULL, true, -8.00, NULL, NULL, NULL, NULL),
    (12, 1, 1, 1, 2, '', false, 6.00, '2024-01-01', '2024-01-01 00:00:00', '2024-01-01 01:00:00', '2024-01-01 00:00:00+00');
-- What people live with: Åse has A (told twice) and B, Bent A, Erik B and one that is unknown to the list, Fie one that
-- has no name; Cæcilie has none and Dorte a row that does not say which. Nobody has D; one row is of nobody.
CREATE TABLE diagnose (kode VARCHAR, navn VARCHAR, gruppe VARCHAR);
INSERT INTO diagnose VALUES
    ('A', 'angst', 'sind'), ('B', 'blindhed', 'krop'), ('C', NULL, 'krop'), ('D', 'døvhed', 'krop');
CREATE TABLE person_diagnose (person INTEGER, diagnose VARCHAR, primaer BOOLEAN);
INSERT INTO person_diagnose VALUES
    (1, 'A', true), (1, 'A', false), (1, 'B', false), (2, 'A', true), (4, NULL, NULL), (5, 'B', true), (5, 'Z', false),
    (6, 'C', true), (99, 'A', true);
CREATE TABLE afgoerelse (id INTEGER, sag INTEGER, udfald VARCHAR, beloeb DECIMAL(12, 2), truffet TIMESTAMP);
INSERT INTO afgoerelse VALUES
    (1, 1, 'ja', 5.00, '2024-01-01 10:00:00'), (2, 1, 'ja', 6.00, '2024-01-02 10:00:00'),     -- twice the same outcome
    (3, 1, 'nej', 0.00, '2024-01-31 23:30:00'),
    (4, 2, 'nej', 1.00, '2024-02-01 10:00:00'), (5, 4, 'ja', NULL, '2024-02-02 10:00:00'),
    (6, 5, NULL, 2.00, '2024-03-03 10:00:00'), (7, 6, 'ja', 3.50, NULL),
    (8, 9, 'nej', 4.00, '2024-03-31 22:30:00'), (9, 12, 'ja', 7.00, '2024-03-31 10:00:00'),
    (10, 777, 'ja', 1000.00, '2024-03-01 10:00:00');                                          -- of no case
CREATE TABLE notat (id INTEGER, sag INTEGER, slags VARCHAR, ord INTEGER);
INSERT INTO notat VALUES
    (1, 1, 'brev', 100), (2, 1, 'brev', 50), (3, 2, 'opkald', 10), (4, 3, 'brev', 7), (5, 8, 'opkald', NULL);

-- A count by local day, to be put beside the cases' own times.
CREATE TABLE besoeg (dag DATE, kommune INTEGER, antal INTEGER);
INSERT INTO besoeg VALUES
    ('2023-12-31', 1, 4), ('2024-01-01', 1, 6), ('2024-01-31', 2, 3), ('2024-02-01', 1, 2), ('2024-03-31', NULL, 8);

-- Numbers at the edge of what types can hold and rounding can decide.
CREATE TABLE tal (
    id INTEGER, gruppe VARCHAR, d3 DECIMAL(10, 3), stort BIGINT, a INTEGER, b INTEGER, p DECIMAL(18, 2), q DECIMAL(18, 2)
);
INSERT INTO tal VALUES
    (1, 'op', 2.345, 9007199254740992, 201, 200, 1.00, 8.00),     -- 2^53; 201/200 = 1.005
    (2, 'ned', -2.345, 1, -201, 200, -1.00, 8.00),                -- 2^53 + 1 is no double
    (3, 'nul', 0.005, 0, 5, 0, 0.00, 0.00),                       -- over zero
    (4, 'intet', NULL, NULL, NULL, 4, NULL, 4.00),                -- nothing above
    (5, 'uden', 1.000, 7, 3, NULL, 1.00, NULL),                   -- nothing below
    (6, 'tredje', 0.333, 9223372036854775807, 1, 3, 1.00, 3.00),  -- the largest BIGINT
    (7, 'begge', NULL, NULL, NULL, NULL, NULL, NULL),
    (8, 'tier', 0.125, 3, 0, 9, 0.05, 1.00),                      -- zero above is zero
    (9, 'par', 1.0, 10, 1, 1, 10.00, 1.00), (10, 'par', 2.0, 20, 2, 1, 20.01, 1.00),
    (11, 'par', 4.0, 40, 7, 5, 40.00, 1.00), (12, 'par', 8.0, 80, 9, 2, 80.00, 1.00);

-- Two roles of one cube, of which that cube declares the way back for one only.
CREATE TABLE firma (id INTEGER, navn VARCHAR);
INSERT INTO firma VALUES (1, 'Alfa'), (2, 'Beta'), (3, 'Gamma');
CREATE TABLE faktura (id INTEGER, koeber INTEGER, saelger INTEGER, slags VARCHAR, beloeb DECIMAL(12, 2));
INSERT INTO faktura VALUES (1, 1, 2, 'x', 10.00), (2, 1, 3, 'y', 20.00), (3, 2, 2, 'x', 40.00);   -- Beta sells to itself

-- What may not be broken down by the rows below it: a stock, and rows that have no key to be told apart by.
CREATE TABLE lager (id INTEGER, dato DATE, vare VARCHAR, antal INTEGER);
INSERT INTO lager VALUES (1, '2024-01-31', 'a', 5), (2, '2024-02-29', 'a', 4), (3, '2024-01-31', 'b', 7);
CREATE TABLE svind (id INTEGER, lager INTEGER, slags VARCHAR);
INSERT INTO svind VALUES (1, 1, 'brud'), (2, 1, 'tyveri'), (3, 3, 'brud'), (4, 3, 'brud');

-- What is nearly equal, or at the end of what a type can hold.
CREATE TABLE kant (
    id INTEGER, navn VARCHAR, a DECIMAL(30, 3), b DECIMAL(18, 3), c DECIMAL(18, 3), d DECIMAL(18, 3),
    fin DECIMAL(38, 10), dag DATE, stund TIMESTAMP, fin_stund TIMESTAMP_NS
);
INSERT INTO kant VALUES
    (1, 'tiendedel', 0.3, 3, 1, 8, 0.0000000001, '2023-12-31', '2023-12-31 22:59:59.999999', '2024-01-01 00:00:00'),
    (2, 'tie', 1.005, 1, 1, 1, 9999999999999999999.5, '2024-01-01', '2023-12-31 23:00:00.000001', '2024-01-01 00:00:00.12'),
    (3, 'tredjedel', 1, 3, 2, 3, NULL, '2024-01-31', '2023-12-31 23:00:00.000002', '2024-01-01 00:00:00.123456'),
    (4, 'og en tredjedel', 0.1, 0.3, 1, 3, NULL, '2024-02-01', '9999-12-31 23:59:59', '2024-01-01 00:00:00.123456789'),
    (5, 'over nul', 5, 0, 1, 4, NULL, NULL, NULL, NULL),
    (6, 'intet', NULL, 1, 3, 4, NULL, 'infinity', 'infinity', 'infinity'),
    (7, 'stor', 9007199254740993, 1, 1, 1, NULL, '-infinity', '-infinity', '-infinity'),   -- 2^53 + 1 is no double
    (8, 'negativ', -1.005, 1, -2, 1, NULL, '2024-01-01', '2024-01-01 12:00:00', '2024-01-01 12:00:00'),
    (9, 'omvendt', 0.3, -3, 1, 0, NULL, '2024-01-01', '2024-01-01 12:00:00', '2024-01-01 12:00:00'),
    (10, 'milliarder', 30000000000.11, 31000000000.22, 29000000000.33, 33000000000.44, NULL, NULL, NULL, NULL),
    (11, 'krig', NULL, NULL, NULL, NULL, NULL, NULL, '1940-05-14 22:30:00', NULL);   -- summer time began that night
CREATE TABLE kantdel (id INTEGER, kant INTEGER, fin DECIMAL(30, 20), grov DECIMAL(9, 2));
INSERT INTO kantdel VALUES
    (1, 1, 0.12345678901234567890, 1.10), (2, 2, 0.12345678901234567891, 2.20), (3, 2, 0.12345678901234567891, 1.10);

-- Beds, counted at the end of each month of 2023 and 2024 up to March. X is counted always, Y not in January and February
-- 2024, Z for the last time in November 2023. April is half loaded (X alone), December planned: after the load's last day.
CREATE TABLE senge (dato DATE, taalt TIMESTAMP, afdeling VARCHAR, antal INTEGER);
INSERT INTO senge SELECT dato::DATE, dato::TIMESTAMP + INTERVAL 22 HOUR + INTERVAL 30 MINUTE, afdeling, antal FROM (VALUES
    ('2023-10-31', 'X', 10), ('2023-11-30', 'X', 11), ('2023-12-31', 'X', 12), ('2024-01-31', 'X', 13),
    ('2024-02-29', 'X', 14), ('2024-03-31', 'X', 15), ('2024-04-30', 'X', 99),
    ('2023-10-31', 'Y', 20), ('2023-11-30', 'Y', 21), ('2023-12-31', 'Y', 22), ('2024-03-31', 'Y', 25),
    ('2023-10-31', 'Z', 30), ('2023-11-30', 'Z', 31), ('2024-12-31', 'Y', 500)) AS senge (dato, afdeling, antal);
