"""A pile of slips by keyboard alone: few keys each, a tally to hold against the paper, the last one mended."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_kit import Window, press, type_text

from common.words import desk_answers as said
from desk_app import paths
from desk_app.db.ratings import DeskAnswer
from desk_app.services.calls import CallBacks
from desk_app.services.desk import Desk
from desk_app.ui.ratings.take import TakeAnswers
from desk_app.ui.theme.look import dress

KEY = Qt.Key
PILE = 60 if os.environ.get("ENDURE") else 20


class Keys(QObject):
    """Counts what is pressed."""

    pressed = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.pressed += isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.at
        return False

    at: QObject | None = None


def answers(desk: Desk) -> tuple[DeskAnswer, ...]:
    with desk.seat.reading() as reading:
        return reading.ratings.all_answers()


@pytest.fixture
def dialog(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[TakeAnswers]:
    dress(qapp, paths.resources())
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(1366, 728)
    behind.show()
    shown = TakeAnswers(Window(desk).around(), behind)
    shown.open()
    yield shown
    shown.rows.clear()
    shown.hide()


def test_a_pile_of_slips_takes_two_keys_each_and_the_tally_agrees_with_the_paper(
    dialog: TakeAnswers, desk: Desk, qapp: QApplication
) -> None:
    dice, keys = random.Random(60), Keys()
    paper = [dice.choice("1112223") for _ in range(PILE)]
    keys.at = dialog.rows
    dialog.rows.installEventFilter(keys)
    begun = time.monotonic()
    for level in paper:
        type_text(dialog, level)
        press(dialog, KEY.Key_Return)
    assert time.monotonic() - begun < 5 * PILE, "sixty in five minutes, hands and eyes not counted"
    assert keys.pressed / len(paper) <= 3
    held = Counter(paper)
    assert Counter(str(4 - answer.score) for answer in answers(desk)) == held
    assert dialog.pile.text() == (
        f"Cọc này đã nhập {PILE}: rất hài lòng {held['1']}, hài lòng {held['2']}, chưa hài lòng {held['3']}."
    )
    assert dialog.count.text() == f"Ngày 20/11/2026 đã ghi {PILE}: phiếu giấy {PILE}."


def test_a_long_slip_is_typed_in_digits_row_after_row_and_words_begin_with_a_letter(
    dialog: TakeAnswers, desk: Desk
) -> None:
    for digits in ("3", "1", "6", "0", "2", "3", "0", "2"):
        type_text(dialog, digits)
    assert dialog.focusWidget() is dialog.rows
    type_text(dialog, "Bàn số 2 hẹn 3 lần")
    press(dialog, KEY.Key_Return)
    (answer,) = answers(desk)
    assert (answer.score, answer.comment, answer.question_set) == (1, "Bàn số 2 hẹn 3 lần", "service-3/1")
    assert dict(answer.asked) == {"reason": "wait papers", "attitude": "2", "time": "late", "cost": "yes"}
    type_text(dialog, "1")
    type_text(dialog, "2")
    press(dialog, KEY.Key_Return)
    assert dict(answers(desk)[1].asked) == {"reason": "kind"}, "what pleased is offered after a good level"
    assert (dialog.rows.score(), dialog.rows.asked()) == ("", {})


def test_the_last_slip_is_mended_in_its_place(dialog: TakeAnswers, desk: Desk) -> None:
    for keys in ("33", "1"):
        type_text(dialog, keys)
        press(dialog, KEY.Key_Return)
    press(dialog, KEY.Key_F9)
    assert (dialog.rows.score(), dialog.last.text()) == ("3", said.CORRECTING)
    type_text(dialog, "2")
    press(dialog, KEY.Key_Return)
    assert [answer.score for answer in answers(desk)] == [1, 2]
    assert dialog.pile.text() == "Cọc này đã nhập 2: rất hài lòng 0, hài lòng 1, chưa hài lòng 1."
    type_text(dialog, "1")
    press(dialog, KEY.Key_Return)
    assert [answer.score for answer in answers(desk)] == [1, 2, 3], "only one is mended, the next is new"


def test_old_slips_on_another_scale_are_typed_with_their_own_levels(dialog: TakeAnswers, desk: Desk) -> None:
    press(dialog, KEY.Key_F7)
    assert dialog.sets.currentText() == "service-5/1 (5 mức)"
    press(dialog, KEY.Key_Return)
    assert dialog.trouble.text() == said.choose_score(5)
    dialog.day.setText("03/11/2026")
    type_text(dialog, "5")
    press(dialog, KEY.Key_Return)
    (answer,) = answers(desk)
    assert (answer.score, answer.scale, answer.question_set, answer.on.day) == (1, 5, "service-5/1", 3)
    assert dialog.pile.text().startswith("Cọc này đã nhập 1: rất hài lòng 0, hài lòng 0, bình thường 0")
    press(dialog, KEY.Key_F7)
    assert not dialog.pile.isVisible(), "another set is another pile"


def test_who_rings_and_wishes_a_call_is_kept_apart_from_the_level(dialog: TakeAnswers, desk: Desk) -> None:
    press(dialog, KEY.Key_F4)
    assert dialog.call.isVisible()
    type_text(dialog, "3")
    type_text(dialog, "Hẹn hai lần chưa xong")
    dialog.call.setText("123")
    press(dialog, KEY.Key_Return)
    assert dialog.trouble.text().startswith("Số gọi lại có từ 8")
    assert answers(desk) == ()
    dialog.call.setText("0912 345 678")
    press(dialog, KEY.Key_Return)
    (answer,) = answers(desk)
    assert (answer.channel, answer.score, answer.comment) == ("phone", 1, "")
    with desk.seat.reading() as reading:
        (wish,) = CallBacks.waiting(reading)
    assert wish.body == {"phone": "0912 345 678", "text": "Hẹn hai lần chưa xong"}
    dialog.call.setText("0912 345 679")
    press(dialog, KEY.Key_Return)
    assert len(answers(desk)) == 1, "who only wishes a call gives no level"
    press(dialog, KEY.Key_F8)
    with desk.seat.reading() as reading:
        assert [one.body["phone"] for one in CallBacks.waiting(reading)] == ["0912 345 678"]
