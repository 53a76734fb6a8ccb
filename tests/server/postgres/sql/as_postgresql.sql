select navn, sum(m) from flad group by navn
select count(*) from flad
select n / 2, sum(m) from flad group by n / 2
select n / 2, sum(m) from flad group by 1
select n % 3, sum(m) from flad group by 1
select round(pris, 0), sum(m) from flad group by 1
select round(pris), sum(m) from flad group by 1
select round(pris, 1), sum(m) from flad group by 1
select round(n / 2.0), sum(m) from flad group by 1
select round(cast(n as double precision) / 2), sum(m) from flad group by 1
select cast(pris as int), sum(m) from flad group by 1
select cast(aktiv as text), sum(m) from flad group by 1
select cast(aktiv as int), sum(m) from flad group by 1
select cast(pris as text), sum(m) from flad group by 1
select cast(dag as text), sum(m) from flad group by 1
select cast(tid as text), sum(m) from flad group by 1
select navn || '-' || kode, sum(m) from flad group by 1
select n || 'x', sum(m) from flad group by 1
select pris || 'x', sum(m) from flad group by 1
select dag || 'x', sum(m) from flad group by 1
select aktiv || 'x', sum(m) from flad group by 1
select substring(navn, 0, 3), sum(m) from flad group by 1
select substring(navn, -1, 3), sum(m) from flad group by 1
select substring(navn from 2 for 2), sum(m) from flad group by 1
select substring(navn from 2), sum(m) from flad group by 1
select left(navn, 2), right(navn, 2), sum(m) from flad group by 1, 2
select left(navn, -2), right(navn, -2), sum(m) from flad group by 1, 2
select left(navn, 0), sum(m) from flad group by 1
select strpos(navn, 'r'), sum(m) from flad group by 1
select strpos(navn, ''), sum(m) from flad group by 1
select position('r' in navn), sum(m) from flad group by 1
select upper(navn), lower(navn), sum(m) from flad group by 1, 2
select initcap(navn), sum(m) from flad group by 1
select length(navn), sum(m) from flad group by 1
select char_length(navn), sum(m) from flad group by 1
select trim(navn), sum(m) from flad group by 1
select ltrim(navn), rtrim(navn), btrim(navn), sum(m) from flad group by 1,2,3
select trim(both 'a' from navn), sum(m) from flad group by 1
select trim(leading 'Æ' from navn), sum(m) from flad group by 1
select replace(navn, 'r', 'RR'), sum(m) from flad group by 1
select concat(navn, kode, n), sum(m) from flad group by 1
select concat_ws('-', navn, kode), sum(m) from flad group by 1
select reverse(navn), sum(m) from flad group by 1
select split_part(navn, ' ', 1), sum(m) from flad group by 1
select split_part(navn, ' ', -1), sum(m) from flad group by 1
select lpad(navn, 5, 'x'), sum(m) from flad group by 1
select rpad(navn, 5), sum(m) from flad group by 1
select lpad(navn, 3), sum(m) from flad group by 1
select starts_with(navn, 'O'), sum(m) from flad group by 1
select coalesce(navn, 'intet'), sum(m) from flad group by 1
select nullif(kode, 'A'), sum(m) from flad group by 1
select greatest(n, 2), least(n, 2), sum(m) from flad group by 1,2
select abs(n), sign(n), sum(m) from flad group by 1, 2
select ceil(pris), floor(pris), sum(m) from flad group by 1, 2
select trunc(pris), sum(m) from flad group by 1
select power(n, 2), sum(m) from flad group by 1
select sqrt(abs(n)), sum(m) from flad group by 1
select n ^ 2, sum(m) from flad group by 1
select mod(n, 2), sum(m) from flad group by 1
select -n, sum(m) from flad group by 1
select pris / 3, sum(m) from flad group by 1
select pris * 3, sum(m) from flad group by 1
select pris % 2, sum(m) from flad group by 1
select pris / nullif(n, 0), sum(m) from flad group by 1
select sum(m) / count(*) from flad
select sum(m) / count(*), kode from flad group by kode
select sum(m) * 1.0 / count(*), kode from flad group by kode
select sum(v) / 3, kode from flad group by kode
select sum(v) / sum(m), kode from flad group by kode
select round(sum(v), 1), kode from flad group by kode
select case when n > 2 then 'stor' when n is null then null else 'lille' end, sum(m) from flad group by 1
select case kode when 'A' then 1 else 2 end, sum(m) from flad group by 1
select date_trunc('month', tid), sum(m) from flad group by 1
select date_trunc('month', dag), sum(m) from flad group by 1
select date_trunc('week', dag), sum(m) from flad group by 1
select date_trunc('quarter', tid), sum(m) from flad group by 1
select date_trunc('hour', tid), sum(m) from flad group by 1
select date_trunc('minute', tid), sum(m) from flad group by 1
select date_trunc('second', tid), sum(m) from flad group by 1
select extract(year from tid), sum(m) from flad group by 1
select extract(month from tid), sum(m) from flad group by 1
select extract(dow from dag), extract(isodow from dag), extract(doy from dag), extract(week from dag), sum(m) from flad group by 1,2,3,4
select extract(isoyear from dag), sum(m) from flad group by 1
select extract(epoch from tid), sum(m) from flad group by 1
select extract(second from tid), sum(m) from flad group by 1
select extract(hour from tid), extract(minute from tid), sum(m) from flad group by 1, 2
select date_part('year', tid), sum(m) from flad group by 1
select date_part('month', dag), sum(m) from flad group by 1
select to_char(dag, 'YYYY-MM'), sum(m) from flad group by 1
select to_char(dag, 'YYYY-MM-DD'), sum(m) from flad group by 1
select to_char(tid, 'YYYY-MM-DD HH24:MI:SS'), sum(m) from flad group by 1
select to_char(dag, 'Mon YYYY'), sum(m) from flad group by 1
select dag + 1, sum(m) from flad group by 1
select dag - date '2024-01-01', sum(m) from flad group by 1
select dag + interval '1 month', sum(m) from flad group by 1
select tid + interval '1 day', sum(m) from flad group by 1
select tid - interval '1 day 2 hours', sum(m) from flad group by 1
select cast(tid as date), sum(m) from flad group by 1
select tid::date, sum(m) from flad group by 1
select cast(dag as timestamp), sum(m) from flad group by 1
select dag::timestamp, sum(m) from flad group by 1
select cast(n as numeric(10,2)), sum(m) from flad group by 1
select cast(n as double precision) / 3, sum(m) from flad group by 1
select cast(navn as varchar(2)), sum(m) from flad group by 1
select cast(n as text) || cast(pris as varchar), sum(m) from flad group by 1
select n > 2, sum(m) from flad group by 1
select n > 2 and aktiv, sum(m) from flad group by 1
select n is null, sum(m) from flad group by 1
select navn like '%r%', sum(m) from flad group by 1
select navn ilike 'æ%', sum(m) from flad group by 1
select aktiv = true, sum(m) from flad group by 1
select kode in ('A', null), sum(m) from flad group by 1
select sum(m) from flad where navn !~~* '%r%'
select sum(m) from flad where navn !~~ '%r%'
select sum(m) from flad where navn not ilike '%r%'
select sum(m) from flad where not navn ilike '%r%'
select sum(m) from flad where not (navn not ilike '%r%')
select sum(m) from flad where navn like 'ær%'
select sum(m) from flad where navn like '%\%%'
select sum(m) from flad where navn like '50!% af' escape '!'
select sum(m) from flad where navn ilike 'a\_b'
select sum(m) from flad where navn ilike '%\_%'
select sum(m) from flad where navn ilike ''
select sum(m) from flad where navn ilike '%'
select sum(m) from flad where navn like '%'
select sum(m) from flad where navn ilike '_r_'
select sum(m) from flad where navn like 'x\\y'
select sum(m) from flad where navn = ''
select sum(m) from flad where navn <> ''
select sum(m) from flad where navn > 'a'
select sum(m) from flad where navn in ('Ærø', null)
select sum(m) from flad where navn not in ('Ærø', null)
select sum(m) from flad where navn not in ('Ærø', 'Odense')
select sum(m) from flad where not (navn in ('Ærø', null))
select sum(m) from flad where not (navn in ('Ærø', 'Odense') or n > 2)
select sum(m) from flad where not (navn in ('Ærø', 'Odense') and n > 2)
select sum(m) from flad where n = 2.0
select sum(m) from flad where n = 2.5
select sum(m) from flad where n > 2.5
select sum(m) from flad where n <> 2.5
select sum(m) from flad where n in (1, 2.5, 3)
select sum(m) from flad where n = '2'
select sum(m) from flad where n in ('2', '3')
select sum(m) from flad where pris = '2.5'
select sum(m) from flad where pris = 2.5
select sum(m) from flad where pris = 2.500
select sum(m) from flad where pris > 1e0
select sum(m) from flad where pris between 0 and 2.5
select sum(m) from flad where pris not between 0 and 2.5
select sum(m) from flad where not pris between 0 and 2.5
select sum(m) from flad where pris between 2.5 and 0
select sum(m) from flad where pris between symmetric 2.5 and 0
select sum(m) from flad where n between null and 2
select sum(m) from flad where not n between null and 2
select sum(m) from flad where n between 1 and pris
select sum(m) from flad where n is distinct from 2
select sum(m) from flad where n is not distinct from 2
select sum(m) from flad where n is distinct from null
select sum(m) from flad where not n is distinct from 2
select sum(m) from flad where n = null
select sum(m) from flad where not n = null
select sum(m) from flad where n <> null
select sum(m) from flad where n is null
select sum(m) from flad where n is not null
select sum(m) from flad where not n is null
select sum(m) from flad where aktiv
select sum(m) from flad where not aktiv
select sum(m) from flad where aktiv is true
select sum(m) from flad where aktiv is not true
select sum(m) from flad where aktiv is false
select sum(m) from flad where aktiv is not false
select sum(m) from flad where not aktiv is true
select sum(m) from flad where aktiv is unknown
select sum(m) from flad where aktiv is not unknown
select sum(m) from flad where (n > 2) is true
select sum(m) from flad where (n > 2) is not true
select sum(m) from flad where (n > 2) is false
select sum(m) from flad where (n > 2) is null
select sum(m) from flad where (n > 2) is not null
select sum(m) from flad where (n > 2) = aktiv
select sum(m) from flad where (n > 2) = true
select sum(m) from flad where (n > 2) is distinct from aktiv
select sum(m) from flad where aktiv = (kode = 'A')
select sum(m) from flad where aktiv <> true
select sum(m) from flad where aktiv in (true)
select sum(m) from flad where aktiv in (true, null)
select sum(m) from flad where aktiv = 'true'
select sum(m) from flad where aktiv > false
select sum(m) from flad where n = n
select sum(m) from flad where n = id
select sum(m) from flad where n <> pris
select sum(m) from flad where navn = kode
select sum(m) from flad where lower(navn) = 'ærø'
select sum(m) from flad where upper(navn) in ('ODENSE', 'ÆRØ')
select sum(m) from flad where left(navn, 1) = 'Æ'
select sum(m) from flad where length(navn) > 3
select sum(m) from flad where coalesce(navn, 'x') = 'x'
select sum(m) from flad where coalesce(n, 0) = 0
select sum(m) from flad where n + 1 > 2
select sum(m) from flad where n / 2 = 1
select sum(m) from flad where n % 2 = 1
select sum(m) from flad where n % 2 = -1
select sum(m) from flad where case when n > 2 then aktiv else kode = 'A' end
select sum(m) from flad where dag = '2024-01-01'
select sum(m) from flad where dag = date '2024-01-01'
select sum(m) from flad where dag > '2024-01-01'
select sum(m) from flad where dag >= timestamp '2024-01-01 00:00:00'
select sum(m) from flad where dag > timestamp '2024-01-01 00:00:00'
select sum(m) from flad where dag > timestamp '2023-12-31 12:00:00'
select sum(m) from flad where dag <= timestamp '2023-12-31 12:00:00'
select sum(m) from flad where dag = timestamp '2023-12-31 12:00:00'
select sum(m) from flad where dag <> timestamp '2023-12-31 12:00:00'
select sum(m) from flad where dag in ('2024-01-01', '2023-12-31')
select sum(m) from flad where dag not in ('2024-01-01', '2023-12-31')
select sum(m) from flad where dag between '2023-12-31' and '2024-01-02'
select sum(m) from flad where dag not between '2023-12-31' and '2024-01-02'
select sum(m) from flad where tid = '2024-02-29'
select sum(m) from flad where tid = '2024-02-29 00:00:00'
select sum(m) from flad where tid > '2024-02-29'
select sum(m) from flad where tid >= date '2024-02-29'
select sum(m) from flad where tid <= date '2024-02-29'
select sum(m) from flad where tid < '2024-02-29 00:00:00.5'
select sum(m) from flad where tid <= '2024-02-29 00:00:00.5'
select sum(m) from flad where tid <> '2024-02-29 00:00:00.5'
select sum(m) from flad where tid between '2024-02-28' and '2024-02-29'
select sum(m) from flad where tid::date = '2024-02-29'
select sum(m) from flad where tid::date <> '2024-02-29'
select sum(m) from flad where tid::date in ('2024-02-29', '2024-03-01')
select sum(m) from flad where tid::date > '2024-02-29'
select sum(m) from flad where tid::date <= '2024-02-29'
select sum(m) from flad where cast(tid as date) between '2024-02-29' and '2024-03-01'
select sum(m) from flad where date_trunc('month', tid) = '2024-02-01'
select sum(m) from flad where date_trunc('month', tid) = '2024-02-02'
select sum(m) from flad where date_trunc('month', tid) <> '2024-02-02'
select sum(m) from flad where date_trunc('month', tid) > '2024-02-02'
select sum(m) from flad where date_trunc('month', tid) > '2024-02-01'
select sum(m) from flad where date_trunc('month', tid) >= '2024-02-15'
select sum(m) from flad where date_trunc('month', tid) < '2024-03-15'
select sum(m) from flad where date_trunc('month', tid) <= '2024-03-01'
select sum(m) from flad where not date_trunc('month', tid) <= '2024-03-01'
select sum(m) from flad where date_trunc('month', tid) in ('2024-03-01', '2024-02-01')
select sum(m) from flad where date_trunc('month', tid) not in ('2024-03-01', '2024-02-01')
select sum(m) from flad where extract(year from tid) = 2024
select sum(m) from flad where extract(year from dag) <> 2024
select sum(m) from flad where extract(year from dag) > 2023
select sum(m) from flad where extract(year from dag) in (2023, 2025)
select sum(m) from flad where extract(year from dag) not in (2023, 2025)
select sum(m) from flad where not extract(year from dag) = 2024
select sum(m) from flad where extract(year from dag) = 2024.0
select sum(m) from flad where extract(year from dag) = 2024.5
select sum(m) from flad where extract(month from dag) = 1
select sum(m) from flad where extract(month from dag) in (1, 12)
select sum(m) from flad where extract(dow from dag) = 0
select sum(m) from flad where dag + 1 = '2024-01-01'
select sum(m) from flad where dag - date '2024-01-01' > 30
select sum(m) from flad where dag + interval '1 month' > '2024-02-01'
select sum(m) from flad where dag > date '2024-01-01' + 3
select sum(m) from flad where dag > date '2024-01-01' - interval '1 day'
select sum(m) from flad where tid > timestamp '2024-02-28' + interval '1 day'
select sum(m) from flad where tid >= to_timestamp('2024-02-29 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US')
select sum(m) from flad where dag >= to_date('2024-02-01', 'YYYY-MM-DD')
select sum(m) from flad where tid::text like '2024-02%'
select sum(m) from flad where dag::text = '2024-01-01'
select sum(m) from flad where n::text = '2'
select sum(m) from flad where pris::text = '2.50'
select sum(m) from flad where true
select sum(m) from flad where false
select sum(m) from flad where null
select sum(m) from flad where 1 = 1
select sum(m) from flad where 1 = 0
select count(*), sum(m) from flad where 1 = 0
select kode, sum(m) from flad where 1 = 0 group by kode
select sum(m) from flad where (kode, n) in (('A', 1), ('B', 2))
select sum(m) from flad where (kode, n) = ('A', 1)
select sum(m) from flad where kode = any(array['A', 'B'])
select sum(m) from flad where kode <> all(array['A', 'B'])
select sum(m) from flad where kode = any('{A,B}')
select sum(m) from flad where kode in (select kode from flad where n > 2)
select sum(m) from flad where kode not in (select kode from flad where n > 2)
select sum(m) from flad where kode not in (select kode from flad where kode is not null and n > 4)
select sum(m) from flad where n > (select avg(x) from (select n as x from flad group by n) q)
select sum(m) from flad where n = (select max(n) from flad)
select sum(m) from flad where navn = 'O''Brien'
select sum(m) from flad where navn = e'x\\y'
select sum(m) from flad where navn = 'x\y'
select sum(m) from flad where navn = $$Odense$$
select sum(m) from flad where navn = 'Odense ' 
select sum(m) from flad where navn || kode = 'OdenseA'
select sum(m) from flad where navn || n = 'Odense2'
select sum(m) from flad where strpos(navn, 'r') > 0
select sum(m) from flad where position('r' in navn) = 0
select sum(m) from flad where id in (1,2,3,4,5,6,7)
select sum(m) from flad where n in (null)
select sum(m) from flad where n not in (null)
select sum(m) from flad where n > 9999999999999999999999
select sum(m) from flad where n < 9223372036854775808
select sum(m) from flad where n > -1
select sum(m) from flad where n = - 1
select sum(m) from flad where 2 < n
select sum(m) from flad where 2 >= n
select sum(m) from flad where not 2 >= n
select sum(m) from flad where 'Odense' = navn
select sum(m) from flad where 'Odense' ilike navn
select sum(m) from flad where aktiv and not n > 2 or kode = 'A'
select sum(m) from flad where not (aktiv and not n > 2 or kode = 'A')
select sum(m) from flad where (aktiv or null) and n > 1
select sum(m) from flad where not (aktiv or null)
select sum(m) from flad where not (aktiv and null)
select sum(m) from flad where not null
select sum(m) from flad where aktiv is not distinct from null
select sum(m) from flad where aktiv is distinct from true
select sum(m) from flad where greatest(n, 2) = 2
select sum(m) from flad where nullif(kode, 'A') is null
select sum(m) from flad where round(pris) = 2
select sum(m) from flad where abs(n) = 2
select kode, sum(m) from flad group by kode having sum(m) > 500
select kode, sum(m) from flad group by kode having not sum(m) > 500
select kode, sum(m) from flad group by kode having sum(m) <> 500
select kode, sum(m) from flad group by kode having sum(m) is null
select kode, sum(m) from flad group by kode having sum(m) between 500 and 2000
select kode, sum(m) from flad group by kode having count(*) > 15
select kode, sum(m) from flad group by kode having (count(1) > 0)
select kode, sum(m) from flad group by kode having kode > 'A'
select kode, sum(m) from flad group by kode having kode = 'A' or sum(m) > 1000
select kode, sum(m) from flad group by kode having kode is null
select kode, sum(m) from flad group by kode having sum(m) > sum(v)
select kode, sum(m) from flad group by kode having sum(m) / count(*) > 50
select kode, sum(m) from flad group by kode having true
select kode, sum(m) from flad group by kode having null
select sum(m) from flad having sum(m) > 0
select sum(m) from flad having sum(m) < 0
select count(*) from flad having count(*) > 1000
select 1 from flad having count(*) > 10
select 1, sum(m) from flad
select 'x' as a, kode, sum(m) from flad group by kode
select 'x' as a, kode, sum(m) from flad group by 1, 2
select 'x' as a, sum(m) from flad group by 1
select sum(m), sum(m) from flad
select sum(m) as a, sum(m) as a from flad
select kode, kode, sum(m) from flad group by kode
select sum(m) + 1, -sum(m), abs(sum(m)) from flad
select sum(m) from flad group by kode
select kode from flad group by kode
select distinct kode from flad
select distinct kode, n from flad
select distinct kode || 'x' from flad
select distinct n / 2 from flad
select count(distinct kode) from flad
select count(distinct kode) + max(case when kode is null then 1 else 0 end) from flad
select n, count(distinct kode) from flad group by n
select count(distinct kode || 'x') from flad
select count(distinct n / 2) from flad
select count(distinct dag) from flad where n > 2
select max(n), min(n), max(dag), min(navn), max(kode) from flad
select kode, max(n), min(dag) from flad group by kode
select kode, max(n), sum(m) from flad group by kode
select kode, max(n) from flad group by kode having max(n) > 4
select kode, max(n) from flad group by kode order by max(n), kode
select count(1) from flad
select count('x') from flad
select sum(1) from flad
select kode, sum(m) from flad group by kode order by kode
select kode, sum(m) from flad group by kode order by kode desc
select kode, sum(m) from flad group by kode order by kode nulls first
select kode, sum(m) from flad group by kode order by kode desc nulls last
select kode, sum(m) from flad group by kode order by 1
select kode, sum(m) from flad group by kode order by 2 desc
select kode, sum(m) as s from flad group by kode order by s
select kode, sum(m) as s from flad group by kode order by -sum(m)
select kode, sum(m) from flad group by kode order by lower(kode), kode
select navn, sum(m) from flad group by navn order by navn
select navn, sum(m) from flad group by navn order by navn desc limit 3
select navn, sum(m) from flad group by navn order by navn limit 3 offset 2
select navn, sum(m) from flad group by navn order by navn offset 5
select navn, sum(m) from flad group by navn order by navn fetch first 2 rows only
select navn, sum(m) from flad group by navn order by navn limit all
select navn, sum(m) from flad group by navn order by navn limit null
select id, sum(m) from flad group by id order by sum(m), id
select id, sum(m) from flad group by id order by sum(m) desc, id
select id, sum(m) from flad group by id order by sum(m) nulls first, id
select x.kode, x.s from (select kode, sum(m) as s from flad group by kode) x where x.s > 500
select x.kode, x.s from (select kode, sum(m) as s from flad group by kode) x where not x.s > 500
select sum(s) from (select kode, sum(m) as s from flad group by kode) x
select count(*) from (select kode, sum(m) as s from flad group by kode) x
select count(*) from (select kode, n from flad group by kode, n) x
select kode, count(*) from (select kode, n from flad group by kode, n) x group by kode
select kode, max(n) from (select kode, n from flad group by kode, n) x group by kode
select sum(s), sum(t) from (select kode, sum(m) as s, sum(v) as t from flad group by kode) x
select avg(s), min(s), max(s) from (select kode, sum(m) as s from flad group by kode) x
select k, sum(s) from (select coalesce(kode, 'x') as k, sum(m) as s from flad group by 1) x group by k
select k, sum(s) as s from (select coalesce(kode, 'x') as k, n, sum(m) as s from flad group by 1, 2) x group by k order by k limit 3
select sum(m) from (select * from flad) x
select kode, sum(m) from (select * from flad where n > 2) x group by kode
select kode, sum(m) from (select kode, m from flad where n > 2) x where kode <> 'A' group by kode
select q, sum(m) from (select n / 2 as q, m from flad) x group by q
select q, sum(m) from (select n / 2 as q, m from flad) x where q > 0 group by q
select q, sum(m) from (select x.*, n / 2 as q from (select * from flad) x) y group by q
with a as (select kode, sum(m) as s from flad group by kode) select * from a where s > 100 order by s
with a as (select * from flad) select kode, sum(m) from a group by kode
with a as (select kode, sum(m) as s from flad group by kode), b as (select max(s) as t from a) select t from b
with a(x, y) as (select kode, sum(m) from flad group by kode) select x, y from a
with a as (select kode, sum(m) as s from flad group by kode) select * from a union all select * from a
select kode, sum(m) from flad group by kode union all select 'i alt', sum(m) from flad
select kode, sum(m) from flad group by kode union select kode, sum(m) from flad group by kode
select kode from flad group by kode intersect select kode from flad where n > 3 group by kode
select kode from flad group by kode except select kode from flad where n > 4 group by kode
(select kode, sum(m) as s from flad group by kode) union all (select 'z', 1) order by s
select kode, sum(m) as s from flad group by kode union all select 'z', 1 order by 2 desc limit 2
(select kode, sum(m) as s from flad group by kode order by s limit 1) union all (select kode, sum(m) from flad group by kode order by 2 desc limit 1)
select kode, n, sum(m) from flad where n > 3 group by rollup(kode, n)
select kode, n, sum(m) from flad where n > 3 group by cube(kode, n)
select kode, n, sum(m) from flad where n > 3 group by grouping sets ((kode, n), (kode), ())
select kode, n, sum(m) from flad where n > 3 group by kode, rollup(n)
select kode, n, sum(m), grouping(kode), grouping(n), grouping(kode, n) from flad where n > 3 group by rollup(kode, n)
select kode, n, sum(m) from flad where n > 3 group by rollup((kode, n))
select kode, n, sum(m) from flad where n > 3 group by grouping sets (kode, n)
select kode, sum(m) from flad group by rollup(kode) having grouping(kode) = 1
select kode, sum(m) from flad group by rollup(kode) having sum(m) > 1500
select kode, sum(m) from flad group by rollup(kode) order by grouping(kode), kode
select date_trunc('year', dag) as y, kode, sum(m) from flad group by rollup(date_trunc('year', dag), kode)
select coalesce(kode, 'x'), sum(m) from flad group by rollup(kode)
select kode, sum(m), sum(sum(m)) over () from flad group by kode
select kode, sum(m), rank() over (order by sum(m) desc) from flad group by kode
select kode, n, sum(m), row_number() over (partition by kode order by n) from flad group by kode, n
select kode, n, sum(m), sum(sum(m)) over (partition by kode order by n) from flad group by kode, n
select kode, n, sum(m), sum(sum(m)) over (partition by kode order by n nulls first rows between 1 preceding and 1 following) from flad group by kode, n
select kode, n, sum(m), lag(sum(m)) over (partition by kode order by n) from flad group by kode, n
select kode, n, sum(m), lag(sum(m), 1, 0) over (partition by kode order by n) from flad group by kode, n
select kode, sum(m) * 100.0 / sum(sum(m)) over () from flad group by kode
select kode, count(*) over () from flad group by kode
select kode, max(sum(m)) over (), min(sum(m)) over (), avg(sum(m)) over () from flad group by kode
select kode, first_value(kode) over (order by sum(m)), last_value(kode) over (order by sum(m)) from flad group by kode
select kode, nth_value(kode, 2) over (order by sum(m)) from flad group by kode
select kode, ntile(2) over (order by sum(m)), percent_rank() over (order by sum(m)), cume_dist() over (order by sum(m)) from flad group by kode
select kode, dense_rank() over (order by count(*)) from flad group by kode
select * from (select kode, sum(m) as s, row_number() over (order by sum(m) desc) as r from flad group by kode) x where r <= 2
select kode, s, sum(s) over (order by kode) from (select kode, sum(m) as s from flad group by kode) x
select kode, s, rank() over (order by s) from (select kode, sum(m) as s from flad group by kode) x order by 3
select kode, sum(m) over (order by kode groups between 1 preceding and current row) from (select kode, sum(m) as m from flad group by kode) x
select kode, sum(m) over (order by kode rows between 1 preceding and 1 following exclude current row) from (select kode, sum(m) as m from flad group by kode) x
select n, sum(s) over (order by n range between 1 preceding and 1 following) from (select n, sum(m) as s from flad group by n) x
select sum(s) filter (where kode = 'A') from (select kode, sum(m) as s from flad group by kode) x
select count(distinct s) from (select kode, sum(m) as s from flad group by kode) x
select sum(distinct s) from (select kode, sum(m) as s from flad group by kode) x
select case when sum(m) > 1000 then 'stor' else 'lille' end, kode from flad group by kode
select upper(kode), sum(m) from flad group by kode
select upper(kode), kode, sum(m) from flad group by kode, upper(kode)
select upper(kode), sum(m) from flad group by upper(kode)
select upper(kode) as k, sum(m) from flad group by k
select kode as n, sum(m) from flad group by n, kode
select kode as m, sum(m) from flad group by kode
select sum(m) as kode from flad group by kode order by kode
select n + 1 as n, sum(m) from flad group by n order by n
select n + 1 as n, sum(m) from flad group by 1 order by 1
select -n as n, sum(m) from flad group by n order by n
select -n as n, sum(m) from flad group by n order by n + 0
select extract(year from dag), extract(month from dag), sum(m) from flad group by 1, 2
select extract(year from dag), sum(m) from flad group by extract(year from dag) order by 1 desc nulls last
select extract(month from dag), sum(m) from flad group by 1
select extract(year from dag) * 100 + extract(month from dag), sum(m) from flad group by 1
select extract(year from date_trunc('month', dag)), sum(m) from flad group by date_trunc('month', dag)
select date_trunc('month', dag)::date, sum(m) from flad group by 1
select to_char(date_trunc('month', dag), 'YYYY'), sum(m) from flad group by 1
select date_trunc('year', date_trunc('month', tid)), sum(m) from flad group by 1
select date_trunc('month', tid), date_trunc('year', tid), sum(m) from flad group by 1, 2
select cast(date_trunc('month', tid) as text), sum(m) from flad group by 1
select date_trunc('month', tid) || '', sum(m) from flad group by date_trunc('month', tid)
select x.t::text from (select date_trunc('month', tid) as t from flad group by 1) x
select date_trunc('month', tid) + interval '1 hour', sum(m) from flad group by 1
select concat(date_trunc('month', tid), 'x'), sum(m) from flad group by 1
select extract(hour from date_trunc('month', tid)), sum(m) from flad group by 1
select kode, sum(m) from flad f group by f.kode
select f.kode, sum(f.m) from flad as f group by f.kode order by f.kode
select f.kode, sum(f.m) from public.flad f group by f.kode
select FLAD.KODE, SUM(FLAD.M) from FLAD group by FLAD.KODE
select "kode", sum("m") from "flad" group by "kode"
select public.flad.kode, sum(public.flad.m) from public.flad group by public.flad.kode
select kode k, sum(m) s from flad group by k
select count(*) from (select distinct kode, n from flad) x
select kode, n from flad group by kode, n order by kode, n limit 5
select sum(m) from flad limit 1
select sum(m) from flad limit 0
select sum(m) from flad offset 1
select kode, sum(m) from flad group by kode limit 0
select 1
select 1 as a, 'b' as b
select 1 union all select 2
select 1 where 1 = 0
select * from (select 1 as a) x
select true, null, 1.5, 1e3, -2, 'x', date '2024-01-01', timestamp '2024-01-01 10:00'
select 1/2, 1.0/2, 7 % 3, -7 / 2, -7 % 3, 2^3
select (select sum(m) from flad where kode = 'A') as a, kode, sum(m) from flad group by kode
select kode, (select max(n) from flad) from flad group by kode
select distinct kode, sum(m) from flad group by kode, n
select distinct count(*) from flad group by n
select bool_and(aktiv), bool_or(aktiv) from flad
select min(aktiv::int) from flad
select round(sum(v) / count(*), 2), kode from flad group by kode
select round(sum(v) / 7, 3), kode from flad group by kode
select sum(v) * 100.0 / sum(m) from flad
select cast(pris as numeric) / 3, sum(m) from flad group by 1
select cast(sum(v) / 7 as numeric), kode from flad group by kode
select cast(n as numeric) / 2, sum(m) from flad group by 1
select n::numeric, sum(m) from flad group by 1
select '1.5'::numeric + n, sum(m) from flad group by 1
select dag - interval '2 days', sum(m) from flad group by 1
select tid + interval '1 month 2 days', sum(m) from flad group by 1
select count(distinct (kode, n)) from flad
select kode, sum(m) from flad group by distinct grouping sets ((kode), (kode))
select kode, n, sum(m) from flad group by rollup(kode), rollup(n)
select round(sum(v) / count(*), 2), kode, n from flad group by kode, n
select round(sum(m) / 8.0, 2), kode, n from flad group by kode, n
select round(x / 2, 2), kode from (select kode, n, sum(v) as x from flad group by kode, n) q
select cast(x / 2.0 as int), kode from (select kode, n, sum(m) as x from flad group by kode, n) q
select cast(sum(m) / 2.0 as int), kode, n from flad group by kode, n
select round(sum(m)::double precision / 2), kode, n from flad group by kode, n
select cast(sum(m)::double precision / 2 as int), kode, n from flad group by kode, n
select trunc(sum(v), 1), trunc(sum(v)), kode from flad group by kode
select trunc(sum(v) / 3, 2), kode from flad group by kode
select ceil(sum(m) / 3.0), floor(sum(m) / 3.0), kode from flad group by kode
select concat(aktiv, n, pris, dag), sum(m) from flad group by 1
select extract(milliseconds from tid), extract(century from dag), sum(m) from flad group by 1, 2
select substring(navn, n, 3), sum(m) from flad group by 1
select left(navn, n), right(navn, n), sum(m) from flad group by 1, 2
select split_part(navn, 'r', n), sum(m) from flad where n > 0 group by 1
select x % 7, sum(s) from (select n, sum(m) as x, sum(m) as s from flad group by n) q group by 1
select sum(s) / count(*) from (select kode, n, sum(m) as s from flad group by kode, n) x
select avg(s) from (select kode, n, sum(v) as s from flad group by kode, n) x
select round(avg(s), 2) from (select kode, n, sum(m) as s from flad group by kode, n) x
select kode, round(sum(m) * 100.0 / sum(sum(m)) over (), 1) from flad group by kode
select greatest(kode, navn), least(kode, navn), sum(m) from flad group by 1, 2
select kode < navn, sum(m) from flad group by 1
select n = '2', sum(m) from flad group by 1
select dag = '2024-01-01', sum(m) from flad group by 1
select dag > '2024-01-01', case when tid > '2024-02-29' then 'x' end, sum(m) from flad group by 1, 2
select coalesce(dag, '2024-01-01'), sum(m) from flad group by 1
select coalesce(n, 0.5), sum(m) from flad group by 1
select nullif(n, 2.0), sum(m) from flad group by 1
select case when n > 0 then n else 0.5 end, sum(m) from flad group by 1
select n::text || pris::text || aktiv::text || dag::text || tid::text, sum(m) from flad group by 1
select (n > 0)::text, (n > 0)::int, sum(m) from flad group by 1, 2
select tid::date - dag, sum(m) from flad group by 1
select extract(epoch from tid - timestamp '2024-01-01'), sum(m) from flad group by 1
select extract(day from tid - timestamp '2024-01-01'), sum(m) from flad group by 1
select extract(month from dag - interval '1 month'), sum(m) from flad group by 1
select extract(quarter from dag + 45), sum(m) from flad group by 1
select (n + 1) * 2 - 3, n - pris, n * pris, sum(m) from flad group by 1, 2, 3
select pris * pris, pris + 0.125, sum(m) from flad group by 1, 2
select 7 / n, sum(m) from flad where n <> 0 group by 1
select -7 / n, -7 % n, sum(m) from flad where n <> 0 group by 1, 2
select mod(pris, 0.7), sum(m) from flad group by 1
select power(pris, 2), sqrt(abs(pris)), exp(n), ln(abs(n) + 1), sum(m) from flad group by 1, 2, 3, 4
select sum(m) from flad where navn like '%' || kode || '%'
select sum(m) from flad where navn not like '%r%' and navn not ilike 'o%'
select sum(m) from flad where (navn, kode) not in (('Odense', 'A'))
select sum(m) from flad where navn like ''
select sum(m) from flad where navn ilike 'Æ%'
select sum(m) from flad where navn ilike '%Ø'
select sum(m) from flad where navn ilike '%ø%'
select sum(m) from flad where navn ilike '%Å%'
