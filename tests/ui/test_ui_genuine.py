"""Is this letter ours, by the keys: a scan into the box, the sheet beside it, a slip, a forgery, no code at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, open_copy, press

from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.ui.find.view import FindPage
from desk_app.ui.genuine.view import GenuinePage
from desk_app.ui.jobs import Jobs
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress
from tools.pretend_office import PretendOffice

from test_services_registering import BIRTH, entered  # isort: skip


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = open_copy(made, tmp_path / "quầy", Clock())
    opened.district.enrol(PretendOffice(tmp_path / "above").enrol(opened))
    yield opened
    opened.close()


@pytest.fixture
def letter(desk: Desk) -> Prepared:
    done = desk.letters.prepare([entered(desk.register.enter(BIRTH)).id], Wish())
    assert isinstance(done, Prepared)
    return done


@pytest.fixture
def window(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp, paths.resources())
    made = MainWindow(desk, Answers(), Jobs(), {"find": FindPage, "genuine": GenuinePage})
    qtbot.addWidget(made)
    made.resize(1366, 728)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    QTest.keyClick(made, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    yield made
    made.jobs.close()


def test_a_scanned_code_is_answered_and_the_sheet_is_drawn_to_compare(
    window: MainWindow, letter: Prepared, qtbot: QtBot
) -> None:
    page = window.page()
    assert isinstance(page, GenuinePage)
    assert window.focusWidget() is page.code
    assert (page.before.isVisible(), page.answer.isVisible(), page.open_it.isVisible()) == (True, False, False)
    page.code.setText(letter.link)
    press(page.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.page.image() is not None, timeout=10_000)
    assert page.answer.title.text() == "Mã này do quầy ta cấp"
    assert "Gửi: Nguyễn Trần Minh Anh" in page.facts.lines.text()
    assert (page.warning.isVisible(), page.near.isVisible()) == (False, False)
    assert "Minh Anh" not in window.windowTitle()
    QTest.keyClick(page.code, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert window.front() == "find"


def test_a_slip_offers_the_letter_and_a_forgery_does_not(window: MainWindow, letter: Prepared, qtbot: QtBot) -> None:
    page = window.page()
    assert isinstance(page, GenuinePage)
    slip = letter.code[:-1] + ("0" if letter.code[-1] != "0" else "1")
    page.code.setText(slip)
    press(page.code, Qt.Key.Key_Return)
    assert page.answer.title.text() == "Quầy ta không cấp mã này"
    assert page.near.title.text().startswith("Gần giống mã dưới đây, khác 1 chữ")
    assert not page.page.isVisible()
    QTest.keyClick(page.code, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.page.image() is not None, timeout=10_000)
    QTest.keyClick(page.code, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert (page.code.text(), page.answer.isVisible(), page.page.isVisible()) == ("", False, False)
    page.code.setText("7K3M")
    press(page.code, Qt.Key.Key_Return)
    assert "đang đọc được 4 chữ" in page.answer.text.text()
    QTest.keyClick(page.code, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.front() == "find"
