"""The first run by keys: commune without accents, signer, user, the rescue sheet proved from paper."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, press, type_text

from common.words import first_run as said
from desk_app import paths
from desk_app.house import Login, World, open_desk, set_up, unit_table
from desk_app.services.communes import find_communes
from desk_app.services.setup import FirstRun as Made
from desk_app.services.setup import Wished
from desk_app.ui.first_run.model import ASKED, Door, FirstRunModel
from desk_app.ui.first_run.view import FirstRun
from desk_app.ui.jobs import Jobs
from desk_app.ui.theme.look import dress

PASSWORD = "đò trăng mít sáo"
WORLD = World(Clock(), secrets.token_bytes, practice=True)


def door(folder: Path) -> Door:
    today = WORLD.today()

    def made(wished: Wished, user: str, password: str) -> Made:
        return set_up(folder, WORLD, Login(user, password), wished)

    return Door(lambda text: find_communes(unit_table(), text, today), made, folder, today)


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[FirstRun]:
    dress(qapp, paths.resources())
    jobs = Jobs()
    shown = FirstRun(door(tmp_path / "sổ"), Answers(), jobs)
    qtbot.addWidget(shown)
    shown.resize(1366, 698)
    shown.show()
    yield shown
    jobs.close()


def test_a_commune_is_chosen_by_a_few_letters_and_the_letterhead_follows(page: FirstRun) -> None:
    assert not page.next.isEnabled()
    type_text(page, "xuan dinh")
    assert page.next.isEnabled()
    press(page, Qt.Key.Key_Down)
    assert page.model.commune is not None
    assert page.model.commune.official == "Xã Xuân Định"
    assert page.letterhead.lines[0] == "THÀNH PHỐ ĐỒNG NAI"
    assert page.letterhead.lines[2] == "XÃ XUÂN ĐỊNH"


def test_what_is_missing_is_said_under_its_field_and_goes_when_mended(page: FirstRun) -> None:
    type_text(page, "xuan dinh")
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Return)
    places = page.signer.places()
    assert places["leader"].under.text() == said.SIGNER_EMPTY
    assert page.focusWidget() is page.signer.leader
    type_text(page, "Phạm Quốc Thịnh")
    assert not places["leader"].under.isVisible()
    assert page.letterhead.lines[-1] == "Phạm Quốc Thịnh"
    press(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.commune.isVisible()


def test_five_steps_with_the_keyboard_leave_a_register_that_opens(page: FirstRun, qtbot: QtBot, tmp_path: Path) -> None:
    type_text(page, "xuan dinh, dong nai")
    press(page, Qt.Key.Key_Return)
    type_text(page, "Phạm Quốc Thịnh")
    page.signer.phone.setFocus()
    type_text(page, "0200 3555 018")
    press(page, Qt.Key.Key_Return)
    type_text(page, "Nguyễn Thu Hằng")
    for typed in (page.user.password, page.user.again):
        typed.setFocus()
        type_text(page, PASSWORD)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(page.sheet.isVisible)
    assert not page.next.isEnabled()
    assert not page.may_leave()
    press(page, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert page.rescue.covered
    for number, typed in zip(ASKED, page.sheet.fields, strict=True):
        typed.setFocus()
        type_text(page, page.model.groups[number - 1].lower())
    assert page.may_leave()
    press(page, Qt.Key.Key_Return)
    assert page.done.isVisible()
    with qtbot.waitSignal(page.made) as told:
        press(page, Qt.Key.Key_Return)
    assert told.args == [tmp_path / "sổ"]
    desk = open_desk(tmp_path / "sổ", WORLD, Login("Nguyễn Thu Hằng", PASSWORD))
    try:
        assert desk.settings.all().phone == "0200 3555 018"
        assert desk.settings.all().unit == "26461"
    finally:
        desk.close()


def test_a_folder_that_cannot_be_written_is_told_and_nothing_typed_is_lost(
    page: FirstRun, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "sổ").write_text("a file in the place of the folder", encoding="utf-8")
    model = page.model
    type_text(page, "xuan dinh, dong nai")
    model.leader, model.phone, model.user = "Phạm Quốc Thịnh", "0200", "Hằng"
    model.password = model.again = PASSWORD
    page._stand(2)
    page.next.click()
    qtbot.waitUntil(page.trouble.isVisible)
    assert page.next.isEnabled()
    assert model.user == "Hằng"


def test_the_model_asks_for_a_longer_password_and_reads_look_alikes_as_digits(tmp_path: Path) -> None:
    model = FirstRunModel(door(tmp_path), user="Hằng", password="ngắn", again="ngắn")
    assert model.lacks(2) == {"password": said.PASSWORD_SHORT}
    model.password = PASSWORD
    assert model.lacks(2) == {"again": said.PASSWORD_DIFFERS}
    unit = unit_table().known("26461")[-1]
    model.made = Made(unit, "AAAA-B0C1-CCCC-DDDD-E1E1-FFFF-GGGG-H2H2")
    assert model.proved(("bo cl", "ElEI", "h2h2"))
    assert model.right(("b0c1", "", "xxxx")) == 1
