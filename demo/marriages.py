"""Marriages: mostly young people, one couple whose hair is grey, one groom from the highlands."""

from dataclasses import replace
from datetime import date
from random import Random

from demo import names
from demo.births import Maker, spaced
from demo.communes import Commune
from demo.people import Somebody, citizen_id, grown_up, slashed
from demo.visits import Visit

NEIGHBOURS = ("xã Phước Hiệp", "xã Phước Hưng", "xã Phước Lộc", "thị trấn Tuy Phước", "thị trấn Diêu Trì")
HIGHLAND_VILLAGE = "buôn Ea Nai, xã Ea Tóh, huyện Krông Năng, tỉnh Đắk Lắk"


def ordinary(chance: Random, commune: Commune, on: date, ages: tuple[int, int] = (22, 34)) -> Visit:
    """Two people of these ages, at least one of them from this commune."""
    hamlet = commune.hamlet(chance)
    here = commune.residence(hamlet)
    there = f"{chance.choice(NEIGHBOURS)}, huyện Tuy Phước, tỉnh Bình Định" if chance.random() < 0.6 else here
    homes = [here, there]
    chance.shuffle(homes)
    husband = grown_up(chance, "male", (max(ages[0], 21), ages[1]), on, homes[0])
    wife = grown_up(chance, "female", (max(ages[0] - 2, 19), ages[1] - 2), on, homes[1])
    return Visit("marriage", on, {"hamlet": hamlet}, {"husband": husband, "wife": wife})


def elderly(chance: Random, commune: Commune, on: date) -> Visit:
    """Both have been married before; the letter wishes them quiet years."""
    usual = ordinary(chance, commune, on, ages=(60, 67))
    return replace(usual, values={**usual.values, "case": "remarriage"})


def highland(chance: Random, commune: Commune, on: date) -> Visit:
    """The groom comes from an Ê Đê village and moves to his bride's home."""
    usual = ordinary(chance, commune, on)
    born = date(1997, 11, 2)
    husband = Somebody(
        names.HIGHLAND["male"][0], "male", slashed(born), citizen_id(chance, "male", born), HIGHLAND_VILLAGE, "Ê Đê"
    )
    wife = replace(usual.people["wife"], residence=commune.residence(usual.values["hamlet"]))
    return replace(usual, people={"husband": husband, "wife": wife})


SPECIAL: dict[int, tuple[Maker, ...]] = {1: (highland,), 2: (elderly,)}


def make(chance: Random, commune: Commune, drawn: list[date]) -> list[Visit]:
    """The marriages of one commune, one for each day drawn."""
    makers = spaced(SPECIAL[commune.desk], len(drawn), ordinary)
    return [maker(chance, commune, on) for maker, on in zip(makers, drawn, strict=True)]
