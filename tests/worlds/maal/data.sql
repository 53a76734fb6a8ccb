CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN);
INSERT INTO load VALUES (1, 'sager', DATE '2024-12-31', true);

CREATE TABLE enhed (enhed INTEGER, navn VARCHAR, center VARCHAR);
INSERT INTO enhed VALUES (1, 'Nord', 'A'), (2, 'Syd', 'A'), (3, 'Øst', 'B'), (4, 'Vest', 'B');

-- So many decisions of the unit in the month, and so many of them in time.
CREATE TABLE afgoerelse (enhed INTEGER, borger INTEGER, paragraf VARCHAR, dag DATE, i_tide INTEGER);
INSERT INTO afgoerelse VALUES
  (1, 1, '107', '2023-02-01', 1), (1, 2, '107', '2023-11-30', 0),
  (1, 1, '107', '2024-01-31', 1), (1, 2, '107', '2024-02-01', 1), (1, 3, '108', '2024-02-29', 0),
  (2, 4, '107', '2024-01-01', 1), (2, 5, '108', '2024-03-01', 1), (2, 4, '108', '2024-12-31', 1),
  (3, 6, '107', '2024-01-15', 0), (3, 7, '107', '2024-01-16', 0), (3, 6, '108', '2024-05-01', 1),
  (NULL, 8, '107', '2024-06-01', 1);
