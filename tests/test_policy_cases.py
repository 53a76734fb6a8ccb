"""The cases of the project's own policies hold, and each policy is held by some of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from semantic.access.link import CASES, link_policies, read_policies, read_policy
from semantic.access.policies import Policies, open_to_operator
from semantic.metric_tests.labs import Lab
from semantic.metric_tests.read import find_files
from semantic.metric_tests.report import details
from semantic.pipeline import Service
from semantic.policy_tests.read import PolicyCase, read_cases
from semantic.policy_tests.run import run
from tests.worlds import PROJECT, service, world

FOLDER = PROJECT / "access_policies"
EVERY = [case for file in find_files([FOLDER], CASES) for case in read_cases(file, str(file.relative_to(PROJECT)))]


def lab_under(policies: Policies) -> Lab:
    operator = open_to_operator("operatoer", "A test reads all.").roles.values()
    demo = Service(service("demo").generation, policies.beside(*operator))
    return Lab(demo, {"demo": world("demo").database})


@cache
def ours() -> Lab:
    return lab_under(link_policies(read_policies(FOLDER), service("demo").generation.model))


@pytest.mark.parametrize("case", EVERY, ids=lambda case: f"{Path(case.file).name.partition('.')[0]}: {case.name}")
def test_the_case_holds(case: PolicyCase) -> None:
    assert list(details(run(case, ours()))) == []


# What a slip of the pen could do to a policy, and a case that then fails: (role, what is written, what stands instead).
SLIPS = (
    ("aabne_tal", "          - regnskab.*\n", ""),
    ("aabne_tal", "- kommuner.*", "- kommuner.kommune"),
    ("aabne_tal", "gyldig_til: 2028-12-31", "gyldig_til: 2029-12-31"),
    ("analytiker", "        except: [kommunetal.aldersgruppe, kommunetal.tilbud]\n", ""),
    ("analytiker", "        grain: {time: month}\n", "        grain: {rows: true}\n"),
    ("analytiker", "        open: [kommunetal, kommuner, validering]",
     "        rows: [{dimension: kommuner.kommunekode, attribute: kommune}]\n        open: [kommuner]"),
    ("analytiker", "kommune: integer", "kommune: integers"),
    ("analytiker", "members: [kommunetal.*, kommuner.*]", "members: [kommunetal.udgift_kr, kommuner.*]"),
    ("analytiker", "        except: [elevtal.undervisningstilbud, elevtal.klassetrin]\n", ""),
    ("analytiker", "        tier: threshold\n        thresholds: {persons: 5, share: 80, alike: 10}\n", ""),
    ("centerchef", "via: [ansvarlig_nu]", "via: [ansvarlig_da]"),
    ("centerchef", "borger: [ydelse, afgoerelse, ", "borger: [afgoerelse, "),
    ("centerchef", "organisation: strings", "organisation: string"),
    ("enhedsleder", "via: [ansvarlig_da]", "via: [ansvarlig_nu]"),
     ("enhedsleder", "borger: [ydelse, afgoerelse, ", "borger: [ydelse, "),
    ("enhedsleder", "includes: [aabne_tal]", "includes: [direktion]"),
    ("sagsbehandler", "borger: [ydelse, afgoerelse, ", "borger: [afgoerelse, "),
    ("sagsbehandler", "ydelse.sagsbehandler\n            attribute: sagsbehandler",
     "ydelse.enhed\n            attribute: sagsbehandler"),
    ("sagsbehandler", "includes: [aabne_tal]", "includes: [enhedsleder]"),
    ("direktion", "        except: [kommunetal.aldersgruppe, kommunetal.tilbud]\n", ""),
    ("direktion", "        except: [elevtal.undervisningstilbud, elevtal.klassetrin]\n", ""),
    ("direktion", "gyldig_til: 2028-12-31", "gyldig_til: 2027-12-31"),
    ("udvalg", "catalogue: true", "open: [ydelse, afgoerelse, ophold, rusmiddelforloeb, boligforloeb, "
     "overgang, borger, bydel, beholdning, organisation, kommunetal, elevtal, "
     "elevbevaegelse]"),
    ("udvalg", "          - ydelse.borger_id\n", ""),
    ("udvalg", "members: [tilbud.*, pladser.*, kommuner.*]\n        open: [tilbud, ",
     "members: [tilbud.*, pladser.*, ophold.*, kommuner.*]\n        open: [ophold, tilbud, "),
    ("offentlig", "catalogue: true", "open: [kommunetal]"),
    ("offentlig", "          - ydelse.*\n", ""),
    ("governance", "catalogue: true\n", "open: [kommuner, befolkning, indbyggere, indikatorer, regnskab, varde_108, "
     "varde_108_totaler, varde_prognose, kommunetal, organisation, borger, ydelse, afgoerelse, ophold, "
     "rusmiddelforloeb, boligforloeb, overgang, tilbud, pladser, beholdning, ansaettelse, fravaer, "
     "rekruttering, haendelse, klage, underretning, anbringelse, forebyggende, magtanvendelse, venteliste, "
     "enkeltsag, refusionsgraense, momsandel, dagkonvention, ansatmaaned, udredning, beskaeftigelse, skolegang, "
     "stoetteaktivitet, bopael, bydel, elevtal, elevbevaegelse, "
     "anbringelsesudgift, folketal_alder, flytning]\n"),
    ("governance", "reviews: true", "reviews: false"),
    ("enhedsleder", "    writes_notes: true\n", ""),
    ("sagsbehandler", "    attributes:\n", "    writes_notes: true\n    attributes:\n"),
    ("lokaladministrator", "includes: [aabne_tal]", "includes: [analytiker]"),
    ("tvaerblik", "        tier: threshold\n        thresholds: {persons: 5, share: 80, alike: 10}\n", ""),
    ("tvaerblik", "persons: 5", "persons: 2"),
    ("tvaerblik", "        grain: {time: month}\n", ""),
    ("tvaerblik", "persons: 10", "persons: 2"),
    ("analytiker", "except: [flytning.anden_region, ", "except: ["),
    ("direktion", "except: [flytning.anden_region, ", "except: ["),
)  # fmt: skip


def _slipped(role: str, written: str, instead: str) -> Policies:
    name = f"access_policies/roles/{role}.yml"
    text = (PROJECT / name).read_text("utf-8")
    assert text.count(written) >= 1, written
    files = [file if file.name != name else read_policy(text.replace(written, instead, 1), name)
             for file in read_policies(FOLDER)]  # fmt: skip
    return link_policies(files, service("demo").generation.model)


@pytest.mark.parametrize(("role", "written", "instead"), SLIPS, ids=[f"{one[0]}: {one[2][:40]}" for one in SLIPS])
def test_a_slip_is_found(role: str, written: str, instead: str) -> None:
    lab = lab_under(_slipped(role, written, instead))
    own = [case for case in EVERY if role in case.roles]
    assert any(run(case, lab).status == "failed" for case in own)


def test_every_role_is_slipped_in() -> None:
    assert {role for role, _, _ in SLIPS} == set(ours().service.policies.roles) - {"operatoer"}
