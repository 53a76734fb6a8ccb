"""The visible model → Cube's catalogue. What the asker may not see is not in it, nor counted in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from semantic.access.visible import VisibleModel, drilled
from semantic.model.distinct import distinct_name, distinct_title
from semantic.model.grain import GRAINS, Grain
from semantic.model.hierarchy import ViewHierarchy
from semantic.model.looks import Folder, Link
from semantic.model.model import (
    DISTINCT_SUFFIX,
    REST_SUFFIX,
    STAMPS,
    STATUS_SUFFIX,
    SUBTOTAL_SUFFIX,
    Dimension,
    Formula,
    Measure,
    Segment,
    View,
    ViewMember,
)
from server.rest.formats import format_of

Entry = dict[str, Any]


def catalogue(visible: VisibleModel, only_views: bool = False) -> Entry:
    """The answer of `/meta`, with the cubes or without."""
    listed = sorted(visible.views.values(), key=lambda view: view.name)
    numbered = enumerate(listed, 1)  # before the cubes are left out, so that a view's number is the same in both
    return {"cubes": [_view(view, number, visible) for number, view in numbered if not (only_views and view.is_cube)]}


def _view(view: View, number: int, visible: VisibleModel) -> Entry:
    members = list(view.members.values())
    return _known({
        "name": view.name,
        "type": "cube" if view.is_cube else "view",
        "title": view.title,
        "description": view.description,
        "isVisible": True,
        "public": True,
        "connectedComponent": number,
        "meta": {**view.meta, **({"synthetic": True} if view.synthetic else {}), "stamps": list(STAMPS)},
        "measures": [measure(view, one, visible) for one in members if isinstance(one.member, Measure)],
        "dimensions": [dimension(view, one) for one in members if isinstance(one.member, Dimension)],
        "segments": [segment(view, one) for one in members if isinstance(one.member, Segment)],
        "hierarchies": [_hierarchy(view, one) for one in view.hierarchies],
        "folders": [{"name": one.name, "members": list(dict.fromkeys(_inside(view, one)))} for one in view.folders],
        "nestedFolders": [_nested(view, one) for one in view.folders],
    })  # fmt: skip


def _hierarchy(view: View, hierarchy: ViewHierarchy) -> Entry:
    name = f"{view.name}.{hierarchy.name}"
    return {"name": name, "title": hierarchy.title, "levels": list(hierarchy.levels), "public": True}


def _nested(view: View, folder: Folder) -> Entry:
    parts = [_nested(view, one) if isinstance(one, Folder) else f"{view.name}.{one}" for one in folder.parts]
    return {"name": folder.name, "members": parts}


def _inside(view: View, folder: Folder) -> Iterator[str]:
    """Everything in the folder and the folders in it, for clients that know one level."""
    for one in folder.parts:
        if isinstance(one, Folder):
            yield from _inside(view, one)
        else:
            yield f"{view.name}.{one}"


def _member(view: View, entry: ViewMember) -> Entry:
    return {
        "name": f"{view.name}.{entry.name}",
        "title": f"{view.title} {entry.title}",
        "shortTitle": entry.title,
        "description": entry.description,
        "format": format_of(entry),
        "currency": entry.looks.currency,
        "isVisible": True,
        "public": True,
    }


def measure(view: View, entry: ViewMember, visible: VisibleModel) -> Entry:
    """Drill members that the asker may not ask are left out."""
    member = entry.member
    assert isinstance(member, Measure)
    drill = drilled(entry, view, visible)
    measures = {name for name in drill if _is_measure(name, visible)}
    stages = (member.body.stage, *member.body.part_stages) if isinstance(member.body, Formula) else ()
    is_cumulative = any(stage is not None and stage.window is not None for stage in stages)
    about = {
        **entry.meta,
        "unit": member.unit,
        "decimals": member.decimals,
        "polarity": member.polarity,
        "status": f"{view.name}.{entry.name}{STATUS_SUFFIX}",
    }
    return _known({
        **_member(view, entry),
        "type": _kind(member.data_type),
        "aggType": member.type,
        "cumulative": is_cumulative,
        "cumulativeTotal": is_cumulative,
        "drillMembers": list(drill),
        "drillMembersGrouped": {
            "measures": [name for name in drill if name in measures],
            "dimensions": [name for name in drill if name not in measures],
        },
        "meta": _known(about),
    })  # fmt: skip


def _is_measure(name: str, visible: VisibleModel) -> bool:
    found = visible.member(*name.split("."))
    return found is not None and isinstance(found.member, Measure)


def _kind(data_type: str) -> str:
    return {"text": "string", "boolean": "boolean", "date": "time", "timestamp": "time"}.get(data_type, "number")


def dimension(view: View, entry: ViewMember) -> Entry:
    member = entry.member
    assert isinstance(member, Dimension)
    grains = [granularity(grain) for grain in (*GRAINS.values(), *member.granularities.values())]
    counted = distinct_name(view.name, entry)
    of_no_row: Entry = {"switch": list(member.switch)} if member.switch else {"period": True}
    about: Entry = {"countDistinct": counted} if counted else of_no_row
    return _known({
        **_member(view, entry),
        "type": member.kind,
        "suggestFilterValues": entry.looks.suggests_values,
        "order": entry.looks.order,
        "links": [_link(one) for one in entry.looks.links] or None,
        "primaryKey": member.primary_key,
        "granularities": grains if member.kind == "time" else None,
        "meta": {**entry.meta, **about},
    })  # fmt: skip


def distinct_count(view: View, entry: ViewMember) -> Entry:
    """What is said of the companion that counts a dimension's values, beside an answer."""
    title = distinct_title(entry.title)
    return {"title": f"{view.title} {title}", "shortTitle": title, "type": "number"}


def granularity(grain: Grain) -> Entry:
    """The grain as Cube's clients read it: a length, and where its periods begin unless that is told by the length."""
    length = grain.length
    interval = f"1 {grain.name}" if grain.is_plain else f"{length.months} month" if length.months else (
        f"{length.seconds} second")  # fmt: skip
    entry = {"name": grain.name, "title": grain.title, "interval": interval}
    return entry if grain.is_plain else {**entry, "origin": f"{grain.origin.isoformat()}.000"}


def _link(link: Link) -> Entry:
    """What a client shows of a link; the SQL of its address and of what it hands on is nobody's."""
    return {key: list(value) if key == "params" else value for key, value in asdict(link).items() if value}


def segment(view: View, entry: ViewMember) -> Entry:
    return _known({**_member(view, entry), "meta": dict(entry.meta) or None})


def described(name: str, visible: VisibleModel) -> Entry | None:
    """The catalogue's entry of one visible member, or of a status, a count of values, a flag or a stamp column."""
    view_name, _, member_name = name.partition(".")
    view = visible.views.get(view_name)
    if view is None:
        return None
    if member_name in STAMPS or member_name.endswith(STATUS_SUFFIX):
        return {"title": f"{view.title} {member_name}", "shortTitle": member_name, "type": "string"}
    if member_name.endswith((SUBTOTAL_SUFFIX, REST_SUFFIX)):
        return {"title": f"{view.title} {member_name}", "shortTitle": member_name, "type": "boolean"}
    entry = view.members.get(member_name.removesuffix(DISTINCT_SUFFIX))
    if entry is None:
        return None
    if member_name.endswith(DISTINCT_SUFFIX):
        return distinct_count(view, entry)
    if isinstance(entry.member, Measure):
        return measure(view, entry, visible)
    return dimension(view, entry) if isinstance(entry.member, Dimension) else segment(view, entry)


def described_grain(name: str, granularity: str, visible: VisibleModel) -> Entry | None:
    """The catalogue's entry of one granularity of a visible time dimension."""
    about = described(name, visible) or {}
    return next((grain for grain in about.get("granularities") or () if grain["name"] == granularity), None)


ANNOTATED = (
    "title", "shortTitle", "description", "type", "format", "currency", "meta", "drillMembers", "drillMembersGrouped",
)  # fmt: skip


def annotated(names: Iterable[str], visible: VisibleModel) -> dict[str, Entry]:
    """What `/load` says of each named member beside the data."""
    found = {name: described(name, visible) for name in names}
    return {
        name: {key: entry[key] for key in ANNOTATED if key in entry}
        for name, entry in found.items()
        if entry is not None
    }


def _known(entry: Mapping[str, Any]) -> Entry:
    return {key: value for key, value in entry.items() if value is not None}
