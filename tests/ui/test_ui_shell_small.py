"""The main window with its real pages on small screens: it fits, and the focus stands on the page in front."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, make_folder, open_copy

from desk_app import paths
from desk_app.app.door import pages
from desk_app.ui.jobs import Jobs
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

SMALL = ((1366, 728), (1092, 582), (910, 485))


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[MainWindow]:
    folder = tmp_path_factory.mktemp("nhỏ")
    desk = open_copy(make_folder(folder / "gốc"), folder / "quầy", Clock())
    dress(qapp, paths.resources())
    opened = MainWindow(desk, Answers(), Jobs(), pages())
    opened.show()
    opened.activateWindow()
    yield opened
    opened.jobs.close()
    opened.close()
    desk.close()


@pytest.mark.parametrize("size", SMALL)
def test_every_page_leaves_the_window_as_small_as_the_screen_is(window: MainWindow, size: tuple[int, int]) -> None:
    for page in pages():
        window.go(page)
        window.resize(*size)
        QApplication.processEvents()
        assert (window.width(), window.height()) == size, page
        assert window.page_widget().width() <= size[0] - window.side.width()


def test_a_long_message_does_not_widen_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(910, 485)
    window.say("Đã ghi bản sửa; bản cũ còn nguyên. " * 12)
    QApplication.processEvents()
    assert window.width() == 910
    assert not window.status._dots[1].isVisible()
    window.status._hush()
    assert window.status._dots[0].isVisible()


def test_less_important_states_give_way_first(window: MainWindow) -> None:
    window.status.show()
    shown = []
    for wide in (1366, 910, 600):
        window.resize(wide, 485)
        QApplication.processEvents()
        parts = (*window.status._dots, window.status._who, window.status._help)
        shown.append(sum(part.isVisible() for part in parts))
    assert shown[0] == 5
    assert shown == sorted(shown, reverse=True)
    assert shown[-1] < shown[0]


def test_the_day_gives_way_to_the_rows_of_the_side_list(window: MainWindow) -> None:
    for tall, seen in ((728, True), (400, False)):
        window.resize(1092, tall)
        QApplication.processEvents()
        assert window.side.date.isVisible() is seen


def test_after_every_change_of_page_something_on_it_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1366, 728)
    for page in (*pages(), *reversed(pages())):
        window.go(page)
        held = window.focusWidget()
        assert held is not None, page
        assert held is not window.page_widget(), page
        assert window.page_widget().isAncestorOf(held), page
        assert held.focusPolicy() & Qt.FocusPolicy.TabFocus, page
