-- simple
SELECT db.oid,db.* FROM pg_catalog.pg_database db WHERE 1=1 AND datallowconn AND NOT datistemplate OR db.datname ='nogletal' ORDER BY db.datname
-- ;
-- simple
SELECT n.oid,n.*,d.description FROM pg_catalog.pg_namespace n LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid=n.oid AND d.objsubid=0 AND d.classoid='pg_namespace'::regclass ORDER BY nspname
-- ;
-- simple
SELECT c.oid,c.*,d.description,pg_catalog.pg_get_expr(c.relpartbound, c.oid) as partition_expr,  pg_catalog.pg_get_partkeydef(c.oid) as partition_key  FROM pg_catalog.pg_class c LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid=c.oid AND d.objsubid=0 AND d.classoid='pg_class'::regclass WHERE c.relnamespace=2200 AND c.relkind not in ('i','I','c')
-- ;
-- simple
SELECT c.relname,a.*,pg_catalog.pg_get_expr(ad.adbin, ad.adrelid, true) as def_value,dsc.description,dep.objid FROM pg_catalog.pg_attribute a INNER JOIN pg_catalog.pg_class c ON (a.attrelid=c.oid) LEFT OUTER JOIN pg_catalog.pg_attrdef ad ON (a.attrelid=ad.adrelid AND a.attnum = ad.adnum) LEFT OUTER JOIN pg_catalog.pg_description dsc ON (c.oid=dsc.objoid AND a.attnum = dsc.objsubid) LEFT OUTER JOIN pg_depend dep on dep.refobjid = a.attrelid AND dep.deptype = 'i' and dep.refobjsubid = a.attnum and dep.classid = dep.refclassid WHERE NOT a.attisdropped AND c.relkind not in ('i','I','c') AND c.oid='public.regnskab'::regclass ORDER BY a.attnum
-- ;
-- simple
SELECT t.oid,t.*,c.relkind,format_type(nullif(t.typbasetype, 0), t.typtypmod) as base_type_name, d.description FROM pg_catalog.pg_type t LEFT OUTER JOIN pg_catalog.pg_type et ON et.oid=t.typelem LEFT OUTER JOIN pg_catalog.pg_class c ON c.oid=t.typrelid LEFT OUTER JOIN pg_catalog.pg_description d ON t.oid=d.objoid WHERE t.typname IS NOT NULL AND (c.relkind IS NULL OR c.relkind = 'c') AND (et.typcategory IS NULL OR et.typcategory <> 'C') and t.typname = 'int4'
-- ;
-- simple
select c.oid,pg_catalog.pg_total_relation_size(c.oid) as total_rel_size,pg_catalog.pg_relation_size(c.oid) as rel_size FROM pg_class c WHERE c.relnamespace=2200
-- ;
-- simple
SELECT i.*,i.indkey as keys,c.relname,c.relnamespace,c.relam,c.reltablespace,tc.relname as tabrelname,dsc.description,pg_catalog.pg_get_expr(i.indpred, i.indrelid) as pred_expr,pg_catalog.pg_get_expr(i.indexprs, i.indrelid, true) as expr,pg_catalog.pg_relation_size(i.indexrelid) as index_rel_size,pg_catalog.pg_stat_get_numscans(i.indexrelid) as index_num_scans FROM pg_catalog.pg_index i INNER JOIN pg_catalog.pg_class c ON c.oid=i.indexrelid INNER JOIN pg_catalog.pg_class tc ON tc.oid=i.indrelid LEFT OUTER JOIN pg_catalog.pg_description dsc ON i.indexrelid=dsc.objoid WHERE i.indrelid='public.regnskab'::regclass ORDER BY tabrelname, c.relname
-- ;
-- simple
SELECT c.oid,c.*,t.relname as tabrelname,rt.relnamespace as refnamespace,d.description, null as consrc_copy FROM pg_catalog.pg_constraint c INNER JOIN pg_catalog.pg_class t ON t.oid=c.conrelid LEFT OUTER JOIN pg_catalog.pg_class rt ON rt.oid=c.confrelid LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid=c.oid AND d.objsubid=0 AND d.classoid='pg_constraint'::regclass WHERE c.conrelid='public.regnskab'::regclass ORDER BY c.oid
-- ;
-- simple
select r.*, pg_catalog.pg_get_ruledef(r.oid) is null as x from pg_rewrite r where r.rulename = 'findes ikke'
-- ;
-- simple
select string_agg(word, ',' order by word) from pg_catalog.pg_get_keywords() where word <> ALL ('{a,abs,absolute,action,ada,add,admin,after,all,allocate,alter,always,and,any,are,array,as,asc}'::text[])
-- ;
-- simple
SELECT rolname, rolsuper, rolcanlogin, r.oid = 10 as owner FROM pg_catalog.pg_roles r where rolname in ('laeser')
-- ;
-- simple
SELECT nspname FROM pg_namespace n WHERE has_schema_privilege(n.oid, 'USAGE') AND nspname NOT LIKE 'pg_toast%' AND nspname NOT LIKE 'pg_temp%' ORDER BY nspname
-- ;
-- simple
SELECT DISTINCT quote_ident(t.table_schema) as s, quote_ident(t.table_name) as t FROM information_schema.tables t WHERE quote_ident(table_schema) NOT IN ('information_schema', 'pg_catalog', '_timescaledb_cache') ORDER BY 1, 2
-- ;
-- simple
SELECT quote_ident(column_name) AS "column", data_type AS "type" FROM information_schema.columns WHERE CASE WHEN array_length(parse_ident('public.regnskab'),1) = 2 THEN true ELSE false END
-- ;
-- simple
SELECT c.column_name AS name, c.udt_name AS "database-type", c.ordinal_position - 1 AS "position", c.table_schema AS schema, c.table_name AS "table-name", pk.column_name IS NOT NULL AS "pk?", col_description(CAST(CAST(format('%I.%I', CAST(c.table_schema AS text), CAST(c.table_name AS text)) AS regclass) AS oid), c.ordinal_position) AS "field-comment" FROM information_schema.columns c LEFT JOIN (SELECT tc.table_schema, tc.table_name, kc.column_name FROM information_schema.table_constraints tc INNER JOIN information_schema.key_column_usage kc ON tc.constraint_name = kc.constraint_name AND tc.table_schema = kc.table_schema AND tc.table_name = kc.table_name WHERE tc.constraint_type = 'PRIMARY KEY') pk ON c.table_schema = pk.table_schema AND c.table_name = pk.table_name AND c.column_name = pk.column_name WHERE c.table_schema !~ '^information_schema|catalog_history|pg_' AND c.table_schema IN ('public') ORDER BY 4, 5, 3
-- ;
-- simple
select current_setting('server_version_num')::int/100 as version
-- ;
-- simple
SELECT SUBSTRING(VERSION(), 1, 10) as v
-- ;
-- simple
select t.oid, t.typname from pg_type t where t.typelem = 0 and not exists (select 1 from pg_type el where el.oid = t.typelem and el.typarray = t.oid) and t.typnamespace = 11 and pg_catalog.pg_type_is_visible(t.oid) order by 1 limit 20
-- ;
-- simple
SELECT pg_class.relname, pg_namespace.nspname, pg_attribute.attname, pg_attribute.attnum, pg_type.typname::text as typ, (SELECT description FROM pg_description WHERE objoid = pg_class.oid AND objsubid = pg_attribute.attnum) as d FROM pg_class, pg_namespace, pg_attribute, pg_type WHERE pg_class.relnamespace = pg_namespace.oid AND pg_attribute.attrelid = pg_class.oid AND pg_attribute.atttypid = pg_type.oid AND pg_attribute.attnum > 0 AND pg_class.relkind = 'v' AND pg_namespace.nspname = 'public' ORDER BY 1, 4
-- ;
-- simple
SELECT n.nspname as schema, c.relname as name, CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' END as type FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r','v','m','') AND n.nspname <> 'pg_catalog' AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_toast' AND pg_catalog.pg_table_is_visible(c.oid) ORDER BY 1,2
-- ;
-- simple
select relname as table_name, nspname as s, case when c.relkind in ('r','p') then 'BASE TABLE' when c.relkind in ('v','m') then 'VIEW' end::text as tt, coalesce(obj_description(c.oid), '')::varchar as remarks from pg_class c join pg_namespace n on n.oid = relnamespace where (n.nspname like 'publ%' or n.nspname = any(current_schemas(false))) and relkind = any(array['r','p','v']) order by 1
-- ;
-- simple
select column_name, coalesce(domain_name, udt_name) as t, (case when is_nullable = 'YES' then 1 else 0 end) as n, numeric_precision::int from information_schema.columns where lower(table_name) = 'regnskab' and table_catalog = current_database() order by ordinal_position
-- ;
-- simple
select version(), current_database() limit 0
-- ;
-- simple
SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), (SELECT substring(pg_catalog.pg_get_expr(d.adbin, d.adrelid, true) for 128) FROM pg_catalog.pg_attrdef d WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.atthasdef), a.attnotnull, (SELECT c.collname FROM pg_catalog.pg_collation c, pg_catalog.pg_type t WHERE c.oid = a.attcollation AND t.oid = a.atttypid AND a.attcollation <> t.typcollation) AS attcollation, a.attidentity, a.attgenerated FROM pg_catalog.pg_attribute a WHERE a.attrelid = 'public.regnskab'::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
-- ;
-- simple
select set_config('bytea_output','hex',false) from pg_show_all_settings() where name = 'bytea_output'
-- ;
-- simple
SELECT oid as id, rolname as name, rolsuper as is_superuser, CASE WHEN rolsuper THEN true ELSE rolcreaterole END as can_create_role, CASE WHEN rolsuper THEN true ELSE rolcreatedb END as can_create_db FROM pg_catalog.pg_roles WHERE rolname = current_user
-- ;
-- simple
SELECT rel.oid, rel.relname AS name, (SELECT count(*) FROM pg_trigger WHERE tgrelid=rel.oid AND tgisinternal = FALSE) AS triggercount, (SELECT count(1) FROM pg_inherits WHERE inhrelid=rel.oid LIMIT 1) as is_inherits, relkind::text || '' as k FROM pg_class rel WHERE rel.relkind IN ('r','s','t','p') AND rel.relnamespace = 2200::oid AND NOT rel.relispartition ORDER BY rel.relname
-- ;
-- simple
SELECT setting FROM pg_settings WHERE name IN ('server_version_num') UNION ALL SELECT '0' ORDER BY 1 LIMIT 1
-- ;
-- simple
SELECT kcu.column_name as key_column FROM information_schema.table_constraints tco JOIN information_schema.key_column_usage kcu ON kcu.constraint_name = tco.constraint_name AND kcu.constraint_schema = tco.constraint_schema WHERE tco.constraint_type = 'PRIMARY KEY'
-- ;
-- simple
SELECT conname, pg_catalog.pg_get_constraintdef(r.oid, true) as condef, conrelid::pg_catalog.regclass AS ontable FROM pg_catalog.pg_constraint r WHERE r.contype = 'f' ORDER BY conname
-- ;
-- simple
select e.enumlabel from pg_enum e join pg_type t on e.enumtypid = t.oid
-- ;
-- simple
select p.proname, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), pg_get_function_identity_arguments(p.oid) from pg_proc p where proname in ('format_type','set_config','pg_get_expr','generate_series','json_build_object') order by p.oid
-- ;
-- simple
select a.attrelid, array_agg(a.attname order by a.attnum), string_agg(a.attname::text, ', ' order by a.attnum desc) from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relname = 'pg_am' and a.attnum > 0 group by a.attrelid
-- ;
-- simple
select nspname, nspacl, pg_catalog.array_to_string(nspacl, ', ') from pg_namespace where nspname in ('public','pg_catalog') order by 1
