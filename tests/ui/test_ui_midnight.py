"""A window left open over night: in the morning every day on it is the day it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, open_copy

from common.words import window as said
from desk_app import paths
from desk_app.app.door import pages
from desk_app.ui.jobs import Jobs
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress


def test_on_another_day_the_side_bar_the_status_line_and_the_day_say_so(
    made: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    clock = Clock()
    desk = open_copy(made, tmp_path / "quầy", clock)
    (tmp_path / "usb").mkdir()
    desk.care.backup(tmp_path / "usb")
    dress(qapp, paths.resources())
    window = MainWindow(desk, Answers(), Jobs(), {name: pages()[name] for name in ("today", "find")})
    qtbot.addWidget(window)
    fresh, before = window.status.texts()[0], _days(window)
    assert "hôm nay" in fresh
    window.minute.timeout.emit()
    assert _days(window) == before, "the same day still"
    clock.forward(1)
    window.minute.timeout.emit()
    assert _days(window)[0] == said.short_day(desk.seat.today()) != before[0]
    assert "hôm nay" not in window.status.texts()[0]
    assert "21 tháng 11" in _context(window)
    clock.forward(8)
    window.minute.timeout.emit()
    assert any("sao lưu" in card.lower() for card in _cards(window)), "the copy has grown old, a card says so"
    window.jobs.close()
    desk.close()


def _days(window: MainWindow) -> list[str]:
    return [label.text() for label in window.side.date.findChildren(QLabel)]


def _context(window: MainWindow) -> str:
    return str(window.page_widget().head.context.text())  # type: ignore[attr-defined]


def _cards(window: MainWindow) -> list[str]:
    return [one.title for one in window.page_widget().model.view.reminders]  # type: ignore[attr-defined]
