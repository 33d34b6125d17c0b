"""Other words for a letter that waits at the printing table; from what holds a letter back to the field, by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_ui_mourning import window as window  # the fixture
from window_kit import type_text

from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.ui.choosing.sheet import ChoosingSheet
from desk_app.ui.find.amend import AmendDialog
from desk_app.ui.shell.window import MainWindow

from test_services_letters import DEATH  # isort: skip
from test_services_registering import BIRTH, entered  # isort: skip

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LINE = "Xã gửi tặng cháu một cây bưởi."


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, keys)


def test_a_letter_in_the_queue_takes_other_words_and_one_held_back_keeps_them_for_later(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    birth = entered(desk.register.enter(BIRTH)).id
    death = entered(desk.register.enter(replace(DEATH, cause="tự tử"))).id
    window.go("printing")
    page = window.page()
    qtbot.waitUntil(lambda: not page.drawing, timeout=10_000)
    for row in page.model.rows:
        page._go_to(page.model.rows.index(row))
        with qtbot.waitActive(window):
            window.activateWindow()
        press(Qt.Key.Key_G, CTRL | SHIFT)
        (sheet,) = (one for one in window.findChildren(ChoosingSheet) if one.isVisible())
        sheet.line.entry.setFocus()
        type_text(sheet.line.entry, LINE)
        for tick in sheet.ticks.values():
            QTest.keyClick(tick, Qt.Key.Key_Space)
        QTest.keyClick(sheet, Qt.Key.Key_1, CTRL)
        QTest.keyClick(sheet, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not page.drawing, timeout=10_000)
    assert {desk.letters.chosen([id]).free_line for id in (birth, death)} == {LINE}
    wishes = [desk.letters.chosen([id]) for id in (birth, death)]
    assert [(wish.english, wish.undated, sorted(wish.choices)) for wish in wishes] == [
        (True, True, []),
        (False, True, ["lunar-date"]),  # Ctrl+1 took the first box back
    ]
    assert [row.letter is None for row in page.model.rows] == [False, True]
    with desk.seat.reading() as reading:
        (kept,) = reading.letters.of_registration(birth)
        assert LINE.split()[-1] in kept.page.decode()
    assert desk.letters.prepare([birth], Wish()).letter == kept.id  # type: ignore[union-attr]


def test_f2_leads_from_hom_nay_and_from_the_sheet_to_the_field_that_holds_the_letter(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    entered(desk.register.enter(replace(DEATH, cause="tự tử")))
    for path in ([Qt.Key.Key_6], [Qt.Key.Key_6, Qt.Key.Key_Return]):
        window.go("today")
        for key in path:
            press(key)
        page = window.page()
        if len(path) > 1:
            qtbot.waitUntil(lambda page=page: page.view.to_record.isVisible(), timeout=10_000)
        press(Qt.Key.Key_F2)
        (dialog,) = (one for one in window.findChildren(AmendDialog) if one.isVisible())
        assert (dialog.which.currentText(), dialog.value.text()) == ("Nguyên nhân", "tự tử")
        dialog.reject()
        with qtbot.waitActive(window):
            window.activateWindow()
