"""What can still be read of a faulty file: what holds a fault is left out, and its names are remembered as broken."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from semantic.model.broken import Broken

KeyPath = tuple[str | int, ...]
LARGE = ("cubes", "views")  # things whose parts are read although a key of their own is faulty
SECTIONS = ("dimensions", "measures", "segments", "joins", "hierarchies", "cubes")
NAMELESS = ("source", "snapshot", "valid_time", "loaded_at", "meta")
NEEDED = ("name", "dialect")  # without these, nothing else of a large thing can be understood


def cut_for(fault: KeyPath, unknown_key: bool) -> KeyPath:
    """The path to leave out for a fault: an unknown key, else the innermost list item, or one key of a large one."""
    item = _innermost_item(fault)
    if unknown_key and item[2:3] != ("joins",):
        return fault
    if not item:
        return fault[:1]
    if len(item) == 2 and item[0] in LARGE and fault[2:3] and fault[2] not in NEEDED:
        return fault[:3]
    return item


def _innermost_item(path: KeyPath) -> KeyPath:
    return next((path[:end] for end in range(len(path), 0, -1) if isinstance(path[end - 1], int)), ())


def cut_for_double(path: KeyPath, value: Any, broken: Broken) -> KeyPath | None:
    """A large thing keeps the last of the two, but may lack what the first one gave; smaller ones are left out."""
    cut = cut_for(path, unknown_key=False)
    doubt_name(path, value, broken)
    if len(cut) in (1, 3):
        remember(cut, value, broken)
        return None
    return cut


def doubt_name(fault: KeyPath, value: Any, broken: Broken) -> None:
    """Where the fault is in a name itself, whoever names the thing may use another."""
    if fault[-1:] == ("name",) and fault[0] in LARGE:
        home = _name(_at(value, fault[:2]))
        broken.open.add((home,) if home is not None and len(fault) > 3 else ())


def remember(cut: KeyPath, value: Any, broken: Broken) -> None:
    """Notes in `broken` what the model lacks when that path of the value is left out."""
    if not cut or len(cut) == 1 and (cut[0] in LARGE or _holds_names(cut, value)):
        broken.open.add(())
    if cut[:1] == ("noegletal",) and len(cut) < 3:
        broken.records.add(_name(_at(value, cut), "id"))
    if cut[:1] == ("groups",) and len(cut) < 3:
        broken.groups.add(_name(_at(value, cut)))
    if len(cut) < 2 or cut[0] not in LARGE:
        return
    home = _name(_at(value, cut[:2]))
    if home is None:
        broken.open.add(())
    elif len(cut) == 2:
        broken.names.add((home,))
    elif len(cut) == 3 or not isinstance(cut[3], int) or cut[0] == "views":
        broken.maimed.add((home,))
        if len(cut) > 3 or _holds_names(cut, value):
            broken.open.add((home,))
    else:
        _remember_part(home, cut, value, broken)


def _holds_names(cut: KeyPath, value: Any) -> bool:
    """Whether members, joins or cubes may be below the path."""
    return cut[-1] not in NAMELESS and isinstance(_at(value, cut), dict | list) or cut[-1] in (*SECTIONS, "extends")


def _remember_part(home: str, cut: KeyPath, value: Any, broken: Broken) -> None:
    """The same for a member or join of the cube, or for something inside it."""
    name = _name(_at(value, cut[:4]))
    if cut[2] == "joins":
        broken.lost_joins.add(home)
    if name is None:
        broken.open.add((home,))
    elif len(cut) == 4:
        broken.names.add((home, name))
    else:
        broken.maimed.add((home, name))


def without(
    value: Any, lines: Mapping[KeyPath, int], cuts: Set[KeyPath], kept: dict[KeyPath, int], at: KeyPath, to: KeyPath
) -> Any:
    """The value at the path `at` without the cuts; `kept` gets the lines of what stays, by its new path from `to`."""
    if at in lines:
        kept[to] = lines[at]
    if isinstance(value, dict):
        staying = [key for key in value if (*at, key) not in cuts]
        return {key: without(value[key], lines, cuts, kept, (*at, key), (*to, key)) for key in staying}
    if isinstance(value, list):
        indexes = [index for index in range(len(value)) if (*at, index) not in cuts]
        return [without(value[i], lines, cuts, kept, (*at, i), (*to, new)) for new, i in enumerate(indexes)]
    return value


def _at(value: Any, path: KeyPath) -> Any:
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _name(value: Any, key: str = "name") -> str | None:
    name = value.get(key) if isinstance(value, dict) else None
    return name if isinstance(name, str) else None
