"""The month end on small screens: no view asks for more width than there is, and what is short of room says less."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from month_kit import CTRL, ENTER, ESC, SHIFT, MonthKit
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers, Window, press

from common.words import month as said
from desk_app import paths
from desk_app.house import World, open_practice
from desk_app.services.practice import guest_of
from desk_app.ui.month.view import MonthPage
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.theme.look import dress, px

LONGEST = "Nguyễn Phúc Hoàng Công Tằng Tôn Nữ Thị Bích Ngọc Phương Thảo"
SCREENS = [(910, 485, 100)]


@pytest.fixture
def kit(made: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MonthKit]:
    opened = MonthKit(made, tmp_path, qtbot)
    yield opened
    opened.close()


def views(kit: MonthKit, page: MonthPage) -> Iterator[None]:
    """Every view in turn, with the longest name in it."""
    yield
    page.step_on()
    yield
    page.refresh()
    page.tying.show()
    yield
    page.refresh()
    stick = kit.stick("một tên thư mục rất dài để thử " * 3)
    kit.answer(stick)
    page.writing.write()
    kit.qtbot.waitUntil(lambda: page.shown() is page.result)
    yield
    page.show_sent()
    yield


@pytest.mark.parametrize(("width", "height", "percent"), SCREENS)
def test_no_view_is_wider_than_the_screen(
    kit: MonthKit, qapp: QApplication, width: int, height: int, percent: int
) -> None:
    kit.desk.people.add(LONGEST, "administrator", "đò trăng mít sáo")
    dress(qapp, paths.resources(), percent)
    room = width - px(212)
    page = kit.page(room, height - px(58))
    # Looked at with the second person asked for, written without: the look itself is tried elsewhere.
    for number, _ in enumerate(views(kit, page)):
        if number == 0:
            kit.desk.settings.put("second-person", "on")
            page.refresh()
        if number == 1:
            kit.desk.settings.put("second-person", "off")
        qapp.processEvents()
        assert page.minimumSizeHint().width() <= room, page.shown()
        front = page.stack.currentWidget()
        assert not isinstance(front, Scrolled) or front.horizontalScrollBar().maximum() == 0, page.shown()


def test_a_usual_month_is_seen_whole_at_768_lines(kit: MonthKit, qapp: QApplication) -> None:
    """A screen of 768 lines leaves the page 1154 by 639."""
    page = kit.page(1154, 639)
    assert page.now is not None
    parts = {name: 12 for name in said.PARTS}
    usual = replace(
        page.now,
        sum=replace(page.now.sum, parts=parts, lines=sum(parts.values()), unread=0),
        rows=tuple(replace(row, registered=9, printed=8, held=1, delivered=7, changed=1) for row in page.now.rows),
        held={"opted-out": 1, "under-24-hours": 2},
        tallied=46,
        voice={"follow-up-done": 2},
        waiting=12,
    )
    page.contents.put(usual)
    qapp.processEvents()
    assert page.contents.unhanded.isVisible()
    assert len(said.inside(usual.tallied, usual.named, usual.voice)) == 5
    held = [each for each in page.findChildren(Scrolled) if each.isVisible()]
    assert len(held) == 2
    assert [each.verticalScrollBar().maximum() for each in held] == [0, 0]
    lowest = page.contents.inside.mapTo(page, page.contents.inside.rect().bottomLeft()).y()
    assert lowest < page.foot.y()
    assert page.contents.heightForWidth(page.contents.width()) <= page.contents.height()


def test_narrow_screens_leave_the_steps_out_and_keep_what_the_month_needs(kit: MonthKit) -> None:
    page = kit.page(698, 427)
    assert not page.steps.isVisible()
    assert page.write.isVisible()
    assert page.preview.isVisible()
    assert page.later.text() == said.LATER_SHORT
    page.resize(1154, 640)
    assert page.steps.isVisible()
    assert page.take.isVisible()
    assert page.take.parent() is page.steps


def test_an_empty_month_says_so_and_its_total_reads_nought(kit: MonthKit) -> None:
    page = kit.page()
    assert [page.contents.table.item(5, column).text() for column in range(6)] == ["Tổng cộng", *["0"] * 5]
    assert [page.contents.table.item(0, column).text() for column in range(1, 6)] == [""] * 5
    assert said.NOTHING_YET in page.contents.sum.text.text()
    assert page.write.isEnabled()
    kit.birth()
    page.refresh()
    assert said.NOTHING_YET not in page.contents.sum.text.text()


def test_no_button_in_the_foot_leads_to_the_page_in_front(kit: MonthKit) -> None:
    page = kit.page()
    seen = []
    for action in ("exchange-keys", "sent-bundles", "exchange-keys", "month-bundle"):
        page.act(action)
        seen.append((page.more.to_keys.isVisible(), page.more.to_sent.isVisible()))
    assert seen == [(False, True), (True, False), (False, True), (True, True)]


def test_a_practice_register_says_what_its_bundle_is_for(kit: MonthKit) -> None:
    assert kit.page().note.text() == said.PRACTICE


def test_without_a_level_above_the_figures_stand_and_the_preview_prints(
    made: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    kit = MonthKit(made, tmp_path, qtbot, tied=False)
    try:
        kit.birth()
        page = kit.page()
        assert page.trouble.title.text() == said.NOT_NOW
        assert said.WITHOUT_TIE in page.trouble.text.text()
        assert not page.write.isEnabled()
        assert page.contents.table.item(0, 1).text() == "1"
        assert page.focusWidget() is page.preview
        kit.answer("Canon LBP2900")
        press(page, ENTER)
        kit.qtbot.waitUntil(lambda: kit.printers.jobs == 1 and not kit.window.jobs.busy)
    finally:
        kit.close()


def test_esc_leaves_the_month_for_later_and_nothing_is_begun(kit: MonthKit) -> None:
    page = kit.page()
    press(page, ESC)
    assert kit.window.went == [("today", {})]
    with kit.desk.seat.reading() as reading:
        assert reading.bundles.all() == ()


def test_the_practice_register_counts_and_sends_nothing(kit: MonthKit, tmp_path: Path) -> None:
    world = World(kit.clock, secrets.token_bytes, practice=True)
    desk = open_practice(tmp_path / "quầy", world, guest_of(kit.desk.seat))
    try:
        page = MonthPage(Window(desk, Answers(), kit.window.jobs).around())
        kit.qtbot.addWidget(page)
        page.resize(1154, 640)
        page.show()
        page.refresh()
        assert not page.write.isEnabled()
        assert "không gửi gì lên cấp trên" in page.trouble.text.text()
        press(page, Qt.Key.Key_T, CTRL | SHIFT)
        assert "không gửi gì lên cấp trên" in page.keys.state.text.text()
        assert not page.keys.card.isEnabled()
    finally:
        desk.close()
