"""Whether a household that would get a glad letter is the one that lost somebody.

The books name no household, so it is told from what they do name: the same person by number, or by name where day of
birth and residence do not speak against it; the parents of the dead; whoever came to register the death; one house
number. A hamlet and a family name alone are too little: half of a village has both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from common.dates import PartialDate
from common.names import fold
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage
from desk_app.domain.likeness import agree
from desk_app.domain.people import CitizenId, Declarant, Person
from desk_app.domain.rules import Rules

_NO_KIN = (
    "can bo",
    "cong chuc",
    "truong thon",
    "to truong",
    "truong ap",
    "cong an",
    "nhan vien",
    "dai dien",
    "hang xom",
)
_HOUSE = re.compile(r"(so nha |nha so |so )?\d+[a-z]?(/\d+[a-z]?)*( .*)?")


@dataclass(frozen=True, slots=True)
class _Known:
    """What one paper says of somebody; empty where it says nothing. `residence` is the parts of it, folded."""

    name: str
    born: PartialDate | None
    number: CitizenId | None
    residence: frozenset[str]

    def marks(self) -> Iterator[str]:
        """What two papers have to share, at the least, to speak of one person or of one house."""
        yield self.name
        yield from self.houses()
        if self.number:
            yield self.number.digits

    def houses(self) -> Iterator[str]:
        """The parts of the residence that tell a house."""
        return (part for part in self.residence if _HOUSE.fullmatch(part))


@dataclass(frozen=True, slots=True)
class _Paper:
    """A death: whom it names as lost, and who came to register it for the family."""

    death: Death
    lost: _Known
    came: tuple[_Known, ...]

    def marks(self) -> Iterator[str]:
        """The marks of everybody named, parents included."""
        for one in (self.lost, *self.came):
            yield from one.marks()
        yield from (name.folded for name in (self.death.mother_name, self.death.father_name) if name is not None)


class Deaths:
    """Deaths, each told by its place, found by what their papers name: a large ward has hundreds in seven weeks."""

    def __init__(self, deaths: Iterable[Death]) -> None:
        self._papers = tuple(map(_paper, deaths))
        self._by_mark: dict[str, set[int]] = {}
        for place, paper in enumerate(self._papers):
            for mark in paper.marks():
                self._by_mark.setdefault(mark, set()).add(place)

    def bereaving(self, registration: AnyRegistration) -> list[int]:
        """The places of those that were in a family which the registration is glad about."""
        family = tuple(_family(registration))
        near = {place for one in family for mark in one.marks() for place in self._by_mark.get(mark, ())}
        return [place for place in sorted(near) if _bereaves(self._papers[place], registration, family)]


def mourned_until(death: Death, rules: Rules) -> date:
    """The last day on which glad letters wait (LOOK 3.5: the 49th day after the death). A day of death known in part
    counts as late as it may be, but not after it was registered."""
    died = min(death.died_on.latest(), death.registered_on)
    return died + timedelta(days=rules.value("mourning-days", death.registered_on) or 0)


def bereaves(death: Death, registration: AnyRegistration) -> bool:
    """Whether this death was in a family that the registration is glad about; a death is glad about nobody."""
    return bool(Deaths([death]).bereaving(registration))


def _bereaves(paper: _Paper, registration: AnyRegistration, family: Sequence[_Known]) -> bool:
    if any(_may_be_one(one, other) for one in family for other in (paper.lost, *paper.came)):
        return True
    return _lost_a_child(paper, registration) or any(_one_house(one, paper.lost) for one in family)


def _paper(death: Death) -> _Paper:
    mourns = death.declarant is not None and not _official(death.declarant)
    came = tuple(_declaring(death.declarant)) if mourns and death.declarant else ()
    return _Paper(death, _known(death.deceased, death.last_residence), came)


def _family(registration: AnyRegistration) -> Iterator[_Known]:
    """Grown people of the registration. A child that died itself is another question, and is asked elsewhere."""
    if isinstance(registration, Death):
        return
    people = registration.people() if isinstance(registration, Marriage) else _parents(registration)
    yield from (_known(person, person.residence) for person in people)
    if registration.declarant is not None and not _official(registration.declarant):
        yield from _declaring(registration.declarant)


def _parents(birth: Birth) -> tuple[Person, ...]:
    return tuple(person for person in (birth.mother, birth.father) if person is not None)


def _lost_a_child(paper: _Paper, registration: AnyRegistration) -> bool:
    """Both parents named alike; where the paper names one, the residence has to agree as well."""
    if not isinstance(registration, Birth):
        return False
    death = paper.death
    told = [(death.mother_name, registration.mother), (death.father_name, registration.father)]
    named = [(name.folded, parent) for name, parent in told if name is not None]
    if not named or any(parent is None or parent.name.folded != name for name, parent in named):
        return False
    return len(named) > 1 or any(
        _one_place(_parts(parent.residence), paper.lost.residence) for _, parent in named if parent
    )


def _may_be_one(one: _Known, other: _Known) -> bool:
    if one.number and other.number:
        return one.number == other.number
    if one.name != other.name:
        return False
    if one.born and other.born:
        return agree(one.born, other.born)
    return not (one.residence and other.residence) or _one_place(one.residence, other.residence)


def _one_place(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two residences say the same place, one perhaps in fewer words."""
    return bool(one and other) and (one <= other or other <= one)


def _one_house(one: _Known, other: _Known) -> bool:
    """One place, down to the number of the house."""
    return _one_place(one.residence, other.residence) and all(any(known.houses()) for known in (one, other))


def _parts(residence: str) -> frozenset[str]:
    return frozenset(part for part in (fold(text) for text in residence.split(",")) if part)


def _known(person: Person, residence: str) -> _Known:
    return _Known(person.name.folded, person.born, person.citizen_id, _parts(residence))


def _declaring(declarant: Declarant) -> Iterator[_Known]:
    if declarant.name is not None:
        yield _Known(declarant.name.folded, None, declarant.citizen_id, _parts(declarant.residence))


def _official(declarant: Declarant) -> bool:
    """Whoever came for an office, or as a neighbour, mourns nobody of his own house."""
    relation = f" {fold(declarant.relation)} "
    return any(f" {word} " in relation for word in _NO_KIN)
