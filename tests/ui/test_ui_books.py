"""Sổ và số, by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from file_printers import FilePrinters
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, Window, open_copy, press

from desk_app.app.loading import pages
from desk_app.domain.drafts import BirthDraft
from desk_app.services.desk import Desk
from desk_app.services.registering import Entered
from desk_app.ui.books.view import BooksPage
from desk_app.ui.parts.button import KeyButton
from desk_app.ui.shell.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BIRTH = BirthDraft(born="9/11/2026", sex="nữ", registered_on="20/11/2026")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(made, tmp_path, clock):
    opened = open_copy(made, tmp_path / "quầy", clock)
    for name, number in (("Trần Thị Mai", "1"), ("Lê Gia Hân", "4"), ("Phạm Gia Huy", "7")):
        assert isinstance(opened.register.enter(replace(BIRTH, child_name=name, number=number)), Entered)
    clock.moment = datetime(2027, 1, 3, 9, 0, tzinfo=UTC)
    yield opened
    opened.close()


@pytest.fixture
def page(window: Window, tmp_path, qtbot: QtBot) -> BooksPage:
    made = BooksPage(window.around(), FilePrinters(tmp_path))
    qtbot.addWidget(made)
    made.resize(1154, 670)
    made.show()
    made.arrive()
    made.refresh()
    return made


def test_in_january_the_year_to_close_stands_there_with_its_gaps(page: BooksPage) -> None:
    assert page.year.currentText() == "2026"
    assert page.book is not None
    assert page.book.key.event == "birth"
    assert page.lines.text().splitlines() == [
        "Không có số 02 đến 03: chưa ghi vì sao",
        "Không có số 05 đến 06: chưa ghi vì sao",
    ]
    press(page, Qt.Key.Key_F6)
    assert page.year.currentText() == "2027"
    assert [page.rows.data(page.rows.index(row, 4)) for row in range(3)] == ["01/2027"] * 3
    assert not page.why.isEnabled()


def test_why_numbers_are_missing_is_typed_once(page: BooksPage, window: Window) -> None:
    window.asker.answers = ["số 05 đến 06", "trang hỏng"]
    press(page, Qt.Key.Key_Return)
    assert "Không có số 05 đến 06: trang hỏng" in page.lines.text()
    assert page.state.isVisible()
    window.asker.answers = ["  "]
    press(page, Qt.Key.Key_Return)
    assert page.state.property("tone") == "son"
    assert "chưa ghi vì sao" in page.lines.text()


def test_a_book_is_closed_after_a_question_and_the_paper_comes_out(
    page: BooksPage, window: Window, tmp_path, qtbot: QtBot
) -> None:
    press(page, Qt.Key.Key_K, CTRL | SHIFT)
    assert page.book is not None
    assert page.book.closed is None
    assert "Còn 2 chỗ trống chưa ghi vì sao" in window.asker.asked[-1][1]
    window.asker.answers = [0]
    press(page, Qt.Key.Key_K, CTRL | SHIFT)
    assert page.book.closed is not None
    assert page.rows.data(page.rows.index(0, 5)) == "Khóa 03/01/2027"
    assert not page.close_it.isEnabled()
    press(page, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: not window.jobs.busy and page._printery.jobs == 1)
    assert page._printery.sheets() == 1


def test_a_year_that_is_not_over_is_asked_about_and_one_too_early_refused(
    page: BooksPage, window: Window, clock: Clock
) -> None:
    clock.moment = datetime(2026, 12, 22, 9, 0, tzinfo=UTC)
    press(page, Qt.Key.Key_K, CTRL | SHIFT)
    assert "Năm 2026 chưa hết" in window.asker.asked[-1][1]
    clock.moment = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    window.asker.asked.clear()
    press(page, Qt.Key.Key_K, CTRL | SHIFT)
    assert "20/12/2026" in page.state.text.text()
    assert window.asker.asked == []


def test_the_window_goes_there_by_its_key_and_from_the_reminder(desk: Desk, window: Window, qtbot: QtBot) -> None:
    shell = MainWindow(desk, Answers(), window.jobs, pages())
    qtbot.addWidget(shell)
    shell.resize(1366, 728)
    shell.show()
    shell.actions_shown["page-books"].trigger()
    assert shell.front() == "books"
    shell.go("today")

    def links() -> list[KeyButton]:
        return [each for each in shell.findChildren(KeyButton) if each.key() == "Alt+9" and each.isVisible()]

    qtbot.waitUntil(lambda: len(links()) == 1)
    links()[0].click()
    assert shell.front() == "books"
