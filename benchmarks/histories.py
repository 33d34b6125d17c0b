"""B5: what a line costs in a long history and in a short one, on its way out of a register and into a district."""

from __future__ import annotations

import secrets
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

from sqlalchemy import insert

from benchmarks.crowd import CrowdDesk, Office
from benchmarks.rows import ROUNDS, Row, Way, at_most
from desk_app.db.register import Register, RegisterIdentity
from desk_app.db.rows import journal
from exchange.bundle import final_manifest, seal_bundle
from exchange.keys import OfficeKeys
from exchange.lines import MOST_LINES

LONG, SHORT = 100_000, 5_000
MONTH = "2026-10"


def rows() -> Iterator[Row]:
    """The rows about long histories."""
    told = f"a line of a history of {SHORT}; the long one leaves in bundles of {MOST_LINES}"
    for way in ("export", "import"):
        yield at_most("B5", Way("histories", way).measure(LONG), 1.2, f"{way}: {told}", LONG)


def measure(way: str, count: int) -> float:
    """What a line costs of so many, through what it costs of a few: the median of interleaved rounds."""
    with tempfile.TemporaryDirectory() as folder:
        once = (_exporting if way == "export" else _importing)(Path(folder), count)
        return statistics.median(once(turn) for turn in range(ROUNDS))


def _exporting(folder: Path, count: int) -> Callable[[int], float]:
    desk = CrowdDesk("26461", OfficeKeys.make(secrets.token_bytes).public, 1)
    desk.work(MONTH, count)
    register = _register(folder, desk)

    def once(turn: int) -> float:
        return _in_turn(
            [partial(_export, register, desk, span) for span in _spans(count, MOST_LINES)],
            [partial(_export, register, desk, span) for span in _spans(count, SHORT)],
        )

    return once


def _register(folder: Path, desk: CrowdDesk) -> Register:
    identity = RegisterIdentity(desk.register, desk.unit, date(2026, 10, 15), True)
    register = Register.create(folder / "desk", secrets.token_bytes(32), identity, secrets.token_bytes)
    lines = zip(desk.lines, desk.digests[1:], strict=True)
    values = [
        {"position": at, "kind": "registered", "subject": f"{at:032x}", "line": line, "digest": digest}
        for at, (line, digest) in enumerate(lines, 1)
    ]
    with register.work() as work:
        work.journal._connection.execute(insert(journal), values)
        work.commit()
    return register


def _export(register: Register, desk: CrowdDesk, span: tuple[int, int]) -> None:
    with register.reading() as reading:
        lines = list(reading.journal.slice(span[0] + 1, span[1]))
    manifest = final_manifest(desk.frame(MONTH, span[0]), lines)
    seal_bundle(manifest, lines, None, desk.keys, [desk.office.receive])


def _importing(folder: Path, count: int) -> Callable[[int], float]:
    office = Office(folder / "above")
    units = office.communes()

    many = count // SHORT

    def once(turn: int) -> float:
        long, *short = office.enrol(units[turn * (many + 1) :][: many + 1])
        long.work(MONTH, count)
        for desk in short:
            desk.work(MONTH, SHORT)
        receive = office.district.sitting(office.member).receive
        whole = [long.bundle(MONTH, *span) for span in _spans(count, MOST_LINES)]
        return _in_turn(
            [partial(receive, file) for file in whole], [partial(receive, desk.bundle(MONTH)) for desk in short]
        )

    return once


def _spans(count: int, most: int) -> list[tuple[int, int]]:
    return [(start, min(start + most, count)) for start in range(0, count, most)]


def _in_turn(long: Sequence[Callable[[], object]], short: Sequence[Callable[[], object]]) -> float:
    """Both do the same number of lines, a long act and then as many short ones, so that whatever else the machine does
    meets both alike."""
    took = [0.0, 0.0]
    each = len(short) // len(long)
    for turn, act in enumerate(long):
        took[0] += _timed([act])
        took[1] += _timed(short[turn * each : (turn + 1) * each])
    return took[0] / took[1]


def _timed(acts: Sequence[Callable[[], object]]) -> float:
    started = perf_counter()
    for act in acts:
        act()
    return perf_counter() - started


if __name__ == "__main__":
    print(measure(sys.argv[1], int(sys.argv[2])))
