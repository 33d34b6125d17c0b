"""Copies that make themselves: at the end of the day, and in the morning after a day that ended without one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_ui_shell import Remembering
from window_kit import Answers, press, type_text

from desk_app import paths
from desk_app.app.after_work import copy_after_work
from desk_app.app.door import Door
from desk_app.app.options import Asked
from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, open_desk
from desk_app.services.copies import FOLDER, copies_in
from desk_app.services.copy_owed import owed
from desk_app.ui.theme.look import dress

LOGIN = Login("clerk", "demo")
BIRTH = BirthDraft(
    child_name="Lê Gia Hân", born="09/11/2026", sex="nữ", mother_name="Lê Thị Hoa", registered_on="20/11/2026"
)
Open = Callable[[str], Door]


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "quầy"))


@pytest.fixture
def opened(folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """A door at a moment, with the desk behind it open."""
    dress(qapp, paths.resources())
    doors: list[Door] = []

    def at(moment: str) -> Door:
        door = Door(Asked(folder, moment), lambda: {"today": Remembering, "form": Remembering})
        door.asker = Answers()
        doors.append(door)
        qtbot.addWidget(door.frame)
        door.open()
        type_text(door.lock, LOGIN.password)
        press(door.lock, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: door.window is not None, timeout=20_000)
        return door

    yield at
    for door in doors:
        door.frame.close()


def test_closing_the_window_after_work_leaves_a_copy_with_what_was_written(opened: Open, folder: Path) -> None:
    door = opened("2026-11-20T16:30")
    assert door.desk is not None
    door.desk.register.enter(BIRTH)
    door.frame.close()
    assert copies_in(folder / FOLDER)[0].registrations == 1


def test_a_window_that_was_only_looked_through_leaves_no_copy_more(opened: Open, folder: Path) -> None:
    opened("2026-11-20T16:30").frame.close()
    before = copies_in(folder / FOLDER)
    opened("2026-11-21T08:00").frame.close()
    assert copies_in(folder / FOLDER) == before


def test_what_a_day_without_an_end_left_is_copied_in_the_morning(opened: Open, folder: Path, qtbot: QtBot) -> None:
    desk = open_desk(folder, Asked(folder, "2026-11-19T15:00").world(), LOGIN)
    desk.register.enter(BIRTH)
    desk.close()
    opened("2026-11-20T07:30")
    qtbot.waitUntil(lambda: len(copies_in(folder / FOLDER)) == 1)
    assert copies_in(folder / FOLDER)[0].made_at.day == 20


def told_of(door: Door) -> list[str]:
    """What the person who came in was told of copies."""
    assert isinstance(door.asker, Answers)
    return [text for _, text in door.asker.asked if "bản sao lưu" in text]


def test_a_place_that_cannot_be_written_does_not_keep_the_window_open(opened: Open, folder: Path, qtbot: QtBot) -> None:
    door = opened("2026-11-20T16:30")
    assert door.desk is not None
    door.jobs.close()  # a copy of what earlier days left might take the next line along, and none were due at closing
    door.desk.register.enter(BIRTH)
    shutil.rmtree(folder / FOLDER, ignore_errors=True)
    (folder / FOLDER).write_bytes(b"a file where the folder should be")
    assert door.frame.close()
    assert door.desk is None
    again = opened("2026-11-20T17:00")
    qtbot.waitUntil(lambda: len(told_of(again)) == 2, timeout=20_000)
    assert "16:30 ngày 20/11/2026, bản sao lưu chưa chép xong" in told_of(again)[0]
    assert "vẫn chưa xong" in told_of(again)[1], "copying again met the same"


def test_a_copy_that_failed_is_told_once_and_made_at_the_next_start(opened: Open, folder: Path, qtbot: QtBot) -> None:
    desk = open_desk(folder, Asked(folder, "2026-11-20T15:00").world(), LOGIN)
    desk.register.enter(BIRTH)
    (folder / FOLDER).write_bytes(b"a file where the folder should be")
    copy_after_work(desk)
    desk.close()
    (folder / FOLDER).unlink()
    door = opened("2026-11-20T16:00")
    assert "15:00 ngày 20/11/2026" in told_of(door)[0]
    qtbot.waitUntil(lambda: not owed(folder))
    assert copies_in(folder / FOLDER)[0].registrations == 1
    door.frame.close()
    assert told_of(opened("2026-11-20T17:00")) == []
