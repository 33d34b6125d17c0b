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
        of_the_name_alone(work.like, folded)


def of_the_name_alone(like: LikeRows, folded: list[str]) -> None:
    """What is asked by day is what is asked by name, and then looked at for the day."""
    hits = 0
    for event, on in product(("birth", "marriage"), DAYS):
        days = {on.iso(), on.iso()[:4], "2025-12-31"}
        every = like.namesakes(event, folded[:2], 2)
        dated = {one for one in every if one.happened_on in days}
        assert set(like.namesakes_on(event, folded[:2], days, 2)) == dated
        first = like.namesakes(event, folded[:2])
        born = {one for one in first if one.born in days or one.born.startswith(on.iso())}
        assert set(like.namesakes_born(event, folded[:2], days, on.iso())) == born
        hits += len(dated) + len(born)
    assert hits > 100
