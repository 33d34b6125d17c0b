"""A register as large as a busy ward's after twenty years.

A first pile goes through the services a clerk works with; every further registration, letter and journal line has the
same form for other people on other days and is written in bulk. `desk-cli check` walks the whole chain of it.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from common.dates import PartialDate
from common.names import PersonName
from demo import births, deaths, marriages, names
from demo.communes import COMMUNES
from desk_app import house
from desk_app.db.keyring import Cost, Keyring
from desk_app.db.letters import KeptLetter
from desk_app.domain.drafts import draft_from
from desk_app.domain.events import AnyRegistration, Birth, Marriage
from desk_app.domain.people import Person
from desk_app.services.desk import Desk
from desk_app.services.registering import Entered
from desk_app.services.setup import Wished
from exchange.journal import Line
from tools.endurance.bulk import Bulk, Pile, remembering

VIETNAM = timezone(timedelta(hours=7))
LAST = datetime(2045, 11, 20, 8, 30, tzinfo=VIETNAM)
UNIT = "26461"
YEARS = 20
LOGIN = house.Login("clerk", "demo")
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
COMMUNE = COMMUNES[0]
PATTERNS = 20
AT_ONCE = 5000
LYING = 200
"""Of so many letters one was never fetched."""
OLDER = 2000
"""By at most so many days people differ in age from those of their pattern."""
OPEN = 40
"""So many of the newest registrations still wait for their letter."""


@dataclass
class Clock:
    """Calls like a clock, moves like a finger."""

    moment: datetime = LAST

    def __call__(self) -> datetime:
        """The moment."""
        return self.moment


@dataclass(frozen=True, slots=True)
class Pattern:
    """A registration and its letter as the services left them, with their journal lines and the parts behind these."""

    registration: AnyRegistration
    letter: KeptLetter
    lines: tuple[Line, ...]
    parts: dict[tuple[int, str], bytes]


def world(clock: Clock) -> house.World:
    """Practice: a clock in the hand, real randomness."""
    return house.World(clock, secrets.token_bytes, practice=True)


def make(folder: Path, clock: Clock) -> None:
    """An empty register that opens at no cost, founded before everything that will stand in it."""
    clock.moment = LAST - timedelta(days=365 * YEARS + 60)
    wished = Wished(UNIT, COMMUNE.leader, COMMUNE.title, COMMUNE.phone, "01")
    house.set_up(folder, world(clock), LOGIN, wished)
    ring = Keyring(folder, secrets.token_bytes, CHEAP)
    ring.set_password(LOGIN.user, LOGIN.password, ring.unwrap(LOGIN.user, LOGIN.password))


def grow(folder: Path, clock: Clock, wanted: int) -> None:
    """Let a new register grow to so many registrations, each with its letter; days run over the years up to LAST."""
    with closing(house.open_desk(folder, world(clock), LOGIN)) as desk:
        patterns = _patterns(desk)
    key = Keyring(folder, secrets.token_bytes).unwrap(LOGIN.user, LOGIN.password)
    chance, first = Random(wanted), LAST.date() - timedelta(days=365 * YEARS)
    with closing(Bulk(folder, key)) as bulk, remembering():
        for start in range(PATTERNS, wanted, AT_ONCE):
            for n in range(start, min(start + AT_ONCE, wanted)):
                on = first + timedelta(days=365 * YEARS * n // wanted)
                pattern = patterns[n % len(patterns)]
                bulk.add(_pile(pattern, _fresh(pattern.registration, on, chance), wanted - n))
            bulk.flush()
    clock.moment = LAST


def visits(chance: Random, on: date) -> Iterator[Any]:
    """Ordinary visits without end: three births for a marriage and a death."""
    while True:
        for maker in (births.ordinary, births.ordinary, marriages.ordinary, births.ordinary, deaths.elder):
            yield maker(chance, COMMUNE, on)


def _patterns(desk: Desk) -> Sequence[Pattern]:
    source = visits(Random(7), desk.seat.today())
    for visit, _ in zip(source, range(PATTERNS), strict=False):
        if not isinstance(desk.register.enter(draft_from(visit.event, visit.draft({}))), Entered):
            raise AssertionError(visit.values)
    done, _ = desk.letters.prepare_pending()
    desk.letters.printed([made.letter for made in done])
    desk.letters.delivered([made.letter for made in done], "counter", "good")
    return [_pattern(desk, made.covers[0], made.letter) for made in done if len(made.covers) == 1]


def _pattern(desk: Desk, id: int, letter_id: int) -> Pattern:
    with desk.seat.reading() as reading:
        kept, letter = reading.registrations.get(id), reading.letters.get(letter_id)
        if kept is None or letter is None:
            raise AssertionError(id)
        lines = (*reading.journal.of_subject(kept.subject), *reading.journal.of_subject(letter.subject))
        places = {line.position for line in lines}
        parts = {
            (part.position, name): part.body
            for name, several in (
                ("shared", reading.journal.shared_parts(1, max(places))),
                ("home", reading.journal.home_parts(1, max(places))),
            )
            for part in several
            if part.position in places
        }
    return Pattern(kept.registration, letter, lines, parts)


def _pile(pattern: Pattern, registration: AnyRegistration, left: int) -> Pile:
    """Everything that one visit leaves; of the newest nobody has made the letter yet."""
    entered, *about_letter = pattern.lines
    figures = {**entered.figures, "registered_on": registration.registered_on.isoformat()}
    lines = [msgspec.structs.replace(entered, figures=figures)]
    letter, lying = None, left % LYING == 0
    if left > OPEN:
        letter = replace(pattern.letter, state="printed" if lying else "delivered")
        lines += about_letter[:2] if lying else about_letter
    return Pile(registration, letter, lines, pattern.parts)


def _fresh(old: AnyRegistration, on: date, chance: Random) -> AnyRegistration:
    """The same again for other people on another day; as many days lie between what happened and its registration."""
    changed: dict[str, Any] = {"registered_on": on}
    later = (on - old.registered_on).days
    if isinstance(old, Birth):
        father, mother = _somebody(old.father, chance, later), _somebody(old.mother, chance, later)
        child = names.child(chance, "male", names.family_of(father.name.text) if father else "Lê")
        newborn = replace(old.child, name=_name(child), born=_moved(old.child.born, later))
        changed |= {"father": father, "mother": mother, "child": newborn}
    elif isinstance(old, Marriage):
        changed |= {"husband": _somebody(old.husband, chance, later), "wife": _somebody(old.wife, chance, later)}
    else:
        died_on = _moved(old.died_on, later)
        changed |= {"deceased": _somebody(old.deceased, chance, later), "died_on": died_on}
    return replace(old, **changed)


def _somebody(person: Person | None, chance: Random, later: int) -> Person | None:
    if person is None:
        return None
    sex = person.sex if person.sex in names.GIVEN else "male"
    born = _moved(person.born, later - chance.randrange(OLDER))
    return replace(person, name=_name(names.grown_up(chance, sex)), born=born, citizen_id=None)


def _moved(day: PartialDate | None, later: int) -> PartialDate | None:
    if day is None or (exact := day.exact()) is None:
        return day
    return PartialDate.of(exact + timedelta(days=later))


@cache
def _name(text: str) -> PersonName:
    """Tidying and folding a name takes longer than writing its rows, and people share names."""
    return PersonName(text)
