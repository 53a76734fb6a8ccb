-- Hand-made data of units that are reorganised, opened and closed. ../README.md says what each row is for.
CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN);
INSERT INTO load VALUES (1, 'klager', '2024-06-30', true), (2, 'sager', '2025-09-30', true);

CREATE TABLE enhed (id VARCHAR, navn VARCHAR, center VARCHAR, fra DATE, til DATE);
INSERT INTO enhed VALUES
    ('E1', 'Nord', 'A', '2015-01-01', '2025-01-01'), ('E1', 'Nord', 'D', '2025-01-01', NULL),
    ('E2', 'Syd', 'A', '2015-01-01', NULL),
    ('E3', 'Vest', 'B', '2015-01-01', '2025-01-01'),                                     -- closed
    ('E4', 'Øst', 'D', '2025-01-01', '2025-06-01'), ('E4', 'Øst', 'B', '2025-08-01', NULL),  -- a gap of two months
    ('E5', 'Ny', 'F', '2026-01-01', NULL);                                               -- not yet

CREATE TABLE ydelse (
    id INTEGER, forloeb INTEGER, borger INTEGER, art VARCHAR, enhed VARCHAR, start DATE, oprettet TIMESTAMP,
    lokal TIMESTAMP, registreret TIMESTAMPTZ, beloeb DECIMAL(9, 2)
);
INSERT INTO ydelse VALUES
    -- The last and the first day of E1's two versions; the moments lie in the hour between the UTC and the Danish new year.
    (1, 1, 1, 'x', 'E1', '2024-12-31', '2024-12-31 22:59:59', '2024-12-31 23:59:59', '2024-12-31 22:59:59+00', 10),
    (2, 2, 2, 'x', 'E1', '2025-01-01', '2024-12-31 23:00:00', '2025-01-01 00:00:00', '2024-12-31 23:00:00+00', 20),
    -- One spell, cut by the reorganisation, of one person.
    (3, 3, 3, 'y', 'E1', '2024-05-01', '2024-05-01 10:00:00', '2024-05-01 12:00:00', '2024-05-01 10:00:00+00', 40),
    (4, 3, 3, 'y', 'E1', '2025-01-01', '2025-01-01 10:00:00', '2025-01-01 11:00:00', '2025-01-01 10:00:00+00', 80),
    (5, 4, 1, 'y', 'E2', '2020-02-29', '2020-02-29 10:00:00', '2020-02-29 11:00:00', '2020-02-29 10:00:00+00', 160),
    (6, 5, 4, 'z', NULL, '2024-03-01', '2024-03-01 10:00:00', '2024-03-01 11:00:00', '2024-03-01 10:00:00+00', 320),
    (7, 6, 4, 'x', 'E1', NULL, NULL, NULL, NULL, 640),                                   -- without a day
    (8, 7, 5, 'z', 'E3', '2024-06-01', '2024-06-01 10:00:00', '2024-06-01 12:00:00', '2024-06-01 10:00:00+00', 1280),
    (9, 8, 5, 'z', 'E3', '2025-02-01', '2025-02-01 10:00:00', '2025-02-01 11:00:00', '2025-02-01 10:00:00+00', 2560),
    (10, 9, 6, 'y', 'E4', '2025-07-01', '2025-07-01 10:00:00', '2025-07-01 12:00:00', '2025-07-01 10:00:00+00', 5120),
    (11, 10, 6, 'y', 'E4', '2025-08-01', '2025-08-01 10:00:00', '2025-08-01 12:00:00', '2025-08-01 10:00:00+00', 10240),
    (12, 11, 7, 'x', 'E9', '2024-01-01', '2024-01-01 10:00:00', '2024-01-01 11:00:00', '2024-01-01 10:00:00+00', 20480),
    (13, 12, 7, 'w', 'E5', '2026-02-01', '2026-02-01 10:00:00', '2026-02-01 11:00:00', '2026-02-01 10:00:00+00', 40960),
    (14, 13, 8, 'w', 'E1', '2014-12-31', '2014-12-31 10:00:00', '2014-12-31 11:00:00', '2014-12-31 10:00:00+00', 81920);

CREATE TABLE betaling (id INTEGER, ydelse INTEGER, kr INTEGER);
INSERT INTO betaling VALUES (1, 1, 1), (2, 1, 2), (3, 2, 4), (4, 4, 8), (5, 9, 16), (6, NULL, 32), (7, 10, 64), (8, 8, 128);

CREATE TABLE klage (id INTEGER, enhed VARCHAR, modtaget DATE);
INSERT INTO klage VALUES
    (1, 'E1', '2024-12-31'), (2, 'E1', '2025-01-01'), (3, 'E3', '2024-02-01'), (4, NULL, '2024-02-01'),
    (5, 'E2', NULL), (6, 'E4', '2025-06-01'), (7, 'E4', '2025-05-31');
