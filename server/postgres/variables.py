"""What a session can be set to: names, defaults, and which values PostgreSQL would take that we can keep to.

A value that would change how answers are written, and that we cannot write, is refused: a client would misread them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from server.postgres.refusal import SqlError, Unsupported
from server.postgres.schemas import EDITION
from server.postgres.version import SERVER_VERSION, SERVER_VERSION_NUMBER

WISHES = ("ungrouped", "every", "segments", "top", "rest", "timezone", "as_of", "edition")
OURS = frozenset(f"nogletal.{name}" for name in WISHES)
"""What SQL has no words for: kept unread here, and handed on."""
MOST_VALUE = 10_000  # characters
UNIT = re.compile(r"\s*(-?[0-9]+(?:\.[0-9]*)?)\s*(us|ms|s|min|h|d)?\s*", re.ASCII)
MILLISECONDS = {"us": 0.001, "ms": 1, "s": 1_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000, None: 1}
WHOLE = {"d": 86_400_000, "h": 3_600_000, "min": 60_000, "s": 1_000, "ms": 1}
OFFSET = re.compile(r"(?:(?:GMT|UTC)?([+-])|)([0-9]{1,2})(?::?00)?", re.ASCII | re.IGNORECASE)
ON, OFF = ("on", "true", "yes", "1", "t", "y"), ("off", "false", "no", "0", "f", "n")

Check = Callable[[str], str]


@dataclass(frozen=True)
class Variable:
    """A setting. `name` is as SHOW writes it; a change of a reported one is told unasked; `check` None: fixed."""

    name: str
    default: str
    check: Check | None
    reported: bool = False


def invalid(name: str, value: str, hint: str | None = None) -> SqlError:
    return SqlError("22023", f'invalid value for parameter "{name}": "{value[:80]}"', hint)


def encoding(value: str) -> str:
    if re.sub(r"[^a-z0-9]", "", value.lower()) in ("utf8", "unicode"):
        return "UTF8"
    raise invalid("client_encoding", value, "Only UTF8 is served.")


def date_style(value: str) -> str:
    """`ISO` with an order of day and month, which only matters for dates that are read."""
    words = [word.strip().upper() for word in value.split(",")]
    orders = {"MDY": "MDY", "US": "MDY", "NONEURO": "MDY", "NONEUROPEAN": "MDY", "DMY": "DMY", "EURO": "DMY",
              "EUROPEAN": "DMY", "YMD": "YMD", "DEFAULT": "MDY"}  # fmt: skip
    if not all(word in orders or word == "ISO" for word in words):
        raise invalid("DateStyle", value, "Dates are written as ISO.")
    return f"ISO, {next((orders[word] for word in words if word in orders), 'MDY')}"


def time_zone(value: str) -> str:
    """A zone of the IANA database, or whole hours from UTC: east as a number, west of Greenwich after GMT, as POSIX."""
    if found := OFFSET.fullmatch(value.strip("<>")):
        hours, posix = int(found[2]), value[:1].isalpha()
        east = (found[1] != "-") != posix
        if hours <= (14 if east else 12):
            return "UTC" if hours == 0 else f"Etc/GMT{'-' if east else '+'}{hours}"
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise invalid("TimeZone", value, "Write for example Europe/Copenhagen.") from None


def duration(name: str) -> Check:
    """Shown in the largest unit that it is whole in."""

    def check(value: str) -> str:
        number = milliseconds(name, value)
        whole_in = ((unit, each) for unit, each in WHOLE.items() if number % each == 0)
        return next(f"{number // each}{unit}" for unit, each in whole_in) if number else "0"

    return check


def milliseconds(name: str, value: str) -> int:
    found = UNIT.fullmatch(value)
    if found is None:
        raise invalid(name, value, 'Valid units for this parameter are "us", "ms", "s", "min", "h", and "d".')
    number = float(found[1]) * MILLISECONDS[found[2]]
    if not 0 <= number <= 2**31 - 1:
        raise SqlError("22023", f'{number:.0f} ms is outside the valid range for parameter "{name}" (0 .. 2147483647)')
    return round(number)


def boolean(name: str) -> Check:
    def check(value: str) -> str:
        word = value.lower()
        if word not in (*ON, *OFF):
            raise SqlError("22023", f'parameter "{name}" requires a Boolean value')
        return "on" if word in ON else "off"

    return check


def whole(name: str, least: int, most: int) -> Check:
    def check(value: str) -> str:
        if not re.fullmatch(r"-?[0-9]{1,9}", value.strip(), re.ASCII) or not least <= int(value) <= most:
            raise invalid(name, value)
        return str(int(value))

    return check


def one_of(name: str, *values: str) -> Check:
    def check(value: str) -> str:
        if value.lower() not in values:
            raise invalid(name, value, f"Available values: {', '.join(values)}.")
        return value.lower()

    return check


def only(name: str, fixed: str) -> Check:
    """A value that we cannot change, and that clients set to what it is."""

    def check(value: str) -> str:
        if value.lower() != fixed and not (fixed in ("on", "off") and value.lower() in (ON if fixed == "on" else OFF)):
            raise Unsupported(f'parameter "{name}" is always "{fixed}" here')
        return fixed

    return check


def reads_only(value: str) -> str:
    if value.lower() not in ON:
        raise SqlError("25006", "this server only reads")
    return "on"


def searched(value: str) -> str:
    """The schemas in which a name without one is looked for: those of editions are named where they are asked."""
    if any(part.strip(" \"'").lower().startswith(EDITION) for part in value.split(",")):
        raise Unsupported("an edition's schema is not searched", "Write it before the view, or SET nogletal.edition.")
    return value


def short(value: str) -> str:
    """As PostgreSQL keeps a name: printable ASCII, 63 characters."""
    return re.sub(r"[^\x20-\x7e]", "?", value)[:63]


def anything(value: str) -> str:
    return value


LEVELS = ("debug5", "debug4", "debug3", "debug2", "debug1", "debug", "log", "info", "notice", "warning", "error")
ISOLATION = ("serializable", "repeatable read", "read committed", "read uncommitted")


def free(name: str, default: str) -> Variable:
    return Variable(name, default, anything)


def fixed(name: str, value: str, reported: bool = False) -> Variable:
    return Variable(name, value, None, reported)


def always(name: str, value: str, reported: bool = False) -> Variable:
    return Variable(name, value, only(name, value), reported)


def switch(name: str, default: str) -> Variable:
    return Variable(name, default, boolean(name))


def level(name: str) -> Variable:
    return Variable(name, "read committed", one_of(name, *ISOLATION))


def timed(name: str) -> Variable:
    return Variable(name, "0", duration(name))


HELD = (
    Variable("application_name", "", short, reported=True), always("bytea_output", "hex"),
    Variable("client_encoding", "UTF8", encoding, reported=True),
    Variable("client_min_messages", "notice", one_of("client_min_messages", *LEVELS)),
    Variable("DateStyle", "ISO, MDY", date_style, reported=True),
    Variable("default_transaction_read_only", "on", reads_only, reported=True),
    always("IntervalStyle", "postgres", reported=True), always("role", "none"),
    Variable("search_path", '"$user", public', searched),
    always("standard_conforming_strings", "on", reported=True), timed("statement_timeout"),
    Variable("TimeZone", "Europe/Copenhagen", time_zone, reported=True),
    Variable("transaction_read_only", "on", reads_only),
)  # fmt: skip
"""What a session is held to, by us or by those who answer."""

FIXED = (
    fixed("block_size", "8192"), fixed("in_hot_standby", "off", reported=True),
    fixed("integer_datetimes", "on", reported=True), fixed("is_superuser", "off", reported=True),
    fixed("lc_collate", "da_DK.UTF-8"), fixed("lc_ctype", "da_DK.UTF-8"), fixed("max_connections", "100"),
    fixed("max_identifier_length", "63"), fixed("max_index_keys", "32"),
    fixed("server_encoding", "UTF8", reported=True), fixed("server_version", SERVER_VERSION, reported=True),
    fixed("server_version_num", SERVER_VERSION_NUMBER), fixed("session_authorization", "", reported=True),
)  # fmt: skip
"""What clients ask and cannot change."""

IDLE = (
    always("array_nulls", "on"), always("backslash_quote", "safe_encoding"), switch("check_function_bodies", "on"),
    switch("default_transaction_deferrable", "off"), level("default_transaction_isolation"),
    switch("escape_string_warning", "on"), Variable("extra_float_digits", "1", whole("extra_float_digits", -15, 3)),
    switch("geqo", "on"), timed("idle_in_transaction_session_timeout"), timed("idle_session_timeout"),
    switch("jit", "off"), free("lc_messages", "C"), free("lc_monetary", "C"), free("lc_numeric", "C"),
    free("lc_time", "C"), timed("lock_timeout"), switch("quote_all_identifiers", "off"), switch("row_security", "on"),
    switch("synchronize_seqscans", "on"), switch("transaction_deferrable", "off"), level("transaction_isolation"),
    free("work_mem", "4MB"), Variable("xmloption", "content", one_of("xmloption", "content", "document")),
)  # fmt: skip
"""What clients set, and nothing here depends on: floats are always written in full, no lock is ever waited for."""

SWITCHES = (
    "async_append", "bitmapscan", "gathermerge", "hashagg", "hashjoin", "incremental_sort", "indexonlyscan",
    "indexscan", "material", "memoize", "mergejoin", "nestloop", "parallel_append", "parallel_hash",
    "partition_pruning", "seqscan", "sort", "tidscan",
)  # fmt: skip
PLANNED = (
    *(switch(f"enable_{name}", "on") for name in SWITCHES), free("cpu_tuple_cost", "0.01"),
    Variable("constraint_exclusion", "partition", one_of("constraint_exclusion", "partition", "on", "off")),
    free("cursor_tuple_fraction", "0.1"), free("effective_cache_size", "4GB"),
    Variable("from_collapse_limit", "8", whole("from_collapse_limit", 1, 2**31 - 1)), free("jit_above_cost", "100000"),
    free("hash_mem_multiplier", "2"), Variable("join_collapse_limit", "8", whole("join_collapse_limit", 1, 2**31 - 1)),
    free("maintenance_work_mem", "64MB"), Variable("max_parallel_workers", "8", whole("max_parallel_workers", 0, 1024)),
    Variable("max_parallel_workers_per_gather", "2", whole("max_parallel_workers_per_gather", 0, 1024)),
    Variable("plan_cache_mode", "auto",
             one_of("plan_cache_mode", "auto", "force_generic_plan", "force_custom_plan")),
    free("random_page_cost", "4"), free("seq_page_cost", "1"), free("temp_buffers", "8MB"),
)  # fmt: skip
"""How PostgreSQL is told to plan: set by tools and people who know it, and nothing that is planned here."""

PAST = (
    always("default_with_oids", "off"), always("transform_null_equals", "off"),
    Variable("ssl_renegotiation_limit", "0", whole("ssl_renegotiation_limit", 0, 0)),
    timed("client_connection_check_interval"), free("default_table_access_method", "heap"),
    free("default_tablespace", ""), free("temp_tablespaces", ""),
    Variable("synchronous_commit", "on",
             one_of("synchronous_commit", "local", "remote_write", "remote_apply", "on", "off")),
    *(Variable(name, "0", whole(name, 0, 2**31 - 1))
      for name in ("tcp_keepalives_count", "tcp_keepalives_idle", "tcp_keepalives_interval")),
    timed("tcp_user_timeout"), Variable("xmlbinary", "base64", one_of("xmlbinary", "base64", "hex")),
)  # fmt: skip
"""What drivers and tools send (Npgsql over TLS `ssl_renegotiation_limit`) and would change nothing that is read."""

VARIABLES: Mapping[str, Variable] = {
    variable.name.lower(): variable for variable in (*HELD, *FIXED, *IDLE, *PLANNED, *PAST)
}
