CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN);
INSERT INTO load VALUES (1, 'behandling', DATE '2024-12-31', true), (2, 'bolig', DATE '2024-06-30', true),
    (3, 'sager', DATE '2023-12-31', true);

CREATE TABLE behandling (id INTEGER PRIMARY KEY, borger INTEGER, start DATE, slut DATE, sted VARCHAR, stof VARCHAR);
INSERT INTO behandling VALUES
    (1, 1, '2021-01-01', '2021-06-01', 'A', 'alkohol'),   -- 2 begins on the last day of the year that is followed
    (2, 1, '2022-06-01', '2022-07-01', 'A', 'alkohol'),
    (3, 2, '2021-01-01', '2021-06-01', 'A', 'alkohol'),   -- 4 begins a day too late
    (4, 2, '2022-06-02', '2022-08-01', 'B', 'alkohol'),
    (5, 3, '2021-02-01', '2021-06-01', 'B', 'stoffer'),   -- 6 begins on the day that 5 ends, and 7 before
    (6, 3, '2021-06-01', '2021-06-01', 'B', 'alkohol'),
    (7, 3, '2021-05-01', '2023-12-31', 'B', 'stoffer'),
    (8, 4, '2020-01-01', '2020-02-29', 'A', 'alkohol'),   -- the year ends on 28 February: 9 begins a day too late
    (9, 4, '2021-03-01', NULL, 'A', 'alkohol'),           -- and has not ended
    (10, 5, '2023-01-01', '2023-12-31', 'A', 'stoffer'),  -- the whole year is followed, to the day
    (11, 6, '2023-01-01', '2024-01-01', 'A', 'stoffer'),  -- a day is lacking, and 12 has come
    (12, 6, '2024-03-01', NULL, 'B', 'stoffer'),
    (13, NULL, '2021-01-01', '2021-06-01', 'A', 'alkohol'),  -- of nobody; and 14, which is no other nobody's
    (14, NULL, '2021-09-01', NULL, 'A', 'alkohol'),
    (15, 7, '2021-03-01', '2021-04-01', NULL, 'alkohol'), -- two ends before one new start
    (16, 7, '2021-03-02', '2021-04-15', NULL, 'stoffer'),
    (17, 7, '2021-05-01', '2021-04-30', NULL, 'alkohol'); -- ends before it begins: not its own relapse

CREATE TABLE tilbud (kode VARCHAR PRIMARY KEY, type VARCHAR);
INSERT INTO tilbud VALUES ('h1', 'herberg'), ('h2', 'herberg'), ('m1', 'p107'), ('e1', 'egen'), ('x', NULL);

CREATE TABLE bolig (id INTEGER PRIMARY KEY, borger INTEGER, tilbud VARCHAR, fra TIMESTAMP, til TIMESTAMP);
INSERT INTO bolig VALUES
    (1, 1, 'h1', '2023-01-01 10:00', '2023-03-01 10:00'),
    (2, 1, 'm1', '2023-03-02 08:00', '2023-12-01 10:00'),  -- the day after
    (3, 2, 'h1', '2023-01-01 10:00', '2023-03-01 10:00'),
    (4, 2, 'e1', '2023-03-01 22:30', '2024-03-01 22:30'),  -- the same day, and in Denmark, too; a year on the day is no year
    (5, 3, 'h2', '2023-01-01 10:00', '2023-03-01 22:30'),
    (6, 3, 'e1', '2023-03-01 23:30', NULL),                -- the next day in Denmark; still there
    (7, 4, 'h2', '2023-01-01 10:00', '2023-03-01 10:00'),
    (8, 4, 'h1', '2023-03-05 10:00', '2024-02-01 10:00'),  -- another herberg; not followed for 180 days
    (9, 5, 'e1', '2023-05-01 10:00', '2023-06-01 10:00'),  -- moves from one home of their own into another
    (10, 5, 'e1', '2023-06-01 12:00', '2024-05-02 10:00'),
    (11, 6, 'e1', '2023-07-01 10:00', NULL),               -- a year on 1 July, the day after the last that is known
    (12, 7, NULL, '2023-01-01 10:00', '2023-02-01 10:00'),
    (13, 7, 'x', '2023-02-02 10:00', '2023-03-01 10:00');

CREATE TABLE ung (nummer INTEGER PRIMARY KEY, foedt DATE, koen VARCHAR);
INSERT INTO ung VALUES
    (1, '2000-02-29', 'k'),  -- 18 on 28 February 2018
    (2, '2001-05-05', 'm'),
    (3, '2001-12-31', 'm'),  -- followed to the last day of 2023
    (4, '2002-01-01', 'k'),  -- a day is lacking
    (5, NULL, 'k'),
    (6, '2001-01-01', 'k');
CREATE TABLE sag (id INTEGER PRIMARY KEY, ung INTEGER, oprettet DATE, center VARCHAR);
INSERT INTO sag VALUES
    (1, 1, '2018-02-28', 'A'),  -- on the birthday
    (2, 2, '2023-05-06', 'A'),  -- a day after four years
    (3, 3, '2023-12-31', 'B'),  -- on the last day
    (4, 3, '2023-12-30', 'B'),  -- and once more: one young person with two cases is one
    (5, 4, '2021-01-01', 'A'),
    (6, NULL, '2021-01-01', 'A'),
    (7, 6, '2018-12-31', 'B');  -- before the birthday
