"""Rows of the ministry's sheet for tests: births of one old book, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from demo import names
from desk_app.services.intake import SheetLine


def birth(n: int, day: date = date(2026, 11, 2), **texts: str) -> SheetLine:
    """The n-th birth of a book, registered on that day, its child three weeks old; `texts` say otherwise."""
    chance = Random(n)
    father = names.grown_up(chance, "male")
    told: Mapping[str, str] = {
        "child_name": names.child(chance, "male", names.family_of(father)),
        "born": f"{day - timedelta(days=21):%d.%m.%Y}",
        "sex": "1",
        "mother_name": names.grown_up(chance, "female"),
        "mother_born": "1996",
        "father_name": father,
        "father_born": "03.1994",
        "father_residence": "Thôn Ví Dụ, xã An Liên",
        "birth_place": "Bệnh viện Thử",
        "registered_on": f"{day:%d.%m.%Y}",
        "number": f"{n}/{day.year}",
        "book": f"01/{day.year}",
    }
    return SheetLine(n + 1, "birth", {**told, **texts})


def births(count: int, first: int = 1, day: date = date(2026, 11, 2)) -> tuple[SheetLine, ...]:
    """So many of them in one book."""
    return tuple(birth(n, day) for n in range(first, first + count))
