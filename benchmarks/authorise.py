"""Deciding on a question for somebody with twenty grants over twenty cubes, nothing kept from one to the next."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Iterator
from datetime import date

import yaml

from benchmarks.compile import CUBES, questions
from benchmarks.figure import Figure
from benchmarks.star import star_model
from semantic.access.link import link_policies, read_policy
from semantic.access.policies import Policies
from semantic.access.principal import Principal
from semantic.access.visible import visible
from semantic.authorise import authorise
from semantic.model.link import link
from semantic.model.model import Model
from semantic.model.read import read_text
from semantic.query import AsOf, Query, ResolvedQuery
from semantic.resolve import resolve

GRANTS = 20
DAY = date(2026, 1, 1)


def star_policies(model: Model, shared: int) -> Policies:
    """One role of twenty grants: each over the lookups and every `shared`-th fact, cut by a region.

    Every other one is cut by the asker's own regions. A question for one fact is covered by twenty of `shared` grants.
    """
    lookups = [name for name in model.cubes if name.startswith("lookup_")]
    facts = [name for name in model.cubes if name.startswith("fact_")]
    grants = []
    for index in range(GRANTS):
        own = index % 2 == 0
        test = {"attribute": "regions"} if own else {"values": [f"region {index % 10}", f"region {index % 7}"]}
        named = [*lookups, *facts[index % shared :: shared]]
        grants.append({
            "name": f"grant_{index}", "reason": "benchmark", "scope": "{regions}" if own else "",
            "members": [f"{cube}.*" for cube in named], "open": lookups[1:],
            "rows": [{"dimension": "lookup_0.region", **test}],
        })  # fmt: skip
    told = dict.fromkeys(("title", "formaal", "hjemmel", "ejer", "godkendt_af"), "benchmark")
    days = {"gyldig_til": date(2030, 1, 1), "naeste_gennemgang": date(2030, 1, 1)}
    role = {"name": "wide", "niveau": "taktisk", **told, **days, "attributes": {"regions": "strings"}, "grants": grants}
    return link_policies([read_policy(yaml.safe_dump({"roles": [role]}), "star.yml")], model)


def resolved(query: Query, model: Model, policies: Policies, asker: Principal) -> ResolvedQuery:
    seen = visible(model, policies.entitle(asker, DAY))
    return resolve(query, seen, lambda cubes, asked: AsOf(DAY, "star"), "Europe/Copenhagen")


def authorise_figures() -> Iterator[Figure]:
    model = link([read_text(star_model(CUBES), "star.yml")])
    yield Figure("authorise_p50_ms", median(model, star_policies(model, shared=3)), "ms")
    yield Figure("authorise_every_grant_covers_p50_ms", median(model, star_policies(model, shared=1)), "ms")


def median(model: Model, policies: Policies) -> float:
    """What it takes to entitle, to decide and to give the rows of every cube touched, a new asker each time."""
    asker = Principal("someone", ("wide",), {"regions": ("region 1", "region 2")})
    asked = [resolved(query, model, policies, asker) for query in questions(CUBES)]
    taken = []
    gc.collect()
    for run, question in enumerate(asked):
        asker = Principal(f"someone {run}", ("wide",), {"regions": ("region 1", f"region {run}")})
        start = time.perf_counter()
        decision = authorise(question, policies.entitle(asker, DAY), model).decision
        for cube in question.cubes:
            decision.rows_of(cube)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)
