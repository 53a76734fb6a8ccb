"""The thirty classes of attack: what each is, what happened to others, and which tests of ours run it on which interface.

`docs/attacks.md` is written from this table:

    python -m tests.attacks.classes > docs/attacks.md
"""

# ruff: noqa: E501  (a row is a row)
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

INTERFACES = ("rest", "graphql", "sql", "cli")


@dataclass(frozen=True)
class AttackClass:
    """`tests` are `module::function` below tests/attacks. `absent` says of an interface why there is nothing to attack.

    `elsewhere` names a module that holds a part of the family and is not written with the rest of the suite.
    """

    number: int
    name: str
    incident: str
    tests: tuple[str, ...] = ()
    absent: Mapping[str, str] = field(default_factory=dict)
    elsewhere: str | None = None


NO_GRAPHQL = dict.fromkeys(("rest", "sql", "cli"), "a grammar of GraphQL's")
NO_SOCKET = "the local command line opens no connection"
FILES = dict.fromkeys(
    ("rest", "graphql", "sql"), "reads no file; model and policies are read before anything is served"
)

HIDDEN_MEMBER = "members::test_a_hidden_member_is_as_one_that_does_not_exist"
HIDDEN_STATEMENT = "members::test_no_statement_tells_a_hidden_member_from_none"
HIDDEN_ROWS = "rows::test_hidden_rows_are_as_no_rows"
ROWS_STATEMENT = "rows::test_no_statement_reaches_hidden_rows"
OPEN_ROLES = (
    "open_roles::test_no_member_leads_to_a_cube_with_persons", "open_roles::test_no_member_of_theirs_opens_one_beside_it",
    "open_roles::test_no_view_over_persons_answers", "open_roles::test_no_statement_reaches_a_view_over_persons",
)  # fmt: skip
SUPPRESSED = "suppressed::test_suppressed_values_change_nothing_that_is_heard"
SUPPRESSED_STATEMENT = (
    "suppressed::test_no_statement_tells_of_a_suppressed_value", "suppressed::test_statements_tell_who_may_see_it",
    "suppressed::test_a_value_of_a_statement_finds_nothing",
)  # fmt: skip

CLASSES = (
    AttackClass(1, "Filter probing on a hidden member", "prisma1#711: permission queries are ignored in filters",
                (HIDDEN_MEMBER, HIDDEN_STATEMENT, "members::test_who_may_see_it_learns_by_each_form")),
    AttackClass(2, "ORDER BY, HAVING, DISTINCT ON, windows and LIMIT on a hidden member", "Superset #38452: set operations missed",
                (HIDDEN_MEMBER, HIDDEN_STATEMENT, "members::test_statements_are_answered_to_who_may_see_it", SUPPRESSED, *SUPPRESSED_STATEMENT)),
    AttackClass(3, "Join or subquery to an unfiltered cube", "Superset #19242, #33346: ad hoc subqueries unfiltered",
                (HIDDEN_ROWS, ROWS_STATEMENT, "rows::test_other_questions_of_one_document_widen_nothing", *OPEN_ROLES)),
    AttackClass(4, "A branch of a policy that is always true", "Mythic#563: an always-true OR",
                (HIDDEN_ROWS, "documents::test_no_test_of_rows_lets_all_through_by_being_empty",
                 "documents::test_an_attribute_that_is_missing_or_not_of_its_type_gives_nothing")),
    AttackClass(5, "Inheritance of roles drops rules", "Hasura #10711: nested inherited roles drop row and column rules",
                (HIDDEN_ROWS, HIDDEN_MEMBER, "rows::test_grants_of_two_roles_are_not_mixed")),
    AttackClass(6, "Aggregates bypass the filter", "Hasura #7660, #7773: aggregates ignore checks",
                (HIDDEN_ROWS, ROWS_STATEMENT)),
    AttackClass(7, "A hidden member shown by a view or a computed measure", "Cube #8766: the view's member policy wins",
                ("members::test_no_view_or_computed_measure_shows_a_hidden_member", HIDDEN_MEMBER, *OPEN_ROLES)),
    AttackClass(8, "Differencing, trackers, complements, averaging", "TableBuilder (PETS 2020), Diffix",
                (HIDDEN_ROWS, ROWS_STATEMENT, SUPPRESSED, *SUPPRESSED_STATEMENT, "suppressed::test_what_is_shown_is_right",
                 "suppressed::test_questions_side_by_side_in_one_document_tell_no_more")),
    AttackClass(9, "Totals reveal withheld rows", "Search Console: anonymised queries stay in the total",
                (HIDDEN_ROWS, ROWS_STATEMENT, SUPPRESSED, *SUPPRESSED_STATEMENT, "suppressed::test_no_download_holds_a_suppressed_value",
                 "suppressed::test_how_it_is_asked_tells_nothing")),
    AttackClass(10, "A ratio or a mean reveals a suppressed numerator", "a test of the design",
                (HIDDEN_ROWS, ROWS_STATEMENT, SUPPRESSED, *SUPPRESSED_STATEMENT, "suppressed::test_a_whole_and_its_part_tell_of_no_few_persons")),
    AttackClass(11, "Aggregates that return one person's value", "any_value, list, arg_max, string_agg, histogram of DuckDB",
                ("rows::test_aggregates_of_one_persons_value_are_not_served", HIDDEN_ROWS,
                 "suppressed::test_one_persons_value_is_told_to_nobody_who_may_not_know")),
    AttackClass(12, "Counts of different values, and approximate ones", "HyperLogLog differs from wording to wording",
                ("rows::test_counts_of_different_values_are_exact_and_of_the_own_rows", HIDDEN_ROWS,
                 "rows::test_aggregates_of_one_persons_value_are_not_served")),
    AttackClass(13, "Errors as an oracle", "casts, dates, remainders and overflows echo the value, or fail on rows of others",
                ("oracles::test_no_error_tells_of_a_hidden_value", "oracles::test_no_error_echoes_a_value", HIDDEN_MEMBER)),
    AttackClass(14, "Metadata and statistics as an oracle", "PostgreSQL CVE-2025-8713, CVE-2017-7484; “did you mean” a hidden name",
                ("oracles::test_no_catalogue_or_statistics_tell_of_hidden_rows_or_members", HIDDEN_MEMBER,
                 "oracles::test_who_may_know_of_them_finds_them_in_the_catalogue",
                 "oracles::test_how_it_is_computed_is_not_shown_where_rows_are_cut",
                 "open_roles::test_catalogues_name_no_view_of_persons_to_the_public")),
    AttackClass(15, "Time as an oracle", "sleep_ms in a CASE; comparing passwords",
                ("oracles::test_what_is_refused_by_name_never_reaches_the_engine", "oracles::test_no_statement_waits_or_works_without_end")),
    AttackClass(16, "Identity in a cache of plans", "PostgreSQL CVE-2024-10976",
                ("reuse::test_askers_who_take_turns_hear_what_each_hears_alone", "reuse::test_a_prepared_statement_keeps_no_identity",
                 "reuse::test_what_was_decided_on_a_statement_is_for_its_asker_alone")),
    AttackClass(17, "A cache of answers without the policy", "Superset #10804, #25229, #26374",
                ("reuse::test_askers_who_take_turns_hear_what_each_hears_alone", "reuse::test_no_tag_of_another_is_an_answer",
                 "reuse::test_catalogues_are_kept_for_those_who_see_the_same")),
    AttackClass(18, "Addresses beside the question", "Metabase #24967, Superset #40839: values of columns",
                ("auxiliary::test_no_address_tells_of_what_is_hidden", "auxiliary::test_a_download_has_the_rows_of_its_asker",
                 "auxiliary::test_who_names_nobody_gets_nothing_but_whether_the_server_lives",
                 "auxiliary::test_introspection_and_suggestions_name_visible_members_only",
                 "auxiliary::test_no_address_gives_a_file_or_the_engine",
                 "oracles::test_no_catalogue_or_statistics_tell_of_hidden_rows_or_members",
                 "open_roles::test_catalogues_name_no_view_of_persons_to_the_public"), {"cli": "has no address"}),
    AttackClass(19, "A rollup without the policy's column", "Cube: pre-aggregations; a test of the design",
                ("reuse::test_a_rollup_without_the_policys_column_answers_nobody",)),
    AttackClass(20, "Files by way of DuckDB", "CVE-2024-41672, CVE-2026-47735, GHSA-93cm-2v4m-c56c, sqlsaber#184",
                ("engine::test_no_statement_reaches_a_file_a_setting_or_another_table", "engine::test_a_value_is_only_a_value",
                 "auxiliary::test_no_address_gives_a_file_or_the_engine")),
    AttackClass(21, "A session of a pool is poisoned", "temporary views and macros outlive their asker",
                ("reuse::test_nothing_set_in_one_session_changes_what_another_is_told",
                 "reuse::test_where_there_are_no_sessions_nothing_is_left_behind")),
    AttackClass(22, "Checks of SQL by its text", "Superset CVE-2026-23984, CVE-2023-40610: writes within a CTE",
                ("engine::test_no_statement_writes_however_it_is_dressed", "engine::test_a_value_is_only_a_value",
                 "engine::test_a_name_is_only_a_name")),
    AttackClass(23, "GraphQL: aliases, directives, batches, depth, introspection, suggestions, GET", "six findings on stock strawberry",
                ("graphql::test_a_document_that_multiplies_itself_is_refused", "graphql::test_several_requests_in_one_are_not_read",
                 "graphql::test_fragments_that_spread_to_millions_cost_what_they_say",
                 "graphql::test_what_a_foreign_page_can_send_unasked_is_not_read",
                 "graphql::test_a_skipped_field_is_not_asked_and_a_hidden_one_is_not_known_by_skipping",
                 "auxiliary::test_introspection_and_suggestions_name_visible_members_only"), NO_GRAPHQL),
    AttackClass(24, "A WebSocket's subprotocol skips the log-in", "strawberry CVE-2026-35526, CVE-2026-35523",
                ("auxiliary::test_there_is_no_websocket_to_come_in_by",),
                {"sql": "speaks no HTTP", "cli": NO_SOCKET}),
    AttackClass(25, "PostgreSQL's protocol before the log-in", "PgBouncer CVE-2026-6664; PostgreSQL CVE-2021-23214, CVE-2021-23222",
                ("coming_in::test_nothing_is_answered_before_a_log_in",),
                {"rest": "HTTP has no such dialogue", "graphql": "HTTP has no such dialogue", "cli": NO_SOCKET}),
    AttackClass(26, "JWT: another algorithm", "PyJWT CVE-2022-29217, CVE-2026-48526; python-jose CVE-2024-33663",
                ("coming_in::test_no_forged_token_lets_in", "coming_in::test_no_claim_makes_an_operator"), {"cli": "takes no token"}),
    AttackClass(27, "An old token, a leader who has left", "membership removed, session still open",
                ("coming_in::test_who_is_taken_out_is_out_of_everything",),
                {"cli": "each command reads the users and policies anew"}),
    AttackClass(28, "YAML", "PyYAML CVE-2020-14343; bombs of aliases, keys twice, NO for false",
                ("documents::test_a_policy_that_can_be_read_in_two_ways_is_not_read",
                 "documents::test_a_model_that_can_be_read_in_two_ways_is_not_read"), FILES),
    AttackClass(29, "Formulas in spreadsheets", "tableExport#230; Grafana #17363 spoilt negative numbers",
                ("documents::test_no_text_is_a_formula_and_no_number_a_text",),
                {"graphql": "writes JSON only", "sql": "COPY writes what PostgreSQL writes, for programs"}),
    AttackClass(30, "Tampering with the audit, lines in the log", "hash chain and an anchor outside; control characters",
                ("audit::test_who_asks_writes_no_line_of_their_own", "audit::test_a_record_that_is_changed_is_named")),
)  # fmt: skip

HEAD = """# Attacks

For those who review the security of Nøgletal. `tests/attacks/` holds one family of tests for each known class of attack on
servers of this kind, each with what has happened to others. A small world is served by a real process; its hidden parts are
canaries, texts and numbers that stand nowhere else. Each attack is made through every interface where there is something
to attack, and what is asserted is not that a refusal came, but that nothing was told:

- **Hidden members** are asked for beside names that do not exist: all that is heard (body, headers, errors, notices) must be
  the same but for the name.
- **Hidden rows** are asked for on two servers, of which the second lacks them: all that is heard must be the same, byte for
  byte. So a count, an order, an error or a hint that differs is found, and not only a value.
- **Suppressed cells** (tier `threshold`) are asked for on two servers, of which the second has other values in them, of the
  same sums: again all that is heard must be the same.
- **The log** of the server is read after each test, and must hold no canary either.
- **The control** asks as who may see it, and hears a difference; a test that could not fail is none.

What is not shown here: two answers that are subtracted from each other ([diskretionering.md](diskretionering.md)); seconds
(nothing is asserted of time, but what is refused by name never reaches the engine); and what an operator of the machine, or
somebody with write access to model or policies, can do.

Run them with `make test ARGS="tests/attacks"`.

| # | Class | Happened elsewhere | Interfaces | Tests |
|---|---|---|---|---|
"""
TITLES = {"rest": "REST", "graphql": "GraphQL", "sql": "SQL", "cli": "command line"}


def attacks_page(attacked: Mapping[str, tuple[str, ...]]) -> str:
    """`docs/attacks.md`. `attacked` says on which interfaces each test runs."""
    return HEAD + "".join(f"| {' | '.join(_cells(one, attacked))} |\n" for one in CLASSES)


def _cells(one: AttackClass, attacked: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield str(one.number)
    yield one.name
    yield one.incident
    reached = {name for test in one.tests for name in attacked[test]}
    told = [TITLES[name] for name in INTERFACES if name in reached]
    told += [f"not {TITLES[name]}: {why}" for name, why in one.absent.items()]
    yield "; ".join(told) or "–"
    modules = dict.fromkeys(f"`test_{test.partition('::')[0]}.py`" for test in one.tests)
    yield ", ".join(
        [
            *modules,
            *(
                [f"to come: `{one.elsewhere.partition(',')[0]}`{one.elsewhere.partition('.py')[2]}"]
                if one.elsewhere
                else []
            ),
        ]
    )


def attacked() -> dict[str, tuple[str, ...]]:
    """On which interfaces each test of the table runs, as the tests say themselves."""
    from importlib import import_module

    tests = {test for one in CLASSES for test in one.tests}
    found = {}
    for test in tests:
        module, _, name = test.partition("::")
        found[test] = getattr(import_module(f"tests.attacks.test_{module}"), name).attacks
    return found


if __name__ == "__main__":
    print(attacks_page(attacked()), end="")
