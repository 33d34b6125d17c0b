"""Births: ordinary ones, and the ones that a desk meets a few times a year."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

from demo import names
from demo.communes import Commune
from demo.people import Sex, Somebody, citizen_id, grown_up, slashed
from demo.visits import Visit

PLACES = (
    "Trung tâm Y tế huyện Tuy Phước, tỉnh Bình Định",
    "Bệnh viện Đa khoa tỉnh Bình Định, thành phố Quy Nhơn",
    "Bệnh viện Bình Định, thành phố Quy Nhơn, tỉnh Bình Định",
)
Maker = Callable[[Random, Commune, date], Visit]


def ordinary(chance: Random, commune: Commune, on: date, waited: int = 0) -> Visit:
    """A child of a married couple, brought in within some weeks, or after so many days."""
    hamlet = commune.hamlet(chance)
    father = grown_up(chance, "male", (23, 41), on, commune.residence(hamlet))
    mother = grown_up(chance, "female", (20, 37), on, commune.residence(hamlet))
    sex: Sex = chance.choice(("male", "female"))
    child = names.child(chance, sex, names.family_of(father.name))
    born = on - timedelta(days=waited or chance.randint(4, 48))
    values = _child(child, sex, born, commune) | {"birth_place": chance.choice(PLACES), "hamlet": hamlet}
    teller = chance.choice((father, mother))
    values |= _declarant(teller)
    return Visit("birth", on, values, {"mother": mother, "father": father})


def single_mother(chance: Random, commune: Commune, on: date) -> Visit:
    """The father is not known: his part stays empty and the child has its mother's family name."""
    usual = ordinary(chance, commune, on)
    mother = usual.people["mother"]
    sex: Sex = "female" if usual.values["sex"] == "female" else "male"
    child = names.child(chance, sex, names.family_of(mother.name))
    values = {**usual.values, "child_name": child, "case": "father_unknown"} | _declarant(mother)
    return Visit("birth", on, values, {"mother": mother})


def longest_name(chance: Random, commune: Commune, on: date) -> Visit:
    """A girl whose name has sixty characters."""
    usual = ordinary(chance, commune, on)
    return Visit("birth", on, {**usual.values, "child_name": names.LONGEST, "sex": "female"}, usual.people)


def highland(chance: Random, commune: Commune, on: date) -> Visit:
    """A child of an Ê Đê father, named as his people name their daughters."""
    usual = ordinary(chance, commune, on)
    born = date(1994, 5, 17)
    residence = usual.people["mother"].residence
    father = Somebody(
        names.HIGHLAND["male"][1], "male", slashed(born), citizen_id(chance, "male", born), residence, "Ê Đê"
    )
    values = {**usual.values, "child_name": names.HIGHLAND["female"][0], "sex": "female", "ethnic_group": "Ê Đê"}
    return Visit("birth", on, values | _declarant(father), {**usual.people, "father": father})


def late(chance: Random, commune: Commune, on: date) -> Visit:
    """Brought in after sixty days."""
    return ordinary(chance, commune, on, waited=chance.randint(68, 110))


def toddler(chance: Random, commune: Commune, on: date) -> Visit:
    """Brought in when the child could already walk."""
    return ordinary(chance, commune, on, waited=425)


def twins(chance: Random, commune: Commune, on: date) -> tuple[Visit, Visit]:
    """Two sons of one day: two registrations, one sheet."""
    first = ordinary(chance, commune, on)
    family = names.family_of(first.people["father"].name)
    pair = [f"{family} Gia Bảo", f"{family} Gia Huy"]
    shared = {**first.values, "sex": "male", "twin_group": f"{on:%Y%m%d}"}
    one, two = (Visit("birth", on, {**shared, "child_name": n}, first.people, twin=shared["twin_group"]) for n in pair)
    return one, two


SPECIAL: dict[int, tuple[Maker, ...]] = {1: (single_mother, late), 2: (longest_name, highland, toddler)}
DESK_OF_TWINS = 1


def make(chance: Random, commune: Commune, drawn: list[date]) -> list[Visit]:
    """The births of one commune, one for each day drawn; twins share a day."""
    visits: list[Visit] = []
    days = iter(drawn)
    if commune.desk == DESK_OF_TWINS and len(drawn) > 1:
        visits += twins(chance, commune, next(days))
        next(days)
    makers = spaced(SPECIAL[commune.desk], len(drawn) - len(visits), ordinary)
    return visits + [maker(chance, commune, on) for maker, on in zip(makers, days, strict=True)]


def spaced(special: tuple[Maker, ...], places: int, usual: Maker) -> Iterator[Maker]:
    """The special ones among the usual ones, evenly; as many of them as there are places."""
    kept = special[:places]
    at = {round((n + 0.5) * places / len(kept) - 0.5): maker for n, maker in enumerate(kept)}
    return (at.get(n, usual) for n in range(places))


def _child(name: str, sex: Sex, born: date, commune: Commune) -> dict[str, str]:
    return {
        "child_name": name,
        "sex": sex,
        "born": slashed(born),
        "home_town": commune.address,
        "ethnic_group": "Kinh",
        "nationality": "Việt Nam",
    }


def _declarant(person: Somebody) -> dict[str, str]:
    return {
        "declarant_name": person.name,
        "declarant_relation": "Mẹ" if person.sex == "female" else "Cha",
        "declarant_residence": person.residence,
        "declarant_citizen_id": person.citizen_id,
    }
