"""Practising beside the real register, another size of type, and leaving while something runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from test_ui_door_session import NOW, inside, log_in, set_pin
from window_kit import Answers, make_folder, press, type_text

from common.words import lock as words
from common.words import window as said
from common.words.troubles import sentence
from desk_app import paths
from desk_app.app.door import Door, pages
from desk_app.app.options import Asked
from desk_app.db.backup import look_into
from desk_app.db.keyring import Keyring
from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, open_desk
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.doorstep import REGISTER_FILE, leave_doorstep, read_doorstep
from desk_app.services.people import Called
from desk_app.services.trouble import Trouble
from desk_app.ui.jobs import Step
from desk_app.ui.settings.view import SettingsPage
from desk_app.ui.theme.look import dress, percent


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_folder(tmp_path_factory.mktemp("made") / "quầy")
    desk = open_desk(folder, Asked(folder, NOW).world(), Login("clerk", "demo"))
    desk.people.call("clerk", Called("Nguyễn Thu Hằng", "chị", "cán bộ một cửa"))
    desk.close()
    return folder


@pytest.fixture
def folder(made_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_once, tmp_path / "quầy"))


@pytest.fixture
def door(folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Door]:
    dress(qapp, paths.resources())
    opened = Door(Asked(folder, NOW), lambda: {name: made for name, made in pages().items() if name in NEEDED})
    opened.asker = Answers()
    opened.open()
    yield opened
    opened.frame.close()
    # Gone before the type has its usual size again: every widget still there would be dressed anew.
    delete(opened.frame)
    dress(qapp, paths.resources())


NEEDED = ("today", "month", "settings")


def practise(door: Door, qtbot: QtBot) -> None:
    press(door.lock, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: door.practice.window is not None, timeout=20_000)


def answers(door: Door) -> Answers:
    assert isinstance(door.asker, Answers)
    return door.asker


def test_a_register_that_was_never_opened_here_says_when_one_can_practise(door: Door, folder: Path) -> None:
    press(door.lock, Qt.Key.Key_F8)
    assert door.lock.banner.text.text() == words.PRACTICE_LATER
    assert not (folder / "TAP").exists()


def test_practice_from_a_locked_desk_leaves_the_work_behind_the_pin(door: Door, folder: Path, qtbot: QtBot) -> None:
    window = log_in(door, qtbot)
    set_pin(door, window)
    before = (folder / REGISTER_FILE).read_bytes()
    practise(door, qtbot)
    played = inside(door)
    assert played is door.practice.window
    assert played is not window
    assert door.frame.windowTitle().endswith("TẬP")
    assert door.frame.layout().contentsMargins().left() == 6  # type: ignore[union-attr]
    assert played.desk.people.me().greeting == "chị Hằng"
    assert played.desk.seat.folder == folder / "TAP"
    assert played.actions_shown["lock"].text() == words.LEAVE_PRACTICE
    played.desk.drafts.keep(played.desk.drafts.begin(), BirthDraft(child_name="Lê Thử"))
    played.actions_shown["lock"].trigger()
    assert door.frame.front() is door.lock
    assert door.frame.layout().contentsMargins().left() == 0  # type: ignore[union-attr]
    assert door.practice.desk is None
    assert door.lock.over_password.text() == "Mã PIN của chị Hằng"
    assert (folder / REGISTER_FILE).read_bytes() == before
    type_text(door.lock, "270591")
    press(door.lock, Qt.Key.Key_Return)
    assert inside(door) is window


def test_practice_from_the_closed_lock_and_the_password_still_opens_the_real_register(
    door: Door, folder: Path, qtbot: QtBot
) -> None:
    desk = open_desk(folder, Asked(folder, NOW).world(), Login("clerk", "demo"))
    renew_doorstep(desk.seat)
    desk.close()
    door.lock.put(read_doorstep(folder))
    practise(door, qtbot)
    assert door.desk is None
    door.cover()
    assert door.lock.banner.text.text() == words.WELCOME
    assert log_in(door, qtbot).desk.seat.folder == folder


def test_the_month_is_not_closed_from_the_practice_register_and_a_sentence_says_why(
    door: Door, qtbot: QtBot, tmp_path: Path
) -> None:
    log_in(door, qtbot)
    door.cover(offer_pin=False)
    practise(door, qtbot)
    assert door.practice.desk is not None
    with pytest.raises(Trouble) as refused:
        door.practice.desk.month.close(tmp_path)
    assert "sổ tập" in sentence(refused.value.code)


def test_another_size_of_type_makes_every_page_anew_on_the_same_place(door: Door, qtbot: QtBot) -> None:
    first = log_in(door, qtbot)
    first.go("settings")
    page = first.page_widget()
    assert isinstance(page, SettingsPage)
    chosen = page.machine.group.button(130)
    assert chosen is not None
    chosen.setFocus()
    press(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: inside(door) not in (None, first))
    again = inside(door)
    assert again is not None
    assert percent() == 130
    assert again.front() == "settings"
    assert again.page_widget().focusWidget() is not None
    assert again.desk is first.desk
    door.cover(offer_pin=False)
    assert door.lock.people.item(0).sizeHint().height() == round(68 * 1.3)


def test_a_door_plate_of_somebody_elses_making_opens_nothing(door: Door, folder: Path, qtbot: QtBot) -> None:
    leave_doorstep(folder, read_doorstep(folder))
    window = log_in(door, qtbot)
    assert window.desk.seat.user == "clerk"


class Slow:
    """Work that goes on until it is told to stop, or to end."""

    def __init__(self) -> None:
        self.go_on, self.began, self.ended = Event(), Event(), Event()

    def __call__(self, step: Step) -> None:
        self.began.set()
        try:
            while not self.go_on.wait(0.01):
                step(1, 2)
        finally:
            self.ended.set()


def test_closing_while_work_runs_asks_and_staying_lets_it_end(door: Door, qtbot: QtBot) -> None:
    log_in(door, qtbot)
    slow, done = Slow(), []
    door.jobs.start(slow, lambda _: done.append("xong"), done.append, "Đang in")
    qtbot.waitUntil(slow.began.is_set)
    answers(door).answers = [0]
    assert not door.frame.close()
    assert answers(door).asked[-1][0] == said.LEAVE_TITLE
    slow.go_on.set()
    qtbot.waitUntil(lambda: done == ["xong"])
    assert door.desk is not None


def test_closing_over_running_work_stops_it_at_its_next_step_and_gives_the_register_back(
    door: Door, folder: Path, qtbot: QtBot
) -> None:
    log_in(door, qtbot)
    slow = Slow()
    door.jobs.start(slow, lambda _: None, lambda _: None, "Đang in")
    qtbot.waitUntil(slow.began.is_set)
    answers(door).answers = [1]
    assert door.frame.close()
    assert slow.ended.is_set()
    assert door.desk is None
    open_desk(folder, Asked(folder, NOW).world(), Login("clerk", "demo")).close()


def test_closing_while_a_backup_is_written_leaves_a_whole_copy_or_none(
    door: Door, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = log_in(door, qtbot)
    usb = tmp_path / "usb"
    usb.mkdir()
    began = Event()
    care = window.desk.care

    def work(step: Step) -> object:
        began.set()
        return care.backup(usb)

    door.jobs.start(work, lambda _: None, lambda _: None, said.BACKUP_RUNS)
    qtbot.waitUntil(began.is_set)
    answers(door).answers = [1]
    assert door.frame.close()
    key = Keyring(folder, lambda n: bytes(n)).unwrap("clerk", "demo")
    copies = list(usb.rglob(REGISTER_FILE))
    assert all(look_into(copy, key).position > 0 for copy in copies)
    assert [path.name for path in usb.rglob("*") if path.name.endswith(".part")] == []
    open_desk(folder, Asked(folder, NOW).world(), Login("clerk", "demo")).close()


def test_a_locked_desk_closes_and_keeps_what_was_typed(door: Door, folder: Path, qtbot: QtBot) -> None:
    window = log_in(door, qtbot)
    window.desk.drafts.keep(window.desk.drafts.begin(), BirthDraft(child_name="Lê An"))
    door.cover(offer_pin=False)
    assert door.frame.close()
    assert door.desk is None
    assert read_doorstep(folder).people[0].drafts == 1
    desk = open_desk(folder, Asked(folder, NOW).world(), Login("clerk", "demo"))
    assert [one.draft.child_name for one in desk.drafts.unfinished()] == ["Lê An"]  # type: ignore[union-attr]
    desk.close()


def test_a_second_program_is_told_who_has_the_register(door: Door, folder: Path, qtbot: QtBot) -> None:
    other = open_desk(folder, Asked(folder, NOW).world(), Login("clerk", "demo"))
    type_text(door.lock, "demo")
    press(door.lock, Qt.Key.Key_Return)
    told = sentence("register-locked", {"holder": "clerk"})
    qtbot.waitUntil(lambda: door.lock.banner.text.text().startswith(told))
    assert door.lock.open.isEnabled()
    other.close()
    assert log_in(door, qtbot).desk.seat.user == "clerk"


def test_a_password_typed_before_everything_is_loaded_opens_as_soon_as_it_is(
    folder: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, paths.resources())
    held = Event()

    def makers() -> dict[str, object]:
        held.wait(30)
        return {name: made for name, made in pages().items() if name in NEEDED}

    opened = Door(Asked(folder, NOW), makers)  # type: ignore[arg-type]
    qtbot.addWidget(opened.frame)
    opened.open()
    qtbot.waitUntil(lambda: opened.loading is not None)
    type_text(opened.lock, "demo")
    press(opened.lock, Qt.Key.Key_Return)
    assert opened.loading is not None
    assert opened.loading.is_alive()
    held.set()
    qtbot.waitUntil(lambda: inside(opened) is not None, timeout=20_000)
    assert opened.frame.close()
    assert not opened.loading.is_alive()


def test_closing_while_the_register_opens_gives_it_back(door: Door, folder: Path, qtbot: QtBot) -> None:
    type_text(door.lock, "demo")
    press(door.lock, Qt.Key.Key_Return)
    assert door.frame.close()
    assert door.desk is None
    open_desk(folder, Asked(folder, NOW).world(), Login("clerk", "demo")).close()
