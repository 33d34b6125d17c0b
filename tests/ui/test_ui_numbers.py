"""Sổ cấp số by keyboard alone: thirty letters at the end of a month, a number of one's own, what is refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from file_printers import FilePrinters
from numbered_letters import A4, child, printed
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_kit import Clock, Window, open_copy, press, type_text

from common.words import numbering as said
from desk_app.services.desk import Desk
from desk_app.services.number_signs import NumberSigns
from desk_app.services.numbering import NumberBook
from desk_app.ui.numbers.model import read_number
from desk_app.ui.numbers.view import NumbersPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(made, tmp_path, clock):
    opened = open_copy(made, tmp_path / "quầy", clock)
    yield opened
    opened.close()


@pytest.fixture
def page(window: Window, tmp_path, qtbot: QtBot) -> NumbersPage:
    made = NumbersPage(window.around(), FilePrinters(tmp_path))
    qtbot.addWidget(made)
    made.resize(1154, 670)
    made.show()
    return made


def told(page: NumbersPage) -> list[tuple[str, str]]:
    return [(row.told, row.state) for row in page.model.rows]


def opened(page: NumbersPage) -> NumbersPage:
    page.arrive()
    page.refresh()
    return page


def test_enter_takes_the_offered_number_and_digits_another(desk: Desk, page: NumbersPage, window: Window) -> None:
    printed(desk, 3)
    opened(page)
    press(page, Qt.Key.Key_Return)
    assert page.state.text.text() == "Đã cấp số 01/TCM-UBND."
    assert window.counted == 1  # the status line counts this line of the bundle too
    type_text(page, "7")
    assert page.focusWidget() is page.number
    press(page, Qt.Key.Key_Return)
    assert page.focusWidget() is page.table
    press(page, Qt.Key.Key_Return)
    gap = ("số 02 đến 06/TCM-UBND", "gap")
    given = [("08/TCM-UBND", "given"), ("07/TCM-UBND", "given"), gap, ("01/TCM-UBND", "given")]
    assert told(page) == given
    press(page, Qt.Key.Key_Return)
    assert told(page) == given


def test_a_months_letters_get_their_numbers_with_two_keys_and_the_book_is_printed(
    desk: Desk, page: NumbersPage, window: Window, qtbot: QtBot
) -> None:
    printed(desk, 5)
    opened(page)
    press(page, Qt.Key.Key_Space)
    press(page, Qt.Key.Key_Space)
    assert page.several.text() == said.chosen(2)
    press(page, Qt.Key.Key_A, CTRL)
    assert page.several.text() == said.chosen(5)
    press(page, Qt.Key.Key_Return, CTRL)
    assert page.state.text.text() == "Đã cấp 5 số: 01 đến 05/TCM-UBND."
    assert page.model.waiting == ()
    assert page.table.currentIndex().row() == 0
    assert not page.several.isEnabled()
    press(page, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: not window.jobs.busy and page._printery.jobs == 1)


def test_a_taken_number_stays_typed_and_names_the_other_letter(desk: Desk, page: NumbersPage) -> None:
    printed(desk, 2)
    opened(page)
    press(page, Qt.Key.Key_Return)
    type_text(page, "1")
    press(page, Qt.Key.Key_Return)
    assert page.state.property("tone") == "son"
    assert child(0) in page.state.text.text()
    assert (page.number.text(), page.number.hasFocus()) == ("1", True)
    page.number.setText("một")
    press(page, Qt.Key.Key_Return)
    assert page.places["number"].under.text() == said.NUMBER_UNREAD
    assert page.state.isHidden()
    press(page, Qt.Key.Key_Down)
    assert page.row is not None
    assert (page.row.state, page.number.text()) == ("given", "01")


def test_a_slip_is_taken_off_after_a_question_and_a_gap_explained(
    desk: Desk, page: NumbersPage, window: Window
) -> None:
    printed(desk, 1)
    opened(page)
    type_text(page, "3")
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Down)
    window.asker.answers = ["công văn khác"]
    press(page, Qt.Key.Key_G, CTRL)
    assert [row.note for row in page.model.rows] == ["", "công văn khác"]
    page._select(0)
    press(page, Qt.Key.Key_Delete)
    assert [row.state for row in page.model.rows] == ["given", "gap"]
    window.asker.answers = [0]
    press(page, Qt.Key.Key_Delete)
    assert told(page) == [("01/TCM-UBND", "waiting")]


def test_a_letter_without_a_day_gets_one_with_its_number(desk: Desk, page: NumbersPage, clock: Clock) -> None:
    from dataclasses import replace

    printed(desk, 1, replace(A4, undated=True))
    clock.moment = datetime(2026, 12, 2, 9, 0, tzinfo=UTC)
    opened(page)
    assert page.places["day"].isVisible()
    page.day.setText("31/2")
    press(page, Qt.Key.Key_Return)
    assert page.places["day"].under.text() == said.DAY_UNREAD
    page.day.setText("1/12/2026")
    press(page, Qt.Key.Key_Return)
    (line,) = NumberBook(desk.seat).lines(2026)
    assert f"{line.dated}" == "2026-12-01"


def test_the_year_before_is_a_key_away_and_no_numbers_at_all_is_said(
    desk: Desk, page: NumbersPage, clock: Clock
) -> None:
    printed(desk, 1)
    opened(page)
    press(page, Qt.Key.Key_Return)
    clock.moment = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
    opened(page)
    assert (page.model.year, told(page)) == (2027, [])
    press(page, Qt.Key.Key_F6)
    assert (page.year.currentText(), told(page)) == ("2026", [("01/TCM-UBND", "given")])
    NumberSigns(desk.seat).use(False)
    opened(page)
    assert page.head.context.text() == said.NOT_USED


def test_numbers_of_several_books_are_told_each_by_itself() -> None:
    told = said.given(("41/TCM-UBND", "05/TXL-UBND", "42/TCM-UBND"))
    assert told == "Đã cấp 3 số: 41 đến 42/TCM-UBND, 05/TXL-UBND."


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5", 5),
        ("05", 5),
        ("05/TCM-UBND", 5),
        ("số 12/tcm-ubnd", 12),
        ("5/TXL-UBND", None),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("٣", None),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, number: int | None) -> None:
    assert read_number(typed, "TCM-UBND") == number
