"""After a restore: the receipt that is owed stands in front with its keys; what was lost is listed and ticked off."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from month_kit import CTRL, ENTER, ESC, SHIFT, MonthKit
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_kit import LOGIN, Window, press

from common.words import lacking as said
from desk_app.house import World, open_desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.month_end import Exported
from desk_app.ui.month.view import MonthPage
from exchange.bundle import OpenedBundle
from exchange.fork import Fork, LostLine
from exchange.journal import read_line

KEPT = ("register.db", "register.marker")
LIST, NONE = (Qt.Key.Key_L, CTRL | SHIFT), (Qt.Key.Key_K, CTRL | SHIFT)


@pytest.fixture
def kit(made: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MonthKit]:
    """A tied desk that lost a birth and its letter: an older file was laid over its register."""
    opened = MonthKit(made, tmp_path, qtbot)
    opened.desk.close()
    shutil.copy(tmp_path / "quầy" / "register.db", tmp_path / "old.db")
    reopen(opened)
    yield opened
    opened.close()


def reopen(kit: MonthKit) -> None:
    kit.desk = open_desk(kit.folder / "quầy", World(kit.clock, secrets.token_bytes, practice=True), LOGIN)
    printers, kit.window = kit.printers, Window(kit.desk)
    kit.printers = printers


def loses_a_birth(kit: MonthKit) -> OpenedBundle:
    """Entered, printed, handed over and sent; then the older file comes back."""
    record = kit.birth()
    letter = kit.desk.letters.prepare([record], Wish())
    assert isinstance(letter, Prepared)
    kit.desk.letters.printed([letter.letter])
    kit.desk.letters.delivered([letter.letter], "home", "good")
    kit.clock.forward(1)
    (bundle,) = kit.desk.month.close(kit.folder / "lost")
    assert isinstance(bundle, Exported)
    opened = kit.opened(bundle.path)
    kit.desk.close()
    shutil.copy(kit.folder / "old.db", kit.folder / "quầy" / "register.db")
    reopen(kit)
    return opened


def fork_of(opened: OpenedBundle) -> Fork:
    lines = [read_line(line.raw) for line in opened.lines]
    lost = [
        LostLine(position=i.position, kind=i.kind, on=i.on, subject=i.subject, version=i.version, figures=i.figures)
        for i in lines
        if i.kind not in ("local", "restored")
    ]
    return Fork(after=2, lines=tuple(lost), settled_on="2026-11-21", reason="hỏng ổ đĩa")


def takes(kit: MonthKit, page: MonthPage, receipt: Path) -> None:
    kit.answer(receipt)
    press(page, Qt.Key.Key_I, CTRL)
    kit.idle()


def test_the_owed_receipt_stands_in_front_and_no_bundle_is_written_before(kit: MonthKit) -> None:
    opened = loses_a_birth(kit)
    page = kit.page()
    assert page.after.isVisible()
    assert page.after.title.text() == said.OWED_TITLE
    assert not page.write.isEnabled()
    takes(kit, page, kit.office.receipt(opened))
    assert page.shown() is page.receipt
    assert f"đã giữ đến dòng {opened.manifest.head}" in page.receipt.banner.text.text()
    assert "sổ này sau khi khôi phục chỉ đến dòng" in page.receipt.banner.text.text()
    press(page, ESC)
    assert not page.after.isVisible()
    assert page.write.isEnabled()


def test_a_person_may_say_that_there_is_no_newer_receipt_and_why(kit: MonthKit) -> None:
    loses_a_birth(kit)
    page = kit.page()
    kit.answer("")
    press(page, *NONE)
    assert page.trouble.isVisible(), "without a reason nothing is stated"
    assert page.after.isVisible()
    kit.answer("chị Lan ở tỉnh, điện thoại sáng nay")
    press(page, *NONE)
    assert not page.after.isVisible()
    assert page.write.isEnabled()
    with kit.desk.seat.reading() as reading:
        homes = [part.body for part in reading.journal.home_parts(1, reading.journal.head()[0])]
    assert any("chị Lan ở tỉnh".encode() in home for home in homes), "the word is kept as a line"


def test_what_was_lost_is_listed_and_enter_opens_the_form_of_its_event(kit: MonthKit) -> None:
    opened = loses_a_birth(kit)
    page = kit.page()
    takes(kit, page, kit.office.receipt(opened, forks=(fork_of(opened),)))
    press(page, *LIST)
    assert page.shown() is page.lacking
    rows = [page.lacking.model.row(page.lacking.model.index(row, 0)) for row in range(page.lacking.model.rowCount())]
    assert [(row.kind, row.event, row.waits) for row in rows] == [
        ("registered", "birth", True),
        ("letter", "birth", True),
    ]
    assert "trao tại nhà ngày 20/11/2026, tích cực" in rows[1].more
    press(page, ENTER)
    assert kit.window.went == [("form", {"event": "birth"})]


def test_a_birth_entered_again_is_ticked_off_and_its_letter_given_back_under_its_old_serial(kit: MonthKit) -> None:
    opened = loses_a_birth(kit)
    (serial,) = [read_line(line.raw).figures["serial"] for line in opened.lines if b"letter-prepared" in line.raw]
    page = kit.page()
    takes(kit, page, kit.office.receipt(opened, forks=(fork_of(opened),)))
    kit.birth()
    press(page, *LIST)
    waits = [row for row in page.model.lacking() if row.waits]
    assert [row.kind for row in waits] == ["letter"], "the birth of the day before the restore was found by its figures"
    assert page.lacking.chosen() == waits[0]
    press(page, ENTER)
    assert [row for row in page.model.lacking() if row.waits] == []
    with kit.desk.seat.reading() as reading:
        (letter,) = reading.letters.waiting("delivered")
    assert (letter.serial, letter.copies, letter.way, letter.reaction) == (serial, 1, "home", "good")
    press(page, ESC)
    assert not page.after.isVisible()


def test_what_need_not_be_entered_again_is_dropped_with_a_reason(kit: MonthKit) -> None:
    opened = loses_a_birth(kit)
    page = kit.page()
    takes(kit, page, kit.office.receipt(opened, forks=(fork_of(opened),)))
    press(page, *LIST)
    kit.answer("ghi nhầm, đã bỏ trong sổ giấy")
    press(page, Qt.Key.Key_Delete)
    first = page.model.lacking()[0]
    assert (first.waits, first.state) == (False, said.dismissed("ghi nhầm, đã bỏ trong sổ giấy"))
    press(page, ENTER)
    assert page.trouble.text.text() == said.NO_CANDIDATE_LETTER, "no record stands for the letter"


def test_the_card_leads_to_the_list_as_long_as_something_waits(kit: MonthKit) -> None:
    opened = loses_a_birth(kit)
    page = kit.page()
    takes(kit, page, kit.office.receipt(opened, forks=(fork_of(opened),)))
    press(page, ESC)
    assert page.after.title.text() == said.count_waiting(2)
    assert page.after.list.isVisible()
    assert not page.after.take.isVisible()
    assert page.act("see-lacking")
    assert page.shown() is page.lacking
