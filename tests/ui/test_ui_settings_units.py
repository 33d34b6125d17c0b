"""The card of the table of communes by keys: looked at, consented, put back; and which part of a split we belong to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clipped import clipped
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_kit import Window, press

from common.words import unit_updates as said
from desk_app.services.today import Today
from desk_app.ui.settings.view import SettingsPage
from exchange.update import UNITS, Update, write_update
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
    update = Update(
        office=office.keys.public.verify, office_unit="75", edition="2026-12-01", issued_at=office.at, app="test"
    )
    path = folder / "CN.mctt"
    path.write_bytes(
        write_update(update, office.keys, {UNITS: (HEAD + rows).format(last=last, first=first).encode()}).raw
    )
    return path


def shown(window: Window, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(window.around())
    qtbot.addWidget(page)
    page.resize(1154, 670)
    page.show()
    page.refresh()
    return page


def test_a_table_is_told_before_it_is_used_and_goes_back_in_one_act(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    path = stick(window, tmp_path, RENAMED, "2026-12-31", "2027-01-01")
    page = shown(window, qtbot)
    card = page.units
    assert "đi cùng chương trình" in card.state.text()
    assert not card.back.isEnabled()
    press(page, Qt.Key.Key_8, CTRL)
    assert page.focusWidget() is card.take
    window.asker.answers = [path, 1]
    press(page, Qt.Key.Key_U, CTRL | SHIFT)
    qtbot.waitUntil(lambda: len(window.asker.asked) == 2)
    title, told = window.asker.asked[1]
    assert title == said.ASK_TITLE
    assert "Từ 01/01/2027 xã mình là phường Xuân An, thành phố Đồng Nai" in told
    assert not card.back.isEnabled()

    window.asker.answers = [path, 0]
    press(page, Qt.Key.Key_U, CTRL | SHIFT)
    qtbot.waitUntil(lambda: bool(window.said))
    assert window.said == [said.TAKEN.format(day=date(2026, 12, 1))]
    assert "cấp trên gửi" in card.state.text()
    qtbot.waitUntil(lambda: clipped(card) == [])
    assert any("Từ 01/01/2027" in one.title for one in Today(window.desk.seat).view().reminders)

    window.asker.answers = [path]
    press(page, Qt.Key.Key_U, CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.asker.asked[-1][0] == said.NOT_TAKEN)
    window.asker.answers = [0]
    press(page, Qt.Key.Key_Z, CTRL | SHIFT)
    assert "đi cùng chương trình" in card.state.text()
    assert not card.back.isEnabled()


def test_a_split_commune_is_asked_which_part_it_went_to(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = stick(window, tmp_path, SPLIT, "2026-10-31", "2026-11-01")
    page = shown(window, qtbot)
    assert page.units.parts.isHidden()
    window.asker.answers = [path, 0]
    page.units.take.click()
    qtbot.waitUntil(lambda: bool(window.said))
    assert said.SPLIT_CARD[0] in [one.title for one in Today(window.desk.seat).view().reminders]
    part = page.units.part
    assert not page.units.parts.isHidden()
    part.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        press(page, key)
    assert window.desk.settings.all().heir == "26992"
    assert window.said[-1] == said.PART_KEPT.format(name="xã Xuân Hạ, thành phố Đồng Nai")
    assert said.SPLIT_CARD[0] not in [one.title for one in Today(window.desk.seat).view().reminders]
