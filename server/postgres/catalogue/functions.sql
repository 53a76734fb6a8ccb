-- PostgreSQL's functions as DuckDB's macros. A macro puts its arguments where its parameters stand, so the tables that
-- are looked up here have columns of names that nobody else uses (`known_…`).

-- Roles and settings, which differ from one asker to the next
CREATE VIEW pgc.pg_authid AS SELECT * FROM pgf.pg_authid UNION ALL SELECT getvariable('session').asker_oid::UINTEGER,
    getvariable('session').asker::VARCHAR, false, true, false, false, true, false, false, -1, NULL, NULL;
CREATE VIEW pgf.known_roles AS SELECT oid AS known_oid, rolname AS known_name FROM pgc.pg_authid;
CREATE VIEW pgf.settings AS SELECT name, coalesce(getvariable('session').settings[lower(name)], setting) AS setting, unit,
    category, short_desc, extra_desc, context, vartype,
    CASE WHEN getvariable('session').settings[lower(name)] IS NULL THEN 'default' ELSE 'session' END AS source,
    min_val, max_val, enumvals, boot_val, setting AS reset_val, NULL::VARCHAR AS sourcefile,
    NULL::INTEGER AS sourceline, false AS pending_restart FROM pgf.set_up;
CREATE VIEW pgf.known_settings AS SELECT lower(name) AS known_setting, setting AS known_value FROM pgf.settings
    UNION ALL SELECT unnest(map_keys(getvariable('session').settings)), unnest(map_values(getvariable('session').settings));
CREATE MACRO pgf.pg_get_userbyid(o) AS coalesce((SELECT min(known_name) FROM pgf.known_roles WHERE known_oid = o),
    'unknown (OID=' || o::VARCHAR || ')');

-- Names and identifiers
CREATE MACRO pgf.quote_ident(t) AS CASE WHEN regexp_full_match(t, '[a-z_][a-z0-9_$]*')
    AND NOT list_contains((SELECT list(word) FROM pgf.keywords WHERE catcode <> 'U'), t) THEN t ELSE '"' || replace(t, '"', '""') || '"' END;
CREATE MACRO pgf.quote_literal(t) AS '''' || replace(t::VARCHAR, '''', '''''') || '''';
CREATE MACRO pgf.named_out(k, o) AS CASE WHEN o = 0 THEN '-' ELSE coalesce(
    (SELECT known_text FROM pgf.known_names WHERE known_kind = k AND known_oid = o), o::VARCHAR) END;
CREATE MACRO pgf.named_or_null(k, t) AS
    (SELECT min(known_oid) FROM pgf.known_words WHERE known_kind = k AND known_word = t);
CREATE MACRO pgf.named_in(k, t) AS CASE WHEN t IS NULL THEN NULL ELSE coalesce(
    pgf.named_or_null(k, t), try_cast(t AS UINTEGER), error('no ' || k || ' is named ' || t)) END;
CREATE MACRO pgf.regclass_out(o) AS pgf.named_out('regclass', o);
CREATE MACRO pgf.regclass_in(t) AS pgf.named_in('regclass', t);
CREATE MACRO pgf.to_regclass(t) AS pgf.named_or_null('regclass', t);
CREATE MACRO pgf.regtype_out(o) AS pgf.named_out('regtype', o);
CREATE MACRO pgf.regtype_in(t) AS pgf.named_in('regtype', t);
CREATE MACRO pgf.to_regtype(t) AS pgf.named_or_null('regtype', t);
CREATE MACRO pgf.regproc_out(o) AS pgf.named_out('regproc', o);
CREATE MACRO pgf.regproc_in(t) AS pgf.named_in('regproc', t);
CREATE MACRO pgf.to_regproc(t) AS pgf.named_or_null('regproc', t);
CREATE MACRO pgf.regprocedure_out(o) AS pgf.named_out('regproc', o);
CREATE MACRO pgf.regnamespace_out(o) AS pgf.named_out('regnamespace', o);
CREATE MACRO pgf.regnamespace_in(t) AS pgf.named_in('regnamespace', t);
CREATE MACRO pgf.to_regnamespace(t) AS pgf.named_or_null('regnamespace', t);
CREATE MACRO pgf.regrole_out(o) AS pgf.pg_get_userbyid(o);
CREATE MACRO pgf.regrole_in(t) AS pgf.named_in('regrole', t);
CREATE MACRO pgf.regoper_out(o) AS pgf.named_out('regoper', o);
CREATE MACRO pgf.regoperator_out(o) AS pgf.named_out('regoper', o);
CREATE MACRO pgf.bool_out(b) AS CASE WHEN b THEN 'true' WHEN NOT b THEN 'false' END;
CREATE MACRO pgf.float_out(x) AS regexp_replace(x::VARCHAR, '\.0$', '');
CREATE MACRO pgf.array_out(a) AS '{' || array_to_string(list_transform(a, lambda x: CASE WHEN x IS NULL THEN 'NULL'
    WHEN regexp_full_match(x, '[^\s{},"\\]+') AND lower(x) <> 'null' THEN x
    ELSE '"' || replace(replace(x, '\', '\\'), '"', '\"') || '"' END), ',') || '}';

-- Types
CREATE MACRO pgf.modified(o, m) AS CASE
    WHEN o IN (1042, 1043) THEN '(' || (m - 4)::VARCHAR || ')'
    WHEN o = 1700 THEN '(' || (((m - 4) >> 16) & 65535)::VARCHAR || ',' || ((m - 4) & 65535)::VARCHAR || ')'
    ELSE '(' || m::VARCHAR || ')' END;
CREATE MACRO pgf.format_type(o, m) AS CASE WHEN o IS NULL THEN NULL WHEN o = 0 THEN '-' ELSE coalesce(
    (SELECT CASE
        WHEN m::INTEGER IS NULL THEN known_text
        WHEN m::INTEGER < 0 THEN CASE known_bare WHEN 1042 THEN 'bpchar' || known_brackets ELSE known_text END
        ELSE known_before || pgf.modified(known_bare, m::INTEGER) || known_after || known_brackets END
    FROM pgf.known_types WHERE known_oid = o), '???') END;
CREATE MACRO pgf._pg_char_max_length(o, m) AS
    CASE WHEN m = -1 THEN NULL WHEN o IN (1042, 1043) THEN m - 4 WHEN o IN (1560, 1562) THEN m END;
CREATE MACRO pgf._pg_char_octet_length(o, m) AS CASE WHEN o IN (25, 1042, 1043) THEN
    CASE WHEN m = -1 THEN (2::BIGINT ** 30)::INTEGER ELSE 4 * (m - 4) END END;
CREATE MACRO pgf._pg_numeric_precision(o, m) AS CASE o WHEN 21 THEN 16 WHEN 23 THEN 32 WHEN 20 THEN 64
    WHEN 1700 THEN CASE WHEN m = -1 THEN NULL ELSE ((m - 4) >> 16) & 65535 END WHEN 700 THEN 24 WHEN 701 THEN 53 END;
CREATE MACRO pgf._pg_numeric_precision_radix(o, m) AS
    CASE WHEN o IN (21, 23, 20, 700, 701) THEN 2 WHEN o = 1700 THEN 10 END;
CREATE MACRO pgf._pg_numeric_scale(o, m) AS CASE WHEN o IN (21, 23, 20) THEN 0
    WHEN o = 1700 THEN CASE WHEN m = -1 THEN NULL ELSE (m - 4) & 65535 END END;
CREATE MACRO pgf._pg_datetime_precision(o, m) AS CASE WHEN o = 1082 THEN 0
    WHEN o IN (1083, 1114, 1184, 1266) THEN CASE WHEN m < 0 THEN 6 ELSE m END
    WHEN o = 1186 THEN CASE WHEN m < 0 OR (m & 65535) = 65535 THEN 6 ELSE m & 65535 END END;
CREATE MACRO pgf._pg_index_position(o, n) AS NULL::INTEGER;
CREATE MACRO pgf._pg_interval_type(o, m) AS NULL;

-- Comments: what is asked for is a row of its own first. In the test of a subquery it would be worked out, with what it
-- looks up itself, for every comment anew.
CREATE MACRO pgf.obj_description(o, c) AS (SELECT min(known_text) FROM (SELECT o AS known_asked)
        JOIN pgf.known_comments ON known_oid = known_asked AND known_class = c AND known_part = 0),
    (o) AS (SELECT min(known_text) FROM (SELECT o AS known_asked)
        JOIN pgf.known_comments ON known_oid = known_asked AND known_part = 0);
CREATE MACRO pgf.col_description(o, n) AS (SELECT min(known_text) FROM (SELECT o AS known_asked, n AS known_number)
    JOIN pgf.known_comments ON known_oid = known_asked AND known_class = 'pg_class' AND known_part = known_number);
CREATE MACRO pgf.shobj_description(o, c) AS (SELECT min(known_text) FROM (SELECT o AS known_asked)
    JOIN pgf.known_comments ON known_oid = known_asked AND known_class = c AND known_part = -1);

-- What stands where
CREATE MACRO pgf.visible(k, o) AS (SELECT known_visible FROM pgf.known_names WHERE known_kind = k AND known_oid = o);
CREATE MACRO pgf.pg_table_is_visible(o) AS pgf.visible('regclass', o);
CREATE MACRO pgf.pg_type_is_visible(o) AS pgf.visible('regtype', o);
CREATE MACRO pgf.pg_function_is_visible(o) AS pgf.visible('regproc', o);
CREATE MACRO pgf.pg_operator_is_visible(o) AS o IS NOT NULL;
CREATE MACRO pgf.pg_opclass_is_visible(o) AS o IS NOT NULL;
CREATE MACRO pgf.pg_opfamily_is_visible(o) AS o IS NOT NULL;
CREATE MACRO pgf.pg_collation_is_visible(o) AS o IS NOT NULL;
CREATE MACRO pgf.pg_conversion_is_visible(o) AS o IS NOT NULL;
CREATE MACRO pgf.pg_statistics_obj_is_visible(o) AS o IS NOT NULL;
CREATE MACRO pgf.pg_ts_config_is_visible(o) AS o IS NOT NULL;
CREATE MACRO pgf.pg_ts_dict_is_visible(o) AS o IS NOT NULL;
CREATE MACRO pgf.pg_ts_parser_is_visible(o) AS o IS NOT NULL;
CREATE MACRO pgf.pg_ts_template_is_visible(o) AS o IS NOT NULL;
CREATE MACRO pgf.pg_my_temp_schema() AS 0::UINTEGER;
CREATE MACRO pgf.pg_is_other_temp_schema(o) AS false;

-- What PostgreSQL writes of an object
CREATE MACRO pgf.written(k, o) AS (SELECT min(known_text) FROM pgf.known_texts WHERE known_kind = k AND known_oid = o);
CREATE MACRO pgf.pg_get_constraintdef(o) AS pgf.written('constraint', o), (o, p) AS pgf.written('constraint', o);
CREATE MACRO pgf.index_part(o, n) AS CASE WHEN n = 0 THEN replace(pgf.written('index', o), ' ON pg_catalog.', ' ON ') ELSE coalesce(
    (SELECT min(known_name) FROM pgf.known_columns WHERE known_oid = o AND known_number = n), '') END;
CREATE MACRO pgf.pg_get_indexdef(o) AS pgf.written('index', o), (o, n, p) AS pgf.index_part(o, n);
CREATE MACRO pgf.pg_get_viewdef(o) AS pgf.written('view', o), (o, p) AS pgf.written('view', o);
CREATE MACRO pgf.pg_get_ruledef(o) AS NULL::VARCHAR, (o, p) AS NULL::VARCHAR;
CREATE MACRO pgf.pg_get_triggerdef(o) AS NULL::VARCHAR, (o, p) AS NULL::VARCHAR;
CREATE MACRO pgf.pg_get_function_arguments(o) AS pgf.written('arguments', o);
CREATE MACRO pgf.pg_get_function_identity_arguments(o) AS
    regexp_replace(pgf.written('arguments', o), ' DEFAULT [^,]*', '', 'g');
CREATE MACRO pgf.pg_get_function_result(o) AS pgf.written('result', o);
CREATE MACRO pgf.pg_get_function_arg_default(o, n) AS NULL::VARCHAR;
CREATE MACRO pgf.pg_get_function_sqlbody(o) AS NULL::VARCHAR;
CREATE MACRO pgf.pg_get_expr(x, o) AS NULL::VARCHAR, (x, o, p) AS NULL::VARCHAR;
CREATE MACRO pgf.pg_get_partkeydef(o) AS NULL::VARCHAR;
CREATE MACRO pgf.pg_get_statisticsobjdef(o) AS NULL::VARCHAR;
CREATE MACRO pgf.pg_get_statisticsobjdef_columns(o) AS NULL::VARCHAR;
CREATE MACRO pgf.pg_get_statisticsobjdef_expressions(o) AS NULL::VARCHAR[];
CREATE MACRO pgf.pg_get_serial_sequence(t, c) AS NULL::VARCHAR;
CREATE MACRO pgf.pg_get_keywords() AS TABLE SELECT * FROM pgf.keywords;
CREATE MACRO pgf.pg_show_all_settings() AS TABLE SELECT * FROM pgf.settings;

-- Who may what: everything here may be read and nothing changed
CREATE MACRO pgf.may(p) AS regexp_matches(lower(p), '(^|[, ])(select|usage|execute|connect)');
CREATE MACRO pgf.opened(t) AS NOT list_contains((SELECT list(known_oid) FROM pgf.known_closed), coalesce(
    try_cast(t AS UINTEGER), pgf.named_or_null('regclass', t::VARCHAR)));
CREATE MACRO pgf.opened_column(t, c) AS pgf.opened(t) OR list_contains(
    (SELECT list(known_oid::VARCHAR || '.' || known_number::VARCHAR) FROM pgf.known_open_columns),
    t::VARCHAR || '.' || c::VARCHAR);
CREATE MACRO pgf.opened_partly(t) AS
    pgf.opened(t) OR list_contains((SELECT list(known_oid::VARCHAR) FROM pgf.known_open_columns), t::VARCHAR);
CREATE MACRO pgf.has_table_privilege(t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) AND pgf.opened(t) END,
    (u, t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) AND pgf.opened(t) END;
CREATE MACRO pgf.has_any_column_privilege(t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) AND pgf.opened_partly(t) END,
    (u, t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) AND pgf.opened_partly(t) END;
CREATE MACRO pgf.has_column_privilege(t, c, p) AS
    CASE WHEN t IS NOT NULL AND c IS NOT NULL THEN pgf.may(p) AND pgf.opened_column(t, c) END,
    (u, t, c, p) AS CASE WHEN t IS NOT NULL AND c IS NOT NULL THEN pgf.may(p) AND pgf.opened_column(t, c) END;
CREATE MACRO pgf.opened_schema(t) AS t::VARCHAR NOT IN ('99', 'pg_toast');
CREATE MACRO pgf.has_schema_privilege(t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) AND pgf.opened_schema(t) END,
    (u, t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) AND pgf.opened_schema(t) END;
CREATE MACRO pgf.has_database_privilege(t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) END,
    (u, t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) END;
CREATE MACRO pgf.opened_function(t) AS NOT list_contains(
    (SELECT list(known_oid) FROM pgf.known_closed_functions), try_cast(t AS UINTEGER));
CREATE MACRO pgf.has_function_privilege(t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) AND pgf.opened_function(t) END,
    (u, t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) AND pgf.opened_function(t) END;
CREATE MACRO pgf.has_language_privilege(t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) END,
    (u, t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) END;
CREATE MACRO pgf.has_type_privilege(t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) END,
    (u, t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) END;
CREATE MACRO pgf.has_tablespace_privilege(t, p) AS CASE WHEN t IS NOT NULL THEN false END,
    (u, t, p) AS CASE WHEN t IS NOT NULL THEN false END;
CREATE MACRO pgf.has_sequence_privilege(t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) END,
    (u, t, p) AS CASE WHEN t IS NOT NULL THEN pgf.may(p) END;
CREATE MACRO pgf.has_foreign_data_wrapper_privilege(t, p) AS false, (u, t, p) AS false;
CREATE MACRO pgf.has_server_privilege(t, p) AS false, (u, t, p) AS false;
CREATE MACRO pgf.pg_has_role(r, p) AS r::VARCHAR IN (getvariable('session').asker, getvariable('session').asker_oid::VARCHAR),
    (u, r, p) AS r::VARCHAR IN (getvariable('session').asker, getvariable('session').asker_oid::VARCHAR);
CREATE MACRO pgf.row_security_active(t) AS false;
CREATE MACRO pgf.acl_items(a) AS
    (SELECT any_value(known_items) FROM pgf.known_acls WHERE known_acl = array_to_string(a, ' '));
CREATE MACRO pgf.no_options(a) AS []::STRUCT(option_name VARCHAR, option_value VARCHAR)[];
CREATE MACRO pgf.acldefault(t, o) AS (SELECT any_value(string_split(known_acl, ' ')) FROM pgf.known_acls
    WHERE known_of = t);
CREATE MACRO pgf.pg_relation_is_updatable(o, b) AS 0;
CREATE MACRO pgf.pg_column_is_updatable(o, n, b) AS false;
CREATE MACRO pgf.pg_relation_is_publishable(o) AS false;

-- Who asks, where, and when
CREATE MACRO pgf."current_user"() AS getvariable('session').asker;
CREATE MACRO pgf."session_user"() AS getvariable('session').asker;
CREATE MACRO pgf."current_role"() AS getvariable('session').asker;
CREATE MACRO pgf.current_database() AS getvariable('session').database;
CREATE MACRO pgf."current_catalog"() AS getvariable('session').database;
CREATE MACRO pgf."current_schema"() AS 'public';
CREATE MACRO pgf.current_schemas(b) AS CASE WHEN b THEN ['pg_catalog', 'public'] ELSE ['public'] END;
CREATE MACRO pgf.version() AS getvariable('session').version;
CREATE MACRO pgf.pg_backend_pid() AS getvariable('session').process;
CREATE MACRO pgf.setting(n) AS (SELECT min(known_value) FROM pgf.known_settings WHERE known_setting = lower(n));
CREATE MACRO pgf.current_setting(n) AS coalesce(pgf.setting(n), error('no setting is named ' || n)),
    (n, b) AS CASE WHEN b THEN pgf.setting(n) ELSE coalesce(pgf.setting(n), error('no setting is named ' || n)) END;
CREATE MACRO pgf.set_config(n, v, l) AS v;
CREATE MACRO pgf.now() AS getvariable('session').now;
CREATE MACRO pgf.transaction_timestamp() AS getvariable('session').now;
CREATE MACRO pgf.statement_timestamp() AS getvariable('session').now;
CREATE MACRO pgf.clock_timestamp() AS getvariable('session').now;
CREATE MACRO pgf.localtimestamp_now() AS getvariable('session').now::TIMESTAMP;
CREATE MACRO pgf.pg_postmaster_start_time() AS getvariable('session').started;
CREATE MACRO pgf.pg_conf_load_time() AS getvariable('session').started;
CREATE MACRO pgf.pg_is_in_recovery() AS false;
CREATE MACRO pgf.pg_is_wal_replay_paused() AS false;
CREATE MACRO pgf.pg_advisory_unlock_all() AS '';
CREATE MACRO pgf.txid_current() AS 1::BIGINT;
CREATE MACRO pgf.pg_current_xact_id() AS 1::BIGINT;
CREATE MACRO pgf.inet_server_addr() AS NULL::VARCHAR;
CREATE MACRO pgf.inet_server_port() AS NULL::INTEGER;
CREATE MACRO pgf.inet_client_addr() AS NULL::VARCHAR;
CREATE MACRO pgf.inet_client_port() AS NULL::INTEGER;
CREATE MACRO pgf.pg_encoding_to_char(n) AS CASE n WHEN 6 THEN 'UTF8' WHEN 0 THEN 'SQL_ASCII' WHEN 8 THEN 'LATIN1' ELSE '' END;
CREATE MACRO pgf.pg_char_to_encoding(n) AS CASE upper(n) WHEN 'UTF8' THEN 6 WHEN 'SQL_ASCII' THEN 0 ELSE -1 END;
CREATE MACRO pgf.getdatabaseencoding() AS 'UTF8';
CREATE MACRO pgf.pg_client_encoding() AS 'UTF8';
CREATE MACRO pgf.char_length(t) AS length(t)::INTEGER;
CREATE MACRO pgf.octet_length(t) AS strlen(t)::INTEGER;
CREATE MACRO pgf.pg_encoding_max_length(n) AS 4;

-- Sizes: nothing is stored here
CREATE MACRO pgf.pg_relation_size(o) AS 0::BIGINT, (o, f) AS 0::BIGINT;
CREATE MACRO pgf.pg_table_size(o) AS 0::BIGINT;
CREATE MACRO pgf.pg_indexes_size(o) AS 0::BIGINT;
CREATE MACRO pgf.pg_total_relation_size(o) AS 0::BIGINT;
CREATE MACRO pgf.pg_database_size(o) AS 0::BIGINT;
CREATE MACRO pgf.pg_tablespace_size(o) AS 0::BIGINT;
CREATE MACRO pgf.pg_tablespace_location(o) AS '';
CREATE MACRO pgf.pg_relation_filenode(o) AS NULL::UINTEGER;
CREATE MACRO pgf.pg_relation_filepath(o) AS NULL::VARCHAR;
CREATE MACRO pgf.pg_size_pretty(n) AS CASE WHEN abs(n) < 10240 THEN n::BIGINT::VARCHAR || ' bytes'
    WHEN abs(n) < 10485247 THEN round(n / 1024)::BIGINT::VARCHAR || ' kB'
    WHEN abs(n) < 10736893952 THEN round(n / 1048576)::BIGINT::VARCHAR || ' MB'
    ELSE round(n / 1073741824)::BIGINT::VARCHAR || ' GB' END;
CREATE MACRO pgf.pg_stat_get_numscans(o) AS 0::BIGINT;
CREATE MACRO pgf.pg_stat_get_live_tuples(o) AS 0::BIGINT;
CREATE MACRO pgf.pg_stat_get_dead_tuples(o) AS 0::BIGINT;
CREATE MACRO pgf.pg_sequence_last_value(o) AS NULL::BIGINT;

-- Arrays. A vector counts its elements from 0.
-- A list is made whole before it is read, and nothing stops the engine meanwhile: so its length is looked at first.
CREATE MACRO pgf.series(low, high, step) AS generate_series(low, CASE
    WHEN abs(high - low) > 200000 * abs(step) THEN error('too many rows')::INTEGER ELSE high END, step);
CREATE MACRO pgf.series_of_times(low, high, step) AS generate_series(low, CASE
    WHEN abs(epoch(high) - epoch(low)) > 200000 * abs(epoch(step)) THEN error('too many rows')::DATE ELSE high END, step);
CREATE MACRO pgf.subscripts(a) AS generate_series(1, len(a)::INTEGER);
CREATE MACRO pgf.subscripts_from_0(a) AS generate_series(0, len(a)::INTEGER - 1);
CREATE MACRO pgf.expandarray(a) AS list_transform(a, lambda x, i: {'x': x, 'n': i::INTEGER});
CREATE MACRO pgf.array_upper(a, d) AS CASE WHEN d = 1 AND len(a) > 0 THEN len(a)::INTEGER END;
CREATE MACRO pgf.array_lower(a, d) AS CASE WHEN d = 1 AND len(a) > 0 THEN 1 END;
CREATE MACRO pgf.vector_upper(a, d) AS CASE WHEN d = 1 AND len(a) > 0 THEN len(a)::INTEGER - 1 END;
CREATE MACRO pgf.vector_lower(a, d) AS CASE WHEN d = 1 AND len(a) > 0 THEN 0 END;
CREATE MACRO pgf.array_length(a, d) AS CASE WHEN d = 1 AND len(a) > 0 THEN len(a)::INTEGER END;
CREATE MACRO pgf.array_ndims(a) AS CASE WHEN len(a) > 0 THEN 1 END;
CREATE MACRO pgf.cardinality(a) AS len(a)::INTEGER;
CREATE MACRO pgf.array_to_string(a, s) AS array_to_string(a, s), (a, s, n) AS array_to_string(list_transform(a, lambda x: coalesce(x::VARCHAR, n)), s);
CREATE MACRO pgf.array_position(a, x) AS list_position(a, x)::INTEGER;
CREATE MACRO pgf.array_append(a, x) AS list_append(a, x);
CREATE MACRO pgf.array_remove(a, x) AS list_filter(a, lambda y: y IS DISTINCT FROM x);
CREATE MACRO pgf.string_to_array(t, s) AS string_split(t, s);
CREATE MACRO pgf.split_part(t, s, n) AS split_part(t, s, n);
CREATE MACRO pgf.array_cat(a, b) AS CASE WHEN a IS NULL THEN b WHEN b IS NULL THEN a ELSE list_concat(a, b) END;
CREATE MACRO pgf.json_plain(x) AS coalesce(x::VARCHAR, 'null');
CREATE MACRO pgf.json_text(x) AS
    coalesce('"' || replace(replace(x::VARCHAR, '\', '\\'), '"', '\"') || '"', 'null');
CREATE MACRO pgf.nameconcatoid(n, o) AS n || '_' || o::VARCHAR;
CREATE MACRO pgf.regexp_match(t, p) AS CASE WHEN regexp_matches(t, p) THEN [regexp_extract(t, p)] END;
CREATE MACRO pgf.regexp_replace(t, p, r) AS regexp_replace(t, p, r), (t, p, r, f) AS regexp_replace(t, p, r, f);
CREATE MACRO pgf.formatted(f, x) AS CASE regexp_extract(f, '%[IsL]')
    WHEN '%I' THEN regexp_replace(f, '%[IsL]', pgf.quote_ident(x::VARCHAR))
    WHEN '%L' THEN regexp_replace(f, '%[IsL]', pgf.quote_literal(x))
    ELSE regexp_replace(f, '%[IsL]', coalesce(x::VARCHAR, '')) END;
CREATE MACRO pgf.format(f) AS f, (f, x) AS pgf.formatted(f, x), (f, x, y) AS pgf.formatted(pgf.formatted(f, x), y);
CREATE MACRO pgf.parse_ident(t) AS list_transform(string_split(t, '.'), lambda w: CASE WHEN w LIKE '"%"'
    THEN replace(w[2:-2], '""', '"') ELSE lower(trim(w)) END);
CREATE MACRO pgf.initcap(t) AS array_to_string(list_transform(string_split(t, ' '), lambda w: upper(w[1]) || lower(w[2:])), ' ');
