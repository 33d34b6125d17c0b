"""S3, S4, S5 and S7: saving and finding in large registers, against FTS5 and against the same file in clear.

`python -m benchmarks --large 1000000` measures at the size of the targets; plain `make bench` at a tenth of it.
"""

import secrets
import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter

from sqlalchemy import Engine

from benchmarks import big_register as big
from benchmarks.rows import ROUNDS, Row, at_most
from common.counts import Answers, count
from common.names import fold
from common.periods import read_period
from demo import names
from desk_app.db.engine import WRITES
from desk_app.db.journal import Entry, Journal
from desk_app.db.registrations import Act
from desk_app.db.search import Search
from desk_app.db.work import Work
from desk_app.domain.events import Birth

SMALL = 10_000
NAMES, SAVES, LIMIT = 40, 60, 50
PEER = (
    "SELECT id, event, names, registered_on, number, state FROM peer_words JOIN registrations ON id = peer_words.rowid"
    " WHERE peer_words MATCH ? ORDER BY peer_words.rowid DESC LIMIT 50"
)
TODAY = date(2026, 11, 20)
Ask = Callable[[str], object]
Times = list[float]


def rows(large: int, folder: Path) -> Iterator[Row]:
    """The rows about large registers, measured on registers in this folder; those that are there already are used."""
    made = (big.make(folder / f"{name}-{count}.db", count) for name, count in _wanted(large))
    small, grown, clear = engines = tuple(map(big.opened, made))
    yield from _finding(small, grown, large)
    yield from _saving("S3", (grown, small), 1.25, f"at {large:,} / at {SMALL:,} registrations")
    yield from _saving("S7 save", (grown, clear), 2.0, "encrypted / the same file in clear")
    yield from _enciphered(grown, clear)
    for engine in engines:
        engine.dispose()


def _wanted(large: int) -> tuple[tuple[str, int], ...]:
    return ("keyed", SMALL), ("keyed", large), ("plain", large)


def _enciphered(grown: Engine, clear: Engine) -> Iterator[Row]:
    """Warm searches and the report of a year, encrypted and in clear in turn."""
    keys, told = list(keystrokes()), "encrypted / the same file in clear"
    with _asking(grown) as (keyed, _), _asking(clear) as (plain, _):
        found = _interleaved([keyed, plain], keys)
    for name, place in (("p50", 0.5), ("p95", 0.95)):
        yield at_most(f"S7 search {name}", _ratio(found[0], found[1], place), 1.1, told, len(keys))
    pairs = [(timed(lambda: report(grown)), timed(lambda: report(clear))) for _ in range(ROUNDS)]
    yield at_most("S7 report", statistics.median(ours / peer for ours, peer in pairs), 1.1, told, ROUNDS)


def report(engine: Engine) -> None:
    """The figures of a year out of the journal."""
    with engine.connect() as connection, connection.begin():
        period = read_period("2026")
        count(Journal(connection, bytes(32), secrets.token_bytes).facts_about(period), period, Answers(0, {}, {}))


def _finding(small: Engine, grown: Engine, large: int) -> Iterator[Row]:
    keys = list(keystrokes())
    with _asking(grown) as (ours, peer), _asking(small) as (there, _):
        found = _interleaved([ours, peer, there], keys)
    told = f"FTS5 prefix newest-first, {large:,} registrations, {len(keys)} keys"
    for name, place in (("p50", 0.5), ("p95", 0.95)):
        yield at_most(f"S4 {name}", _ratio(found[0], found[1], place), 0.5, told, len(keys))
    yield at_most("S5", _ratio(found[0], found[2], 0.95), 2.5, f"p95 at {large:,} / at {SMALL:,}", len(keys))


def keystrokes() -> Iterator[str]:
    """What stands in the box with each key of usual names, a third of them without the family name."""
    chance = Random(99)
    for n in range(NAMES):
        name = fold(names.grown_up(chance, "male" if n % 2 else "female"))
        typed = name.split(" ", 1)[1] if n % 3 == 0 else name
        yield from (typed[:length] for length in range(2, len(typed) + 1) if typed[length - 1] != " ")


@contextmanager
def _asking(engine: Engine) -> Iterator[tuple[Ask, Ask]]:
    """Our way with a pressed key, and the peer's, each on a connection of its own: what one reads drives nothing out of
    the other's cache."""
    with engine.connect() as connection, connection.begin(), engine.connect() as other, other.begin():
        search = Search(connection)
        raw = other.connection.driver_connection
        assert raw is not None

        def peer(typed: str) -> object:
            *whole, last = typed.split()
            return raw.execute(PEER, (" ".join([*(f'"{word}"' for word in whole), f'"{last}"*']),)).fetchall()

        yield lambda typed: search.find(typed, LIMIT), peer


def _interleaved(ways: Sequence[Ask], keys: Sequence[str]) -> list[list[Times]]:
    """By way the times of each round, in milliseconds; every key is asked of all ways in turn."""
    for way, key in ((way, key) for way in ways for key in keys):
        way(key)
    found: list[list[Times]] = [[] for _ in ways]
    for turn in range(ROUNDS):
        for times in found:
            times.append([])
        for key in keys:
            for place in range(len(ways)):
                which = (place + turn) % len(ways)
                found[which][-1].append(timed(partial(ways[which], key)))
    return found


def timed(act: Callable[[], object]) -> float:
    """How long it takes, in milliseconds."""
    before = perf_counter()
    act()
    return (perf_counter() - before) * 1000


def _ratio(ours: list[Times], peers: list[Times], place: float) -> float:
    pairs = zip(ours, peers, strict=True)
    return statistics.median(at(mine, place) / at(others, place) for mine, others in pairs)


def at(times: Times, place: float) -> float:
    """The time that this part of them does not exceed."""
    return sorted(times)[int(len(times) * place)]


def _saving(row: str, engines: tuple[Engine, Engine], target: float, peer: str) -> Iterator[Row]:
    """Saves in turn into both, each with its line of the journal and its sync."""
    births = renewed_births(SAVES * (ROUNDS + 1))
    ratios = []
    for turn in range(ROUNDS + 1):
        mine, others = [], []
        for n in range(SAVES):
            birth = births[turn * SAVES + n]
            mine.append(timed(partial(save, engines[0], birth)))
            others.append(timed(partial(save, engines[1], birth)))
        ratios.append(statistics.median(mine) / statistics.median(others))
    yield at_most(row, statistics.median(ratios[1:]), target, peer, SAVES)


def renewed_births(count: int) -> list[Birth]:
    """Births for today's book, which gives them their numbers."""
    return [replace(birth, registered_on=TODAY, number="", book="new") for birth in big.births(count)]


def save(engine: Engine, birth: Birth) -> None:
    """One registration as the desk writes it: rows, index, line, sync."""
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        work = Work(connection, bytes(32), secrets.token_bytes, Act("clerk", "2026-11-20T09:30"))
        subject = big.subject()
        work.registrations.add(birth, subject)
        work.journal.append(
            Entry("registered", TODAY, subject, 1, {**big.FIGURES, "registered_on": str(TODAY)}, b"{}", b"{}")
        )
