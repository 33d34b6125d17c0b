"""People of the demo and the cards in their pockets. All of them are invented."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Literal
from unicodedata import normalize

from demo import names

Sex = Literal["male", "female"]
# The first three digits: where a birth was registered. Bình Định, mostly.
PREFIXES = {"052": 88, "064": 3, "066": 3, "079": 3, "048": 2, "051": 1}


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as the papers on the desk show them; `born` is day, month and year, or the year alone."""

    name: str
    sex: Sex
    born: str
    citizen_id: str
    residence: str
    ethnic_group: str = "Kinh"

    def values(self, part: str) -> dict[str, str]:
        """The fields of this person in a draft, each after `part`."""
        return {
            f"{part}_name": self.name,
            f"{part}_born": self.born,
            f"{part}_residence": self.residence,
            f"{part}_citizen_id": self.citizen_id,
            f"{part}_ethnic_group": self.ethnic_group,
            f"{part}_nationality": "Việt Nam",
        }


def born_between(chance: Random, oldest: int, youngest: int, on: date) -> date:
    """A birthday of somebody who is between `youngest` and `oldest` full years old on this day."""
    first = date(on.year - oldest, on.month, 1)
    days = (date(on.year - youngest, on.month, 1) - first).days
    return first + timedelta(days=chance.randrange(max(days, 1)))


def slashed(day: date) -> str:
    """The day as a clerk types it."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def citizen_id(chance: Random, sex: Sex, born: date) -> str:
    """Twelve digits: place, century with sex, year, and six drawn by lot."""
    place = chance.choices(list(PREFIXES), weights=list(PREFIXES.values()))[0]
    century = (born.year // 100 - 19) * 2 + (sex == "female")
    return f"{place}{century}{born.year % 100:02d}{chance.randrange(1_000_000):06d}"


def grown_up(chance: Random, sex: Sex, ages: tuple[int, int], on: date, residence: str) -> Somebody:
    """Somebody of these ages (youngest, oldest) on this day."""
    born = born_between(chance, ages[1], ages[0], on)
    named = names.elder if born.year < 1960 else names.grown_up
    return Somebody(named(chance, sex), sex, slashed(born), citizen_id(chance, sex, born), residence)


def card_text(person: Somebody, chance: Random) -> str:
    """What a scanner reads from the card of this person; who is younger never had an older number."""
    day, month, year = person.born.split("/")
    old = f"{chance.randrange(1_000_000_000):09d}" if int(year) < 1999 else ""
    sex = "Nam" if person.sex == "male" else "Nữ"
    issued = f"{chance.randint(1, 28):02d}{chance.randint(3, 12):02d}{chance.randint(2021, 2023)}"
    return "|".join((person.citizen_id, old, person.name, day + month + year, sex, person.residence, issued))


def decomposed(text: str) -> str:
    """The same text with every mark as a letter of its own, as some scanners and systems send it."""
    return normalize("NFD", text)
