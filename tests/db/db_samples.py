"""People, events and lines for the tests of the register."""

import os
from datetime import date

from common.dates import PartialDate
from common.names import PersonName
from desk_app.db.journal import Entry
from desk_app.domain.events import Birth, Death, Marriage
from desk_app.domain.people import CitizenId, Person

UNIT = "21994"
BOOK = "01/2026"
DAY = date(2026, 2, 5)


def person(name: str, born: str = "", digits: str = "") -> Person:
    """A person with a name, maybe a day of birth and a personal number."""
    day = PartialDate.parse(born) if born else None
    return Person(PersonName(name), day, citizen_id=CitizenId(digits) if digits else None)


def birth(name: str = "Đặng Văn Lân", born: str = "2026-01-03", number: str = "", **more: object) -> Birth:
    """A birth registered on 05/02/2026."""
    fields = {"registered_on": DAY, "unit": UNIT, "book": BOOK, "number": number, **more}
    return Birth(**fields, child=person(name, born))  # type: ignore[arg-type]


def marriage(husband: str = "Y Moan Êban", wife: str = "H’Hen Niê", number: str = "") -> Marriage:
    """A marriage registered on 05/02/2026."""
    pair = {"husband": person(husband, "1998"), "wife": person(wife, "1999-05")}
    return Marriage(registered_on=DAY, unit=UNIT, book=BOOK, number=number, **pair)


def death(name: str = "Trần Thị Út", number: str = "") -> Death:
    """A death registered on 05/02/2026."""
    died = {"deceased": person(name, "1950"), "died_on": PartialDate(2026, 2)}
    return Death(registered_on=DAY, unit=UNIT, book=BOOK, number=number, **died)  # type: ignore[arg-type]


def subject() -> str:
    """A fresh subject."""
    return os.urandom(16).hex()


def line(about: str | None = None, kind: str = "registered") -> Entry:
    """A line about a birth, with both parts."""
    figures = {"event": "birth", "registered_on": DAY.isoformat(), "registration_type": 1, "late": 0, "unit": UNIT}
    own = figures if kind in ("registered", "amended") else {}
    return Entry(kind, DAY, about or subject(), 1, own, b'{"names":["A"]}', b'{"user":"clerk"}')
