-- start-up

-- ;
-- simple
begin transaction
-- ;
-- simple
select aar, kommune, funktion, udgift_kr from regnskab where kommunekode = 573 order by aar, funktion
-- ;
-- extended
-- $1 = 'Varde'::text
-- $2 = '2024'::int4
select aar, funktion, udgift_kr from regnskab where kommune = $1 and aar = $2
-- ;
-- extended
rollback
