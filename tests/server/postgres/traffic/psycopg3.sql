-- start-up

-- ;
-- simple
BEGIN
-- ;
-- simple
select aar, kommune, funktion, udgift_kr from regnskab where kommunekode = 573 order by aar, funktion
-- ;
-- extended
-- $1 = 'Varde'
-- $2 = '2024'::int2
select aar, funktion, udgift_kr from regnskab where kommune = $1 and aar = $2
-- ;
-- extended
-- $1 = '2014-01-01'::date
select personer from befolkning where periode = $1 limit 1
-- ;
-- simple
SAVEPOINT "_pg3_1"
-- ;
-- extended
-- $1 = 'regnskab'
SELECT
    typname AS name, oid, typarray AS array_oid,
    oid::regtype::text AS regtype, typdelim AS delimiter
FROM pg_type t
WHERE t.oid = to_regtype($1)
ORDER BY t.oid

-- ;
-- simple
RELEASE "_pg3_1"
-- ;
-- extended
-- $1 = 'numeric'
SELECT
    typname AS name, oid, typarray AS array_oid,
    oid::regtype::text AS regtype, typdelim AS delimiter
FROM pg_type t
WHERE t.oid = to_regtype($1)
ORDER BY t.oid

-- ;
-- extended
-- $1 = 'int4'
SELECT
    typname AS name, oid, typarray AS array_oid,
    oid::regtype::text AS regtype, typdelim AS delimiter
FROM pg_type t
WHERE t.oid = to_regtype($1)
ORDER BY t.oid

-- ;
-- extended
-- $1 = 'text'
SELECT
    typname AS name, oid, typarray AS array_oid,
    oid::regtype::text AS regtype, typdelim AS delimiter
FROM pg_type t
WHERE t.oid = to_regtype($1)
ORDER BY t.oid

-- ;
-- extended
-- $1 = 'public.regnskab'
SELECT
    typname AS name, oid, typarray AS array_oid,
    oid::regtype::text AS regtype, typdelim AS delimiter
FROM pg_type t
WHERE t.oid = to_regtype($1)
ORDER BY t.oid

-- ;
-- simple
ROLLBACK
-- ;
-- simple
DEALLOCATE ALL
-- ;
-- extended
DECLARE "taeller" CURSOR FOR select aar, kommune, funktion, udgift_kr from regnskab where kommunekode = 573 order by aar, funktion
-- ;
-- simple
FETCH FORWARD 3 FROM "taeller"
-- ;
-- simple
CLOSE "taeller"
-- ;
-- simple
copy (select aar, kommune, funktion, udgift_kr from regnskab where kommunekode = 573 order by aar, funktion) to stdout
-- ;
-- simple
COMMIT
