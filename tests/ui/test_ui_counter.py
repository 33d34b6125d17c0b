"""The screen turned to the citizen: a touch is on the disk before thanks, nobody gets past without the password."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cheap_passwords import cheapen
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from test_ui_shell import Remembering
from window_kit import Answers, make_folder, press, type_text

from common.words import counter as said
from desk_app import paths
from desk_app.app.door import Door
from desk_app.app.options import Asked
from desk_app.db.ratings import DeskAnswer, Ratings
from desk_app.db.trouble import RegisterTrouble
from desk_app.services.desk import Desk
from desk_app.ui.counter.model import DEAF_S, PAUSE_S, SILENCE_S, THANKS, THANKS_S, CounterModel
from desk_app.ui.counter.view import CounterScreen
from desk_app.ui.frame import Frame
from desk_app.ui.lock.model import WAIT_S
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

NOW, PIN, NAME = "2026-11-20T09:30", "270591", "Lê Thị Bích Hạnh"
KEY = Qt.Key


@dataclass
class Seconds:
    """A clock that goes only when it is moved."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now

    def after(self, seconds: float) -> None:
        self.now += seconds


def kept(desk: Desk) -> tuple[DeskAnswer, ...]:
    with desk.seat.reading() as reading:
        return reading.ratings.all_answers()


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def screen(desk: Desk, clock: Seconds, qapp: QApplication, qtbot: QtBot) -> CounterScreen:
    dress(qapp, paths.resources())
    shown = CounterScreen(desk, clock, "chị Hằng")
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_the_screen_is_turned_without_a_ring_on_any_button(
    desk: Desk, clock: Seconds, qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, paths.resources())
    frame = Frame(lambda: True, lambda: None)
    qtbot.addWidget(frame)
    work = QPushButton("Ghi")
    frame.show_only(work)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    work.setFocus()
    shown = CounterScreen(desk, clock, "chị Hằng")
    frame.show_only(shown)
    assert QApplication.focusWidget() is shown


def test_a_touch_is_kept_before_anything_else_is_asked_and_all_the_rest_may_be_left_out(
    screen: CounterScreen, desk: Desk, clock: Seconds
) -> None:
    clock.after(DEAF_S)
    press(screen, KEY.Key_3)
    (answer,) = kept(desk)
    assert (answer.channel, answer.score, answer.question_set, answer.on) == (
        "counter",
        1,
        "service-3/1",
        desk.seat.today(),
    )
    assert (screen.question.text(), screen.told.text()) == ("Xã cần sửa điều gì?", "Đã ghi nhận: Chưa hài lòng")
    clock.after(DEAF_S)
    for key in (KEY.Key_1, KEY.Key_6, KEY.Key_2, KEY.Key_2):
        press(screen, key)
    assert dict(kept(desk)[0].asked) == {"reason": "wait papers"}
    press(screen, KEY.Key_0)
    for expected in ("attitude", "time", "clarity", "cost"):
        assert screen.model.step == expected
        clock.after(DEAF_S)
        press(screen, KEY.Key_0 if expected == "time" else KEY.Key_2)
    (answer,) = kept(desk)
    assert dict(answer.asked) == {"reason": "wait papers", "attitude": "2", "clarity": "partly", "cost": "yes"}
    assert screen.question.text() == "Cảm ơn ông bà, anh chị."
    clock.after(THANKS_S)
    screen.look()
    assert (screen.model.step, screen.told.isVisible(), len(kept(desk))) == ("overall", False, 1)


def test_a_double_tap_counts_once_and_silence_keeps_what_was_given(
    screen: CounterScreen, desk: Desk, clock: Seconds
) -> None:
    clock.after(DEAF_S)
    for _ in range(2):
        screen.choices.buttons[2].click()
    assert (len(kept(desk)), dict(kept(desk)[0].asked), screen.model.step) == (1, {}, "reason")
    clock.after(DEAF_S)
    screen.choices.buttons[0].click()
    clock.after(SILENCE_S - 1)
    screen.look()
    assert screen.model.step == "reason"
    clock.after(1)
    screen.look()
    assert (screen.model.step, dict(kept(desk)[0].asked)) == ("overall", {"reason": "wait"})


def test_who_changes_the_answer_has_one_answer_and_no_two_levels_within_two_seconds(
    screen: CounterScreen, desk: Desk, clock: Seconds
) -> None:
    clock.after(DEAF_S)
    press(screen, KEY.Key_3)
    clock.after(DEAF_S)
    press(screen, KEY.Key_1)
    press(screen, KEY.Key_F3)
    clock.after(DEAF_S)
    assert DEAF_S * 2 < PAUSE_S
    press(screen, KEY.Key_1)
    assert [answer.score for answer in kept(desk)] == [1]
    clock.after(PAUSE_S)
    press(screen, KEY.Key_1)
    (answer,) = kept(desk)
    assert (answer.score, dict(answer.asked), screen.question.text()) == (3, {}, said.tell("vi", "high"))
    press(screen, KEY.Key_End)
    assert screen.model.step == THANKS


def test_what_cannot_be_written_is_not_thanked_for(desk: Desk, clock: Seconds, monkeypatch: pytest.MonkeyPatch) -> None:
    model = CounterModel(desk, clock)
    clock.after(DEAF_S)

    def full(ratings: Ratings, answer: DeskAnswer) -> int:
        raise RegisterTrouble("disk-full")

    with monkeypatch.context() as patched:
        patched.setattr(Ratings, "keep_answer", full)
        assert not model.tap(0)
    assert (model.step, model.note, model.chosen) == ("overall", said.tell("vi", "trouble"), "")
    assert model.tap(0)
    assert (model.step, len(kept(desk))) == ("reason", 1)


def test_five_levels_and_english_come_from_the_set_and_go_back_to_vietnamese(
    desk: Desk, clock: Seconds, qapp: QApplication, qtbot: QtBot
) -> None:
    desk.settings.put("question-set", "service-5")
    screen = CounterScreen(desk, clock)
    qtbot.addWidget(screen)
    screen.show()
    press(screen, KEY.Key_F2)
    shown = [button.text() for button in screen.choices.buttons if button.isVisible()]
    assert shown == ["Very satisfied", "Satisfied", "Neither", "Not satisfied", "Not satisfied at all"]
    clock.after(DEAF_S)
    press(screen, KEY.Key_5)
    assert (screen.told.text(), screen.stop.text()) == ("Kept: Not satisfied at all", "Stop here")
    assert [(answer.score, answer.scale, answer.question_set) for answer in kept(desk)] == [(1, 5, "service-5/1")]
    clock.after(SILENCE_S)
    screen.look()
    assert screen.choices.buttons[0].text() == "Rất hài lòng"
    press(screen, KEY.Key_F12)
    assert (screen.entry.over.text(), screen.choices.isVisible()) == ("Mật khẩu", False)
    clock.after(SILENCE_S)
    screen.look()
    assert (screen.entry.isVisible(), screen.choices.isVisible()) == (False, True)


@pytest.mark.parametrize(("percent", "size"), [(100, (1366, 728)), (130, (910, 485))])
def test_buttons_are_large_and_hold_their_words(
    percent: int, size: tuple[int, int], desk: Desk, clock: Seconds, qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, paths.resources(), percent)
    desk.settings.put("question-set", "service-5")
    screen = CounterScreen(desk, clock)
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    for step in range(6):
        qapp.processEvents()
        shown = [button for button in screen.choices.buttons if button.isVisible()]
        assert not [button.text() for button in shown if not button.fits()]
        assert min(button.height() for button in shown) >= (84 if step == 1 else 96)
        clock.after(PAUSE_S)
        press(screen, KEY.Key_5 if step == 0 else KEY.Key_1 if step > 1 else KEY.Key_0)
    assert (screen.width(), screen.height()) == size
    assert screen.model.step == THANKS
    dress(qapp, paths.resources(), 100)


# ---- the way out


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_folder(tmp_path_factory.mktemp("made") / "quầy")
    cheapen(folder, "clerk", "demo")
    return folder


@pytest.fixture
def door(made_once: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Door]:
    dress(qapp, paths.resources())
    folder = Path(shutil.copytree(made_once, tmp_path / "quầy"))
    opened = Door(Asked(folder, NOW), lambda: {"today": Remembering, "form": Remembering})
    opened.asker = Answers()
    qtbot.addWidget(opened.frame)
    opened.open()
    qtbot.waitUntil(lambda: opened.loading is not None)
    opened.loading.join()
    type_text(opened.lock, "demo")
    opened.lock.open.click()
    qtbot.waitUntil(lambda: opened.window is not None)
    yield opened
    opened.counter.end()
    opened.frame.close()


def turned(door: Door) -> CounterScreen:
    assert isinstance(door.window, MainWindow)
    door.window.actions_shown["counter-mode"].trigger()
    assert door.counter.screen is not None
    return door.counter.screen


def words_of(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_neither_closing_nor_keys_lead_past_it_and_nobody_named_is_seen(door: Door, qtbot: QtBot) -> None:
    window = door.window
    assert window is not None
    window.say(NAME)
    assert NAME in words_of(window)
    screen = turned(door)
    assert screen.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert screen.isFullScreen()
    assert not screen.close()
    assert not door.frame.close()
    for key in (KEY.Key_Escape, KEY.Key_Meta, KEY.Key_Menu, KEY.Key_F4, KEY.Key_F10, KEY.Key_Q, KEY.Key_Tab):
        for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier):
            press(screen, key, keys)
    screen.showNormal()
    qtbot.waitUntil(screen.isFullScreen)
    assert screen.isVisible()
    assert door.frame.front() is door.lock
    assert NAME not in door.frame.windowTitle() + screen.windowTitle() + words_of(screen) + words_of(door.frame)
    door.cover_when_left()
    assert door.counter.screen is screen


def test_five_wrong_passwords_wait_as_at_the_lock_and_the_right_one_leads_back(door: Door, qtbot: QtBot) -> None:
    screen = turned(door)
    seconds = Seconds()
    screen.entry._seconds = seconds
    press(screen, KEY.Key_F12)
    for left in (4, 3, 2, 1, 0):
        type_text(screen.entry, "sai rồi")
        press(screen.entry, KEY.Key_Return)
        qtbot.waitUntil(lambda left=left: f"{left} lần" in screen.entry.trouble.text() or not left)
        qtbot.waitUntil(lambda left=left: screen.entry.field.isEnabled() or not left)
    qtbot.waitUntil(lambda: "giây" in screen.entry.trouble.text())
    assert not screen.entry.field.isEnabled()
    seconds.after(WAIT_S)
    screen.entry.count_down()
    type_text(screen.entry, "demo")
    press(screen.entry, KEY.Key_Return)
    qtbot.waitUntil(lambda: door.counter.screen is None)
    assert door.frame.front() is door.window
    assert door.lock.covered.user == ""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_pin_of_the_session_opens_it_and_five_wrong_ones_forget_the_pin(door: Door, qtbot: QtBot) -> None:
    door.cover()
    door.pin.chosen(PIN)
    door.pin.typed(PIN)
    screen = turned(door)
    screen.leave_asked.emit(PIN)
    assert (door.counter.screen, door.frame.front()) == (None, door.window)
    screen = turned(door)
    for _ in range(5):
        screen.leave_asked.emit("111111")
    assert (door.pin.kept, screen.pin, door.counter.screen) == (None, False, screen)


def test_a_question_from_behind_waits_until_somebody_of_the_office_is_back(door: Door, qtbot: QtBot) -> None:
    heard: list[str] = []
    door.counter.wait()
    screen = turned(door)

    def ask() -> None:
        door.counter.wait()
        heard.append("asked")

    def back() -> None:
        heard.append("back")
        screen.leave_asked.emit("demo")

    QTimer.singleShot(0, back)
    ask()
    assert heard == ["back", "asked"]
    assert door.counter.screen is None
