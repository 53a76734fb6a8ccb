-- Hand-made data that was loaded month by month and corrected. ../README.md says what each row is for.
CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN);
INSERT INTO load VALUES
    (1, 'loen', '2025-01-31', true), (2, 'loen', '2025-02-28', true), (3, 'andet', '2025-02-15', true),
    (4, 'loen', '2025-03-31', true), (5, 'loen', '2025-04-30', false), (6, 'andet', '2025-04-15', true);

CREATE TABLE udbetaling (
    id INTEGER, enhed VARCHAR, borger INTEGER, dag DATE, slut DATE, kr INTEGER, indlaesning INTEGER, annulleret BOOLEAN
);
INSERT INTO udbetaling VALUES
    (1, 'N', 1, '2025-01-10', '2025-02-10', 1, 1, false),
    (2, 'N', 2, '2025-01-20', NULL, 2, 1, false), (2, 'S', 2, '2025-01-20', NULL, 4, 2, false),
    (3, 'S', 3, '2025-01-25', NULL, 8, 1, NULL), (3, 'S', 3, '2025-01-25', NULL, 8, 4, true),
    (4, 'S', 1, '2025-02-05', NULL, 16, 2, false), (4, 'S', 1, '2025-02-05', NULL, 32, 4, false),
    (4, 'S', 1, '2025-02-05', NULL, 1000, 5, false),                                -- of a load that is not complete
    (5, 'N', 4, '2025-02-06', NULL, 64, 2, true), (5, 'N', 4, '2025-02-06', NULL, 128, 4, false),
    (6, 'N', 5, '2025-04-02', NULL, 2000, 5, false), (7, 'N', 5, '2025-03-02', NULL, 4000, 9, false),
    (8, 'N', 5, '2025-03-02', NULL, 8000, 3, false),                                -- of another source's load
    (9, 'N', 6, '2025-03-15', NULL, 256, 4, false);

CREATE TABLE tilskud (id INTEGER, enhed VARCHAR, dag DATE, kr INTEGER, indlaesning INTEGER);
INSERT INTO tilskud VALUES (1, 'N', '2025-01-10', 512, 3), (1, 'N', '2025-01-10', 1024, 6);

CREATE TABLE enhed (id VARCHAR, navn VARCHAR);
INSERT INTO enhed VALUES ('N', 'Nord'), ('S', 'Syd');

CREATE TABLE borger (id INTEGER, kommune VARCHAR, beskyttet BOOLEAN);
INSERT INTO borger VALUES (1, 'A', false), (2, 'A', true), (3, 'B', false), (4, 'B', false), (5, 'A', false), (6, 'A', false);
