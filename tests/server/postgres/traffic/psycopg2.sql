-- start-up

-- ;
-- simple
BEGIN
-- ;
-- simple
select aar, funktion, udgift_kr from regnskab where kommune = 'Varde' and aar = 2024
-- ;
-- simple
COMMIT
-- ;
-- simple
BEGIN READ ONLY
-- ;
-- simple
DECLARE "taeller" CURSOR WITHOUT HOLD FOR select aar, kommune, funktion, udgift_kr from regnskab where kommunekode = 573 order by aar, funktion
-- ;
-- simple
FETCH FORWARD 3 FROM "taeller"
-- ;
-- simple
CLOSE "taeller"
-- ;
-- simple
DISCARD ALL
