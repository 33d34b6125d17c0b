"""The page of copies: made, listed, opened and compared with the register in use, by keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from file_printers import FilePrinters
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_kit import Window, press

from common.words import copies as said
from desk_app.domain.drafts import BirthDraft
from desk_app.services.desk import Desk
from desk_app.ui.copies.view import CopiesPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> CopiesPage:
    made = CopiesPage(window.around())
    qtbot.addWidget(made)
    made.resize(1154, 670)
    made.show()
    made.refresh()
    return made


def birth(desk: Desk, name: str) -> None:
    desk.register.enter(
        BirthDraft(child_name=name, born="09/11/2026", sex="nữ", mother_name="Lê Thị Hoa", registered_on="20/11/2026")
    )


def copy_now(page: CopiesPage, window: Window, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not window.jobs.busy and page.state.isVisible())


def test_a_desk_without_a_copy_is_told_what_to_do(page: CopiesPage) -> None:
    assert page.empty.text() == said.EMPTY
    assert not page.table.isVisible()
    assert page.now.hasFocus()


def test_buttons_over_each_other_are_of_one_width(page: CopiesPage) -> None:
    presses = (page.compare, page.take_back, page.drill, page.choose)
    assert len({press.width() for press in presses}) == 1
    assert len({press.mapTo(page, press.rect().topLeft()).x() for press in presses}) == 1


def test_a_copy_made_by_a_key_stands_in_the_list_with_its_counts(
    page: CopiesPage, window: Window, desk: Desk, qtbot: QtBot
) -> None:
    birth(desk, "Nguyễn Trần Minh Anh")
    copy_now(page, window, qtbot)
    (row,) = page.model.rows()
    assert (row.place, row.copy.registrations, row.copy.letters) == (said.OWN_PLACE, 1, 0)
    assert page.table.isVisible()
    assert window.counted == 1, "the status line hears of it"


def test_without_anything_new_no_second_copy_is_made(
    page: CopiesPage, window: Window, desk: Desk, qtbot: QtBot
) -> None:
    birth(desk, "Nguyễn Trần Minh Anh")
    copy_now(page, window, qtbot)
    page.state.hide()
    copy_now(page, window, qtbot)
    assert len(page.model.rows()) == 1
    assert page.model.copy_now().copied is None


def test_enter_opens_the_copy_and_says_what_came_after_it(
    page: CopiesPage, window: Window, desk: Desk, qtbot: QtBot
) -> None:
    birth(desk, "Nguyễn Trần Minh Anh")
    copy_now(page, window, qtbot)
    birth(desk, "Lê Gia Hân")
    page.table.setFocus()
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.beside.text() != said.CHOOSE_ONE)
    assert page.beside.text() == f"{said.holds(1, 0, None)} {said.missing({'registered': 1})}"


def test_a_damaged_copy_is_told_in_a_sentence_and_the_register_goes_on(
    page: CopiesPage, window: Window, desk: Desk, qtbot: QtBot
) -> None:
    birth(desk, "Nguyễn Trần Minh Anh")
    copy_now(page, window, qtbot)
    file = page.model.rows()[0].copy.path / "register.db"
    file.write_bytes(file.read_bytes()[:5000])
    page.state.hide()
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(page.state.isVisible)
    assert page.beside.text() == said.CHOOSE_ONE
    birth(desk, "Lê Gia Hân")


def test_a_second_place_is_chosen_once_and_gets_a_copy_of_its_own(
    page: CopiesPage, window: Window, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    window.asker.answers = [stick]
    press(page, Qt.Key.Key_D, CTRL)
    assert str(stick) in page.second.text()
    birth(desk, "Nguyễn Trần Minh Anh")
    copy_now(page, window, qtbot)
    assert {row.place for row in page.model.rows()} == {said.OWN_PLACE, said.SECOND_PLACE}


def test_a_folder_without_copies_is_told_and_the_own_ones_come_back_with_the_next_visit(
    page: CopiesPage, window: Window, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    birth(desk, "Nguyễn Trần Minh Anh")
    copy_now(page, window, qtbot)
    window.asker.answers = [tmp_path]
    press(page, Qt.Key.Key_O, CTRL)
    assert page.empty.text() == said.ELSEWHERE_EMPTY
    page.arrive()
    page.refresh()
    assert page.table.isVisible()


def test_the_way_to_taking_a_copy_back_has_a_key_here(desk: Desk, window: Window, qtbot: QtBot) -> None:
    asked: list[str] = []
    page = CopiesPage(replace(window.around(), do=asked.append))
    qtbot.addWidget(page)
    page.show()
    press(page, Qt.Key.Key_R, CTRL)
    assert asked == ["take-back"]


def test_the_sheet_of_the_drill_is_printed_from_here(desk: Desk, window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    printers = FilePrinters(tmp_path)
    page = CopiesPage(window.around(), printers)
    qtbot.addWidget(page)
    page.show()
    window.asker.answers.append("Canon LBP2900")
    press(page, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: printers.jobs == 1 and not window.jobs.busy)
    assert printers.sheets() == 1
