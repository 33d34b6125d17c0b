"""The page of a damaged register, from the lock and back, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from salvage_kit import (
    ENTERED,
    KNOWN_ID,
    KNOWN_NAME,
    LOGIN,
    PAGE,
    Made,
    break_keyring,
    copy_on_a_stick,
    last_root,
    overwrite,
    prints,
)
from test_ui_shell import Remembering
from window_kit import Answers, press, type_text

from common.words import lock as lock_words
from common.words import salvage as said
from desk_app import paths
from desk_app.app.door import Door
from desk_app.app.options import Asked
from desk_app.app.salvage_door import open_salvage
from desk_app.ui.salvage.view import SalvagePage
from desk_app.ui.take_back.view import TakeBack
from desk_app.ui.theme.look import dress

CTRL = Qt.KeyboardModifier.ControlModifier


class Typing(Answers):
    """Answers from the list where a line is to be typed, too."""

    def ask_text(self, title: str, label: str, text: str = "", secret: bool = False) -> str | None:
        return self._next(title, label)  # type: ignore[no-any-return]


@pytest.fixture
def door(made: Made, damaged: Path, qapp: QApplication) -> Iterator[Door]:
    """The real door over a register whose first page and whose middle are gone."""
    dress(qapp, paths.resources())
    overwrite(damaged, 0, bytes(PAGE))
    overwrite(damaged, (last_root(made) - 4) * PAGE, bytes(16 * PAGE))
    opened = Door(Asked(damaged, "2026-11-20T09:30"), lambda: {"today": Remembering})
    opened.asker = Typing()
    yield opened
    opened.frame.close()
    opened.frame.deleteLater()


def answers(door: Door) -> Answers:
    assert isinstance(door.asker, Answers)
    return door.asker


def enter(door: Door, qtbot: QtBot) -> SalvagePage:
    """At the lock the password opens nothing; F7 leads on."""
    door.open()
    type_text(door.lock, LOGIN.password)
    press(door.lock, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: door.lock.ways.salvage.isVisible(), timeout=10_000)
    press(door.lock, Qt.Key.Key_F7)
    page = door.frame.front()
    assert isinstance(page, SalvagePage)
    return page


def read(page: SalvagePage, qtbot: QtBot) -> None:
    type_text(page, LOGIN.password)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(page.lists.table.isVisible, timeout=20_000)


def test_from_the_lock_to_the_lists_and_out_to_a_stick_by_keys_alone(
    door: Door, damaged: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = enter(door, qtbot)
    before = prints(damaged)
    assert (page.band.title.text(), page.band.isVisible()) == (said.BAND, True)
    read(page, qtbot)
    found = page.model.found
    assert found
    assert 0 < len(found.missing) < len(found.read) < ENTERED
    assert len(page.lists.rows.rows) == len(found.read)
    press(page, Qt.Key.Key_F, CTRL)
    type_text(page, "minh thuong")
    known = KNOWN_ID in {one.id for one in found.read}
    assert [row.names for row in page.lists.rows.rows] == ([KNOWN_NAME] if known else [])
    press(page, Qt.Key.Key_2, CTRL)
    assert page.lists.tabs[1].text() == said.list_words(True, len(found.missing))
    page.lists.search.clear()
    assert len(page.lists.rows.rows) == len(found.missing)
    answers(door).answers = [1, tmp_path / "usb"]
    press(page, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(page.told.isVisible, timeout=20_000)
    written = next((tmp_path / "usb").iterdir())
    assert page.told.text.text() == said.written(written.name, len(found.read), len(found.letters))
    press(page, Qt.Key.Key_Escape)
    assert door.frame.front() is door.lock
    assert prints(damaged) == before


def test_a_wrong_password_is_told_under_its_field_and_the_sheet_opens_without_a_keyring(
    door: Door, made: Made, damaged: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = copy_on_a_stick(made, tmp_path / "usb")
    page = open_salvage(door)
    door.frame.show()
    type_text(page, "sai mật khẩu")
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.prove.password.under.text() == lock_words.wrong(4), timeout=10_000)
    break_keyring(damaged)
    press(page, Qt.Key.Key_F2)
    type_text(page, made.recovery)
    answers(door).answers = [stick]
    press(page, Qt.Key.Key_O, CTRL)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(page.lists.table.isVisible, timeout=20_000)
    assert page.model.key is None


def test_whoever_leaves_the_question_or_types_two_passwords_writes_nothing_and_f6_leads_to_the_copies(
    door: Door, tmp_path: Path, qtbot: QtBot
) -> None:
    page = open_salvage(door)
    door.frame.show()
    read(page, qtbot)
    for typed in ([2], [1, None], [0, None], [0, "ngắn"], [0, "một câu dễ nhớ", "câu khác hẳn"]):
        answers(door).answers = typed
        press(page, Qt.Key.Key_S, CTRL)
        assert answers(door).answers == []
        assert not page.busy
    assert page.told.text.text() == said.PASSWORD_OTHER
    press(page, Qt.Key.Key_F6)
    assert isinstance(door.frame.front(), TakeBack)
