"""S2 and S8: a save beside a bare row, and what a copy of the register costs."""

import json
import statistics
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

from sqlalchemy import Engine

from benchmarks import big_register as big
from benchmarks.rows import ROUNDS, Row, at_most
from benchmarks.searches import renewed_births, save, timed
from desk_app.db.backup import _copy as backed_up
from desk_app.db.mapping import to_body

SAVES = 60
MOST_US = 10.0
BARE = "CREATE TABLE bare (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT"


def rows(large: int, folder: Path) -> Iterator[Row]:
    """The rows about keeping, on registers in this folder; those that are there already are used."""
    keyed, clear = (big.opened(big.make(folder / f"{name}-{large}.db", large)) for name in ("keyed", "plain"))
    yield _saving(keyed, folder / "bare.db", large)
    yield _copying((keyed, clear), folder, large)
    keyed.dispose()
    clear.dispose()


def _saving(engine: Engine, path: Path, large: int) -> Row:
    """Rows, index, line and sync in turn with one row of the same text and its sync."""
    path.unlink(missing_ok=True)
    other = big.opened(path, make=True)
    with other.connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute(BARE)
        births, ratios = renewed_births(SAVES * (ROUNDS + 1)), []
        for turn in range(ROUNDS + 1):
            ours, peers = [], []
            for birth in births[turn * SAVES : (turn + 1) * SAVES]:
                ours.append(timed(partial(save, engine, birth)))
                peers.append(timed(partial(_bare, raw, json.dumps(to_body(birth), ensure_ascii=False))))
            ratios.append(statistics.median(ours) / statistics.median(peers))
    other.dispose()
    told = f"one row of the same text put in and synced, same encrypted driver; at {large:,} registrations"
    return at_most("S2", statistics.median(ratios[1:]), 6, told, SAVES)


def _bare(raw: Any, body: str) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO bare (body) VALUES (?)", (body,))
    raw.execute("COMMIT")


def _copying(engines: tuple[Engine, Engine], folder: Path, large: int) -> Row:
    """SQLite's backup into a copy under a key and, in turn, in clear, each through the register's own code; without the
    reading after it, and without what the disk makes of it."""
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for engine, key, times in zip(engines, (big.KEY, big.CLEAR), found, strict=True):
            times.append(_per_kb(engine, folder / ("plain.part" if key == big.CLEAR else "keyed.part"), key))
    ours, peer = map(statistics.median, found)
    told = f"µs of processor time per KB, {large:,} registrations; in clear {peer:.2f} µs, {ours / peer:.1f} times less"
    return at_most("S8", ours, MOST_US, told, ROUNDS)


def _per_kb(engine: Engine, path: Path, key: bytes) -> float:
    """Microseconds."""
    with engine.connect() as connection:
        before = process_time()
        backed_up(connection.connection.driver_connection, path, key)
        taken = process_time() - before
    size = path.stat().st_size
    path.unlink()
    return taken * 1_000_000 / (size / 1024)
