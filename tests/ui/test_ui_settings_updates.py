"""The card of what the level above sends, by keys: looked at, consented, put back; and which part of a split we belong
to."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from clipped import clipped
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from update_samples import members
from window_kit import Window, press

from common.words import unit_updates as unit_words
from common.words import updates as said
from desk_app.services.today import Today
from desk_app.ui.settings.view import SettingsPage
from exchange.update import UNITS
from tools.pretend_office import PretendOffice

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HEAD = """motcua-units/1
V\t2026-12-01
E\told\t2008-08-01\t2025-06-30\tcũ
E\tnew\t2025-07-01\t\tQuyết định 19/2025/QĐ-TTg
E\tnew-1\t2025-07-01\t{last}\ttới lần sau
E\tnext\t{first}\t\tnghị quyết của ngày ấy
U\t75\t\tTỉnh\tĐồng Nai\told\tdong nai
U\t75\t\tThành phố\tĐồng Nai\tnew\tdong nai
U\t26461\t75\tXã\tXuân Định\told\txuan dinh
U\t26461\t75\tXã\tXuân Định\tnew-1\txuan dinh
"""
RENAMED = "U\t26461\t75\tPhường\tXuân An\tnext\txuan an\n"
SPLIT = """U\t26991\t75\tPhường\tXuân An\tnext\txuan an
U\t26992\t75\tXã\tXuân Hạ\tnext\txuan ha
S\t26461\t{first}\t26991\t26992
"""


def stick(window: Window, folder: Path, rows: str, last: str, first: str) -> Path:
    """The office of this desk and its file."""
    office = PretendOffice(folder)
    window.desk.district.enrol(office.enrol(window.desk))
    units = (HEAD + rows).format(last=last, first=first).encode()
    return office.update({UNITS: units, **members()}, "2026-12-01")


def shown(window: Window, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(window.around())
    qtbot.addWidget(page)
    page.resize(1154, 670)
    page.show()
    page.refresh()
    return page


def test_a_file_is_told_by_part_before_it_is_used_and_goes_back_in_one_act(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    path = stick(window, tmp_path, RENAMED, "2026-12-31", "2027-01-01")
    page = shown(window, qtbot)
    card = page.updates
    assert card.state.text() == said.NOTHING_TAKEN
    assert "đi cùng chương trình" in card.units.text()
    assert not card.back.isEnabled()
    press(page, Qt.Key.Key_8, CTRL)
    assert page.focusWidget() is card.take
    window.asker.answers = [(), path]
    press(page, Qt.Key.Key_U, CTRL | SHIFT)
    qtbot.waitUntil(lambda: card.preview.isVisible())
    told = "\n".join(card.preview.told)
    assert "Từ 01/01/2027 xã mình là phường Xuân An, thành phố Đồng Nai" in told
    for title in ("Mẫu thư", "Lịch báo cáo", "Bộ câu hỏi góp ý", "Danh mục xã, phường"):
        assert title in card.preview.told
    assert page.focusWidget() is card.preview.use
    qtbot.waitUntil(lambda: clipped(card) == [])
    press(page, Qt.Key.Key_X, CTRL | SHIFT)
    assert not card.preview.isVisible()
    assert not card.back.isEnabled()
    assert window.said == [said.LEFT]

    window.asker.answers = [(), path]
    press(page, Qt.Key.Key_U, CTRL | SHIFT)
    qtbot.waitUntil(lambda: card.preview.isVisible())
    press(page, Qt.Key.Key_Y, CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.said[-1] == said.TAKEN.format(day=date(2026, 12, 1)))
    assert "1 mẫu thư, 1 lịch báo cáo, 1 bộ câu hỏi, danh mục xã, phường" in card.state.text()
    assert "cấp trên gửi" in card.units.text()
    qtbot.waitUntil(lambda: clipped(card) == [])
    assert any("Từ 01/01/2027" in one.title for one in Today(window.desk.seat).view().reminders)

    window.asker.answers = [(), path]
    press(page, Qt.Key.Key_U, CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.asker.asked[-1][0] == said.NOT_TAKEN)
    window.asker.answers = [0]
    press(page, Qt.Key.Key_Z, CTRL | SHIFT)
    assert "đi cùng chương trình" in card.units.text()
    assert not card.back.isEnabled()


def test_a_split_commune_is_asked_which_part_it_went_to(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = stick(window, tmp_path, SPLIT, "2026-10-31", "2026-11-01")
    page = shown(window, qtbot)
    assert page.updates.parts.isHidden()
    usb = tmp_path / "USB"
    usb.mkdir()
    shutil.copy(path, usb / "CN-75_2026-12-01_2.mctt")
    (usb / "CN-75_2026-12-01.mctt").write_bytes(b"older")
    window.asker.answers = [usb, 0]
    page.updates.take.click()
    qtbot.waitUntil(lambda: page.updates.preview.isVisible())
    assert window.asker.asked[-1] == (said.FOUND_TITLE, said.FOUND.format(file="CN-75_2026-12-01_2.mctt", place=usb))
    page.updates.preview.use.click()
    qtbot.waitUntil(lambda: bool(window.said))
    assert unit_words.SPLIT_CARD[0] in [one.title for one in Today(window.desk.seat).view().reminders]
    part = page.updates.part
    assert not page.updates.parts.isHidden()
    part.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        press(page, key)
    assert window.desk.settings.all().heir == "26992"
    assert window.said[-1] == unit_words.PART_KEPT.format(name="xã Xuân Hạ, thành phố Đồng Nai")
    assert unit_words.SPLIT_CARD[0] not in [one.title for one in Today(window.desk.seat).view().reminders]
