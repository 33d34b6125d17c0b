"""L1: one birth card, program open, against the same page in plain ReportLab platypus and qrcode."""

import statistics
import sys
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks.platypus import Card, plain_card
from benchmarks.rows import Row, at_most, ratio
from demo import names

RESOURCES = Path("resources")
LETTERS = 25
WARM = 3
DATED = date(2026, 11, 20)
OFFICE = "xã An Liên"


def rows() -> Iterator[Row]:
    """The rows about letters."""
    peer = "ReportLab platypus + qrcode, written plainly"
    yield at_most("L1", ratio("letters", LETTERS), 0.25, peer, LETTERS)


def cards(count: int) -> Iterator[Card]:
    """So many different births with their codes."""
    for n in range(count):
        chance = Random(n)
        father, mother = names.grown_up(chance, "male"), names.grown_up(chance, "female")
        code = "".join(chance.choice("0123456789ABCDEFGHJKMNPQRSTVWXYZ") for _ in range(16))
        yield Card(names.child(chance, "female", names.family_of(father)), father, mother, code)


def ours() -> Callable[[Card], bytes]:
    """Our way, everything read that is read once: from the registration to the PDF in memory."""
    from desk_app.domain.drafts import BirthDraft
    from desk_app.domain.office import Office, Signatory
    from desk_app.domain.reading import read_birth
    from desk_app.domain.rules import Rules
    from desk_app.letters.compose import Order, PrintedCode, compose
    from desk_app.letters.draw import draw
    from desk_app.letters.stock import open_stock

    stock = open_stock(RESOURCES)
    office = Office("26461", OFFICE, "tỉnh Nam Hải", "An Liên", "0200 3555 018")
    signatory = Signatory("Phạm Quốc Thịnh", ("CHỦ TỊCH",), date(2024, 1, 1))
    rules = Rules.standard("26461")

    def one(card: Card) -> bytes:
        draft = BirthDraft(
            child_name=card.child,
            born="09/11/2026",
            sex="nữ",
            father_name=card.father,
            father_born="1996",
            mother_name=card.mother,
            mother_born="1998",
            registered_on="20/11/2026",
        )
        birth = read_birth(draft, rules, DATED).value
        assert birth is not None
        spaced = "-".join(card.code[n : n + 4] for n in range(0, 16, 4))
        code = PrintedCode(card.link, spaced, card.host)
        outcome = compose(Order((birth,), office, signatory, DATED, code), stock)
        assert outcome.value is not None, outcome.problems
        return draw([outcome.value.page], stock)

    return one


def peer() -> Callable[[Card], bytes]:
    """The plain way."""

    def one(card: Card) -> bytes:
        out = BytesIO()
        plain_card(card, RESOURCES, out)
        return out.getvalue()

    return one


def measure(way: str, count: int) -> float:
    """The median of so many different letters, in milliseconds, after a few to warm up."""
    draw_one = ours() if way == "ours" else peer()
    taken = []
    for card in cards(count + WARM):
        started = perf_counter()
        draw_one(card)
        taken.append((perf_counter() - started) * 1000)
    return statistics.median(taken[WARM:])


if __name__ == "__main__":
    print(measure(sys.argv[1], int(sys.argv[2])))
