"""Away from the desk and back: the PIN of a session, the rescue sheet, the cover that comes by itself."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from cheap_passwords import CHEAP, cheapen
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_ui_shell import Remembering
from window_kit import Answers, make_folder, press, type_text

from common.words import lock as words
from desk_app import paths
from desk_app.app.door import Door
from desk_app.app.options import Asked
from desk_app.db.keyring import Keyring
from desk_app.house import Login, open_desk
from desk_app.services.doorstep import read_doorstep
from desk_app.services.people import Called
from desk_app.services.privacy_knocks import PIN as PIN_REFUSED
from desk_app.services.privacy_knocks import read_knocks
from desk_app.settings import Settings, keep_settings
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

NOW = "2026-11-20T09:30"
PIN = "270591"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_folder(tmp_path_factory.mktemp("made") / "quầy")
    desk = open_desk(folder, Asked(folder, NOW).world(), Login("clerk", "demo"))
    desk.people.add("ha", "leader", "mật khẩu dài 1")
    desk.people.call("clerk", Called("Nguyễn Thu Hằng", "chị", "cán bộ một cửa"))
    desk.close()
    cheapen(folder, "ha", "mật khẩu dài 1")
    return folder


@pytest.fixture
def folder(made_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_once, tmp_path / "quầy"))


@pytest.fixture
def door(folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Door]:
    dress(qapp, paths.resources())
    opened = Door(Asked(folder, NOW), lambda: {"today": Remembering, "form": Remembering})
    opened.asker = Answers()
    qtbot.addWidget(opened.frame)
    opened.open()
    yield opened
    opened.frame.close()


def inside(door: Door) -> MainWindow | None:
    front = door.frame.front()
    return front if isinstance(front, MainWindow) else None


def log_in(door: Door, qtbot: QtBot, login: str = "clerk", password: str = "demo") -> MainWindow:
    door.lock.people.choose(login)
    door.lock.password.setFocus()
    type_text(door.lock, password)
    press(door.lock, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: inside(door) is not None)
    window = inside(door)
    assert window is not None
    return window


def set_pin(door: Door, window: MainWindow) -> None:
    window.actions_shown["lock"].trigger()
    for _ in range(2):
        type_text(door.lock, PIN)
        press(door.lock, Qt.Key.Key_Return)


def test_the_first_lock_of_a_session_asks_for_a_pin_which_opens_it_again(door: Door, qtbot: QtBot) -> None:
    window = log_in(door, qtbot)
    window.go("form")
    set_pin(door, window)
    assert door.lock.over_password.text() == "Mã PIN của chị Hằng"
    assert "09:30" in door.lock.banner.text.text()
    type_text(door.lock, PIN)
    press(door.lock, Qt.Key.Key_Return)
    assert inside(door) is window
    assert window.front() == "form"
    window.actions_shown["lock"].trigger()
    assert not door.lock.new_pin.isVisible()
    assert door.lock.entry.pin


def test_five_wrong_pins_and_only_the_password_opens_and_the_pin_is_forgotten(door: Door, qtbot: QtBot) -> None:
    window = log_in(door, qtbot)
    set_pin(door, window)
    for _ in range(5):
        type_text(door.lock, "111119")
        press(door.lock, Qt.Key.Key_Return)
    assert door.lock.banner.text.text() == words.PIN_GONE
    assert door.pin.kept is None
    assert [(knock.user, knock.act) for knock in read_knocks(door.asked.data, "")] == [("clerk", PIN_REFUSED)] * 5
    type_text(door.lock, PIN)
    press(door.lock, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: door.lock.banner.text.text() == words.wrong(4))
    type_text(door.lock, "demo")
    press(door.lock, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: inside(door) is window)


def test_the_pin_lives_in_memory_only_and_opens_nothing_on_the_disk(door: Door, folder: Path, qtbot: QtBot) -> None:
    window = log_in(door, qtbot)
    before = (folder / "keyring.json").read_bytes()
    set_pin(door, window)
    assert (folder / "keyring.json").read_bytes() == before
    assert PIN not in repr(door.pin.kept)
    assert all(PIN.encode() not in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_who_leaves_without_a_pin_comes_back_by_the_password_and_is_not_asked_again(door: Door, qtbot: QtBot) -> None:
    window = log_in(door, qtbot)
    window.actions_shown["lock"].trigger()
    press(door.lock, Qt.Key.Key_Escape)
    assert door.lock.over_password.text() == "Mật khẩu của chị Hằng"
    type_text(door.lock, "demo")
    press(door.lock, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: inside(door) is window)
    window.actions_shown["lock"].trigger()
    assert not door.lock.new_pin.isVisible()


def test_a_pin_is_set_from_the_menu_at_any_time(door: Door, qtbot: QtBot) -> None:
    window = log_in(door, qtbot)
    set_pin(door, window)
    type_text(door.lock, PIN)
    press(door.lock, Qt.Key.Key_Return)
    window.actions_shown["set-pin"].trigger()
    assert door.lock.new_pin.isVisible()
    assert door.pin.kept is None


def test_another_person_needs_a_password_even_where_a_pin_is_set(door: Door, qtbot: QtBot) -> None:
    first = log_in(door, qtbot)
    set_pin(door, first)
    press(door.lock, Qt.Key.Key_F4)
    assert door.lock.user() == "ha"
    assert not door.lock.entry.pin
    door.lock.password.setFocus()
    type_text(door.lock, "mật khẩu dài 1")
    press(door.lock, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: inside(door) not in (None, first))
    assert door.desk is not None
    assert door.desk.seat.user == "ha"
    assert door.pin.kept is None


def test_the_door_plate_is_renewed_when_the_desk_opens_and_the_lock_shows_the_names(
    door: Door, folder: Path, qtbot: QtBot
) -> None:
    assert not door.lock.office.isVisible()
    window = log_in(door, qtbot)
    assert read_doorstep(folder).office == "xã Xuân Định"
    window.actions_shown["lock"].trigger()
    press(door.lock, Qt.Key.Key_Escape)
    assert door.lock.office.text() == "Ủy ban nhân dân xã Xuân Định, thành phố Đồng Nai"
    assert door.lock.people.currentItem().text() == "Nguyễn Thu Hằng"


def test_the_rescue_sheet_gives_a_new_password_and_opens_the_register(door: Door, folder: Path, qtbot: QtBot) -> None:
    ring = Keyring(folder, os.urandom, CHEAP)
    code = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4567-89AB"
    ring.renew_recovery(code, ring.unwrap("clerk", "demo"))
    door.lock.people.choose("clerk")
    press(door.lock, Qt.Key.Key_F2)
    for text in (code.replace("A", "B"), "mật khẩu mới dài", "mật khẩu mới dài"):
        type_text(door.lock, text)
        press(door.lock, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "wrong-recovery-code" in door.lock.banner.text.text())
    press(door.lock, Qt.Key.Key_Escape)
    press(door.lock, Qt.Key.Key_F2)
    for text in (code, "mật khẩu mới dài", "mật khẩu mới dài"):
        type_text(door.lock, text)
        press(door.lock, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: inside(door) is not None, timeout=20_000)
    assert len(ring.unwrap("clerk", "mật khẩu mới dài")) == 32


def test_a_desk_left_alone_is_covered_without_asking_for_anything(door: Door, folder: Path, qtbot: QtBot) -> None:
    window = log_in(door, qtbot)
    clock = [0.0]
    door.idle._seconds = lambda: clock[0]
    door.idle.touch()
    clock[0] = 599.0
    door.idle.look()
    assert inside(door) is window
    clock[0] = 600.0
    door.idle.look()
    assert door.frame.front() is door.lock
    assert not door.lock.new_pin.isVisible()
    assert door.desk is not None


def test_a_key_counts_as_somebody_being_there_and_the_minutes_are_a_setting(
    door: Door, folder: Path, qtbot: QtBot
) -> None:
    window = log_in(door, qtbot)
    keep_settings(folder, Settings(idle_minutes=5))
    clock = [299.0]
    door.idle._seconds = lambda: clock[0]
    QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier))
    clock[0] = 598.0
    door.idle.look()
    assert inside(door) is window
    clock[0] = 599.0
    door.idle.look()
    assert door.frame.front() is door.lock


def test_while_a_job_runs_the_desk_is_not_covered(door: Door, qtbot: QtBot) -> None:
    window = log_in(door, qtbot)
    go_on, done = Event(), []
    door.jobs.start(lambda step: go_on.wait(30), done.append, done.append, "Đang in")
    door.cover_when_left()
    assert inside(door) is window
    go_on.set()
    qtbot.waitUntil(lambda: bool(done))
    door.cover_when_left()
    assert door.frame.front() is door.lock
