-- start-up

-- ;
-- simple
set client_encoding to 'UNICODE'
-- ;
-- simple
SELECT DISTINCT ON (pg_namespace.nspname, relname ) pg_namespace.nspname, relname, relkind, pg_description.description FROM pg_namespace, pg_class LEFT JOIN pg_description ON pg_class.oid = pg_description.objoid WHERE relnamespace = pg_namespace.oid AND ( relkind = 'r' OR relkind = 'v') AND pg_namespace.nspname LIKE '%' AND relname LIKE '%' 
-- ;
-- simple
SELECT nspname from pg_namespace
-- ;
-- simple
SELECT pg_namespace.nspname, pg_class.relname, pg_attribute.attname, pg_type.typname, pg_attribute.atttypmod, pg_attribute.attnotnull, pg_type.typdefault, pg_type.typtype, pg_get_expr(pg_attrdef.adbin, pg_attrdef.adrelid, true),pg_description.description, pg_type.typbasetype, pg_attribute.attnum FROM pg_class, pg_attribute LEFT JOIN pg_attrdef ON pg_attribute.attrelid = pg_attrdef.adrelid AND pg_attribute.attnum = pg_attrdef.adnum LEFT JOIN pg_description ON pg_attribute.attrelid = pg_description.objoid AND pg_attribute.attnum=pg_description.objsubid, pg_type, pg_namespace WHERE pg_attribute.attrelid = pg_class.oid AND pg_attribute.atttypid = pg_type.oid AND pg_class.relnamespace = pg_namespace.oid AND NOT pg_attribute.attisdropped AND pg_namespace.nspname LIKE 'public' AND pg_class.relname LIKE 'regnskab' AND pg_attribute.attname LIKE '%' ORDER BY pg_namespace.nspname, pg_class.relname, pg_attribute.attnum
-- ;
-- simple
SELECT nmsp.nspname, cl.relname, con.conkey, con.conname, con.conrelid FROM pg_constraint as con,pg_class as cl, pg_namespace as nmsp WHERE con.connamespace = nmsp.oid AND con.conrelid = cl.oid AND con.contype = 'p' AND nmsp.nspname LIKE 'public' AND cl.relname LIKE 'regnskab'
-- ;
-- simple
WITH con AS (SELECT oid, conname, contype, condeferrable, condeferred, conrelid, confrelid,  confupdtype, confdeltype, generate_subscripts(conkey,1) AS conkeyseq, unnest(conkey) AS conkey , unnest(confkey) AS confkey FROM pg_catalog.pg_constraint) SELECT NULL::text AS PKTABLE_CAT, pkn.nspname AS PKTABLE_SCHEM, pkc.relname AS PKTABLE_NAME, pka.attname AS PKCOLUMN_NAME,  NULL::text AS FKTABLE_CAT, fkn.nspname AS FKTABLE_SCHEM, fkc.relname AS FKTABLE_NAME, fka.attname AS FKCOLUMN_NAME,  con.conkeyseq AS KEY_SEQ,  CASE con.confupdtype   WHEN 'c' THEN 0  WHEN 'n' THEN 2  WHEN 'd' THEN 4  WHEN 'r' THEN 1  WHEN 'a' THEN 4  ELSE NULL  END AS UPDATE_RULE,  CASE con.confdeltype   WHEN 'c' THEN 0  WHEN 'n' THEN 2  WHEN 'd' THEN 4  WHEN 'r' THEN 1  WHEN 'a' THEN 4  ELSE NULL  END AS DELETE_RULE,  con.conname AS FK_NAME, pkic.relname AS PK_NAME,  CASE   WHEN con.condeferrable AND con.condeferred THEN 5  WHEN con.condeferrable THEN 6  ELSE 7 END AS DEFERRABILITY FROM  pg_catalog.pg_namespace pkn, pg_catalog.pg_class pkc, pg_catalog.pg_attribute pka,  pg_catalog.pg_namespace fkn, pg_catalog.pg_class fkc, pg_catalog.pg_attribute fka,  con, pg_catalog.pg_depend dep, pg_catalog.pg_class pkic WHERE pkn.oid = pkc.relnamespace AND pkc.oid = pka.attrelid AND pka.attnum = con.confkey AND con.confrelid = pkc.oid  AND  fkn.oid = fkc.relnamespace AND fkc.oid = fka.attrelid AND fka.attnum = con.conkey  AND con.conrelid  = fkc.oid  AND con.contype = 'f' AND con.oid = dep.objid AND pkic.oid = dep.refobjid AND pkic.relkind = 'i' AND dep.classid = 'pg_constraint'::regclass::oid AND dep.refclassid = 'pg_class'::regclass::oid  AND fkn.nspname = 'public'  AND fkc.relname = 'regnskab' ORDER BY pkn.nspname, pkc.relname, conkeyseq
-- ;
-- simple
SELECT nspname, pg_class.relname, class2.relname, indisclustered, indisunique, indisprimary, indkey FROM pg_index INNER JOIN pg_class ON indrelid = pg_class.oid INNER JOIN pg_namespace ON pg_class.relnamespace = pg_namespace.oid INNER JOIN pg_class as class2 ON pg_index.indexrelid = class2.oid WHERE nspname = 'public' AND pg_class.relname = 'regnskab'
-- ;
-- simple
SELECT pg_type.typname AS typname,pg_type.typtype AS typtype,pg_type.typlen AS typlen,pg_type.typnotnull AS typnotnull,pg_type.typname AS typname, pg_namespace.nspname as typns FROM pg_type LEFT JOIN pg_namespace ON pg_type.typnamespace=pg_namespace.oid WHERE pg_type.typtype = 'b' OR pg_type.typtype = 'p'
-- ;
-- simple
SELECT t1.typname as typname,t2.typtype AS typtype,t2.typlen AS typlen,t2.typnotnull AS typnotnull,t2.typname as realtypname, pg_namespace.nspname as typns FROM pg_type as t1 LEFT JOIN pg_type AS t2 ON t1.typbasetype=t2.oid LEFT JOIN pg_namespace ON t1.typnamespace=pg_namespace.oid WHERE t1.typtype = 'd'
-- ;
-- simple
SELECT DISTINCT ON( pg_namespace.nspname, relname) pg_namespace.nspname,relname,pg_get_viewdef(ev_class) FROM pg_namespace, pg_class, pg_rewrite WHERE pg_namespace.oid = relnamespace AND pg_class.oid = ev_class AND relkind='v'
-- ;
-- simple
select aar, kommune, udgift_kr from regnskab where aar = 2024
