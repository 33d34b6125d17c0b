"""People come and go, in the window by keys: another role, a first password, the handover sheet, somebody leaves."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from cheap_passwords import CHEAP
from file_printers import FilePrinters
from first_run_kit import go_on, groups_on, type_groups
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers, press, type_text

from common.words import first_run as sheet_words
from common.words import password_slip as slip_words
from common.words import people as said
from desk_app import house, paths
from desk_app.app.door import Door
from desk_app.app.greeting import choose_own_password
from desk_app.app.options import Asked
from desk_app.db.keyring import Keyring
from desk_app.house import Login, open_desk
from desk_app.services.desk import Desk
from desk_app.ui.lock.view import LockScreen
from desk_app.ui.settings.view import SettingsPage
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

NOW = "2026-11-20T09:30"
LAN, HOA = Login("lan", "lan lan lan"), Login("hoa", "hoa hoa hoa")
CTRL = Qt.KeyboardModifier.ControlModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(house, "Keyring", partial(Keyring, cost=CHEAP))
    folder = Path(shutil.copytree(made, tmp_path / "quầy"))
    desk = open_desk(folder, Asked(folder, NOW).world(), Login("clerk", "demo"))
    for login, role in ((LAN, "clerk"), (HOA, "leader")):
        desk.people.add(login.user, role, login.password)
    desk.close()
    return folder


@pytest.fixture
def door(qapp: QApplication, qtbot: QtBot, folder: Path) -> Iterator[Door]:
    """The settings, the administrator inside."""
    dress(qapp, paths.resources())
    opened = Door(Asked(folder, NOW), lambda: {"settings": SettingsPage})
    opened.asker = Answers()
    qtbot.addWidget(opened.frame)
    opened.open()
    opened.lock.people.choose("clerk")
    type_text(opened.lock, "demo")
    press(opened.lock, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(opened.frame.front(), MainWindow))
    yield opened
    opened.frame.close()


def settings(door: Door, login: str) -> SettingsPage:
    assert door.window
    page = door.window.page()
    assert isinstance(page, SettingsPage)
    press(page, Qt.Key.Key_7, CTRL)
    assert page.focusWidget() is page.staff.who
    page.staff.who.setCurrentIndex(page.staff.who.findData(login))
    return page


def answers(door: Door, *given: object) -> Answers:
    assert isinstance(door.asker, Answers)
    door.asker.answers = list(given)
    return door.asker


def test_somebody_leaves_by_keys_and_the_lock_stands_with_those_who_remain(
    door: Door, folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    page, printers = settings(door, "lan"), FilePrinters(tmp_path)
    page.staff._printery = printers
    asker = answers(door, 0, "chuyển công tác", "hoa")
    press(page, Qt.Key.Key_D, BOTH)
    dialog = page.staff.dialog
    assert dialog is not None
    type_text(dialog, "demo")
    go_on(dialog)
    qtbot.waitUntil(dialog.page.use.isVisible)
    asker.answers = ["Canon LBP2900"]
    press(dialog, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: dialog.page.sheet.print.text() == sheet_words.PRINT_AGAIN)
    groups = groups_on(printers.paper())
    type_groups(dialog, groups)
    go_on(dialog)
    qtbot.waitUntil(lambda: asker.asked[-1][0] == said.REMOVED_TITLE, timeout=20_000)
    assert isinstance(door.frame.front(), LockScreen)
    assert door.desk is None
    told = asker.asked[-1][1]
    first = next(line.split()[-1] for line in told.splitlines() if line.startswith("hoa:"))
    world = Asked(folder, NOW).world()
    desk = open_desk(folder, world, Login("hoa", first))
    assert [user.name for user in desk.people.all()] == ["clerk", "hoa"]
    assert desk.people.wants_own_password()
    desk.close()
    assert Keyring(folder, bytes).unwrap_recovery("-".join(groups)) == desk.people.data_key
    assert Keyring(folder, bytes).users() == ("clerk", "hoa")


def _change_of_mind(door: Door, folder: Path, page: SettingsPage) -> None:
    """Whoever leaves the questions or the dialog leaves everybody where they are."""
    before = (folder / "keyring.json").read_bytes()
    answers(door)
    press(page, Qt.Key.Key_D, BOTH)
    assert page.staff.dialog is None
    asker = answers(door, 0, "   ", "clerk")
    press(page, Qt.Key.Key_D, BOTH)
    assert page.staff.dialog is None
    assert "lý do" in asker.asked[-1][1]
    answers(door, 0, "nghỉ hưu", "clerk")
    press(page, Qt.Key.Key_D, BOTH)
    assert page.staff.dialog is not None
    press(page.staff.dialog, Qt.Key.Key_Escape)
    assert (folder / "keyring.json").read_bytes() == before
    assert door.desk is not None


def test_a_role_a_first_password_the_handover_sheet_and_a_change_of_mind_by_keys(
    door: Door, folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    page, printers = settings(door, "lan"), FilePrinters(tmp_path)
    page.staff._printery = printers
    answers(door, "lãnh đạo")
    press(page, Qt.Key.Key_V, BOTH)
    assert door.desk
    assert {user.name: user.role for user in door.desk.people.all()}["lan"] == "leader"
    _password_on_a_slip(door, folder, page, printers, qtbot)
    answers(door, "hoa", "Canon LBP2900")
    press(page, Qt.Key.Key_J, BOTH)
    qtbot.waitUntil(lambda: printers.jobs == 2 and not door.jobs.busy)
    assert printers.sheets() == 1
    _change_of_mind(door, folder, page)
    page.staff.who.setCurrentIndex(page.staff.who.findData("clerk"))
    assert not page.staff.leave.isEnabled()
    assert not page.staff.reset.isEnabled()


def _password_on_a_slip(door: Door, folder: Path, page: SettingsPage, printers: FilePrinters, qtbot: QtBot) -> None:
    """Told once, printed, and found in no file of the desk."""
    asker = answers(door, 0, 0, "Canon LBP2900", 1)
    press(page, Qt.Key.Key_W, BOTH)
    qtbot.waitUntil(lambda: asker.asked[-1][0] == slip_words.OUT_TITLE)
    assert (printers.jobs, printers.sheets()) == (1, 1)
    (told,) = (text for title, text in asker.asked if title == said.RESET)
    password = told.split()[-1]
    assert door.desk
    assert Keyring(folder, bytes).unwrap("lan", password) == door.desk.people.data_key
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert [path.name for path in files if password.encode() in path.read_bytes() or "lan" in path.name] == []


def test_a_first_password_is_asked_about_until_its_owner_has_one(folder: Path) -> None:
    desk: Desk = open_desk(folder, Asked(folder, NOW).world(), LAN)
    asker = Answers(0, "ngắn", "ngắn", 0, "câu của riêng lan", "câu khác hẳn", 1)
    choose_own_password(desk, asker)
    assert [text for _, text in asker.asked if text in (said.OWN_SHORT, said.OWN_OTHER)] == [
        said.OWN_SHORT,
        said.OWN_OTHER,
    ]
    assert desk.people.wants_own_password()
    choose_own_password(desk, Answers(0, "câu của riêng lan", "câu của riêng lan"))
    assert not desk.people.wants_own_password()
    desk.close()
    open_desk(folder, Asked(folder, NOW).world(), Login("lan", "câu của riêng lan")).close()
