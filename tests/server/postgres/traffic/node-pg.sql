-- start-up
client_encoding = UTF8
-- ;
-- simple
select aar, kommune, udgift_kr from regnskab where aar = 2024 and kommune = 'Varde'
-- ;
-- extended
-- $1 = 'Varde'
-- $2 = '2024'
select aar, kommune, udgift_kr from regnskab where kommune = $1 and aar = $2
-- ;
-- extended
-- $1 = '{"2023","2024"}'
select funktion from regnskab where aar = any($1)
