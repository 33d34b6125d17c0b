"""The chips Thư, Góp ý and Bản nháp on the page of finding, by keys in the real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers

from common.words import elsewhere as words
from desk_app import paths
from desk_app.db.ratings import Message
from desk_app.domain.drafts import BirthDraft
from desk_app.services.desk import Desk
from desk_app.ui.find.view import FindPage
from desk_app.ui.jobs import Jobs
from desk_app.ui.parts.button import KeyButton
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress
from desk_app.ui.today.view import TodayPage

from test_services_registering import BIRTH  # isort: skip
from test_services_today import sheet  # isort: skip

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def find(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[FindPage]:
    sheet(desk, BIRTH)
    desk.drafts.keep("ab" * 16, BirthDraft(child_name="Lê Gia Hân", mother_residence="thôn Bến Trà"))
    with desk.seat.work() as work:
        work.ratings.keep_message(Message("cd" * 16, desk.seat.today(), "message", {"text": "Nên có chỗ để xe"}))
        work.commit()
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


def listed(find: FindPage) -> list[str]:
    return [hit.names for hit in find.letter_rows.rows]


def test_each_chip_has_its_key_and_lists_its_kind_alone(find: FindPage, qtbot: QtBot) -> None:
    for digit, kind, names in ((4, "letters", "Minh Anh"), (5, "voices", "chỗ để xe"), (6, "drafts", "Gia Hân")):
        assert find.chips.buttons[kind].key() == f"Ctrl+{digit}"
        qtbot.keyClick(find.box, getattr(Qt.Key, f"Key_{digit}"), CTRL)
        assert [names in line for line in listed(find)] == [True]
        assert find.records.isHidden()
        assert find.chips.buttons[kind].isChecked()
    qtbot.keyClick(find.box, Qt.Key.Key_0, CTRL)
    assert listed(find) == []
    assert len(find.model.records) == 1


def test_the_bar_shows_it_at_the_right_enter_goes_there_and_nothing_found_says_what_to_type(
    find: FindPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(find, "_go_to", lambda hit: went.append((hit.kind, {"id": hit.id})))
    qtbot.keyClick(find.box, Qt.Key.Key_6, CTRL)
    assert find.column.other is not None
    for letter in "ben tra":
        QApplication.sendEvent(find.box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    qtbot.keyClick(find.box, Qt.Key.Key_Down)
    assert find.letters.hasFocus()
    (press,) = find.column.findChildren(KeyButton)
    assert (press.text(), press.key()) == (words.OPEN["drafts"], "Enter")
    qtbot.keyClick(find.letters, Qt.Key.Key_Return)
    assert went == [("drafts", {"id": "ab" * 16})]
    qtbot.keyClick(find.box, Qt.Key.Key_5, CTRL)
    find.box.setText("zzz")
    qtbot.keyClick(find.box, Qt.Key.Key_Return)
    assert find.foot.text() == words.nothing("voices", "zzz")
    assert find.column.other is None
