-- Hand-made data of units that are split and merged. ../README.md says what each row is for.
CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN);
INSERT INTO load VALUES (1, 'sager', '2025-09-30', true);

CREATE TABLE enhed (id VARCHAR, center VARCHAR, art VARCHAR, fra DATE, til DATE);
INSERT INTO enhed VALUES
    ('E1', 'A', 'M', '2015-01-01', NULL),
    ('E2', 'A', 'U', '2015-01-01', '2025-01-01'), ('E3', 'B', 'U', '2025-01-01', '2026-01-01'),  -- handed on whole
    ('E4', 'B', 'M', '2015-01-01', '2026-01-01'), ('E5', 'B', 'M', '2015-01-01', '2026-01-01'),  -- merged
    ('E6', 'C', 'M', '2026-01-01', NULL), ('E7', 'C', 'U', '2026-01-01', NULL), ('E8', 'D', 'U', '2026-01-01', NULL);

-- Who has the rows of `fra_enhed` in which days: E2 → E3, which is split in E7 and E8; E4 and E5 become E6.
CREATE TABLE efter (fra_enhed VARCHAR, id VARCHAR, center VARCHAR, art VARCHAR, andel DECIMAL(3, 2), fra DATE, til DATE);
INSERT INTO efter VALUES
    ('E1', 'E1', 'A', 'M', 1, '2015-01-01', NULL),
    ('E2', 'E2', 'A', 'U', 1, '2015-01-01', '2025-01-01'), ('E2', 'E3', 'B', 'U', 1, '2025-01-01', '2026-01-01'),
    ('E2', 'E7', 'C', 'U', 0.7, '2026-01-01', NULL), ('E2', 'E8', 'D', 'U', 0.3, '2026-01-01', NULL),
    ('E3', 'E3', 'B', 'U', 1, '2025-01-01', '2026-01-01'),
    ('E3', 'E7', 'C', 'U', 0.7, '2026-01-01', NULL), ('E3', 'E8', 'D', 'U', 0.3, '2026-01-01', NULL),
    ('E4', 'E4', 'B', 'M', 1, '2015-01-01', '2026-01-01'), ('E4', 'E6', 'C', 'M', 1, '2026-01-01', NULL),
    ('E5', 'E5', 'B', 'M', 1, '2015-01-01', '2026-01-01'), ('E5', 'E6', 'C', 'M', 1, '2026-01-01', NULL);

CREATE TABLE skaev (fra_enhed VARCHAR, id VARCHAR, andel DECIMAL(3, 2));
INSERT INTO skaev VALUES ('E1', 'X', 0.5), ('E1', 'Y', 0.4), ('E2', 'X', 1), ('E3', 'X', 1.5), ('E3', 'Y', -0.5), ('E4', 'Y', 1);

CREATE TABLE sag (id INTEGER, borger VARCHAR, art VARCHAR, enhed VARCHAR, start DATE, slut DATE, beloeb DECIMAL(9, 2), timer INTEGER);
INSERT INTO sag VALUES
    (1, 'a', 'x', 'E1', '2024-03-01', NULL, 10, 1),
    (2, 'a', 'x', 'E2', '2024-05-01', '2024-12-31', 20, 2),
    (3, 'b', 'y', 'E2', '2024-12-31', '2025-03-01', 40.05, 4),
    (4, 'b', 'x', 'E3', '2025-01-01', NULL, 80, 8),
    (5, 'c', 'y', 'E3', '2025-02-01', '2025-02-11', 160, 16),
    (6, 'c', 'x', 'E4', '2024-01-01', NULL, 320, 32),
    (7, 'd', 'y', 'E5', '2025-07-01', NULL, 640, 64),
    (8, 'd', 'y', NULL, '2025-07-01', '2025-08-01', 1280, NULL);
