"""By keyboard alone and by ear: every stop of Tab has a name, all are reached in reading order, the focus is seen."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from access import order, unreachable, unseen_focus
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, make_folder, open_copy

from desk_app import paths
from desk_app.app.door import pages
from desk_app.ui.frame import Frame
from desk_app.ui.jobs import Jobs
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

PAGES = tuple(pages()) if os.environ.get("ENDURE") else ("today", "form")


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Frame]:
    folder = tmp_path_factory.mktemp("phím")
    desk = open_copy(make_folder(folder / "gốc"), folder / "quầy", Clock())
    dress(qapp, paths.resources())
    opened = MainWindow(desk, Answers(), Jobs(), pages())
    around = Frame(lambda: True, lambda: None)
    around.show_only(opened)
    around.show()
    around.activateWindow()
    yield around
    opened.jobs.close()
    around.close()
    desk.close()


def came_to(frame: Frame, page: str) -> Frame:
    window = frame.front()
    assert isinstance(window, MainWindow)
    window.go(page)
    QApplication.processEvents()
    return frame


@pytest.mark.parametrize("page", PAGES)
def test_tab_leads_to_everything_as_it_is_read_and_each_stop_has_a_name(frame: Frame, page: str) -> None:
    assert unreachable(came_to(frame, page)) == []


def test_the_focus_is_seen_on_each_kind_of_stop(frame: Frame) -> None:
    assert unseen_focus(came_to(frame, "today")) == []


def test_shift_tab_leads_back_the_same_way(frame: Frame, qtbot: QtBot) -> None:
    stops = order(came_to(frame, "today"))
    assert len(stops) > 8, "the tiles are among them"
    for expected in reversed(stops):
        held = QApplication.focusWidget()
        assert held is not None
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        QApplication.sendEvent(held, event)
        assert QApplication.focusWidget() is expected
