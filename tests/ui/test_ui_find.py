"""Tìm mọi thứ and Sổ hộ tịch: the model bare, then the page in the real window by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_kit import Answers

from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.services.lookup import Lookup
from desk_app.ui.find import model as find_model
from desk_app.ui.find.amend import AmendDialog
from desk_app.ui.find.model import FindModel
from desk_app.ui.find.tables import MARKS
from desk_app.ui.find.view import FindPage
from desk_app.ui.jobs import Jobs
from desk_app.ui.parts.choices import Choices
from desk_app.ui.parts.glance import Glance
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress
from desk_app.ui.today.view import TodayPage

from test_services_letters import DEATH  # isort: skip
from test_services_registering import BIRTH, entered  # isort: skip
from test_services_today import WEDDING, sheet  # isort: skip

CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp, paths.resources())
    opened = MainWindow(desk, Answers(), Jobs(), {"today": TodayPage, "find": FindPage})
    qtbot.addWidget(opened)
    opened.resize(1366, 728)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    yield opened
    opened.jobs.close()


def page(window: MainWindow, **what: object) -> FindPage:
    window.go("find", **what)
    found = window.page()
    assert isinstance(found, FindPage)
    return found


def asked(qtbot: QtBot) -> QWidget:
    """The dialog in front, when it has the keys."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), Choices))
    dialog = QApplication.activeWindow()
    assert dialog is not None
    return dialog


def key(qtbot: QtBot, widget: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    qtbot.keyClick(QApplication.focusWidget() or widget, which, held)


def typed(widget: QWidget, text: str) -> None:
    for letter in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, PLAIN, letter))


def test_the_model_lists_newest_first_page_by_page_and_filters(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [entered(desk.register.enter(draft)).id for draft in (BIRTH, WEDDING, DEATH)]
    monkeypatch.setattr(find_model, "PAGE", 2)
    model = FindModel(Lookup(desk.seat))
    assert ([line.id for line in model.records], model.exhausted) == ([ids[2], ids[1]], False)
    assert (model.more(), [line.id for line in model.records]) == (1, ids[::-1])
    assert model.more() == 0
    model.filter("death")
    assert [line.id for line in model.records] == [ids[2]]
    model.seek("minh anh")
    assert model.records == ()
    model.filter("")
    assert [line.id for line in model.records] == [ids[0]]


def test_words_from_the_input_method_find_after_a_pause_and_are_marked(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    find = page(window, seek="")
    composed = QInputMethodEvent()
    composed.setCommitString("trần ngọc")
    QApplication.sendEvent(find.box, composed)
    typed(find.box, " lan")
    qtbot.waitUntil(lambda: find.model.text == "trần ngọc lan")
    assert [line.id for line in find.model.records] == [id]
    first, second = find.record_rows.index(0, 1).data(MARKS)
    assert (len(first), len(second)) == (1, 2)
    assert find.head.title.text() == "Tìm mọi thứ"


def test_down_enters_the_list_and_the_record_follows_the_bar(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    ids = [entered(desk.register.enter(draft)).id for draft in (BIRTH, WEDDING)]
    find = page(window, seek="")
    key(qtbot, find, Qt.Key.Key_Down)
    assert find.records.hasFocus()
    assert find.column.record is not None
    assert find.column.record.id == ids[1]
    key(qtbot, find, Qt.Key.Key_Down)
    assert find.column.record.id == ids[0]
    assert ("Mẹ", "Trần Thị Ngọc Lan, 1998") in find.column.record.facts


def test_control_and_a_digit_choose_what_is_listed(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    for draft in (BIRTH, WEDDING, DEATH):
        entered(desk.register.enter(draft))
    find = page(window)
    for digit, n in ((1, 1), (2, 1), (3, 1), (0, 3)):
        key(qtbot, find, getattr(Qt.Key, f"Key_{digit}"), CTRL)
        assert len(find.model.records) == n


def test_nothing_found_says_what_to_try_and_an_empty_book_how_to_begin(window: MainWindow, qtbot: QtBot) -> None:
    find = page(window)
    assert find.foot.text() == "Sổ chưa có bản ghi nào. Bấm Ctrl+N để ghi việc đầu tiên."
    typed(find.box, "zzz")
    key(qtbot, find.box, Qt.Key.Key_Return)
    find.search_now()
    assert find.foot.text().startswith("Không thấy “zzz”. Thử tên xã cũ")
    assert find.column.record is None


def test_space_types_in_the_box_and_shows_the_letter_in_the_list(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    sheet(desk, BIRTH)
    find = page(window, seek="")
    key(qtbot, find, Qt.Key.Key_Space)
    assert find.box.text() == " "
    key(qtbot, find, Qt.Key.Key_Down)
    key(qtbot, find, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: find.findChild(Glance) is not None, timeout=10_000)
    shown = find.findChild(Glance)
    assert shown is not None
    assert shown.picture.image() is not None
    qtbot.keyClick(shown, Qt.Key.Key_Escape)


def test_control_down_goes_on_to_the_letters(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    sheet(desk, BIRTH)
    find = page(window, seek="minh anh")
    key(qtbot, find, Qt.Key.Key_Down)
    key(qtbot, find, Qt.Key.Key_Down, CTRL)
    assert find.letters.hasFocus()
    key(qtbot, find, Qt.Key.Key_Down, CTRL)
    assert find.records.hasFocus()


def test_a_record_is_taken_out_only_after_a_reason_was_chosen(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    find = page(window, show=id)
    key(qtbot, find, Qt.Key.Key_B, CTRL)
    dialog = asked(qtbot)
    key(qtbot, dialog, Qt.Key.Key_Return)
    assert desk.register.show(id).state == "live"
    key(qtbot, dialog, Qt.Key.Key_2)
    key(qtbot, dialog, Qt.Key.Key_Return)
    assert desk.register.show(id).state == "void"
    assert find.column.record is not None
    assert ("Bỏ bản", "Ghi thử (clerk)") in [(done.what, done.more) for done in find.column.record.done]
    assert "void" not in find.column.buttons


def test_f2_amends_one_field_with_its_reason(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    find = page(window, show=id)
    key(qtbot, find, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), AmendDialog))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, AmendDialog)
    dialog.value.setFocus()
    dialog.value.clear()
    key(qtbot, dialog, Qt.Key.Key_Return)
    assert "Nhập họ tên" in dialog.wrong.text()
    typed(dialog.value, "Nguyễn Trần Minh Ánh")
    key(qtbot, dialog, Qt.Key.Key_Return)
    assert find.column.record is not None
    assert find.column.record.title == "Nguyễn Trần Minh Ánh"
    assert ("Sửa lần 1", "Gõ nhầm (clerk)") in [(done.what, done.more) for done in find.column.record.done]
    assert find.model.records[0].names == "Nguyễn Trần Minh Ánh"


def test_escape_leaves_the_record_as_it_was(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    find = page(window, show=id)
    key(qtbot, find, Qt.Key.Key_B, CTRL)
    dialog = asked(qtbot)
    key(qtbot, dialog, Qt.Key.Key_1)
    key(qtbot, dialog, Qt.Key.Key_Escape)
    assert desk.register.show(id).state == "live"


def test_a_printed_letter_is_handed_over_from_the_record(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    letter = sheet(desk, BIRTH)
    desk.letters.printed([letter])
    with desk.seat.reading() as reading:
        kept = reading.overview.letter(letter)
    assert kept is not None
    find = page(window, show=kept.covers[0])
    usual = {"amend", "print-record", "copy-out", "void", "see-history"}
    assert set(find.column.buttons) == usual | {"see-record-letter", "deliver"}
    key(qtbot, find, Qt.Key.Key_T, CTRL)
    dialog = asked(qtbot)
    for each in (Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_Return):
        key(qtbot, dialog, each)
    assert find.column.record is not None
    assert find.column.record.letters[0].state == "delivered"


def test_what_the_register_refuses_is_told_and_nothing_changes(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    find = page(window, show=id)
    desk.register.void(id, "ghi thử ở máy khác")
    key(qtbot, find, Qt.Key.Key_B, CTRL)
    dialog = asked(qtbot)
    key(qtbot, dialog, Qt.Key.Key_1)
    key(qtbot, dialog, Qt.Key.Key_Return)
    (told,) = window.asker.asked  # type: ignore[attr-defined]
    assert told[0] == "Việc này chưa làm được"


def test_a_button_that_is_not_possible_is_not_there(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    id = entered(desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân"))).id
    find = page(window, show=id)
    assert set(find.column.buttons) == {"amend", "print-record", "copy-out", "void", "see-history"}
    assert not find.act("deliver")


def test_ctrl_u_shows_the_numbers_of_the_record_and_the_next_one_is_masked_again(
    window: MainWindow, qtbot: QtBot, desk: Desk
) -> None:
    first = entered(desk.register.enter(replace(BIRTH, mother_citizen_id="001198000001"))).id
    other = entered(desk.register.enter(WEDDING)).id
    found = page(window, show=first)
    assert "001198000001" not in repr(found.column.record)
    key(qtbot, found, Qt.Key.Key_U, CTRL)
    assert "001198000001" in repr(found.column.record)
    assert "show-numbers" not in found.column.buttons
    found.open(other)
    found.open(first)
    assert "001198000001" not in repr(found.column.record)


def test_tab_into_a_list_without_a_bar_leaves_the_record_that_is_shown(
    window: MainWindow, qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [entered(desk.register.enter(draft)).id for draft in (BIRTH, WEDDING)]
    monkeypatch.setattr(find_model, "PAGE", 1)
    found = page(window, show=ids[0])
    assert [line.id for line in found.model.records] == [ids[1]]
    found.chips.setFocus()
    found.records.setFocus(Qt.FocusReason.TabFocusReason)
    assert found.column.record is not None
    assert found.column.record.id == ids[0]
    key(qtbot, found, Qt.Key.Key_Down)
    assert found.column.record.id == ids[1]
