"""Tìm mọi thứ while it is typed into: with each key, after the pause, from a scanner, to the last hit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers

from common.words import found as found_words
from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.ui.find import model as find_model
from desk_app.ui.find.view import FindPage
from desk_app.ui.jobs import Jobs
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress
from desk_app.ui.today.view import TodayPage

from test_services_letters import DEATH  # isort: skip
from test_services_registering import BIRTH, entered  # isort: skip
from test_services_today import WEDDING  # isort: skip

NUMBER = "001198004321"
CARD = f"{NUMBER}|123456789|Trần Thị Ngọc Lan|02011998|Nữ|Thôn Bến Trà, Xuân Định, Xuân Lộc, Đồng Nai|05062021"


@pytest.fixture
def find(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[FindPage]:
    """The page over three families, the box ready."""
    entered(desk.register.enter(replace(BIRTH, mother_citizen_id=NUMBER)))
    entered(desk.register.enter(WEDDING))
    entered(desk.register.enter(DEATH))
    dress(qapp, paths.resources())
    window = MainWindow(desk, Answers(), Jobs(), {"today": TodayPage, "find": FindPage})
    qtbot.addWidget(window)
    window.resize(1366, 728)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.go("find", seek="")
    page = window.page()
    assert isinstance(page, FindPage)
    yield page
    window.jobs.close()


def typed(find: FindPage, text: str) -> None:
    for letter in text:
        QApplication.sendEvent(find.box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def names(find: FindPage) -> list[str]:
    return [line.names for line in find.record_rows.rows]


def noted(find: FindPage) -> list[str]:
    return [note.act for note in find._around.desk.seat.sitting.notes]


def test_each_key_shows_what_stands_exactly_so_and_only_the_pause_opens_a_record(find: FindPage, qtbot: QtBot) -> None:
    find._pause.setInterval(60_000)
    shown = find.column.record
    before = noted(find)
    for text, hits in (("dang", 1), (" van kh", 1)):
        typed(find, text)
        assert (len(names(find)), find.column.record) == (hits, shown)
        assert find.records.currentIndex().row() == 0
    assert noted(find) == before
    find._pause.setInterval(0)
    typed(find, "o")
    qtbot.waitUntil(lambda: find.column.record is not None and find.column.record.title == "Đặng Văn Khoan")


def test_enter_and_down_do_not_wait_for_the_pause_and_a_slip_leaves_the_list_till_then(
    find: FindPage, qtbot: QtBot
) -> None:
    find._pause.setInterval(60_000)
    typed(find, "dang van kho")
    typed(find, "ab")
    assert names(find) == ["Đặng Văn Khoan"]
    qtbot.keyClick(find.box, Qt.Key.Key_Return)
    assert names(find) == ["Đặng Văn Khoan"]
    assert find.record_rows.rows[0].second.startswith(found_words.NEAR)
    find.box.clear()
    typed(find, "quoc viet tran")
    qtbot.keyClick(find.box, Qt.Key.Key_Down)
    assert find.records.hasFocus()
    assert find.column.record is not None
    assert "Trần Quốc Việt" in find.column.record.title


def test_a_card_scanned_into_the_box_leaves_only_its_number_there(find: FindPage, qtbot: QtBot) -> None:
    typed(find, CARD)
    qtbot.keyClick(find.box, Qt.Key.Key_Return)
    assert (find.box.text(), find.model.text, find.foot.text()) == (NUMBER, NUMBER, found_words.CARD_READ)
    assert names(find) == ["Nguyễn Trần Minh Anh"]
    find.box.undo()
    assert "Bến Trà" not in find.box.text()


def test_a_filter_reaches_behind_the_first_hits_and_the_last_hit_brings_more(
    find: FindPage, desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    for number in range(4):
        entered(desk.register.enter(replace(BIRTH, child_name=f"Trần Gia {['Hân', 'Bảo', 'Huy', 'Phúc'][number]}")))
    monkeypatch.setattr(find_model, "HITS", 2)
    find.model.seek("tran")
    find._show()
    assert (len(names(find)), find.box.told()) == (2, "hơn 2 kết quả")
    qtbot.keyClick(find, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert names(find) == ["Trần Quốc Việt, Nguyễn Thị Hồng Gấm"]
    qtbot.keyClick(find, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    find.records.setFocus()
    for _ in range(8):
        qtbot.keyClick(find.records, Qt.Key.Key_Down)
    assert len(names(find)) == 6
