"""Whether two registrations may be one event written twice (DOMAIN 1.10), and what makes it likely."""

from __future__ import annotations

from typing import Literal

from common.dates import PartialDate
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage
from desk_app.domain.people import Person

Likeness = Literal["number", "names", "swapped", "letter"]
SUREST_FIRST: tuple[Likeness, ...] = ("number", "names", "swapped", "letter")
_SHORTEST = 4
"""Letters of a name in which one letter less or more still tells the name."""


def likeness(one: AnyRegistration, other: AnyRegistration) -> Likeness | None:
    """How two registrations of one event resemble each other: the same personal number; the same names without marks on
    one day; the same names with day and month changed over; one letter between the names, and one family or spouse.
    Twins are none."""
    if isinstance(one, Birth) and isinstance(other, Birth):
        return _births(one, other)
    if isinstance(one, Marriage) and isinstance(other, Marriage):
        return _marriages(one, other)
    if isinstance(one, Death) and isinstance(other, Death):
        return _deaths(one, other)
    return None


def agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two days may be one, as far as both are known; an unknown day agrees with none."""
    if one is None or other is None:
        return False
    return one.iso().startswith(other.iso()) or other.iso().startswith(one.iso())


def swapped(one: PartialDate, other: PartialDate) -> bool:
    """Whether day and month of one stand as month and day of the other."""
    first, second = one.exact(), other.exact()
    if first is None or second is None or first == second or first.year != second.year:
        return False
    return (first.day, first.month) == (second.month, second.day)


def one_letter(one: str, other: str) -> bool:
    """Whether two folded names differ by one letter: changed, left out, put in, or two neighbours changed over."""
    short, long = sorted((one.replace(" ", ""), other.replace(" ", "")), key=len)
    if short == long or len(short) < _SHORTEST:
        return False
    start = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    turned = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    return turned or short[start + 1 :] == long[start + 1 :]


def _births(one: Birth, other: Birth) -> Likeness | None:
    if _same_number(one.child, other.child):
        return "number"
    group = one.twin_group.strip()
    if group and group == other.twin_group.strip() and one.child.name != other.child.name:
        return None
    if one.child.name.folded == other.child.name.folded:
        return _by_day(one.happened_on, other.happened_on)
    sexes = {one.child.sex, other.child.sex} - {"unknown"}
    slip = one_letter(one.child.name.folded, other.child.name.folded) and len(sexes) < 2
    return "letter" if slip and one.happened_on == other.happened_on and _share_a_parent(one, other) else None


def _marriages(one: Marriage, other: Marriage) -> Likeness | None:
    pairs = ((one.husband, other.husband), (one.wife, other.wife))
    day = _by_day(one.happened_on, other.happened_on)
    same = [_same_number(*pair) or _same_name(*pair) for pair in pairs]
    if all(same):
        return "number" if day and all(_same_number(*pair) for pair in pairs) else day
    slip = any(one_letter(a.name.folded, b.name.folded) for a, b in pairs)
    return "letter" if any(same) and slip and day == "names" else None


def _deaths(one: Death, other: Death) -> Likeness | None:
    if _same_number(one.deceased, other.deceased):
        return "number"
    born = _same_day_of_birth(one.deceased, other.deceased)
    if _same_name(one.deceased, other.deceased):
        return "names" if born else _by_day(one.died_on, other.died_on)
    apart = not agree(one.deceased.born, other.deceased.born)
    slip = one_letter(one.deceased.name.folded, other.deceased.name.folded) and not apart
    return "letter" if slip and one.died_on == other.died_on and one.died_on.exact() else None


def _by_day(one: PartialDate, other: PartialDate) -> Likeness | None:
    if agree(one, other):
        return "names"
    return "swapped" if swapped(one, other) else None


def _same_name(one: Person, other: Person) -> bool:
    return one.name.folded == other.name.folded


def _same_number(one: Person, other: Person) -> bool:
    return one.citizen_id is not None and one.citizen_id == other.citizen_id


def _same_day_of_birth(one: Person, other: Person) -> bool:
    """The whole day: of two people of one name and year there are many."""
    return one.born is not None and one.born.exact() is not None and one.born == other.born


def _share_a_parent(one: Birth, other: Birth) -> bool:
    pairs = ((one.mother, other.mother), (one.father, other.father))
    return any(a and b and (_same_number(a, b) or _same_name(a, b)) for a, b in pairs)
