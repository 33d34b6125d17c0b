"""Letters drawn by lot: whom they went to is known here alone; the leader says who signed, by one key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_services_registering import BIRTH, entered
from window_kit import Window, press

from common.words import check_draw as said
from desk_app import paths
from desk_app.services.check_draw import CheckDraw
from desk_app.services.check_sheet import check_sheet
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.reminders import reminders
from desk_app.services.trouble import Trouble
from desk_app.ui.draws.view import DrawsPage
from desk_app.ui.theme.look import dress
from exchange.journal import read_line
from exchange.receipt import Drawn
from tools.pretend_office import PretendOffice


def drawn(desk: Desk, folder: Path) -> int:
    """A letter handed over and drawn, beside one that this desk never made; its serial."""
    above = PretendOffice(folder)
    desk.district.enrol(above.enrol(desk))
    prepared = desk.letters.prepare([entered(desk.register.enter(BIRTH)).id], Wish())
    assert isinstance(prepared, Prepared)
    desk.letters.printed([prepared.letter])
    desk.letters.delivered([prepared.letter], "counter", "good")
    (bundle,) = desk.month.close(folder / "usb")
    opened = above.opened(bundle.path.read_bytes())
    told = [read_line(line.raw).figures for line in opened.lines]
    (serial,) = [figures["serial"] for figures in told if "serial" in figures]
    draw = (Drawn(serial=serial, letter="birth"), Drawn(serial=serial ^ 1, letter="death"))
    desk.month.receive(above.receipt(opened, draw=draw))
    return int(serial)


def as_clerk(desk: Desk) -> Desk:
    return replace(desk, seat=replace(desk.seat, role="clerk"))


def test_the_leader_says_by_one_key_who_signed_and_a_line_tells_the_level_above(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    serial = drawn(desk, tmp_path)
    with desk.seat.reading() as reading:
        (card,) = [one for one in reminders(reading, desk.seat.now()) if one.goes == "draws"]
    assert card.title == said.reminder(2)[0]
    dress(qapp, paths.resources())
    page = DrawsPage(Window(desk).around())
    qtbot.addWidget(page)
    page.resize(1154, 670)
    page.show()
    page.refresh()
    told = {one.serial: (one.who, one.found) for one in CheckDraw(desk.seat).listed()}
    assert told == {serial: ("Nguyễn Trần Minh Anh", ""), serial ^ 1: ("", "")}
    while page.letter is None or page.letter.serial != serial:
        press(page.table, Qt.Key.Key_Down)
    press(page.table, Qt.Key.Key_1)
    assert page.state.isVisible()
    assert page.left.text() == said.state(1, 2)
    press(page.table, Qt.Key.Key_3)
    assert page.left.text() == said.state(0, 2)
    with desk.seat.reading() as reading:
        lines = [fact.figures for fact in reading.journal.facts("check-shown")]
        assert not [one for one in reminders(reading, desk.seat.now()) if one.goes == "draws"]
    assert [(line["receipt"], line["serial"], line["found"]) for line in lines] == [
        (1, serial, "signed"),
        (1, serial ^ 1, "missing"),
    ]


def test_a_clerk_sees_the_draw_and_says_nothing_for_the_leader(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    serial = drawn(desk, tmp_path)
    clerk = as_clerk(desk)
    page = DrawsPage(Window(clerk).around())
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert page.leaders.isVisible()
    press(page.table, Qt.Key.Key_1)
    assert not any(one.found for one in CheckDraw(desk.seat).listed())
    with pytest.raises(Trouble) as refused:
        CheckDraw(clerk.seat).show(1, serial, "signed")
    assert refused.value.code == "not-allowed"


def test_the_sheet_to_be_signed_names_whom_the_letters_went_to_and_nobodys_answer(desk: Desk, tmp_path: Path) -> None:
    drawn(desk, tmp_path)
    pdf = pypdfium2.PdfDocument(check_sheet(desk.seat, CheckDraw(desk.seat).listed()))
    text = " ".join(str(pdf[0].get_textpage().get_text_range()).split())
    assert "Nguyễn Trần Minh Anh" in text
    assert said.NO_LETTER in text
    assert said.SHEET_TITLE in text
    assert "hài lòng" not in text
