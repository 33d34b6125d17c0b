"""The main window with its real pages on small screens: it fits, and the focus stands on the page in front."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, make_folder, open_copy

from desk_app import paths
from desk_app.app.door import pages
from desk_app.ui.actions import ACTIONS, each_key
from desk_app.ui.find.view import FindPage
from desk_app.ui.jobs import Jobs
from desk_app.ui.parts.button import KeyButton
from desk_app.ui.shell.key_card import card_groups
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

from test_services_registering import BIRTH  # isort: skip

AT_ONCE, MOST_LAPS = QEventLoop.ProcessEventsFlag.AllEvents, 300
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


@pytest.mark.parametrize("size", SMALL[::2])
def test_a_page_at_rest_keeps_the_machine_at_rest(window: MainWindow, size: tuple[int, int], qtbot: QtBot) -> None:
    window.resize(*size)
    restless = {}
    for page in pages():
        window.go(page)
        qtbot.waitUntil(lambda: not window.jobs.busy)
        laps = 0
        while QApplication.eventDispatcher().processEvents(AT_ONCE) and laps < MOST_LAPS:
            laps += 1
        if laps == MOST_LAPS:
            restless[page] = laps
    assert not restless


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


def test_every_key_that_a_button_of_a_page_shows_stands_in_the_one_table(window: MainWindow) -> None:
    for page in pages():
        window.go(page, **({"event": "birth"} if page == "form" else {}))
        here = [action for action in ACTIONS if action.key and (not action.here or action.page == page)]
        told = {key for action in here for key in each_key(action.shown_key)}
        buttons = window.page_widget().findChildren(KeyButton)
        shown = {press.key() for press in buttons if press.key()}
        assert shown <= told, page


def test_every_action_of_a_page_is_on_the_card_of_keys_and_those_of_the_page_in_front_come_first(
    window: MainWindow,
) -> None:
    window.go("find")
    groups = card_groups(window.built(), "find")
    assert [title for title, _ in groups][:2] == ["Trong sổ", "Ở mọi nơi"]
    assert {action.id for _, rows in groups for action in rows} == {
        action.id for action in ACTIONS if action.key and (not action.page or action.page in pages())
    }


def test_whatever_can_have_the_focus_says_its_name(window: MainWindow) -> None:
    nameless = []
    for page in pages():
        window.go(page, **({"event": "death"} if page == "form" else {}))
        for each in window.page_widget().findChildren(QWidget):
            named = each.accessibleName() or (isinstance(each, QAbstractButton) and each.text())
            inside = isinstance(each.parent(), QComboBox | QAbstractSpinBox) or each.window() is not window
            reached = each.isVisibleTo(window) and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            if reached and not named and not inside:
                nameless.append((page, type(each).__name__, each.objectName()))
    assert nameless == []


def test_on_a_small_screen_enter_puts_the_record_in_place_of_the_list_and_esc_brings_the_list_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.desk.register.enter(BIRTH)
    window.resize(910, 485)
    window.go("find")
    page = cast(FindPage, window.page_widget())
    assert page.lists.isVisible()
    assert not page.column.isVisible()
    qtbot.keyClick(page.records, Qt.Key.Key_Return)
    assert page.column.isVisible()
    assert not page.lists.isVisible()
    assert page.column.isAncestorOf(window.focusWidget())
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert page.lists.isVisible()
    assert window.focusWidget() is page.records
    window.resize(1366, 728)
    QApplication.processEvents()
    assert page.lists.isVisible()
    assert page.column.isVisible()


def test_the_box_tells_how_much_was_found_and_f4_goes_there_from_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.register.enter(BIRTH)
    window.go("today")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.page_widget(), Qt.Key.Key_F4)
    page = cast(FindPage, window.page_widget())
    assert page.box.hasFocus()
    page.box.setText("không có ai tên này")
    qtbot.keyClick(page.box, Qt.Key.Key_Return)
    assert page.box.told() == "0 kết quả"
    page.box.setText(BIRTH.child_name)
    qtbot.keyClick(page.box, Qt.Key.Key_Return)
    assert page.box.told().endswith("kết quả")
    assert page.box.told()[0] != "0"


def test_control_p_takes_the_letter_of_a_record_to_the_printer(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.register.enter(BIRTH)
    window.go("find")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.page_widget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert window.front() == "printing"
