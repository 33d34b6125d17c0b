"""Letters on A4 as they lie signed on the table, for tests of numbers."""

from __future__ import annotations

from dataclasses import replace

from test_services_registering import BIRTH, entered

from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish

A4 = Wish(template="birth-official")
VOWELS, ENDS = "aăâeêioôơuưy", ("n", "ng", "m", "p", "t", "c")


def child(place: int) -> str:
    """A name of its own for every place."""
    return f"Trần Văn H{VOWELS[place % 12]}{ENDS[place // 12 % 6]}"


def printed(desk: Desk, count: int = 1, wish: Wish = A4) -> list[int]:
    """So many letters in the hand."""
    letters = []
    for _ in range(count):
        with desk.seat.reading() as reading:
            name = child(reading.overview.registrations())
        draft = replace(BIRTH, child_name=name, mother_name=f"Lê Thị {name}", father_name=f"Phan {name}")
        result = desk.letters.prepare([entered(desk.register.enter(draft)).id], wish)
        assert isinstance(result, Prepared), result
        letters.append(result.letter)
    desk.letters.printed(letters)
    return letters
