"""Dữ liệu của một người and Sổ truy cập, by keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from file_printers import FilePrinters
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_kit import Window, press, type_text

from common.words import privacy_page as said
from common.words import slips
from desk_app.domain.drafts import BirthDraft
from desk_app.services.desk import Desk
from desk_app.services.registering import Entered
from desk_app.ui.privacy.about import AboutPage
from desk_app.ui.privacy.access import AccessPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NUMBER = "001190012345"


@pytest.fixture
def saved(desk: Desk) -> Entered:
    draft = BirthDraft(child_name="Trần Thị Ngọc Mai", born="9/11/2026", sex="nữ", registered_on="20/11/2026")
    mother = {"mother_name": "Lê Thị Hoa", "mother_born": "2/3/1990", "mother_citizen_id": NUMBER}
    entered = desk.register.enter(replace(draft, **mother))
    assert isinstance(entered, Entered)
    return entered


@pytest.fixture
def printery(tmp_path: Path) -> FilePrinters:
    return FilePrinters(tmp_path)


@pytest.fixture
def about(window: Window, printery: FilePrinters, saved: Entered, qtbot: QtBot) -> AboutPage:
    made = AboutPage(window.around(), printery)
    qtbot.addWidget(made)
    made.resize(1154, 670)
    made.show()
    made.arrive()
    made.refresh()
    return made


def looked(page: AboutPage, window: Window, qtbot: QtBot, text: str = NUMBER) -> None:
    type_text(page, text)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.jobs.busy and (page.found is not None or page.state.isVisible()))


def test_a_number_and_enter_show_everything_held(about: AboutPage, window: Window, qtbot: QtBot) -> None:
    assert not about.paper.isEnabled()
    looked(about, window, qtbot)
    assert "Ghi với tư cách: mẹ" in about.lines.text()
    assert about.paper.isEnabled()
    assert about.erase.isVisible()


def test_nobody_typed_is_told_what_to_type(about: AboutPage) -> None:
    press(about, Qt.Key.Key_Return)
    assert about.state.isVisible()
    assert about.found is None


def test_the_paper_comes_out_of_the_printer_by_ctrl_p(
    about: AboutPage, window: Window, printery: FilePrinters, qtbot: QtBot
) -> None:
    looked(about, window, qtbot)
    press(about, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: not window.jobs.busy and printery.jobs == 1)
    assert printery.sheets() == 1


def test_whoever_comes_next_sees_nothing_of_the_one_before(about: AboutPage, window: Window, qtbot: QtBot) -> None:
    looked(about, window, qtbot)
    about.arrive()
    assert about.lines.text() == said.HOW
    assert about.number.text() == ""


def test_erasing_asks_for_reason_and_number_and_gives_the_receipt(
    about: AboutPage, window: Window, desk: Desk, saved: Entered, tmp_path: Path, qtbot: QtBot
) -> None:
    looked(about, window, qtbot)
    window.asker.answers = ["Gia đình đề nghị", saved.number, slips.AS_FILE, tmp_path / "receipt.pdf"]
    press(about, Qt.Key.Key_X, CTRL | SHIFT)
    qtbot.waitUntil(lambda: (tmp_path / "receipt.pdf").exists(), timeout=20_000)
    assert desk.register.find("Ngọc Mai") == ()
    assert about.found is None
    assert window.counted == 1


def test_a_wrong_number_erases_nothing(
    about: AboutPage, window: Window, desk: Desk, saved: Entered, qtbot: QtBot
) -> None:
    looked(about, window, qtbot)
    window.asker.answers = ["Gia đình đề nghị", "99/1999"]
    press(about, Qt.Key.Key_X, CTRL | SHIFT)
    qtbot.waitUntil(lambda: about.state.isVisible())
    assert desk.register.show(saved.id).state == "live"


@pytest.fixture
def access(window: Window, desk: Desk, saved: Entered, qtbot: QtBot) -> AccessPage:
    desk.register.show(saved.id)
    made = AccessPage(window.around())
    qtbot.addWidget(made)
    made.resize(1154, 670)
    made.show()
    made.arrive()
    made.refresh()
    return made


def test_the_log_shows_what_was_done_and_by_whom(access: AccessPage, saved: Entered) -> None:
    told = [(row.act, row.number) for row in access.rows.rows]
    assert told[:2] == [("record-opened", saved.number), ("registered", saved.number)]
    assert access.first.hasFocus()


def test_days_and_people_narrow_it(access: AccessPage) -> None:
    type_text(access, "21/11/2026")
    press(access, Qt.Key.Key_Return)
    assert access.rows.rows == ()
    assert not access.keep.isEnabled()
    access.first.clear()
    type_text(access, "hôm qua")
    press(access, Qt.Key.Key_Return)
    assert access.fields[0].under.isVisible()


def test_the_table_lies_where_the_person_says(access: AccessPage, window: Window, tmp_path: Path) -> None:
    window.asker.answers = [tmp_path / "log.csv"]
    press(access, Qt.Key.Key_S, CTRL)
    assert "clerk" in (tmp_path / "log.csv").read_text(encoding="utf-8-sig")
    assert access.state.isVisible()
