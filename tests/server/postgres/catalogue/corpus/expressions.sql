-- simple
select 1
-- ;
-- simple
select 'x'
-- ;
-- simple
select 1.5, 1e3, 5000000000, null, true, false, -1, 'x'::text, 'x'::varchar(3), 'x'::name, 'x'::"char"
-- ;
-- simple
values (1, 'a'), (2, null)
-- ;
-- simple
values (1)
-- ;
-- simple
select current_database(), current_schema, current_schema(), current_schemas(true), current_schemas(false)
-- ;
-- simple
select current_user, session_user, user
-- ;
-- simple
select 1 as a, 2 as "B", 3 c
-- ;
-- simple
select 1 union select 2 order by 1
-- ;
-- simple
select null union select 'a' order by 1
-- ;
-- simple
select * from (values (1,'a'),(2,'b')) as t(n, s) where n > 1
-- ;
-- simple
select * from generate_series(1,3) g
-- ;
-- simple
select * from generate_series(1,3) as g(x) where x <> 2
-- ;
-- simple
select generate_series(1,2)
-- ;
-- simple
select unnest(array['a','b'])
-- ;
-- simple
select * from unnest(array['a','b']) with ordinality as t(a,n)
-- ;
-- simple
select * from unnest(array[1,2], array['x','y','z']) as t(a,b)
-- ;
-- simple
select array[1,2,3], array['a'], array[]::text[], '{1,2}'::int[], '{}'::text[]
-- ;
-- simple
select (array[10,20,30])[2], (array['a','b'])[1:1]
-- ;
-- simple
select array_to_string(array['a','b',null], ',', '-'), array_length(array[1,2],1), array_upper('{}'::int[],1), cardinality(array[1])
-- ;
-- simple
select 'abc' like 'a%', 'abc' ilike 'A%', 'a_c' like 'a\_c', 'abc' like 'a\_c', 'abc' ~ 'b', 'abc' ~* 'B', 'abc' !~ 'z'
-- ;
-- simple
select case when 1=1 then 'x' else 'y' end, coalesce(null, 1), nullif(1,1), nullif('a','b'), greatest(1,2), least('a','b')
-- ;
-- simple
select 1+1, 7/2, 7%2, 2*3.5, 7.0/2, 1::bigint+1, 2^3
-- ;
-- simple
select 'a' || 'b', 'a' || 1, 1 || 'a', 'a'::name || 'b'
-- ;
-- simple
select length('æøå'), upper('æ'), lower('Æ'), substring('abc' from 2 for 1), substring('abc', 2), position('b' in 'abc'), trim(' a '), replace('abc','b','x'), left('abc',2), right('abc',2), split_part('a,b',',',2), strpos('abc','c'), char_length('abc'), octet_length('æ')
-- ;
-- simple
select 1 in (1,2), 'a' in ('b'), 1 not in (2), 1 between 0 and 2, null is null, 1 is not null, true is true, 1 is distinct from null
-- ;
-- simple
select exists (select 1), exists (select 1 where false)
-- ;
-- simple
select (select 1), (select 'a' as b)
-- ;
-- simple
select count(*), count(oid), min(oid), max(typname), sum(typlen) from pg_type where typtype = 'b'
-- ;
-- simple
select typtype, count(*) from pg_type where typnamespace = 11 group by typtype order by 1
-- ;
-- simple
select typtype as t, count(*) as n from pg_type where typnamespace = 11 group by 1 having count(*) > 10 order by n desc
-- ;
-- simple
select string_agg(nspname, ',' order by nspname) from pg_namespace
-- ;
-- simple
select array_agg(nspname order by nspname) from pg_namespace
-- ;
-- simple
select array(select nspname from pg_namespace order by 1)
-- ;
-- simple
select row_number() over (order by nspname), nspname from pg_namespace order by 2
-- ;
-- simple
select 'pg_class'::regclass, 'pg_class'::regclass::oid, 1259::regclass, 1259::oid::regclass::text, 'int4'::regtype, 23::regtype, 'integer'::regtype::oid, 'pg_catalog'::regnamespace, 'now'::regproc
-- ;
-- simple
select to_regclass('findes_ikke'), to_regclass('pg_class'), to_regtype('int4'), to_regclass('public.regnskab')
-- ;
-- simple
select 'findes_ikke'::regclass
-- ;
-- simple
select 'findes_ikke'::regtype
-- ;
-- simple
select * from pg_catalog.findes_ikke
-- ;
-- simple
select findes_ikke from pg_class
-- ;
-- simple
select c.findes_ikke from pg_class c
-- ;
-- simple
select findes_ikke(1)
-- ;
-- simple
select oid from pg_class c join pg_namespace n on c.relnamespace = n.oid
-- ;
-- simple
select 'abc'::int
-- ;
-- simple
select x.oid from pg_class
-- ;
-- simple
select 1::findes_ikke
-- ;
-- simple
select format_type(1043, 14), format_type(1700, 1179654), format_type(1184, 3), format_type(23, null), format_type(1009, -1), format_type(1042, null), format_type(1042, -1), format_type(0, null), format_type(999999, null), format_type(18, null), format_type(1186, -1), format_type(1015, 24)
-- ;
-- simple
select indkey[0], indkey[1], array_upper(indkey, 1), array_lower(indkey,1), indkey from pg_index where indexrelid = 2663
-- ;
-- simple
select unnest(indkey), generate_subscripts(indkey, 1) from pg_index where indexrelid = 2663 order by 2
-- ;
-- simple
select (information_schema._pg_expandarray(indkey)).n, (information_schema._pg_expandarray(indkey)).x from pg_index where indexrelid = 2663
-- ;
-- simple
select proargtypes, proargtypes[0], pronargs, prorettype::regtype from pg_proc where proname = 'format_type'
-- ;
-- simple
select pg_get_constraintdef(oid), pg_get_constraintdef(oid, true) from pg_constraint where conname = 'pg_class_oid_index'
-- ;
-- simple
select pg_get_indexdef(2663), pg_get_indexdef(2663, 1, true), pg_get_indexdef(2663, 0, true)
-- ;
-- simple
select pg_get_userbyid(10), pg_get_userbyid(999), pg_encoding_to_char(6), pg_char_to_encoding('UTF8')
-- ;
-- simple
select obj_description(oid, 'pg_class'), obj_description('public.regnskab'::regclass), col_description(oid, 1) from pg_class where relname = 'regnskab'
-- ;
-- simple
select has_table_privilege('regnskab', 'select'), has_table_privilege('regnskab', 'SELECT'), has_table_privilege(c.oid, 'INSERT'), has_schema_privilege('public', 'USAGE'), has_schema_privilege('public', 'CREATE'), has_database_privilege(current_database(), 'CONNECT') from pg_class c where relname = 'regnskab'
-- ;
-- simple
select quote_ident('a b'), quote_ident('ab'), quote_ident('select'), quote_literal('it''s')
-- ;
-- simple
select pg_table_is_visible('pg_class'::regclass), pg_type_is_visible(23), pg_function_is_visible(1)
-- ;
-- simple
select pg_is_in_recovery(), pg_relation_size('regnskab'), pg_size_pretty(10::bigint), pg_size_pretty(123456789::bigint)
-- ;
-- simple
select current_setting('server_encoding'), current_setting('findes.ikke', true), current_setting('standard_conforming_strings'), current_setting('max_identifier_length')
-- ;
-- simple
select current_setting('findes_ikke')
-- ;
-- simple
select tableoid, ctid, xmin from pg_class where relname = 'pg_class'
-- ;
-- simple
select c.tableoid::regclass from pg_class c where relname = 'pg_class'
-- ;
-- simple
select * from pg_am order by oid
-- ;
-- simple
select n.*, 1 as x from pg_namespace n where nspname = 'pg_catalog'
-- ;
-- simple
select distinct relkind from pg_class where relnamespace = 11 order by relkind
-- ;
-- simple
select distinct on (relkind) relkind, relname from pg_class where relnamespace = 11 order by relkind, relname
-- ;
-- simple
with a as (select oid, relname from pg_class where relkind = 'v'), b(x) as (select relname from a) select x from b where x like 'pg\_user%' order by 1
-- ;
-- simple
with recursive r(n) as (select 1 union all select n+1 from r where n < 4) select * from r
-- ;
-- simple
select relname from pg_class where relkind in ('r','v') and relname = any(array['pg_class','pg_type']) order by 1
-- ;
-- simple
select relname from pg_class where relkind = any('{r,v}') and relname <> all(array['pg_class']) and relname like 'pg\_c%' order by 1
-- ;
-- simple
select relname from pg_class where (relname, relkind) in (('pg_class','r'), ('pg_type','r')) order by 1
-- ;
-- simple
select relname from pg_class where oid = '1259'
-- ;
-- simple
select relname from pg_class where oid in (select attrelid from pg_attribute where attname = 'relname')
-- ;
-- simple
select a.attname, t.typname from pg_attribute a, lateral (select typname from pg_type where oid = a.atttypid) t where a.attrelid = 'pg_class'::regclass and a.attnum in (1,2) order by 1
-- ;
-- simple
select a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid cross join lateral unnest(array[a.attnum]) as u(n) where c.relname='pg_class' and u.n = 1
-- ;
-- simple
select c.relname, s.n from pg_class c left join lateral generate_series(1, c.relnatts) as s(n) on true where c.relname = 'pg_am' order by 2
-- ;
-- simple
select oid::text, oid::int8, relname::text, relkind::text, relnatts::text, relispartition::text, reltuples::text from pg_class where relname = 'pg_type'
-- ;
-- simple
select typname from pg_type where typinput = 'array_in'::regproc and typname like '\_int_' order by 1
-- ;
-- simple
select typinput, typoutput::oid, typinput::text from pg_type where typname = 'int4'
-- ;
-- simple
select not relispartition, relnatts > 3 and relkind = 'r' from pg_class where relname = 'pg_type'
-- ;
-- simple
select extract(epoch from interval '1 hour'), date '2024-01-31', timestamp '2024-01-31 10:00', date '2024-03-01' - date '2024-02-01'
-- ;
-- simple
select word, catcode from pg_get_keywords() where word in ('select','user') order by 1
-- ;
-- simple
select name, setting from pg_settings where name in ('max_index_keys','server_encoding') order by 1
-- ;
-- simple
select table_name, column_name, data_type, udt_name, is_nullable, character_maximum_length, numeric_precision from INFORMATION_SCHEMA.COLUMNS where table_schema = 'public' order by table_name, ordinal_position
-- ;
-- simple
SELECT TABLE_NAME, "table_type" FROM "information_schema"."tables" WHERE TABLE_SCHEMA = 'public' ORDER BY 1
-- ;
-- simple
select * from information_schema.schemata order by schema_name
-- ;
-- simple
select count(*) from pg_class c natural join pg_namespace n
-- ;
-- simple
select oid, relname from pg_class inner join (select oid from pg_class where relname='pg_am') x using (oid)
-- ;
-- simple
select 1 where 1 = 2
-- ;
-- simple
select
-- ;
-- simple
select relname from pg_class where relname = 'pg_am' limit 1 offset 0
-- ;
-- simple
select relname from pg_class where relname = 'pg_am' fetch first 1 rows only
-- ;
-- simple
select E'a\nb', E'it\'s', 'a\nb', U&'x', $$it's$$, $a$x$a$
-- ;
-- simple
select "relname" as "Navn", relkind "Slags" from pg_catalog."pg_class" where "oid" = 1259
-- ;
-- simple
select pg_backend_pid() > 0, version() like 'PostgreSQL 15%', now() > '2020-01-01', now() - interval '1 day' < now()
-- ;
-- simple
select pg_typeof(1), pg_typeof('a'::text)
-- ;
-- simple
select json_build_object('a', 1, 'b', 'x')
-- ;
-- simple
select round(1.255, 2), abs(-1), floor(1.5), ceil(1.2), trunc(1.7), mod(7,3), power(2,3), sqrt(4)
-- ;
-- simple
select md5('a'), initcap('hello world'), concat('a',1,null), concat_ws(',','a','b'), reverse('ab'), ascii('a'), chr(97)
-- ;
-- simple
select to_char(now(), 'YYYY') > '2000', date_trunc('year', timestamp '2024-05-05'), date_part('year', date '2024-05-05')
-- ;
-- simple
select max(a.attnum), bool_or(attnotnull), bool_and(attnotnull), avg(attnum) from pg_attribute a where attrelid = 1259 and attnum > 0
-- ;
-- simple
select relname, (select count(*) from pg_attribute a where a.attrelid = c.oid and attnum > 0) as n from pg_class c where relname in ('pg_am','pg_class') order by 1
-- ;
-- simple
select relacl, aclexplode(relacl) from pg_class where relname = 'pg_am'
-- ;
-- simple
select grantee, privilege_type from information_schema.table_privileges where table_name = 'regnskab'
-- ;
-- simple
select count(*) filter (where relkind = 'r') as r, count(distinct relkind) from pg_class where relnamespace = 11
-- ;
-- simple
select lag(nspname) over (order by nspname), first_value(nspname) over (partition by nspowner order by nspname) from pg_namespace order by nspname
-- ;
-- extended
-- $1 = 'pg_class'
select oid from pg_class where relname = $1
-- ;
-- extended
-- $1 = '1259'
-- $2 = 'pg_class'::text
select $2, relname from pg_class where oid = $1
-- ;
-- extended
-- $1 = '{r,v}'::text[]
select count(*) from pg_class where relkind = any($1) and relnamespace = 11
-- ;
-- extended
-- $1 = '5'
select $1::int + 1, $1
-- ;
-- extended
-- $1 = '2'
select nspname from pg_namespace order by 1 limit $1
-- ;
-- extended
-- $1 = 'a'
select $1
-- ;
-- extended
-- $1 = 'a'
-- $2 = 'pg_catalog'
select case when nspname = $1 then 'x' else $2 end from pg_namespace where nspname in ($1, $2)
-- ;
-- extended
-- $1 = 't'
select relname from pg_class where relispartition = $1
-- ;
-- extended
-- $1 = 'pg\_a%'
select relname from pg_class where relname like $1 and relkind = 'r' order by 1
-- ;
-- simple
select array_agg(t.oid::regtype order by t.oid) from pg_type t where typname in ('int4', 'int8', '_text')
-- ;
-- simple
select array['int4', 'varchar']::regtype[], '{int4,character varying}'::regtype[], '{1259}'::regclass[], '{1,2}'::xid[]
-- ;
-- simple
select pg_advisory_unlock_all(), trim(leading 'x' from 'xax'), trim(trailing 'x' from 'xax')
-- ;
-- simple
select 1.5::numeric, 2::numeric, 1.5::numeric(10,2), '3.25'::numeric, 5::bigint::numeric, '7'::numeric, -1.5::numeric
-- ;
-- simple
select 'a,b'::text = 'a,b', ' 12 '::int, 'NaN'::float8 = 'NaN'::float8, 't'::bool, 'off'::bool, 1::bool, true::int, 12::text, 1.50::text
-- ;
-- simple
select 'xyz'::char(3), 'abcdef'::varchar(3), 'abcdef'::char(3), ''::"char"
-- ;
-- simple
select cast(-12345.6789 as numeric), cast('-12345.6789' as numeric), cast(1.50 as numeric) as kept, 0.1234567890123::numeric
-- ;
-- simple
select cast('0B2C3D4E-0000-4000-8000-0123456789ab' as uuid), '0b2c3d4e-0000-4000-8000-0123456789ab'::uuid, null::uuid
-- ;
-- simple
select array['0b2c3d4e-0000-4000-8000-0123456789ab', null]::uuid[], '{0b2c3d4e-0000-4000-8000-0123456789ab}'::uuid[]
-- ;
-- simple
select 1259::regclass, 23::regtype, null::regclass, 0::regclass, 'pg_catalog'::regnamespace, 'boolin'::regproc
