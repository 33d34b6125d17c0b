"""A register taken back through the real door: by keys alone, from the lock, the menu and the first run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cheap_passwords import cheapen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from test_ui_shell import Remembering
from window_kit import LOGIN, Answers, press, type_text

from common.words import lock as lock_words
from common.words import take_back as said
from desk_app import paths
from desk_app.app.door import Door
from desk_app.app.options import Asked
from desk_app.db.keyring import Keyring
from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, open_desk
from desk_app.services.desk import Desk
from desk_app.services.taking_back import Done, Key, Step
from desk_app.services.trouble import Trouble
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.shell.guide import GuideWindow
from desk_app.ui.shell.key_card import KeyCard
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.take_back.view import TakeBack
from desk_app.ui.theme.look import dress

NOW = "2026-11-20T09:30"
CODE = "AB12-CD34-EF56-GH78-JK90-MN12-PQ34-RS56"
CLERK = Login("Vũ Thị Thanh Hà", "mật khẩu dài 1")
NAMES = ("Nguyễn Trần Minh Anh", "Lê Gia Hân")
CTRL = Qt.KeyboardModifier.ControlModifier
CUT = """
import os, signal, sys
from pathlib import Path
from desk_app.app.options import Asked
from desk_app.house import take_back
from desk_app.services.taking_back import Key, copies_at_hand

folder, real = Path(sys.argv[1]), os.replace

def cut(source, target):
    real(source, target)
    if Path(target).parent.name.startswith("truoc-khoi-phuc"):
        os.kill(os.getpid(), signal.SIGKILL)

os.replace = cut
take_back(folder, Asked(folder, "2026-11-20T09:30").world(), copies_at_hand(folder)[0].path, Key("clerk", "demo"),
          lambda done, total: None)
"""


def birth(desk: Desk, name: str) -> None:
    desk.register.enter(
        BirthDraft(child_name=name, born="09/11/2026", sex="nữ", mother_name="Lê Thị Hoa", registered_on="20/11/2026")
    )


def names_in(desk: Desk) -> set[str]:
    with desk.seat.reading() as reading:
        return {kept.registration.principals()[0].text for kept in reading.registrations.newest(9)}


@pytest.fixture(scope="module")
def worked(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with one registration in it, and a second one entered since."""
    folder = Path(shutil.copytree(made, tmp_path_factory.mktemp("worked") / "quầy"))
    desk = open_desk(folder, Asked(folder, NOW).world(), LOGIN)
    Keyring(folder, os.urandom).renew_recovery(CODE, desk.people.data_key)
    desk.people.add(CLERK.user, "clerk", CLERK.password)
    cheapen(folder, CLERK.user, CLERK.password)
    birth(desk, NAMES[0])
    assert desk.care.look_after().copied
    birth(desk, NAMES[1])
    desk.close()
    return folder


@pytest.fixture
def folder(worked: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(worked, tmp_path / "quầy"))


@pytest.fixture
def at(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[Path], Door]]:
    """The real door before a folder."""
    dress(qapp, paths.resources())
    opened: list[Door] = []

    def begin(folder: Path) -> Door:
        door = Door(Asked(folder, NOW), lambda: {"today": Remembering, "form": Remembering})
        door.asker = Answers()
        qtbot.addWidget(door.frame)
        door.open()
        opened.append(door)
        return door

    yield begin
    for door in opened:
        door.frame.close()


def page_of(door: Door) -> TakeBack:
    page = door.taking_back.page
    assert page is not None
    assert door.frame.front() is page
    return page


def enter(door: Door, text: str = "") -> None:
    front = door.frame.front()
    assert front
    type_text(front, text)
    press(front, Qt.Key.Key_Return)


def inside(door: Door, qtbot: QtBot, user: str = "clerk", password: str = "demo") -> Desk:
    door.lock.people.choose(user)
    enter(door, password)
    qtbot.waitUntil(lambda: isinstance(door.frame.front(), MainWindow))
    assert door.desk
    return door.desk


def look(door: Door, qtbot: QtBot, who: Login = LOGIN) -> TakeBack:
    """From the first step to the third, by keys."""
    page = page_of(door)
    enter(door)
    assert page.prove.isVisible()
    page.prove.people.choose(who.user)
    enter(door, who.password)
    qtbot.waitUntil(page.look.isVisible)
    return page


def take(door: Door, page: TakeBack, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.done.isVisible)
    enter(door)
    assert door.frame.front() is door.lock
    assert door.lock.banner.text.text() == said.AFTERWARDS


def test_a_damaged_register_is_taken_back_from_the_lock_with_the_keyboard_alone(
    at: Callable[[Path], Door], folder: Path, qtbot: QtBot
) -> None:
    (folder / "register.db").write_bytes(b"")
    door = at(folder)
    press(door.lock, Qt.Key.Key_F6)
    press(page_of(door), Qt.Key.Key_Escape)
    assert "1 bản sao" in door.lock.banner.text.text()
    assert door.lock.ways.isVisible()
    press(door.lock, Qt.Key.Key_F6)
    page = look(door, qtbot)
    assert page.back.hasFocus() or page.focusWidget() is page.back, "Enter does not take back"
    assert said.after(page.model.rows()[0].copy.made_at) in page.look.difference.text.text()
    take(door, page, qtbot)
    assert names_in(inside(door, qtbot)) == {NAMES[0]}
    (aside,) = folder.glob("truoc-khoi-phuc_*")
    assert (aside / "register.db").read_bytes() == b"", "what was damaged is kept for reading"


def test_a_page_damaged_inside_is_told_after_the_password_with_the_way_to_a_copy(
    at: Callable[[Path], Door], folder: Path, qtbot: QtBot
) -> None:
    raw = bytearray((folder / "register.db").read_bytes())
    raw[40:4000] = bytes(3960)
    (folder / "register.db").write_bytes(raw)
    door = at(folder)
    assert not door.lock.ways.isVisible()
    door.lock.people.choose("clerk")
    enter(door, "demo")
    qtbot.waitUntil(door.lock.ways.isVisible)
    assert "Đừng xóa tệp nào" in door.lock.banner.text.text()
    assert door.desk is None


def test_damage_found_by_the_check_of_an_open_desk_leads_to_its_copies(
    at: Callable[[Path], Door], folder: Path, qtbot: QtBot
) -> None:
    door = at(folder)
    inside(door, qtbot)
    with (folder / "register.db").open("r+b") as stream:
        stream.seek(3 * 4096 + 100)
        stream.write(bytes(2000))
    assert door.window
    assert isinstance(door.asker, Answers)
    door.asker.answers = [0]
    door.window.actions_shown["check-data"].trigger()
    qtbot.waitUntil(lambda: door.taking_back.page is not None)
    assert [title for title, _ in door.asker.asked] == [said.NOT_WHOLE]
    assert door.desk is None
    page = look(door, qtbot)
    assert page.look.ours.accessibleDescription() == said.no_ours("register-damaged")


def test_from_the_menu_the_desk_is_left_first_and_esc_changes_nothing(
    at: Callable[[Path], Door], folder: Path, qtbot: QtBot
) -> None:
    door = at(folder)
    inside(door, qtbot)
    assert door.window
    door.window.actions_shown["take-back"].trigger()
    page = look(door, qtbot)
    assert door.desk is None
    assert "Sẽ thiếu: 1 việc đăng ký." in page.look.difference.text.text()
    press(page, Qt.Key.Key_Escape)
    assert door.frame.front() is door.lock
    desk = inside(door, qtbot)
    assert names_in(desk) == set(NAMES)
    assert desk.restored == 0
    assert not list(folder.glob("*khoi-phuc*"))


def test_what_was_put_aside_can_be_taken_back_the_same_way(
    at: Callable[[Path], Door], folder: Path, qtbot: QtBot
) -> None:
    door = at(folder)
    press(door.lock, Qt.Key.Key_F6)
    take(door, look(door, qtbot), qtbot)
    press(door.lock, Qt.Key.Key_F6)
    page = page_of(door)
    assert [row.place for row in page.model.rows()] == [said.OWN_PLACE, said.PUT_ASIDE]
    press(page, Qt.Key.Key_Down)
    take(door, look(door, qtbot), qtbot)
    assert names_in(inside(door, qtbot)) == set(NAMES)


def test_only_an_administrator_is_let_in_from_the_menu_but_everybody_may_try(
    at: Callable[[Path], Door], folder: Path, qtbot: QtBot
) -> None:
    door = at(folder)
    inside(door, qtbot, CLERK.user, CLERK.password)
    assert door.window
    door.window.actions_shown["take-back"].trigger()
    assert isinstance(door.asker, Answers)
    assert door.asker.asked[-1:] == [(said.TITLE, said.administrators_only(["clerk"]))]
    assert door.desk
    door.window.actions_shown["take-back-trial"].trigger()
    assert page_of(door).model.trial


def test_at_the_lock_a_clerk_may_look_into_a_copy_and_is_told_whom_to_ask(
    at: Callable[[Path], Door], folder: Path, qtbot: QtBot
) -> None:
    door = at(folder)
    press(door.lock, Qt.Key.Key_F6)
    page = look(door, qtbot, CLERK)
    assert not page.take.isVisible()
    assert "người quản trị: clerk" in page.trouble.text.text()
    press(page, Qt.Key.Key_Return, CTRL)
    assert page.look.isVisible(), "no key takes it back"
    assert page.focusWidget() is page.back


def test_a_trial_goes_through_the_steps_and_leaves_every_byte_as_it_was(
    at: Callable[[Path], Door], folder: Path, qtbot: QtBot
) -> None:
    door = at(folder)
    files = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and "logs" not in path.parts}
    press(door.lock, Qt.Key.Key_F6)
    press(page_of(door), Qt.Key.Key_T, CTRL)
    page = look(door, qtbot)
    assert not page.take.isVisible()
    press(page, Qt.Key.Key_Return, CTRL)
    assert page.look.isVisible(), "no key takes back in a trial"
    enter(door)
    assert page.done.state.title.text() == said.TRIAL_DONE
    enter(door)
    assert door.frame.front() is door.lock
    assert {path: path.read_bytes() for path in folder.rglob("*") if path in files} == files
    assert not list(folder.glob("*khoi-phuc*"))
    assert (folder / "drill.json").is_file(), "the next opening takes it over for the reminders"


def test_a_wrong_password_is_told_under_its_field_and_after_five_one_waits(
    at: Callable[[Path], Door], folder: Path, qtbot: QtBot
) -> None:
    door = at(folder)
    press(door.lock, Qt.Key.Key_F6)
    page = page_of(door)
    enter(door)
    page.prove.people.choose("clerk")
    for left in (4, 3, 2, 1):
        enter(door, "sai")
        told = lock_words.wrong(left)
        qtbot.waitUntil(lambda told=told: page.prove.password.under.text() == told)
    enter(door, "sai")
    qtbot.waitUntil(lambda: page.prove.password.under.text() == lock_words.wait(60))
    enter(door, "demo")
    assert not door.jobs.busy
    assert page.prove.isVisible()


def test_stopped_in_the_middle_everything_stays_and_it_may_be_begun_again(
    at: Callable[[Path], Door], folder: Path, qtbot: QtBot
) -> None:
    door = at(folder)
    press(door.lock, Qt.Key.Key_F6)
    page = look(door, qtbot)
    press(page, Qt.Key.Key_Return, CTRL)
    door.jobs.cancel()
    qtbot.waitUntil(page.trouble.isVisible)
    assert page.look.isVisible()
    assert not list(folder.glob("*khoi-phuc*"))
    take(door, page, qtbot)


def test_an_exchange_that_stands_half_way_is_not_called_untouched(
    at: Callable[[Path], Door], folder: Path, qtbot: QtBot
) -> None:
    door = at(folder)
    press(door.lock, Qt.Key.Key_F6)
    page = look(door, qtbot)

    def stuck(copy: Path, key: Key, step: Step) -> Done:
        raise Trouble("swap-unfinished")

    page.model.ways = replace(page.model.ways, take=stuck)
    press(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.trouble.isVisible)
    assert page.context.text() == ""
    assert [each.text() for each in (page.leave, page.back, page.take) if each.isVisible()] == [said.NEXT[-1]]
    enter(door)
    assert door.frame.front() is door.lock


def test_every_widget_that_takes_the_focus_has_a_name_and_f1_opens_the_guide(
    at: Callable[[Path], Door], folder: Path
) -> None:
    door = at(folder)
    press(door.lock, Qt.Key.Key_F6)
    page = page_of(door)
    takes = [each for each in page.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(takes) > 8
    assert [each for each in takes if not each.accessibleName()] == []
    press(page, Qt.Key.Key_F1)
    (guide,) = page.findChildren(GuideWindow)
    assert guide.page().id == "take-back"
    assert guide.print.isHidden()
    guide.accept()
    press(page, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    (card,) = page.findChildren(KeyCard)
    assert {"F2", "Ctrl+T", "Ctrl+Enter"} <= {cap.text() for cap in card.findChildren(KeyCap)}
    card.accept()


def test_a_program_killed_in_the_middle_of_the_exchange_finishes_it_at_the_next_start(
    at: Callable[[Path], Door], folder: Path, qtbot: QtBot
) -> None:
    killed = subprocess.run([sys.executable, "-c", CUT, str(folder)], check=False, timeout=60)
    assert killed.returncode == -9
    assert (folder / "register.swap").exists()
    door = at(folder)
    assert door.lock.banner.text.text() == said.FINISHED
    assert not (folder / "register.swap").exists()
    assert names_in(inside(door, qtbot)) == {NAMES[0]}


def test_where_a_register_was_no_first_run_begins_and_the_sheet_is_asked_for(
    at: Callable[[Path], Door], folder: Path
) -> None:
    for gone in ("register.db", "register.marker", "keyring.json", "keyring.spare.json", "doorstep.json"):
        (folder / gone).unlink(missing_ok=True)
    door = at(folder)
    assert door.first_run is None
    assert "Máy không lập sổ mới đè lên" in door.lock.banner.text.text()
    press(door.lock, Qt.Key.Key_F6)
    page = page_of(door)
    enter(door)
    assert page.prove.code.isVisible()
    enter(door, "clerk")
    assert page.prove.code.under.text() == lock_words.rescue_short(0)


def test_on_a_new_machine_the_first_run_leads_to_a_copy_on_a_stick(
    at: Callable[[Path], Door], folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    door = at(tmp_path / "máy mới")
    assert door.first_run
    press(door.first_run, Qt.Key.Key_F6)
    press(page_of(door), Qt.Key.Key_Escape)
    assert door.frame.front() is door.first_run
    press(door.first_run, Qt.Key.Key_F6)
    page = page_of(door)
    assert not page.next.isEnabled()
    assert isinstance(door.asker, Answers)
    door.asker.answers = [tmp_path, folder / "backups"]
    press(page, Qt.Key.Key_O, CTRL)
    assert page.trouble.text.text() == said.elsewhere_empty(tmp_path.name)
    press(page, Qt.Key.Key_O, CTRL)
    assert [row.place for row in page.model.rows()] == ["backups"]
    by_sheet(door, qtbot)
    assert door.first_run is None
    assert names_in(inside(door, qtbot, password="bốn chữ dễ nhớ")) == {NAMES[0]}


def by_sheet(door: Door, qtbot: QtBot) -> None:
    page = page_of(door)
    enter(door)
    page.prove.name.input.setFocus()
    type_text(page, "clerk")
    page.prove.code.input.setFocus()
    type_text(page, CODE.replace("-", "").lower())
    page.prove.new.input.setFocus()
    type_text(page, "bốn chữ dễ nhớ")
    page.prove.again.input.setFocus()
    enter(door, "bốn chữ dễ nhớ")
    qtbot.waitUntil(page.look.isVisible)
    take(door, page, qtbot)


def test_a_desk_left_alone_on_the_page_goes_back_to_the_lock(at: Callable[[Path], Door], folder: Path) -> None:
    door = at(folder)
    press(door.lock, Qt.Key.Key_F6)
    page = page_of(door)
    assert page.choose.table.isVisible()
    enter(door)
    type_text(page, "demo")
    door.cover_when_left()
    assert door.frame.front() is door.lock
    assert door.taking_back.page is None


def test_behind_a_covered_desk_the_lock_offers_no_copies(
    at: Callable[[Path], Door], folder: Path, qtbot: QtBot
) -> None:
    door = at(folder)
    inside(door, qtbot)
    door.cover(offer_pin=False)
    assert not door.lock.entry.take_back.isVisible()
    press(door.lock, Qt.Key.Key_F6)
    assert door.taking_back.page is None
    assert door.desk


def test_the_status_line_hears_of_the_copy_that_was_made_in_the_morning(
    at: Callable[[Path], Door], made: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    door = at(Path(shutil.copytree(made, tmp_path / "quầy")))
    inside(door, qtbot)
    window = door.window
    assert window
    qtbot.waitUntil(lambda: window.status.texts()[0] == "Sao lưu lúc 09:30 hôm nay")
