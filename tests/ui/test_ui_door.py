"""From the first picture of the lock to the open window, and back."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from test_ui_shell import Remembering
from window_kit import Answers, make_folder, press, type_text

from common.words import lock as lock_words
from desk_app import paths
from desk_app.app.door import Door, pages
from desk_app.app.options import Asked, read_options
from desk_app.app.trial import run_trial
from desk_app.db.backup import REGISTER_FILE
from desk_app.db.keyring import KEYRING_FILE
from desk_app.house import Login, open_desk
from desk_app.selftest import STEPS
from desk_app.services import doorstep
from desk_app.settings import Settings, keep_settings
from desk_app.ui.actions import ACTIONS, AT_THE_DOOR
from desk_app.ui.jobs import Jobs
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

NOW = "2026-11-20T09:30"
FIRST_PICTURE = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from desk_app import paths
from desk_app.app.door import Door, pages
from desk_app.app.options import Asked
from desk_app.ui.theme.look import dress

app = QApplication([])
dress(app, paths.resources())
door = Door(Asked(Path(sys.argv[1])), pages)
seen = []

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not seen:
            seen.append(sorted(sys.modules))
        return False

watch = Watch()
door.lock.installEventFilter(watch)
door.lock.painted.connect(lambda: app.exit(0))
door.open()
app.exec()
door.loading.join()
print(json.dumps([seen[0], sorted(sys.modules)]))
"""
HEAVY = {
    "sqlalchemy",
    "sqlcipher3",
    "argon2",
    "reportlab",
    "alembic",
    "pypdfium2",
    "qrcode",
    "pyrage",
    "msgspec",
    "cryptography",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_folder(tmp_path_factory.mktemp("made") / "quầy")
    desk = open_desk(folder, Asked(folder, NOW).world(), Login("clerk", "demo"))
    desk.people.add("Vũ Thị Thanh Hà", "leader", "mật khẩu dài 1")
    desk.close()
    return folder


@pytest.fixture
def door(made: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Door]:
    dress(qapp, paths.resources())
    opened = Door(Asked(made, NOW), lambda: {"today": Remembering, "form": Remembering})
    opened.asker = Answers()
    qtbot.addWidget(opened.frame)
    opened.open()
    yield opened
    opened.frame.close()


def unlock(door: Door, password: str) -> None:
    type_text(door.lock, password)
    press(door.lock, Qt.Key.Key_Return)


def inside(door: Door) -> MainWindow | None:
    front = door.frame.front()
    return front if isinstance(front, MainWindow) else None


def test_nothing_heavy_is_loaded_before_the_lock_stands_on_the_screen(made: Path) -> None:
    command = [sys.executable, "-c", FIRST_PICTURE, str(made)]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60)
    before, after = ({name.partition(".")[0] for name in names} for names in json.loads(told.stdout))
    assert before & HEAVY == set()
    assert "PySide6" in before
    assert after >= {"sqlalchemy", "sqlcipher3", "argon2", "reportlab", "pypdfium2"}


def test_the_lock_knows_the_names_without_a_password(made: Path, tmp_path: Path) -> None:
    assert doorstep.known_users(made) == ("Vũ Thị Thanh Hà", "clerk")
    assert doorstep.is_set_up(made)
    assert not doorstep.is_set_up(tmp_path)
    (tmp_path / KEYRING_FILE).write_text("[", encoding="utf-8")
    assert doorstep.known_users(tmp_path) == ()
    assert doorstep.is_set_up(tmp_path)


def test_the_doorstep_names_the_files_as_the_register_does() -> None:
    assert (doorstep.KEYRING_FILE, doorstep.REGISTER_FILE) == (KEYRING_FILE, REGISTER_FILE)


def test_the_right_password_opens_the_window_and_closing_gives_the_register_back(
    door: Door, made: Path, qtbot: QtBot
) -> None:
    door.lock.people.setCurrentRow(1)
    unlock(door, "demo")
    qtbot.waitUntil(lambda: inside(door) is not None)
    assert door.desk is not None
    assert door.desk.seat.user == "clerk"
    assert door.frame.windowTitle().endswith("TẬP")
    assert door.frame.close()
    open_desk(made, Asked(made, NOW).world(), Login("clerk", "demo")).close()


def test_a_wrong_password_stays_outside(door: Door, qtbot: QtBot) -> None:
    unlock(door, "sai")
    qtbot.waitUntil(lambda: door.lock.banner.text.text() == lock_words.wrong(4))
    assert door.desk is None


def test_a_register_in_use_elsewhere_is_told_in_a_sentence(door: Door, made: Path, qtbot: QtBot) -> None:
    other = open_desk(made, Asked(made, NOW).world(), Login("clerk", "demo"))
    door.lock.people.setCurrentRow(1)
    unlock(door, "demo")
    qtbot.waitUntil(lambda: "register-locked" in door.lock.banner.text.text())
    other.close()


def test_locking_keeps_the_work_and_the_same_person_goes_on(door: Door, qtbot: QtBot) -> None:
    door.lock.people.setCurrentRow(1)
    unlock(door, "demo")
    qtbot.waitUntil(lambda: inside(door) is not None)
    window = inside(door)
    assert window is not None
    window.go("form")
    window.actions_shown["lock"].trigger()
    assert door.frame.front() is door.lock
    press(door.lock, Qt.Key.Key_Escape)
    assert not window.isVisible()
    unlock(door, "sai")
    qtbot.waitUntil(lambda: door.lock.banner.text.text() == lock_words.wrong(4))
    unlock(door, "demo")
    qtbot.waitUntil(lambda: inside(door) is window)
    assert window.front() == "form"


def test_another_person_takes_the_seat(door: Door, qtbot: QtBot) -> None:
    door.lock.people.setCurrentRow(1)
    unlock(door, "demo")
    qtbot.waitUntil(lambda: inside(door) is not None)
    first = inside(door)
    door.cover(offer_pin=False)
    door.lock.people.setCurrentRow(0)
    unlock(door, "mật khẩu dài 1")
    qtbot.waitUntil(lambda: inside(door) not in (None, first))
    assert door.desk is not None
    assert door.desk.seat.user == "Vũ Thị Thanh Hà"


def test_an_empty_folder_begins_with_the_first_run_and_then_asks_for_the_new_password(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    dress(qapp, paths.resources())
    opened = Door(Asked(tmp_path / "quầy mới", NOW), lambda: {"today": Remembering})
    qtbot.addWidget(opened.frame)
    opened.open()
    assert opened.frame.front() is opened.first_run
    assert opened.first_run is not None
    make_folder(tmp_path / "quầy mới")
    opened.first_run.made.emit(tmp_path / "quầy mới")
    assert opened.frame.front() is opened.lock
    unlock(opened, "demo")
    qtbot.waitUntil(lambda: inside(opened) is not None)
    opened.frame.close()


def test_the_size_of_type_that_was_chosen_is_there_at_the_next_opening(tmp_path: Path) -> None:
    keep_settings(tmp_path, Settings(130))
    assert read_options(["--data", str(tmp_path)]).percent == 130
    assert read_options(["--data", str(tmp_path), "--percent", "100"]).percent == 100


def test_options_are_read_and_a_clock_that_is_none_is_refused(tmp_path: Path) -> None:
    asked = read_options(["--data", str(tmp_path), "--now", "2026-11-21", "--percent", "115"])
    assert (asked.data, asked.percent) == (tmp_path, 115)
    assert asked.moment()().hour == 12
    assert asked.world().practice
    with pytest.raises(SystemExit):
        read_options(["--now", "mai"])


def test_the_program_tries_itself_and_every_page_can_be_drawn(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    dress(qapp, paths.resources())
    assert run_trial() == 0
    assert capsys.readouterr().out.splitlines() == [" ".join(STEPS), " ".join(pages())]


def test_every_key_of_a_page_in_the_table_is_built_there_and_the_other_way_round() -> None:
    for name, maker in pages().items():
        told = getattr(maker, "actions", frozenset())
        own = told if isinstance(told, frozenset) else frozenset()
        assert own == {a.id for a in ACTIONS if a.here and not a.told and a.page == name}, name


def test_every_action_of_the_table_leads_to_a_page_that_is_built() -> None:
    assert {action.page for action in ACTIONS if action.page} == {*pages(), *AT_THE_DOOR}


def test_no_page_has_a_shortcut_of_its_own_that_the_table_gives_to_something_else(
    made: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, paths.resources())
    desk = open_desk(made, Asked(made, NOW).world(), Login("clerk", "demo"))
    window = MainWindow(desk, Answers(), Jobs(), pages())
    qtbot.addWidget(window)
    for name in pages():
        window.go(name)
        live = [action for action in window.actions_shown.values() if action.isEnabled()]
        taken = [key.toString() for action in live for key in action.shortcuts()]
        own = [short.key().toString() for short in window.page_widget().findChildren(QShortcut)]
        assert set(taken) & set(own) == set(), name
        assert len(taken) == len(set(taken)), name
    window.jobs.close()
    desk.close()


def test_a_birth_is_begun_and_left_again_by_keys_alone(made: Path, qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp, paths.resources())
    desk = open_desk(made, Asked(made, NOW).world(), Login("clerk", "demo"))
    window = MainWindow(desk, Answers(), Jobs(), pages())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.keyClick(window.page_widget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.new_menu.isVisible)
    qtbot.keyClick(window.new_menu, Qt.Key.Key_S)
    assert window.front() == "form"
    held = window.focusWidget()
    assert isinstance(held, QLineEdit)
    type_text(window, "Nguyễn Thị Ẩn")
    assert held.text() == "Nguyễn Thị Ẩn"
    qtbot.keyClick(held, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.front() == "today"
    assert [one.draft.child_name for one in desk.drafts.unfinished()] == ["Nguyễn Thị Ẩn"]  # type: ignore[union-attr]
    window.jobs.close()
    desk.close()
