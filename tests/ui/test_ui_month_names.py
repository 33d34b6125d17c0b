"""Names travel only after a leader's word with a reason, and the contents say whose."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from month_kit import CTRL, ENTER, ESC, PASSWORD, SHIFT, MonthKit
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, Window, press, type_text

from common.names import fold
from common.words import month as month_words
from common.words import month_keys as said
from desk_app.house import Login, World, open_desk
from desk_app.ui.month.view import MonthPage
from desk_app.ui.parts.card import Card

BASIS = "Nghị định 123/2015/NĐ-CP, điều 72"
REASON = "Tỉnh lập sổ chung theo công văn 15"


@pytest.fixture
def kit(made: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MonthKit]:
    opened = MonthKit(made, tmp_path, qtbot, tied=False)
    opened.birth()
    yield opened
    opened.close()


def enrolled(kit: MonthKit, page: MonthPage) -> None:
    """The key file that asks for names comes in, and the six words agree."""
    kit.answer(kit.office.enrol(kit.desk, profile="register", legal_basis=BASIS))
    press(page, Qt.Key.Key_T, CTRL | SHIFT)
    press(page, Qt.Key.Key_O, CTRL)
    kit.qtbot.waitUntil(page.keys.heard.isVisible)
    page.keys.heard.setFocus()
    type_text(page, " ".join(fold(word) for word in page.keys.tiles.words))
    press(page, Qt.Key.Key_Return, CTRL)
    kit.qtbot.waitUntil(lambda: kit.desk.district.tie() is not None and not kit.window.jobs.busy)


def lines(card: Card) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_the_request_shows_its_legal_basis_and_without_a_reason_nothing_changes(kit: MonthKit) -> None:
    page = kit.page()
    enrolled(kit, page)
    names = page.keys.names
    assert names.isVisible()
    assert BASIS in names.basis.text()
    press(page, Qt.Key.Key_Y, CTRL | SHIFT)
    assert names.place.under.text() == said.NAMES_EMPTY
    assert kit.window.asker.asked[-1][0] != said.NAMES_ASK
    names.reason.setFocus()
    type_text(page, REASON)
    press(page, Qt.Key.Key_Y, CTRL | SHIFT)
    assert kit.window.asker.asked[-1][0] == said.NAMES_ASK
    tie = kit.desk.district.tie()
    assert tie is not None
    assert not tie.sends_register


def test_accepted_the_contents_say_whose_names_go_and_narrowing_takes_them_out(kit: MonthKit) -> None:
    page = kit.page()
    enrolled(kit, page)
    page.keys.names.reason.setFocus()
    type_text(page, REASON)
    kit.answer(0)
    press(page, Qt.Key.Key_Y, CTRL | SHIFT)
    kit.qtbot.waitUntil(page.keys.names.stop.isVisible)
    assert REASON in page.keys.names.state.text()
    press(page, ESC)
    told = lines(page.contents.inside)
    assert "Họ tên của 1 trẻ" in told
    assert month_words.NOT_NAMES not in lines(page.contents.outside)
    bundle = kit.written(page)
    assert b"Minh Anh" in b"".join(kit.opened(bundle).shared)
    press(page, Qt.Key.Key_T, CTRL | SHIFT)
    press(page, Qt.Key.Key_Y, CTRL | SHIFT)
    kit.qtbot.waitUntil(page.keys.names.accept.isVisible)
    press(page, ESC)
    assert month_words.NOT_NAMES in lines(page.contents.outside)
    assert "Họ tên của" not in lines(page.contents.inside)


def test_a_level_above_that_takes_figures_asks_for_nothing(kit: MonthKit) -> None:
    kit.desk.district.enrol(kit.office.enrol(kit.desk))
    page = kit.page()
    press(page, Qt.Key.Key_T, CTRL | SHIFT)
    assert not page.keys.names.isVisible()


def test_a_clerk_sees_the_request_and_who_may_decide(kit: MonthKit, tmp_path: Path) -> None:
    kit.desk.district.enrol(kit.office.enrol(kit.desk, profile="register", legal_basis=BASIS))
    kit.desk.people.add("Hằng", "clerk", PASSWORD)
    kit.desk.close()
    clerk = open_desk(tmp_path / "quầy", World(Clock(), secrets.token_bytes, practice=True), Login("Hằng", PASSWORD))
    try:
        page = MonthPage(Window(clerk, Answers(), kit.window.jobs).around())
        kit.qtbot.addWidget(page)
        page.resize(1154, 640)
        page.show()
        page.refresh()
        press(page, Qt.Key.Key_T, CTRL | SHIFT)
        assert page.keys.state.text.text().endswith(said.NOT_LEADER)
        assert not page.keys.names.accept.isEnabled()
        assert not page.keys.take.isEnabled()
        press(page, ENTER)
        assert page.shown() is page.contents
    finally:
        clerk.close()
