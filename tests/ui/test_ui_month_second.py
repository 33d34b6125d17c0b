"""The second person by keys: asked for, their own password, what they saw, and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from month_kit import CTRL, ENTER, ESC, OTHER, PASSWORD, MonthKit
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_kit import press, type_text

from common.words import month as said
from desk_app.ui.month.view import MonthPage


@pytest.fixture
def kit(made: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MonthKit]:
    opened = MonthKit(made, tmp_path, qtbot)
    opened.birth()
    yield opened
    opened.close()


def invited(kit: MonthKit) -> MonthPage:
    kit.second_person()
    page = kit.page()
    press(page, ENTER)
    assert page.shown() is page.second
    return page


def test_off_as_it_stands_there_are_three_steps_and_enter_writes(kit: MonthKit) -> None:
    page = kit.page()
    assert page.head.context.text() == "bước 1 trong 3"
    assert page.write.text() == said.WRITE
    kit.written(page)
    assert page.head.context.text() == "bước 3 trong 3"


def test_switched_on_enter_leads_to_the_second_person_who_sees_the_same_sum(kit: MonthKit) -> None:
    kit.second_person()
    page = kit.page()
    assert page.head.context.text() == "bước 1 trong 4"
    assert page.write.text() == said.invite(OTHER)
    seen = page.contents.sum.text.text()
    press(page, ENTER)
    assert page.head.context.text() == "bước 2 trong 4"
    assert page.second.sum.text.text() == seen
    assert page.second.who.currentText() == f"{OTHER}, cán bộ một cửa"
    assert page.focusWidget() is page.second.password


def test_their_own_password_opens_the_way_and_the_slip_bears_their_name(kit: MonthKit, tmp_path: Path) -> None:
    page = invited(kit)
    type_text(page, PASSWORD)
    press(page, ENTER)
    kit.qtbot.waitUntil(page.second.done.isVisible)
    assert page.head.context.text() == "bước 3 trong 4"
    assert page.second.done.title.text() == f"{OTHER} đã xem lại lúc 09:30 ngày 20/11/2026"
    bundle = kit.written(page)
    assert page.head.context.text() == "bước 4 trong 4"
    assert all(OTHER.encode() not in row.raw for row in kit.opened(bundle).lines)
    kit.printers.listed = ("Canon LBP2900",)
    kit.answer("Canon LBP2900")
    press(page, Qt.Key.Key_P, CTRL)
    kit.qtbot.waitUntil(lambda: kit.printers.jobs == 1 and not kit.window.jobs.busy)
    from desk_app.services.month_slip import slip_of

    document = pypdfium2.PdfDocument(slip_of(kit.desk.seat, 1))
    told = document[0].get_textpage().get_text_bounded()
    document.close()
    assert OTHER in told
    assert "clerk" in told


def test_a_wrong_password_is_told_under_the_field_and_after_five_one_waits(kit: MonthKit) -> None:
    page = invited(kit)
    press(page, ENTER)
    assert page.second.place.under.text() == said.SECOND_EMPTY
    for left in (4, 3, 2, 1):
        type_text(page, "demo")
        press(page, ENTER)
        kit.qtbot.waitUntil(lambda left=left: page.second.place.under.text() == said.wrong(left))
    type_text(page, "demo")
    press(page, ENTER)
    kit.qtbot.waitUntil(lambda: page.second.place.under.text() == said.wait(60))
    type_text(page, PASSWORD)
    press(page, ENTER)
    assert page.second.place.under.text() == said.wait(60)
    assert not kit.window.jobs.busy
    kit.clock.forward(1)
    type_text(page, PASSWORD)
    press(page, ENTER)
    kit.qtbot.waitUntil(page.second.done.isVisible)


def test_with_one_user_only_a_sentence_says_to_add_one(kit: MonthKit) -> None:
    kit.desk.settings.put("second-person", "on")
    page = kit.page()
    press(page, ENTER)
    assert page.second.alone.isVisible()
    assert page.second.alone.text.text() == said.SECOND_NONE
    assert not page.write.isEnabled()
    press(page, ENTER)
    assert kit.window.went == [("settings", {})]


def test_what_is_entered_meanwhile_has_to_be_seen_again(kit: MonthKit) -> None:
    page = invited(kit)
    kit.desk.people.add("Hằng", "clerk", PASSWORD)
    type_text(page, PASSWORD)
    press(page, ENTER)
    kit.qtbot.waitUntil(page.trouble.isVisible)
    assert page.shown() is page.contents
    assert "Xem lại các con số từ bước 1" in page.trouble.text.text()


def test_a_look_holds_until_the_book_changes_and_esc_leads_back(kit: MonthKit) -> None:
    page = invited(kit)
    type_text(page, PASSWORD)
    press(page, ENTER)
    kit.qtbot.waitUntil(page.second.done.isVisible)
    press(page, ESC)
    assert page.shown() is page.contents
    press(page, ENTER)
    assert page.second.done.isVisible()
    press(page, ESC)
    kit.desk.settings.put("phone", "0200 3555 999")
    page.refresh()
    assert page.write.text() == said.invite(OTHER)
