"""Deaths: old people who died at home, a few who were not old, one of whom only the year of birth is known."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from demo.births import Maker, spaced
from demo.communes import Commune
from demo.people import Sex, grown_up
from demo.visits import Visit

HOSPITAL = "Bệnh viện Đa khoa tỉnh Bình Định, thành phố Quy Nhơn"


def elder(chance: Random, commune: Commune, on: date, ages: tuple[int, int] = (70, 96), waited: int = 0) -> Visit:
    """Somebody of these ages, registered within two weeks or after so many days."""
    hamlet = commune.hamlet(chance)
    home = commune.residence(hamlet)
    sex: Sex = chance.choice(("male", "female"))
    person = grown_up(chance, sex, ages, on, home)
    teller = grown_up(chance, chance.choice(("male", "female")), (30, 45), on, home)
    values = {
        "deceased_name": person.name,
        "born": person.born,
        "sex": sex,
        "citizen_id": person.citizen_id,
        "ethnic_group": "Kinh",
        "nationality": "Việt Nam",
        "last_residence": home,
        "died_on": f"{on - timedelta(days=waited or chance.randint(1, 12)):%d/%m/%Y}",
        "died_place": home if chance.random() < 0.8 else HOSPITAL,
        "declarant_name": teller.name,
        "declarant_relation": "Con",
        "declarant_residence": home,
        "declarant_citizen_id": teller.citizen_id,
        "hamlet": hamlet,
    }
    return Visit("death", on, values, {})


def adult(chance: Random, commune: Commune, on: date) -> Visit:
    """Somebody under seventy."""
    return elder(chance, commune, on, ages=(44, 66))


def year_only(chance: Random, commune: Commune, on: date) -> Visit:
    """Born in a year of which nobody wrote down the day."""
    usual = elder(chance, commune, on, ages=(84, 90))
    return replace(usual, values={**usual.values, "born": usual.values["born"].rpartition("/")[2]})


def late(chance: Random, commune: Commune, on: date) -> Visit:
    """Registered after fifteen days."""
    return elder(chance, commune, on, waited=chance.randint(19, 34))


SPECIAL: dict[int, tuple[Maker, ...]] = {1: (year_only, adult, late), 2: (adult, late)}


def make(chance: Random, commune: Commune, drawn: list[date]) -> list[Visit]:
    """The deaths of one commune, one for each day drawn."""
    makers = spaced(SPECIAL[commune.desk], len(drawn), elder)
    return [maker(chance, commune, on) for maker, on in zip(makers, drawn, strict=True)]
