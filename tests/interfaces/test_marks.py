"""What marks of validation do to a benchmark, by every interface: for who reads all as for one kommune's analyst."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from click.testing import CliRunner, Result

from server.cli import main
from tests.attacks.asking import INTERFACES, Place, serve
from tests.case import canonical
from tests.interfaces.clients.answers import asked_names, rows_of, settled
from tests.server.test_marks import BY_HAND, MARKS
from tests.worlds import PROJECT, World, world

ASKERS = ("direktion", "analytiker_varde")
BEHIND = ("", "__status", "__region", "__region_rang", "__region_antal", "__region__status")
DENIED = ("540 voksne 2024 --as sagsbehandler", "561 voksne 2024 --withdraw --as lokaladmin_varde")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The demo served, with marks made, and two that were tried by who may not."""
    governed: World = replace(world("demo"), policies=PROJECT / "access_policies")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NOGLETAL_STATE", f"sqlite:///{tmp_path_factory.mktemp('marks') / 'state.db'}")
        for line in MARKS:
            assert typed("validering", "set", *line.split()).exit_code == 0
        for line in DENIED:
            assert "A325" in typed("validering", "set", *line.split()).output
        served = serve(governed)
        try:
            yield served
        finally:
            served.close()


def typed(*words: str, **more: str) -> Result:
    return CliRunner(env={"NOGLETAL_POLICIES": str(PROJECT / "access_policies")}).invoke(main, words, **more)


def told(place: Place, query: dict[str, object], who: str, interface: str) -> list[tuple[str | None, ...]]:
    if interface != "cli":
        found = INTERFACES[interface].ask(place, query, who)
        assert not found.codes, found.text
        return list(found.rows)
    where = ("--model", str(place.world.model), "--database", str(place.world.database))
    ran = typed("query", "--query", "-", "--format", "json", "--as", who, *where, input=json.dumps(query))
    assert ran.exit_code == 0, ran.output
    return list(rows_of(json.loads(ran.stdout, parse_float=str), asked_names(query)))


@pytest.mark.parametrize("interface", INTERFACES)
@pytest.mark.parametrize("who", ASKERS)
@pytest.mark.parametrize(
    ("measure", "counts", "status"), [("valideret", "sound", "normal"), ("maerket", "true", "ikke_valideret")]
)
def test_the_groups_follow_the_marks(
    place: Place, measure: str, counts: str, status: str, who: str, interface: str
) -> None:
    """Left out, or kept and marked: as by hand. What was tried by who may not changes nothing."""
    price = f"kommunetal.udgift_pr_modtager_{measure}"
    query = {
        "measures": [price + one for one in BEHIND],
        "dimensions": ["kommunetal.kommune"],
        "filters": [{"member": "kommunetal.kommunekode", "operator": "equals", "values": ["530", "561", "573"]}],
        "timeDimensions": [{"dimension": "kommunetal.maaned", "dateRange": "2024"}],
        "order": {"kommunetal.kommune": "asc"},
    }
    _, rows = world("demo").oracle(BY_HAND.format(counts=counts, status=status))
    places = (None, 0, None, 0, None, None, None)
    wanted = [tuple(settled(canonical(one, at)) for one, at in zip(row, places, strict=True)) for row in rows]
    assert told(place, query, who, interface) == wanted
