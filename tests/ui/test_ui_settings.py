"""The settings page: kept only when asked, another signer from today, another user, the size of the type."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, Window, make_folder, open_copy, press, type_text

from common.words import settings_page as said
from desk_app import paths
from desk_app.house import Login, World, open_desk
from desk_app.services.desk import Desk
from desk_app.services.settings_view import signers
from desk_app.settings import FILE, Settings, read_settings
from desk_app.ui.settings.view import SettingsPage
from desk_app.ui.theme.look import dress

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("made") / "quầy")


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = open_copy(made, tmp_path / "quầy", Clock())
    yield opened
    opened.close()


@pytest.fixture
def window(desk: Desk, qapp: QApplication) -> Iterator[Window]:
    dress(qapp, paths.resources())
    opened = Window(desk)
    yield opened
    opened.jobs.close()


def shown(window: Window, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(window.around())
    qtbot.addWidget(page)
    page.resize(1154, 670)
    page.show()
    page.refresh()
    return page


def test_a_change_is_kept_with_ctrl_s_and_not_before(window: Window, qtbot: QtBot) -> None:
    page = shown(window, qtbot)
    assert not page.save.isEnabled()
    page.office.fields["phone"].setFocus()
    press(page, Qt.Key.Key_A, CTRL)
    type_text(page, "0200 3555 999")
    assert page.state.text() == said.UNSAVED
    assert window.desk.settings.all().phone == "0200 3555 018"
    press(page, Qt.Key.Key_S, CTRL)
    assert window.desk.settings.all().phone == "0200 3555 999"
    assert window.said == [said.SAVED]
    assert not page.save.isEnabled()


def test_leaving_with_something_unsaved_asks_and_esc_stays(window: Window, qtbot: QtBot) -> None:
    page = shown(window, qtbot)
    assert page.may_leave()
    page.office.switches["condolence-code"].toggle()
    assert not page.may_leave()
    window.asker.answers = [1]
    assert page.may_leave()
    assert not window.desk.settings.all().condolence_code
    page.office.switches["condolence-code"].toggle()
    window.asker.answers = [0]
    assert page.may_leave()
    assert window.desk.settings.all().condolence_code


def test_the_second_person_of_the_month_end_is_a_switch_that_stands_off(window: Window, qtbot: QtBot) -> None:
    page = shown(window, qtbot)
    switch = page.office.switches["second-person"]
    assert not switch.isChecked()
    switch.setFocus()
    press(page, Qt.Key.Key_Space)
    press(page, Qt.Key.Key_S, CTRL)
    assert window.desk.settings.all().second_person
    assert not window.desk.settings.all().condolence_code
    assert switch.isChecked()


def test_another_person_signs_from_today_after_a_question(window: Window, qtbot: QtBot) -> None:
    page = shown(window, qtbot)
    page.signer.name.setFocus()
    type_text(page, "Lò Thị Hoa")
    page.signer.post.setCurrentIndex(1)
    press(page, Qt.Key.Key_N, CTRL | SHIFT)
    assert signers(window.desk.seat)[0].name == "Phạm Quốc Thịnh"
    window.asker.answers = [0]
    press(page, Qt.Key.Key_N, CTRL | SHIFT)
    newest = signers(window.desk.seat)[0]
    assert (newest.name, newest.authority) == ("Lò Thị Hoa", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
    assert "Lò Thị Hoa" in page.signer.list.text()


def test_a_signer_without_a_name_is_told_in_a_sentence(window: Window, qtbot: QtBot) -> None:
    page = shown(window, qtbot)
    page.signer.sign.click()
    assert "Chưa có họ tên người ký" in page.trouble.text.text()


def test_another_user_is_added_and_can_open_the_register(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(window, qtbot)
    page.people.name.setFocus()
    type_text(page, "Nguyễn Thu Hằng")
    page.people.password.setFocus()
    type_text(page, "ngắn")
    press(page, Qt.Key.Key_A, CTRL | SHIFT)
    assert page.people.place.under.text() == said.PERSON_SHORT
    page.people.password.clear()
    type_text(page, "đò trăng mít sáo")
    press(page, Qt.Key.Key_A, CTRL | SHIFT)
    qtbot.waitUntil(lambda: bool(window.said))
    assert "Nguyễn Thu Hằng, cán bộ một cửa" in page.people.list.text()
    assert page.people.password.text() == ""


def test_whoever_may_not_change_settings_sees_them_greyed_and_why(
    made: Path, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    window.desk.people.add("Hằng", "clerk", "đò trăng mít sáo")
    window.desk.close()
    world = World(Clock(), secrets.token_bytes, practice=True)
    clerk = open_desk(tmp_path / "quầy", world, Login("Hằng", "đò trăng mít sáo"))
    try:
        page = shown(Window(clerk, Answers(), window.jobs), qtbot)
        assert page.trouble.text.text() == said.NOT_ALLOWED
        assert not page.office.fields["phone"].isEnabled()
        assert not page.signer.sign.isEnabled()
        assert not page.people.add.isEnabled()
    finally:
        clerk.close()


def test_the_size_of_the_type_is_kept_for_the_next_start(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(window, qtbot)
    assert read_settings(tmp_path / "quầy") == Settings(100)
    chosen = page.type.group.button(130)
    assert chosen is not None
    chosen.setFocus()
    press(page, Qt.Key.Key_Space)
    assert read_settings(tmp_path / "quầy").percent == 130
    (tmp_path / "quầy" / FILE).write_text("{", encoding="utf-8")
    assert read_settings(tmp_path / "quầy") == Settings()
