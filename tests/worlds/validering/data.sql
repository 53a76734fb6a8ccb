-- 1 and 2 are of the north, 3 and 4 of the south. 2 is not validated, 3 only of another year, 4 has no mark at all.
CREATE TABLE by_ AS SELECT * FROM (VALUES
    (1, 'Askby', 'nord'), (2, 'Birkeby', 'nord'), (3, 'Cederby', 'syd'), (4, 'Dalby', 'syd')) AS t(kode, navn, egn);
CREATE TABLE udgift AS SELECT * FROM (VALUES
    (1, 2024, 120, 20), (2, 2024, 300, 10), (3, 2024, 57, 1), (4, 2024, 10, 10), (3, 2023, 40, 1), (1, 2023, 100, 20))
    AS t(kode, aar, kr, folk);
CREATE TABLE maerke AS SELECT * FROM (VALUES
    (1, 'oekonomi', '2024', 'valideret'), (2, 'oekonomi', '2024', 'ikke_valideret'), (3, 'oekonomi', '2023', 'valideret'),
    (4, 'voksne', '2024', 'valideret')) AS t(kode, omraade, periode, status);
