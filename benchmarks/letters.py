"""L1 to L5: birth cards one by one and in batches, program open, beside plain ReportLab and typst."""

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.cards import Card, cards
from benchmarks.rows import PEERS, ROUNDS, Row, Way, at_most, beside, not_here

RESOURCES = Path("resources")
LETTERS, WARM = 25, 3
BATCH, SMALL_BATCH, WARM_BATCH = 1000, 100, 50
DATED = date(2026, 11, 20)
OFFICE = "xã An Liên"
WARM_FIRST = 900_000
"""Numbers of the cards that warm up: no measured card is one of them."""
SINGLE, PILED = Way("letters", "single"), Way("letters", "batch")
PLAIN = Way("letters", "plain")
TYPST, TYPST_PILED = Way("typst_card", "single", peers=True), Way("typst_card", "batch", peers=True)
SAME = "typst, same words, fonts, frame and ornament, symbol ready-made"
Make = Callable[[Iterable[Card]], bytes]


def rows(large: int) -> Iterator[Row]:
    """The rows about letters; `large` is the size of the large batch of L4."""
    peer = "ReportLab platypus + qrcode, written plainly"
    yield at_most("L1", beside(SINGLE, PLAIN, LETTERS), 0.25, peer, LETTERS)
    if PEERS.exists():
        yield at_most("L2", beside(SINGLE, TYPST, LETTERS), 1.0, SAME, LETTERS)
        yield at_most("L3", beside(PILED, TYPST_PILED, BATCH), 1.0, f"{SAME}, one file", BATCH)
    else:
        yield from (
            not_here(row, 1.0, "typst is not here: `make bench` sets up what peers need") for row in ("L2", "L3")
        )
    grown = statistics.median(Way("letters", "growth").measure(large, n * 2 * large) for n in range(ROUNDS))
    yield at_most("L4", grown, 1.1, f"batches of {SMALL_BATCH}, processor time per letter", large)
    peak = statistics.median(Way("letters", "peak").measure(BATCH, n * BATCH) for n in range(3))
    yield at_most("L5", peak, 80, f"MiB at the peak of a batch of {BATCH:,}, the whole process", BATCH)
    yield at_most("L5", Way("letters", "bytes").measure(BATCH), 4000, "bytes a letter in that batch", BATCH)
    yield at_most("L5", Way("letters", "bytes").measure(1), 80_000, "bytes of one letter as a file", 1)


def ours() -> Make:
    """Our way, everything read that is read once: from what the form holds to the PDF in memory."""
    from desk_app.domain.drafts import BirthDraft
    from desk_app.domain.office import Office, Signatory
    from desk_app.domain.reading import read_birth
    from desk_app.domain.rules import Rules
    from desk_app.letters.compose import Order, PrintedCode, compose
    from desk_app.letters.draw import draw
    from desk_app.letters.setpage import SetPage
    from desk_app.letters.stock import open_stock

    stock = open_stock(RESOURCES)
    office = Office("26461", OFFICE, "tỉnh Nam Hải", "An Liên", "0200 3555 018")
    signatory = Signatory("Phạm Quốc Thịnh", ("CHỦ TỊCH",), date(2024, 1, 1))
    rules = Rules.standard("26461")

    def page(card: Card) -> SetPage:
        draft = BirthDraft(
            child_name=card.child,
            born=card.born.isoformat(),
            sex="nữ",
            father_name=card.father,
            father_born="1996",
            mother_name=card.mother,
            mother_born="1998",
            registered_on="20/11/2026",
        )
        birth = read_birth(draft, rules, DATED).value
        assert birth is not None
        code = PrintedCode(card.link, card.spaced, card.host)
        outcome = compose(Order((birth,), office, signatory, DATED, code), stock)
        assert outcome.value is not None, outcome.problems
        return outcome.value.page

    return lambda letters: draw(map(page, letters), stock)


def plain() -> Make:
    """The plain way."""
    from benchmarks.platypus import plain_card

    def make(letters: Sequence[Card]) -> bytes:
        out = BytesIO()
        (card,) = letters
        plain_card(card, RESOURCES, out)
        return out.getvalue()

    return make


def single(make: Make, count: int, first: int) -> float:
    """The median of so many different letters, a file each, in milliseconds."""
    for card in cards(WARM, WARM_FIRST):
        make([card])
    return statistics.median(_timed(make, [card]) for card in cards(count, first))


def batch(make: Make, count: int, first: int) -> float:
    """Milliseconds per letter of so many different letters in one file."""
    make([*cards(WARM_BATCH, WARM_FIRST)])
    return _timed(make, [*cards(count, first)]) / count


def growth(make: Make, count: int, first: int) -> float:
    """Processor time per letter in a large batch through that in small ones, which are made in between while the large
    one is under way: what else the machine does meets both alike."""
    make([*cards(WARM_BATCH, WARM_FIRST)])
    starts = range(first + count, first + 2 * count, SMALL_BATCH)[: ROUNDS * 2]
    waiting, every = [[*cards(SMALL_BATCH, start)] for start in starts], count // len(starts)
    small: list[float] = []

    def large(letters: Sequence[Card]) -> Iterator[Card]:
        for number, card in enumerate(letters):
            if number % every == 0 and waiting:
                small.append(_worked(make, waiting.pop()))
            yield card

    whole = _worked(make, large([*cards(count, first)]))
    return (whole - sum(small)) / count / (statistics.fmean(small) / SMALL_BATCH)


def _worked(make: Make, letters: Iterable[Card]) -> float:
    started = process_time()
    make(letters)
    return process_time() - started


def _timed(make: Make, letters: Sequence[Card]) -> float:
    started = perf_counter()
    make(letters)
    return (perf_counter() - started) * 1000


def _size(make: Make, count: int, first: int) -> float:
    return len(make([*cards(count, first)])) / count


def _peak(make: Make, count: int, first: int) -> float:
    """MiB of the process when most of its memory was in use. Not `ru_maxrss`: that of a process begins with what the
    one that started it held."""
    make([*cards(count, first)])
    told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines())
    return int(told["VmHWM"].split()[0]) / 1024


WORDS = {"single": single, "batch": batch, "bytes": _size, "peak": _peak, "growth": growth, "plain": single}


def main(word: str, count: int, first: int) -> None:
    """Measure one way in this process."""
    print(WORDS[word](plain() if word == "plain" else ours(), count, first))


def measure_peer(typesetter: Callable[[Path], Make], word: str, numbers: tuple[int, int]) -> float:
    """The same measures for a peer that works in a folder."""
    with tempfile.TemporaryDirectory() as folder:
        return WORDS[word](typesetter(Path(folder)), *numbers)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
