"""From an empty folder to the lock and into the work, through the program's own door, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cheap_passwords import cheapen
from clipped import clipped
from file_printers import FilePrinters
from first_run_kit import CTRL, PASSWORD, go_on, groups_on, type_groups, type_steps
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_ui_shell import Remembering
from window_kit import Answers, press, type_text

from common.words import first_run as said
from common.words import rescue as renewed
from desk_app import paths
from desk_app.app.door import Door
from desk_app.app.options import Asked
from desk_app.services.doorstep import is_set_up
from desk_app.services.rescue import Rescue
from desk_app.ui.first_run.view import FirstRun
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

NOW = "2026-11-20T09:30"
USER = "Nguyễn Hoàng Thị Phương Thảo Quỳnh Anh Công Tằng Tôn Nữ Êban"
LEADER = "Trần Nguyễn Hoàng Công Tằng Tôn Nữ Thị Phương Thảo Quỳnh Anh"
SIZES = ((910, 455, 100),)


@dataclass
class Program:
    """The program over one folder, started as often as wanted."""

    folder: Path
    qtbot: QtBot
    door: Door | None = None

    def start(self) -> Door:
        """A fresh start, as after a power cut."""
        self.door = Door(Asked(self.folder, NOW), lambda: {"today": Remembering, "form": Remembering})
        self.door.asker = Answers()
        self.qtbot.addWidget(self.door.frame)
        self.door.open()
        return self.door

    def first_run(self, door: Door, printers: FilePrinters) -> FirstRun:
        """The page of an empty folder, its printers writing files."""
        assert door.first_run is not None
        assert door.frame.front() is door.first_run
        door.first_run.acts.asker = door.asker
        door.first_run.acts.printery = printers
        door.first_run._asker = door.asker
        return door.first_run

    def unlock(self, door: Door) -> MainWindow:
        """The password at the lock, and the window behind it."""
        self.qtbot.waitUntil(lambda: door.frame.front() is door.lock)
        type_text(door.lock, PASSWORD)
        go_on(door.lock)
        self.qtbot.waitUntil(lambda: isinstance(door.frame.front(), MainWindow))
        front = door.frame.front()
        assert isinstance(front, MainWindow)
        return front


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    dress(qapp, paths.resources())
    started = Program(tmp_path / "quầy", qtbot)
    yield started
    if started.door:
        started.door.frame.close()


def test_an_empty_folder_becomes_a_desk_that_opens_with_the_keyboard_alone(program: Program, tmp_path: Path) -> None:
    door, printers = program.start(), FilePrinters(tmp_path)
    page = program.first_run(door, printers)
    printers.listed = ("Canon LBP2900",)
    type_steps(page, USER, LEADER)
    program.qtbot.waitUntil(page.keys.isVisible)
    press(page, Qt.Key.Key_P, CTRL)
    program.qtbot.waitUntil(lambda: page.keys.sheet.print.text() == said.PRINT_AGAIN)
    type_groups(page, groups_on(printers.paper()))
    go_on(page)
    page.next.setFocus()
    go_on(page)
    cheapen(program.folder, USER, PASSWORD)
    program.unlock(door)
    assert door.desk is not None
    assert door.desk.seat.user == USER
    assert Rescue(door.desk.seat, door.desk.care.keyring).in_force().proved
    assert isinstance(door.asker, Answers)
    assert door.asker.asked == []


def test_a_set_up_cut_off_before_the_proof_offers_another_sheet_at_the_next_start(
    program: Program, tmp_path: Path
) -> None:
    door = program.start()
    page = program.first_run(door, FilePrinters(tmp_path))
    type_steps(page)
    program.qtbot.waitUntil(page.keys.isVisible)
    # As a power cut would: nothing is asked and nothing more is written.
    page.leave()
    door.first_run = None
    door.frame.close()
    assert is_set_up(program.folder)
    cheapen(program.folder, "Nguyễn Thu Hằng", PASSWORD)
    again = program.start()
    window = program.unlock(again)
    assert isinstance(again.asker, Answers)
    assert (renewed.OFFER_TITLE, renewed.OFFER_TEXT) in again.asker.asked
    assert window.isVisible()


def test_closing_the_window_in_the_middle_asks_and_gives_the_register_back(program: Program, tmp_path: Path) -> None:
    door = program.start()
    page = program.first_run(door, FilePrinters(tmp_path))
    type_text(page, "xuan dinh")
    assert isinstance(door.asker, Answers)
    door.frame.close()
    assert door.frame.isVisible()
    assert door.asker.asked == [(said.STOP_TITLE, said.STOP_TEXT)]
    press(page, Qt.Key.Key_A, CTRL)
    type_steps(page)
    program.qtbot.waitUntil(page.keys.isVisible)
    door.asker.answers = [0]
    assert door.frame.close()
    assert page.model.desk is None


def test_somebody_may_look_around_in_the_practice_register_and_comes_back_to_what_was_typed(
    program: Program, tmp_path: Path
) -> None:
    door = program.start()
    page = program.first_run(door, FilePrinters(tmp_path))
    assert not page.play.isVisible()
    type_text(page, "xuan dinh, dong nai")
    press(page, Qt.Key.Key_F8)
    program.qtbot.waitUntil(lambda: isinstance(door.frame.front(), MainWindow), timeout=20_000)
    assert door.practice.desk is not None
    assert door.practice.desk.seat.register.identity.practice
    assert door.frame.windowTitle().endswith("TẬP")
    door.cover()
    assert door.frame.front() is page
    assert not door.frame.windowTitle().endswith("TẬP")
    assert not is_set_up(program.folder)
    assert page.commune.typed.text() == "xuan dinh, dong nai"
    assert page.focusWidget() is page.commune.typed
    press(page, Qt.Key.Key_A, CTRL)
    type_steps(page, USER, LEADER)
    program.qtbot.waitUntil(page.keys.isVisible)
    assert is_set_up(program.folder)
    page.leave()
    door.first_run = None


def through(page: FirstRun, qtbot: QtBot, look: Callable[[str], None]) -> None:
    """Every step with the longest names, looked at when it is full and where something is missing."""
    look("empty")
    type_text(page, "van mieu quoc tu giam")
    look("commune")
    go_on(page)
    go_on(page)
    look("signer lacks")
    press(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    press(page, Qt.Key.Key_A, CTRL)
    page.signer.post.setCurrentText(said.MORE_POSTS[0])
    type_steps(page, USER, LEADER)
    qtbot.waitUntil(page.keys.isVisible)
    look("keys")
    page.keys.sheet.printed()
    type_groups(page, page.model.proof.groups)
    look("proved")
    go_on(page)
    page.done.copied("/media/usb")
    page.done.tried()
    look("done")


@pytest.mark.parametrize(("wide", "tall", "percent"), SIZES)
def test_no_step_is_cut_or_widens_the_window_at_any_size(
    wide: int, tall: int, percent: int, qapp: QApplication, program: Program, tmp_path: Path
) -> None:
    dress(qapp, paths.resources(), percent)
    door = program.start()
    page = program.first_run(door, FilePrinters(tmp_path))
    page.setParent(None)
    program.qtbot.addWidget(page)
    page.resize(wide, tall)
    page.show()
    found: dict[str, list[str]] = {}

    def look(step: str) -> None:
        for _ in range(3):  # what wraps is measured, placed, and then asks its parent for room
            qapp.processEvents()
        assert (page.width(), page.height()) == (wide, tall), step
        found[step] = clipped(page)

    try:
        through(page, program.qtbot, look)
    finally:
        page.leave()
        door.first_run = None
        dress(qapp, paths.resources())
    assert {step: told for step, told in found.items() if told} == {}
