"""The lock by keys, with a clock in the hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import press, type_text

from common.words import lock as said
from desk_app import paths
from desk_app.ui.lock.model import Attempts
from desk_app.ui.lock.view import LockScreen
from desk_app.ui.theme.look import dress

PEOPLE = ("Nguyễn Thu Hằng", "Trịnh Văn Lâm", "Vũ Thị Thanh Hà")


class Seconds:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def lock(qapp: QApplication, qtbot: QtBot, seconds: Seconds) -> LockScreen:
    dress(qapp, paths.resources())
    screen = LockScreen(PEOPLE, seconds, "0.1.0")
    qtbot.addWidget(screen)
    screen.resize(1366, 728)
    with qtbot.waitSignal(screen.painted):
        screen.show()
    screen.password.setFocus()
    return screen


def test_enter_hands_over_who_and_password(lock: LockScreen, qtbot: QtBot) -> None:
    lock.people.setCurrentRow(1)
    assert "Trịnh Văn Lâm" in lock.over_password.text()
    type_text(lock, "mật khẩu")
    with qtbot.waitSignal(lock.asked) as asked:
        press(lock, Qt.Key.Key_Return)
    assert asked.args == ["Trịnh Văn Lâm", "mật khẩu"]
    assert not lock.open.isEnabled()


def test_without_a_password_nothing_is_asked(lock: LockScreen, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(lock.asked):
        press(lock, Qt.Key.Key_Return)
    assert lock.banner.text.text() == said.NO_PASSWORD


def test_a_wrong_password_says_what_to_look_at_and_how_many_tries_are_left(lock: LockScreen) -> None:
    type_text(lock, "sai")
    press(lock, Qt.Key.Key_Return)
    lock.refuse()
    assert lock.banner.text.text() == said.wrong(4)
    assert lock.password.text() == ""
    assert lock.open.isEnabled()


def test_after_five_wrong_ones_the_lock_waits_a_minute(lock: LockScreen, seconds: Seconds, qtbot: QtBot) -> None:
    for _ in range(5):
        lock.refuse()
    assert not lock.password.isEnabled()
    assert lock.banner.text.text() == said.wait(60)
    seconds.now += 59
    lock._count_down()
    assert lock.banner.text.text() == said.wait(1)
    seconds.now += 2
    lock._count_down()
    assert lock.password.isEnabled()


def test_locking_a_running_desk_says_that_nothing_is_lost_and_chooses_the_same_person(lock: LockScreen) -> None:
    lock.lock("Vũ Thị Thanh Hà", "11:32")
    assert lock.user() == "Vũ Thị Thanh Hà"
    assert "11:32" in lock.banner.text.text()


def test_where_no_names_can_be_read_one_types_the_name(qtbot: QtBot, seconds: Seconds) -> None:
    screen = LockScreen((), seconds)
    qtbot.addWidget(screen)
    screen.name.setText("clerk")
    screen.password.setText("demo")
    with qtbot.waitSignal(screen.asked) as asked:
        screen.ask()
    assert asked.args == ["clerk", "demo"]


def test_tries_are_counted_and_forgotten_after_the_right_password() -> None:
    tries = Attempts()
    for _ in range(4):
        tries.failed(0)
    assert (tries.left(), tries.seconds(0)) == (1, 0)
    tries.passed()
    assert tries.left() == 5
    for _ in range(5):
        tries.failed(10)
    assert (tries.seconds(10), tries.seconds(70)) == (60, 0)
