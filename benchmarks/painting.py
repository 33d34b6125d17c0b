"""S6: a key in the find box until its results are painted, against painting rows that are there already."""

import os
import secrets
import statistics
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from benchmarks import big_register as big
from benchmarks.rows import ROUNDS, Row, at_most
from benchmarks.searches import at, keystrokes, timed

if TYPE_CHECKING:
    from desk_app.ui.find.view import FindPage

KEYS = 120
SMALL = ("office",)
"""Tables without which no page is shown; a register for measuring has none of their rows."""
MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def rows(large: int, folder: Path) -> Iterator[Row]:
    """The row about painting; measured offscreen with the real window over a register in this folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    grown = big.make(folder / f"keyed-{large}.db", large)
    with tempfile.TemporaryDirectory() as made:
        value = measured(_page(Path(made) / "desk", grown))
    yield at_most("S6", value, 1.3, f"repainting constant rows, p95, {large:,} registrations", KEYS)


def measured(page: "FindPage") -> float:
    """Ours through the peer's: the median over rounds of both 95th percentiles."""
    keys = list(keystrokes())[:KEYS]
    for typed in keys:
        _key(page, typed)
    ratios = []
    for _ in range(ROUNDS):
        ours, peers = [], []
        for typed in keys:
            ours.append(timed(partial(_key, page, typed)))
            peers.append(timed(partial(_again, page)))
        ratios.append(at(ours, 0.95) / at(peers, 0.95))
    return statistics.median(ratios)


def _grown_under(engine: Engine, grown: Path) -> Engine:
    """The large register, with the papers of this office in it."""
    large = big.opened(grown)
    with engine.connect() as ours, large.connect() as theirs:
        here, there = ours.connection.driver_connection, theirs.connection.driver_connection
        assert here is not None
        assert there is not None
        for table in SMALL:
            kept = here.execute(f"SELECT * FROM {table}").fetchall()
            there.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(kept[0]))})", kept)
    return large


def _key(page: "FindPage", typed: str) -> None:
    """The text of the box changes as by a key, and the window paints what is found."""
    page.box.setText(typed)
    _painted(page)


def _again(page: "FindPage") -> None:
    """The same rows put into the same tables and painted."""
    page.record_rows.put(page.model.records)
    page.letter_rows.put(page.model.letters)
    _painted(page)


def _painted(page: "FindPage") -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    # What was put in finds its place first, as in life; else it would be painted twice.
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # type: ignore[call-overload]
    page.window().repaint()
    QApplication.processEvents()


def _page(folder: Path, grown: Path) -> "FindPage":
    """The page in the window of a desk that stands over the large register."""
    from PySide6.QtWidgets import QApplication

    from desk_app import paths
    from desk_app.house import Login, World, open_desk, set_up
    from desk_app.services.setup import Wished
    from desk_app.ui.ask import Asker
    from desk_app.ui.find.view import FindPage
    from desk_app.ui.jobs import Jobs
    from desk_app.ui.shell.window import MainWindow
    from desk_app.ui.theme.look import dress

    world, login = World(lambda: MOMENT, secrets.token_bytes, practice=True), Login("thu", secrets.token_urlsafe(12))
    set_up(folder, world, login, Wished("26461", leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
    desk = open_desk(folder, world, login)
    desk.seat.register._engine = _grown_under(desk.seat.register._engine, grown)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    dress(app, paths.resources())
    window = MainWindow(desk, Asker(lambda: None), Jobs(), {"find": FindPage})
    window.resize(1366, 728)
    window.show()
    window.go("find", seek="")
    page = window.page()
    assert isinstance(page, FindPage)
    page.kept_window = window  # type: ignore[attr-defined]
    return page
