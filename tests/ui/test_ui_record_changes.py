"""What happens to a record that stands, by its keys: changed, compared, taken out, looked back on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from window_kit import Answers

from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.ui.find.amend import AmendDialog
from desk_app.ui.find.history import HistoryDialog
from desk_app.ui.find.view import FindPage
from desk_app.ui.form.case_sheet import CaseSheet
from desk_app.ui.form.compare import CompareDialog
from desk_app.ui.jobs import Jobs
from desk_app.ui.parts.choices import Choices
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

from test_services_letters import DEATH  # isort: skip
from test_services_registering import BIRTH, entered  # isort: skip
from test_services_today import sheet  # isort: skip

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
OTHER = replace(BIRTH, child_name="Lê Gia Hân", mother_name="Lê Thị Hoa", father_name="Lê Văn Tám", number="9/2026")
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def window(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp, paths.resources())
    opened = MainWindow(desk, Answers(), Jobs(), {"find": FindPage})
    qtbot.addWidget(opened)
    opened.resize(1092, 582)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    yield opened
    opened.jobs.close()


def page(window: MainWindow, id: int) -> FindPage:
    window.go("find", show=id)
    found = window.page()
    assert isinstance(found, FindPage)
    return found


def key(which: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None
    QTest.keyClick(target, which, held)


def front(qtbot: QtBot, kind: type[D]) -> D:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
    found = QApplication.activeWindow()
    assert isinstance(found, kind)
    return found


def back_to(qtbot: QtBot, widget: QWidget) -> None:
    """As a window system does when the dialog over it is gone."""
    with qtbot.waitActive(widget):
        widget.activateWindow()


def put(dialog: AmendDialog, label: str, text: str) -> None:
    dialog.which.setCurrentText(label)
    dialog.value.setFocus()
    dialog.value.selectAll()
    for letter in text:
        QApplication.sendEvent(dialog.value, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def words_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_several_fields_change_at_once_seen_before_and_after_with_the_letters_named(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    letter = sheet(desk, BIRTH)
    desk.letters.printed([letter])
    page(window, 1)
    key(Qt.Key.Key_F2)
    dialog = front(qtbot, AmendDialog)
    put(dialog, "Họ tên trẻ", "Nguyễn Trần Minh Ánh")
    put(dialog, "Ngày sinh", "8/11/26")
    QApplication.processEvents()
    told = words_in(dialog)
    assert {"Nguyễn Trần Minh Anh", "Nguyễn Trần Minh Ánh", "09/11/2026", "08/11/2026"} <= set(told)
    assert any(line.endswith("bỏ tờ đã in; Ctrl+P ở bản ghi in tờ mới rồi trao.") for line in told)
    key(Qt.Key.Key_F5)
    cases = front(qtbot, CaseSheet)
    QTest.keyClick(cases, Qt.Key.Key_7)
    QTest.keyClick(cases, Qt.Key.Key_Return)
    back_to(qtbot, dialog)
    assert "đăng ký lưu động" in words_in(dialog.told)
    assert "Đăng ký lưu động" in words_in(dialog.cases)
    dialog.why.choices.button(3).click()
    assert not dialog._yes.isEnabled()
    dialog.why.own.setText("cán bộ cũ ghi nhầm")
    key(Qt.Key.Key_Return)
    with desk.seat.reading() as reading:
        last = reading.registrations.history(1)[-1]
    assert (last.version, last.reason) == (2, "cán bộ cũ ghi nhầm")
    assert (last.registration.happened_on.iso(), last.registration.cases) == ("2026-11-08", {"mobile"})


def test_a_number_that_is_taken_opens_the_other_record_and_a_change_into_a_double_needs_a_reason(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    first, other = (entered(desk.register.enter(draft)).id for draft in (BIRTH, OTHER))
    found = page(window, first)
    key(Qt.Key.Key_F2)
    dialog = front(qtbot, AmendDialog)
    put(dialog, "Số", "09")
    key(Qt.Key.Key_Return)
    assert dialog.wrong.text().startswith("Số 09, quyển 01/2026 đã dùng cho Lê Gia Hân")
    key(Qt.Key.Key_M, ALT)
    assert found.column.record is not None
    assert (found.column.record.id, desk.register.show(first).version) == (other, 1)
    back_to(qtbot, window)
    page(window, other)
    key(Qt.Key.Key_F2)
    dialog = front(qtbot, AmendDialog)
    put(dialog, "Họ tên trẻ", BIRTH.child_name)
    for _ in range(3):
        key(Qt.Key.Key_Return)
    assert desk.register.show(other).version == 1
    key(Qt.Key.Key_F9)
    both = front(qtbot, CompareDialog)
    assert both.table.horizontalHeaderItem(1).text() == "Số 9/2026, theo bản sửa"
    assert both.table.item(0, 1).text() == BIRTH.child_name
    key(Qt.Key.Key_K, ALT)
    front(qtbot, Choices)
    key(Qt.Key.Key_2)
    key(Qt.Key.Key_Return)
    back_to(qtbot, dialog)
    key(Qt.Key.Key_Return)
    assert desk.register.show(other).reasons == {"looks-alike": "Trùng tên, khác gia đình"}


def test_two_that_both_stand_are_compared_with_their_letters_and_one_goes_or_both_are_kept_with_a_reason(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    sheet(desk, BIRTH)
    again = entered(desk.register.enter(replace(BIRTH, child_name="Nguyễn Trần Minh Ánh"))).id
    found = page(window, again)
    assert "compare-records" in found.column.buttons
    key(Qt.Key.Key_F9)
    both = front(qtbot, CompareDialog)
    assert [both.table.item(line, 0).text() for line in (0, 1)] == ["≠ Họ tên trẻ", "Ngày sinh"]
    key(Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: all(picture.image() for picture in both.pages), timeout=10_000)
    key(Qt.Key.Key_T, ALT)
    with desk.seat.reading() as reading:
        last = reading.registrations.history(again)[-1]
    assert (last.state, last.reason) == ("void", "Trùng với bản số 01/2026")
    assert "compare-records" not in page(window, 1).column.buttons
    first, third = (entered(desk.register.enter(DEATH)).id for _ in range(2))
    found = page(window, third)
    back_to(qtbot, window)
    key(Qt.Key.Key_F9)
    front(qtbot, CompareDialog)
    key(Qt.Key.Key_K, CTRL)  # closed before its letters are drawn
    key(Qt.Key.Key_K, ALT)
    front(qtbot, Choices)
    key(Qt.Key.Key_2)
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.jobs._open)
    assert "compare-records" not in found.column.buttons
    assert "compare-records" not in page(window, first).column.buttons


def test_taking_out_names_the_letters_before_and_the_history_tells_it_all(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    letter = sheet(desk, BIRTH)
    desk.letters.printed([letter])
    desk.letters.delivered([letter], "home", "good")
    found = page(window, 1)
    key(Qt.Key.Key_B, CTRL)
    asked = front(qtbot, Choices)
    assert any("gọi gia đình, xin nhận lại tờ đã trao." in line for line in words_in(asked))
    key(Qt.Key.Key_2)
    key(Qt.Key.Key_Return)
    assert found.column.record is not None
    assert not found.column.record.live
    back_to(qtbot, window)
    key(Qt.Key.Key_J, CTRL)
    told = words_in(front(qtbot, HistoryDialog))
    whats = {line.split(":")[0] for line in told}
    assert {"Ghi vào sổ", "Soạn thư", "In thư", "Đã trao thư", "Bỏ bản", "Thư không còn tính"} <= whats
    assert "Vì sao: Ghi thử" in told
    key(Qt.Key.Key_Escape)
    with desk.seat.reading() as reading:
        kept = reading.letters.get(letter)
        assert kept is not None
        assert kept.serial is None or reading.letters.serial_used(kept.serial)
