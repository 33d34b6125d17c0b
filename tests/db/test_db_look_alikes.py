"""Who looks for the same people about the same day finds exactly what reading everything would find."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from random import Random

from db_samples import birth, marriage, subject

from common.dates import PartialDate
from common.names import PersonName
from desk_app.db.likeness import LikeRows
from desk_app.domain.events import AnyRegistration, Birth
from desk_app.domain.people import Person

NAMES = ("Lê Thị Lan", "Lê Thị Hoa", "Đặng Văn Tám")
FIRST = date(2025, 12, 30)
DAYS = [PartialDate(2025), PartialDate(2026, 1), PartialDate(2025, 12)]
DAYS += [PartialDate.of(FIRST + timedelta(days=n)) for n in range(4)]


def somebody(chance: Random) -> Person:
    return Person(PersonName(chance.choice(NAMES)), chance.choice([*DAYS, None]))


def any_of(chance: Random) -> AnyRegistration:
    if chance.random() < 0.3:
        pair = marriage(chance.choice(NAMES), chance.choice(NAMES))
        return replace(pair, registered_on=FIRST + timedelta(chance.randrange(4)))
    parents = {"mother": somebody(chance), "father": somebody(chance)}
    return birth(chance.choice(NAMES), chance.choice(DAYS).iso(), **parents)


def by_reading(
    kept: dict[int, AnyRegistration], event: str, names: tuple[str, ...], on: PartialDate | None
) -> list[int]:
    found = []
    for id, one in kept.items():
        named = [person for person in one.people() if person.name.folded in names]
        days = {one.happened_on.iso()} | {person.born.iso() for person in named if person.born}
        agrees = on is None or any(day.startswith(on.iso()) or on.iso().startswith(day) for day in days)
        if one.event == event and {person.name.folded for person in named} == set(names) and agrees:
            found.append(id)
    return found


def test_names_and_day_together_find_what_reading_everything_finds(register) -> None:
    chance, hits = Random(4), 0
    folded = [PersonName(name).folded for name in NAMES]
    with register.work() as work:
        kept = {work.registrations.add(one, subject()).id: one for one in (any_of(chance) for _ in range(60))}
        void = next(id for id, one in kept.items() if isinstance(one, Birth))
        work.registrations.void(void, "ghi nhầm")
        del kept[void]
        for event, names, on in product(
            ("birth", "marriage", "death"), [*((name,) for name in folded), (folded[0], folded[2])], [*DAYS, None]
        ):
            expected = by_reading(kept, event, names, on)
            assert list(work.registrations.alike(event, names, on)) == expected, (event, names, on)
            hits += len(expected)
        assert hits > 100
        of_the_day_alone(work.like, kept, folded)


def of_the_day_alone(like: LikeRows, kept: dict[int, AnyRegistration], folded: list[str]) -> None:
    """What is asked by day, or by name and day of birth, is what reading everything would find."""
    hits = 0
    for event, on in product(("birth", "marriage"), DAYS):
        days, those = {on.iso(), on.iso()[:4]}, {id: one for id, one in kept.items() if one.event == event}
        named = [(id, who.name.folded, one.happened_on.iso()) for id, one in those.items() for who in one.people()]
        dated = [row for row in named if row[2] in days]
        assert sorted(like.people_on(event, days)) == sorted(dated)
        born = [id for id, one in those.items() for who in one.people() if _is(who, folded[:2], days)]
        assert sorted(like.born_on(event, folded[:2], days)) == sorted(born)
        hits += len(dated) + len(born)
    assert hits > 100


def _is(who: Person, folded: list[str], days: set[str]) -> bool:
    return who.name.folded in folded and who.born is not None and who.born.iso() in days
