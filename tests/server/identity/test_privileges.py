"""A PrivilegeList gives what its groups give alike; whatever cannot be read, mapped or told apart denies."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from semantic.errors import DeniedError
from server.identity.issuer_settings import PrivilegeSettings
from server.identity.privileges import NAMESPACES, Privileges, read_privileges

VARDE, AARHUS, UNKNOWN = "29189811", "55133018", "12345678"
UNIT, OTHER_UNIT = "0a1b2c3d-0000-4000-8000-000000000001", "0a1b2c3d-0000-4000-8000-000000000002"
ORG, KLE = "urn:dk:kombit:orgUnit", "urn:dk:kombit:KLE"
SETTINGS = PrivilegeSettings.model_validate(
    {
        "roles": {"urn:dk:nogletal:analyse": "analytiker", "urn:dk:nogletal:leder": "enhedsleder"},
        "constraints": {ORG: {"attribute": "enhed"}, KLE: {"attribute": "kle", "type": "strings"}},
        "kommuner": {VARDE: 573, AARHUS: 751},
    }
)


def group(*parts: str, cvr: str | None = VARDE, more: str = "") -> str:
    scope = f' Scope="urn:dk:gov:saml:cvrNumberIdentifier:{cvr}"' if cvr is not None else ""
    return f"<PrivilegeGroup{scope}{more}>{''.join(parts)}</PrivilegeGroup>"


def privilege(name: str = "analyse") -> str:
    return f"<Privilege>urn:dk:nogletal:{name}</Privilege>"


def constraint(value: str, name: str = ORG) -> str:
    return f'<Constraint Name="{name}">{value}</Constraint>'


def listed(*groups: str, space: str = NAMESPACES[0], before: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    text = f'{before}<bpp:PrivilegeList xmlns:bpp="{space}">{"".join(groups)}</bpp:PrivilegeList>'
    return base64.b64encode(text.encode()).decode()


def refused(claim: Any) -> str:
    with pytest.raises(DeniedError) as error:
        read_privileges(claim, SETTINGS)
    return error.value.code


BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "urn:dk:nogletal:analyse"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
DENIED: dict[str, Any] = {
    "missing": None,
    "empty": "",
    "no text": 7,
    "a list": [listed(group(privilege()))],
    "no base64": "<PrivilegeList/>",
    "no XML": base64.b64encode(b"PrivilegeList").decode(),
    "not UTF-8": base64.b64encode(b"<a>\xff</a>").decode(),
    "unknown encoding": listed(group(privilege()), before='<?xml version="1.0" encoding="nope"?>'),
    "too long": listed(group(privilege()), " " * 70_000),
    "too many groups": listed(*[group(privilege())] * 201),
    "entities": listed(group("<Privilege>&b;</Privilege>"), before=BOMB),
    "an outer entity": listed(group("<Privilege>&a;</Privilege>"), before=OUTSIDE),
    "a DOCTYPE": listed(group(privilege()), before="<!DOCTYPE x>"),
    "another namespace": listed(group(privilege()), space="http://andre.dk"),
    "no group": listed(),
    "no group but text": listed("<Other/>"),
    "another system's only": listed(group("<Privilege>urn:dk:andet:alt</Privilege>")),
    "a privilege with more in it": listed(group("<Privilege>urn:dk:nogletal:analyse<Not>573</Not></Privilege>")),
    "a privilege until a day": listed(group('<Privilege Until="2020-01-01">urn:dk:nogletal:analyse</Privilege>')),
    "a constraint turned round": listed(group(privilege(), f'<Constraint Name="{ORG}" Not="true">{UNIT}</Constraint>')),
    "no scope": listed(group(privilege(), cvr=None)),
    "no CVR": listed(group(privilege(), cvr="")),
    "a long CVR": listed(group(privilege(), cvr=f"{VARDE}0")),
    "a CVR in other digits": listed(group(privilege(), cvr="２９１８９８１１")),
    "an unknown kommune": listed(group(privilege(), cvr=UNKNOWN)),
    "an empty constraint": listed(group(constraint(""), privilege())),
    "a blank constraint": listed(group(constraint("  "), privilege())),
    "a nested constraint": listed(group(constraint(f"{UNIT}<a/>"), privilege())),
    "an unknown constraint": listed(group(constraint("x", "urn:dk:ukendt"), privilege())),
    "a constraint without a name": listed(group("<Constraint>x</Constraint>", privilege())),
    "a constraint twice": listed(group(constraint(UNIT), constraint(OTHER_UNIT), privilege())),
    "two units for one": listed(group(constraint(f"{UNIT},{OTHER_UNIT}"), privilege())),
    "an empty part": listed(group(constraint("27.00,,32.30", KLE), privilege())),
    "a delegation": listed(group(privilege(), "<Delegation>x</Delegation>")),
    "a foreign mark": listed(group(privilege(), more=' Until="2026-01-01"')),
    "another's word": listed(group(privilege(), '<o:Constraint xmlns:o="urn:o" Name="x">y</o:Constraint>')),
}


@pytest.mark.parametrize("case", DENIED)
def test_what_cannot_be_read_or_mapped_denies(case: str) -> None:
    assert refused(DENIED[case]) == "A312"


DIFFERENT = {
    "two kommuner": (group(privilege()), group(privilege("leder"), cvr=AARHUS)),
    "the same right in two": (group(privilege()), group(privilege(), cvr=AARHUS)),
    "one of them bound": (group(constraint(UNIT), privilege()), group(privilege("leder"))),
    "the other bound": (group(privilege()), group(constraint(UNIT), privilege())),
    "two units": (group(constraint(UNIT), privilege()), group(constraint(OTHER_UNIT), privilege("leder"))),
    "one in three": (group(privilege()), group(privilege()), group(privilege(), cvr=AARHUS)),
    "more KLE": (group(constraint("27.00", KLE), privilege()), group(constraint("27.00,32.30", KLE), privilege())),
}  # fmt: skip


@pytest.mark.parametrize("case", DIFFERENT)
def test_groups_that_disagree_are_never_mixed(case: str) -> None:
    assert refused(listed(*DIFFERENT[case])) == "A314"
    assert refused(listed(*reversed(DIFFERENT[case]))) == "A314"


@pytest.mark.parametrize("space", NAMESPACES)
def test_one_group_gives_its_roles_bound_to_its_kommune(space: str) -> None:
    found = read_privileges(listed(group(privilege(), privilege("leder")), space=space), SETTINGS)
    assert found == Privileges(("analytiker", "enhedsleder"), {"kommune": 573})


def test_groups_of_the_same_reach_are_one() -> None:
    """Version 1.1 writes a group for each privilege; another system's groups say nothing of ours."""
    other = group("<Privilege>urn:dk:andet:alt</Privilege>", cvr=UNKNOWN)
    bound = constraint("32.30, 27.00", KLE), constraint(UNIT)
    again = constraint(UNIT), constraint("27.00,32.30", KLE)
    found = read_privileges(listed(group(*bound, privilege()), other, group(*again, privilege("leder"))), SETTINGS)
    assert found.roles == ("analytiker", "enhedsleder")
    assert found.attributes == {"kommune": 573, "enhed": UNIT, "kle": ("27.00", "32.30")}


def test_a_list_broken_over_lines_is_read() -> None:
    text = listed(group(privilege()))
    assert read_privileges(f"{text[:40]}\n{text[40:]}\n", SETTINGS).roles == ("analytiker",)
