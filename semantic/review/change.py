"""One difference between two states of the policies, in a Danish sentence, with the people whom it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from semantic.model.model import Model
from semantic.review.asked import Reviewed
from semantic.review.chain import Chains
from semantic.review.same import Direction
from semantic.review.words import people_in_words

EVERYBODY = "alle"


@dataclass(frozen=True)
class Change:
    """`who` are roles, or one person; `what` follows them in the sentence. `direction`: mere, mindre or andet.

    `members` are those that it is about, as they are asked; `people` hold one of the roles, or would.
    """

    who: tuple[str, ...]
    what: str
    direction: Direction
    people: tuple[str, ...]
    members: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """`centerchef får ydelser.borger_alder: 1 person: centerchef_voksne`."""
        return f"{_names(self.who)} {self.what}: {people_in_words(self.people)}"


def _names(names: Sequence[str]) -> str:
    return " og ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def members_told(model: Model, names: Iterable[str]) -> str:
    """Names of views' members; a view of which most are named by what is left out."""
    found: dict[str, list[str]] = {}
    for name in names:
        view, _, member = name.partition(".")
        found.setdefault(view, []).append(member)
    return ", ".join(_of_view(model, view, own) for view, own in found.items())


def _of_view(model: Model, view: str, own: list[str]) -> str:
    every = list(model.views[view].members) if view in model.views else own
    left_out = [name for name in every if name not in own]
    if len(own) <= 3 or len(left_out) * 2 > len(every):
        return ", ".join(f"{view}.{name}" for name in own)
    return f"alt i {view}" + (f" uden {', '.join(left_out)}" if left_out else "")


def affected(roles: Iterable[str], *sides: Reviewed) -> tuple[str, ...]:
    """Everybody on either side who holds one of the roles, or one that includes it; by name."""
    found: set[str] = set()
    for side in sides:
        chains = Chains(side.policies)
        wanted = {one for role in roles for one in chains.includers(role)}
        found |= {one.subject for one in side.people if not wanted.isdisjoint(one.principal.roles)}
    return tuple(sorted(found))


def everybody(*sides: Reviewed) -> tuple[str, ...]:
    return tuple(sorted({one.subject for side in sides for one in side.people}))


def merged(changes: Iterable[Change]) -> Iterator[Change]:
    """Changes that say the same of several roles, together; each once."""
    alike: dict[tuple[object, ...], list[Change]] = {}
    for one in changes:
        alike.setdefault((one.what, one.direction, one.members), []).append(one)
    for (what, *_), found in alike.items():
        first = found[0]
        who = tuple(dict.fromkeys(name for one in found for name in one.who))
        people = tuple(sorted({name for one in found for name in one.people}))
        yield Change(who, str(what), first.direction, people, first.members)
