"""Whether a household that would get a glad letter is the one that lost somebody.

The books name no household, so it is told from what they do name: the same person by number, or by name where day of
birth and residence do not speak against it; the parents of the dead; whoever came to register the death; one house
number. A hamlet and a family name alone are too little: half of a village has both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from common.dates import PartialDate
from common.names import fold
from desk_app.domain.events import AnyRegistration, Death, Marriage
from desk_app.domain.likeness import agree
from desk_app.domain.people import Declarant, Person
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
class Known:
    """What one paper says of somebody; empty where it says nothing. `place`: the parts of the residence, folded."""

    name: str
    born: PartialDate | None
    number: str
    place: frozenset[str]


@dataclass(frozen=True, slots=True)
class Household:
    """The grown people of a registration; of a birth also its parents again, by what the paper calls them."""

    people: tuple[Known, ...]
    mother: Known | None = None
    father: Known | None = None

    def clues(self) -> frozenset[str]:
        """What a death in this household has in common with it: one of these at least."""
        parents = [("mother", self.mother), ("father", self.father)]
        named = {f"{role} {parent.name}" for role, parent in parents if parent}
        return frozenset(named.union(*map(_clues, self.people)))


@dataclass(frozen=True, slots=True)
class Bereft:
    """What a death tells of its household: the dead, who came for the family, and the parents of the dead."""

    lost: Known
    came: tuple[Known, ...]
    mother: str
    father: str

    def clues(self) -> frozenset[str]:
        """By what its household may be found."""
        named = {f"{role} {name}" for role, name in (("mother", self.mother), ("father", self.father)) if name}
        return frozenset(named.union(*map(_clues, (self.lost, *self.came))))


def mourned_until(death: Death, rules: Rules) -> date:
    """The last day on which glad letters wait (LOOK 3.5: the 49th day after the death). A day of death known in part
    counts as late as it may be, but not after it was registered."""
    died = min(death.died_on.latest(), death.registered_on)
    return died + timedelta(days=rules.value("mourning-days", death.registered_on) or 0)


def bereft(death: Death) -> Bereft:
    """The household of a death, as far as its paper tells."""
    came = [] if death.declarant is None or _official(death.declarant) else list(_declaring(death.declarant))
    mother, father = (name.folded if name else "" for name in (death.mother_name, death.father_name))
    return Bereft(_known(death.deceased, death.last_residence), tuple(came), mother, father)


def household(registration: AnyRegistration) -> Household:
    """The household of a glad registration; a death is glad about nobody and has none. A child that died itself is
    another question, and is asked elsewhere."""
    if isinstance(registration, Death):
        return Household(())
    came = registration.declarant
    declared = [] if came is None or _official(came) else list(_declaring(came))
    if isinstance(registration, Marriage):
        return Household((*(_known(person, person.residence) for person in registration.people()), *declared))
    mother, father = (
        _known(parent, parent.residence) if parent else None for parent in (registration.mother, registration.father)
    )
    return Household((*(parent for parent in (mother, father) if parent), *declared), mother, father)


def bereaves(bereft: Bereft, home: Household) -> bool:
    """Whether this death was in the family that a registration is glad about."""
    lost = (bereft.lost, *bereft.came)
    if any(_may_be_one(one, other) for one in home.people for other in lost):
        return True
    return _lost_a_child(bereft, home) or any(_one_house(one.place, bereft.lost.place) for one in home.people)


def _lost_a_child(bereft: Bereft, home: Household) -> bool:
    """Both parents named alike; where the paper names one, the residence has to agree as well."""
    named = [(name, parent) for name, parent in ((bereft.mother, home.mother), (bereft.father, home.father)) if name]
    if not named or any(parent is None or parent.name != name for name, parent in named):
        return False
    return len(named) > 1 or any(_one_place(parent.place, bereft.lost.place) for _, parent in named if parent)


def _may_be_one(one: Known, other: Known) -> bool:
    if one.number and other.number:
        return one.number == other.number
    if one.name != other.name:
        return False
    if one.born and other.born:
        return agree(one.born, other.born)
    return not (one.place and other.place) or _one_place(one.place, other.place)


def _one_place(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two residences say the same place, one perhaps in fewer words."""
    return bool(one and other) and (one <= other or other <= one)


def _one_house(one: frozenset[str], other: frozenset[str]) -> bool:
    """One place, down to the number of the house."""
    return _one_place(one, other) and any(_HOUSE.fullmatch(part) for part in one & other)


def _clues(known: Known) -> set[str]:
    houses = {f"house {part}" for part in known.place if _HOUSE.fullmatch(part)}
    return {f"name {known.name}", *houses, *([f"number {known.number}"] if known.number else [])}


def _known(person: Person, residence: str) -> Known:
    number = person.citizen_id.digits if person.citizen_id else ""
    return Known(person.name.folded, person.born, number, _parts(residence))


def _declaring(declarant: Declarant) -> Iterator[Known]:
    if declarant.name is not None:
        number = declarant.citizen_id.digits if declarant.citizen_id else ""
        yield Known(declarant.name.folded, None, number, _parts(declarant.residence))


def _parts(residence: str) -> frozenset[str]:
    return frozenset(part for part in (fold(text) for text in residence.split(",")) if part)


def _official(declarant: Declarant) -> bool:
    """Whoever came for an office, or as a neighbour, mourns nobody of his own house."""
    relation = f" {fold(declarant.relation)} "
    return any(f" {word} " in relation for word in _NO_KIN)
