"""A question as somebody else would ask it: decision, scope and reasons, or the refusal. Never a value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from semantic.access.grant import Grant
from semantic.audit.asked import Asked, asked_of, holds_persons
from semantic.pipeline import Service, refuse_unrecorded
from semantic.query import Query
from semantic.review.asked import Asker, Verdict
from semantic.review.chain import Chains
from semantic.review.words import grain_in_words, rows_in_words


@dataclass(frozen=True)
class Simulated:
    """`decision` is allowed or refused; then `code`, `message` and `hint` say why, else the others over what.

    `rows` are in words for each cube that is read; `grants` those that cover the question.
    """

    who: str
    roles: tuple[str, ...]
    decision: str
    scope: str = ""
    tier: str = ""
    rows: tuple[str, ...] = ()
    grants: tuple[str, ...] = ()
    grain: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    code: str | None = None
    message: str | None = None
    hint: str | None = None


def simulate(query: Query, asker: Asker, by: str, service: Service) -> Simulated:
    """What would come of the question; what is refused for the number's sake is refused with its code, too.

    Recorded under both names before anything is told: whom it is asked as, and who simulates. Raises LimitError (L530).
    """
    verdict = asker.ask(query)
    asked = _asked(query, asker, by, verdict, service)
    if not service.auditor.opened(asked).durable():
        refuse_unrecorded(asked)
    return _simulated(verdict, asker)


def _asked(query: Query, asker: Asker, by: str, verdict: Verdict, service: Service) -> Asked:
    """The simulation as it is recorded."""
    model = service.generation.model
    found = asked_of(query, asker.principal, model, service.generation.loads.number, service.policies.version)
    found = replace(found, purpose="simulate", asked_by=by)
    if verdict.problems:
        return found.refused(problem.code for problem in verdict.problems)
    grants = (grant.name for decision in verdict.decisions for grant in decision.grants)
    return replace(
        found,
        grants=tuple(dict.fromkeys(grants)),
        fingerprint="-".join(dict.fromkeys(decision.fingerprint for decision in verdict.decisions)),
        scope=verdict.scope,
        personal=found.personal or holds_persons(verdict.rows.keys(), model),
    )


def _simulated(verdict: Verdict, asker: Asker) -> Simulated:
    who, model = (asker.principal.subject, asker.principal.roles), asker.reviewed.model
    if verdict.problems:
        first = verdict.problems[0]
        return Simulated(*who, "refused", code=first.code, message=first.message, hint=first.hint)
    clauses = tuple(dict.fromkeys(one for decision in verdict.decisions for one in decision.clauses))
    chains = Chains(asker.reviewed.policies)
    return Simulated(
        *who,
        "allowed",
        scope=verdict.scope,
        tier=verdict.tier,
        rows=tuple(f"{cube}: {rows_in_words(rule, model)}" for cube, rule in verdict.rows.items()),
        grants=tuple(one.name for one in clauses if isinstance(one, Grant)),
        grain=tuple(dict.fromkeys(grain_in_words(one.grain) for one in clauses if isinstance(one, Grant))),
        reasons=tuple(chains.told(asker.principal.roles, one) for one in clauses),
    )
