"""The lock by keys, with a clock in the hand."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest
from clipped import clipped
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import press, type_text

from common.words import lock as said
from desk_app import paths
from desk_app.services.doorstep import Doorstep, Resident
from desk_app.services.pin import is_easy
from desk_app.ui.lock.model import Attempts, grouped, whole_groups
from desk_app.ui.lock.view import LockScreen
from desk_app.ui.shell.guide import GuideWindow
from desk_app.ui.theme.look import dress

PEOPLE = (
    Resident("hang", "Nguyễn Thu Hằng", "chị Hằng", "cán bộ một cửa", 1),
    Resident("lam", "Trịnh Văn Lâm", "anh Lâm", "tư pháp - hộ tịch"),
    Resident("ha", "Vũ Thị Thanh Hà", "bà Hà", "lãnh đạo"),
)
NOW = datetime(2026, 11, 20, 11, 47, tzinfo=UTC)
DOORSTEP = Doorstep("26461", "xã An Liên", "tỉnh Nam Hải", "0200 3555 000", NOW.replace(hour=11, minute=30), PEOPLE)


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
    screen = LockScreen(DOORSTEP, seconds, "0.1.0")
    qtbot.addWidget(screen)
    screen.resize(1366, 728)
    with qtbot.waitSignal(screen.painted):
        screen.show()
    screen.password.setFocus()
    return screen


def test_enter_hands_over_who_and_password(lock: LockScreen, qtbot: QtBot) -> None:
    lock.people.setCurrentRow(1)
    assert lock.over_password.text() == "Mật khẩu của anh Lâm"
    type_text(lock, "mật khẩu")
    with qtbot.waitSignal(lock.asked) as asked:
        press(lock, Qt.Key.Key_Return)
    assert asked.args == ["lam", "mật khẩu"]
    assert not lock.open.isEnabled()


def test_f1_opens_the_guide_before_anybody_is_known_and_nothing_can_be_printed_there(
    lock: LockScreen, qtbot: QtBot
) -> None:
    lock.show()
    lock.activateWindow()
    qtbot.keyClick(lock.password, Qt.Key.Key_F1)
    (guide,) = lock.findChildren(GuideWindow)
    assert guide.page().id == "lock"
    assert guide.print.isHidden()
    guide.print_page()
    guide.accept()


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
    lock.lock("ha", "11:32")
    assert lock.user() == "ha"
    assert "11:32" in lock.banner.text.text()


def test_where_no_names_can_be_read_one_types_the_name(qtbot: QtBot, seconds: Seconds) -> None:
    screen = LockScreen(Doorstep(), seconds)
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


def test_the_lock_says_whose_desk_it_is_what_lies_open_and_whom_to_call(lock: LockScreen) -> None:
    lock.put(DOORSTEP, NOW)
    assert lock.office.text() == "Ủy ban nhân dân xã An Liên, tỉnh Nam Hải"
    assert lock.people.item(0).text() == "Nguyễn Thu Hằng"
    assert "cán bộ một cửa, đang gõ dở 1 bài" in lock.people.item(0).toolTip()
    assert lock.foot.backup.text() == "Sao lưu lúc 11:30 hôm nay"
    assert lock.foot.support.text() == "Hỗ trợ: 0200 3555 000"
    assert lock.foot.release.text() == "Phiên bản 0.1.0"


def test_a_pin_is_asked_of_the_person_whose_work_lies_behind_and_of_nobody_else(lock: LockScreen) -> None:
    lock.lock("ha", "11:32", pin=True)
    assert lock.over_password.text() == "Mã PIN của bà Hà"
    lock.people.setCurrentRow(0)
    assert lock.over_password.text() == "Mật khẩu của chị Hằng"
    lock.people.setCurrentRow(2)
    assert lock.entry.pin


def test_six_figures_and_enter_are_handed_over_letters_do_not_get_in(lock: LockScreen, qtbot: QtBot) -> None:
    lock.lock("ha", "11:32", pin=True)
    type_text(lock, "27a05")
    press(lock, Qt.Key.Key_Return)
    assert lock.banner.text.text() == said.PIN_SHORT
    type_text(lock, "9133")
    assert lock.password.text() == "270591"
    with qtbot.waitSignal(lock.pin_typed) as typed:
        press(lock, Qt.Key.Key_Return)
    assert typed.args == ["270591"]


def test_the_fifth_wrong_pin_leaves_only_the_password(lock: LockScreen) -> None:
    lock.lock("ha", "11:32", pin=True)
    assert [lock.refuse_pin() for _ in range(4)] == [True] * 4
    assert lock.banner.text.text() == said.wrong_pin(1)
    assert not lock.refuse_pin()
    assert lock.banner.text.text() == said.PIN_GONE
    assert lock.over_password.text() == "Mật khẩu của bà Hà"


def test_f2_forgets_the_pin_and_f2_again_opens_the_rescue_sheet_and_esc_leads_back(lock: LockScreen) -> None:
    lock.lock("ha", "11:32", pin=True)
    press(lock, Qt.Key.Key_F2)
    assert lock.banner.text.text() == said.PIN_FORGOTTEN
    assert not lock.entry.pin
    press(lock, Qt.Key.Key_F2)
    assert lock.rescue.isVisible()
    assert "Vũ Thị Thanh Hà" in lock.rescue.text.text()
    press(lock, Qt.Key.Key_Escape)
    assert lock.people.isVisible()
    assert not lock.rescue.isVisible()


def test_f4_chooses_another_person_and_says_that_the_work_of_the_first_stays(lock: LockScreen) -> None:
    assert not lock.entry.change.isVisible()
    lock.lock("ha", "11:32")
    press(lock, Qt.Key.Key_F4)
    assert lock.user() == "hang"
    assert lock.banner.text.text() == said.CHANGING
    assert lock.people.hasFocus() or lock.focusWidget() is lock.people


def test_f8_asks_for_practice(lock: LockScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lock.practice_asked) as asked:
        press(lock, Qt.Key.Key_F8)
    assert asked.args == ["hang"]


def test_a_new_pin_is_typed_twice_and_an_easy_one_is_not_taken(lock: LockScreen, qtbot: QtBot) -> None:
    lock.lock("ha", "11:32")
    lock.offer_pin()
    for typed, told in (("12", said.PIN_SHORT), ("123456", said.PIN_EASY)):
        lock.new_pin.begin()
        type_text(lock, typed)
        press(lock, Qt.Key.Key_Return)
        assert lock.new_pin.new.under.text() == told
    lock.new_pin.begin()
    type_text(lock, "270591")
    press(lock, Qt.Key.Key_Return)
    type_text(lock, "270592")
    press(lock, Qt.Key.Key_Return)
    assert lock.new_pin.again.under.text() == said.PIN_OTHER
    type_text(lock, "270591")
    with qtbot.waitSignal(lock.new_pin.chosen) as chosen:
        press(lock, Qt.Key.Key_Return)
    assert chosen.args == ["270591"]


def test_the_offer_of_a_pin_ends_when_nobody_answers(lock: LockScreen, qtbot: QtBot) -> None:
    lock.lock("ha", "11:32")
    lock.offer_pin()
    assert lock.new_pin.patience.isActive()
    assert lock.new_pin.patience.interval() == 60_000
    lock.new_pin.patience.timeout.emit()
    assert not lock.new_pin.isVisible()
    assert lock.over_password.text() == "Mật khẩu của bà Hà"


def test_the_rescue_sheet_is_typed_in_groups_with_a_new_password_twice(lock: LockScreen, qtbot: QtBot) -> None:
    press(lock, Qt.Key.Key_F2)
    code, new, again = (lock.rescue.field(place) for place in lock.rescue.places)
    type_text(lock, "abcd efgh2345")
    assert code.text() == "ABCD-EFGH-2345"
    press(lock, Qt.Key.Key_Return)
    assert lock.rescue.code.under.text() == said.rescue_short(3)
    type_text(lock, "6789abcdefgh23456789")
    press(lock, Qt.Key.Key_Return)
    assert lock.focusWidget() is new
    type_text(lock, "ngắn")
    press(lock, Qt.Key.Key_Return)
    assert lock.rescue.new.under.text() == said.PASSWORD_SHORT
    type_text(lock, " rồi dài")
    press(lock, Qt.Key.Key_Return)
    assert lock.focusWidget() is again
    type_text(lock, "ngắn rồi dai")
    press(lock, Qt.Key.Key_Return)
    assert lock.rescue.again.under.text() == said.PASSWORD_OTHER
    again.clear()
    type_text(lock, "ngắn rồi dài")
    with qtbot.waitSignal(lock.rescue_asked) as asked:
        press(lock, Qt.Key.Key_Return)
    assert asked.args == ["hang", "ABCD-EFGH-2345-6789-ABCD-EFGH-2345-6789", "ngắn rồi dài"]


def test_words_from_the_door_plate_are_plain_text(lock: LockScreen) -> None:
    lock.put(Doorstep(office="<b>xã</b>", parent="", support="<i>1</i>", people=PEOPLE), NOW)
    for label in (lock.office, lock.foot.support, lock.foot.backup, lock.over_password):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_letters_of_a_rescue_sheet_fall_into_groups() -> None:
    assert grouped("ab12 cd34/e") == "AB12-CD34-E"
    assert (whole_groups(""), whole_groups("ABCD-EF"), whole_groups("A" * 40)) == (0, 1, 8)


@pytest.mark.parametrize(
    ("pin", "easy"), [("000000", True), ("123456", True), ("987654", True), ("121212", True), ("270591", False)]
)
def test_a_pin_that_is_tried_first_is_easy(pin: str, easy: bool) -> None:
    assert is_easy(pin) is easy


@pytest.mark.parametrize("size", [(1366, 728), (1092, 582), (910, 485)])
@pytest.mark.parametrize("pin", [True, False])
def test_with_the_longest_names_nothing_is_cut_on_any_screen(
    lock: LockScreen, qtbot: QtBot, size: tuple[int, int], pin: bool
) -> None:
    long = "Nguyễn Hoàng Phương Thảo Tôn Nữ Thị Diễm Quỳnh Công Tằng An"
    people = (Resident("an", long, "chị An", long, 12), *PEOPLE)
    lock.resize(*size)
    lock.put(Doorstep("26461", "xã Tân Phước Khánh Trung", "thành phố Hồ Chí Minh", "0200 3555 000", None, people), NOW)
    lock.lock("an", "11:32", pin)
    QApplication.processEvents()
    assert clipped(lock) == []
    assert lock.size().width() == size[0]


@pytest.mark.parametrize("percent", [115, 130] if os.environ.get("ENDURE") else [130])
def test_with_large_type_nothing_is_cut_on_the_lock(qapp: QApplication, qtbot: QtBot, percent: int) -> None:
    dress(qapp, paths.resources(), percent)
    screen = LockScreen(DOORSTEP, Seconds(), "0.1.0")
    qtbot.addWidget(screen)
    screen.resize(1366, 728)
    screen.put(DOORSTEP, NOW)
    screen.lock("ha", "11:32", pin=True)
    screen.show()
    QApplication.processEvents()
    assert clipped(screen) == []
