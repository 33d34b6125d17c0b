"""Answers taken at the desk, one after the other: a digit for the level, digits for the rest, maybe words, Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from common.words import desk_answers as said
from common.words.problems import sentence
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import put_words, words
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.over import Over
from desk_app.ui.ratings.slip_rows import SlipRows
from desk_app.ui.ratings.taking import Taking
from desk_app.ui.theme.look import face, px
from desk_app.ui.told import sentence_of

CHANNEL_KEYS = ("F2", "F3", "F4")
_FUNCTION_KEYS = {Qt.Key.Key_F2: 0, Qt.Key.Key_F3: 1, Qt.Key.Key_F4: 2}
_DIGITS = "0123456789"
_WIDE = 900


class TakeAnswers(Over):
    """Stays open until Esc; `kept()` after every answer and after one was taken back."""

    kept = Signal()

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self.taking = around, Taking(around.desk)
        self.setWindowTitle(said.TITLE)
        self.setAccessibleName(said.TITLE)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.channels, self.rows = _radios([told for _, told in said.channels()]), SlipRows()
        self.day, self.comment, self.call = QLineEdit(self.taking.day_text), QLineEdit(), QLineEdit()
        self.sets = QComboBox()
        self.sets.addItems([said.set_words(one, one is self.taking.in_force) for one in self.taking.sets])
        self.trouble, self.last = words("", "wrong"), words("", "good", 10.5)
        self.pile, self.count = words("", points=11.25, bold=True), words("", "second", 10.5)
        self.keep_button = button(said.KEEP, "Enter", primary=True)
        self.back_button, self.correct_button = quiet_button(said.TAKE_BACK, "F8"), quiet_button(said.CORRECT, "F9")
        self.rows.put(self.taking.set)
        self._lay_out()
        self._connect()
        self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose in the lit row, other letters begin the words, Enter keeps; the rest stands on the caps."""
        acts = {
            Qt.Key.Key_F6: self.comment.setFocus,
            Qt.Key.Key_F7: self._next_set,
            Qt.Key.Key_F8: self.back_button.click,
            Qt.Key.Key_F9: self.correct_button.click,
            Qt.Key.Key_Return: self.keep_button.click,
            Qt.Key.Key_Enter: self.keep_button.click,
        }
        typed = event.text()
        if event.key() in _FUNCTION_KEYS:
            self.channels[_FUNCTION_KEYS[Qt.Key(event.key())]].click()
        elif event.key() in acts:
            acts[Qt.Key(event.key())]()
        elif typed and typed in _DIGITS and self.focusWidget() is self.rows:
            self.rows.type_digit(int(typed))
        elif typed.isprintable() and typed.strip() and self.focusWidget() is self.rows:
            self.comment.setFocus()
            self.comment.insert(typed)
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """What was typed and not kept is asked about."""
        if self.comment.text().strip() or self.call.text().strip() or self.rows.score():
            choices = (said.STAY, said.DROP)
            if self._around.asker.ask(said.TITLE, said.LEAVE_TEXT, choices, harmless=0) != 1:
                return
        super().reject()

    # ---- acts

    def _keep(self) -> None:
        score, call = self.rows.score(), self.call.text() if self._by_phone() else ""
        if not score and not call.strip():
            put_words(self.trouble, said.choose_score(self.taking.set.scale))
            self.rows.setFocus()
            return
        values = {"channel": self._channel(), "score": score, "comment": self.comment.text(), "on": self.day.text()}
        self._try({**values, "asked": self.rows.asked(), "call": call})

    def _try(self, values: dict[str, object]) -> None:
        try:
            problems = self.taking.keep(values)
        except Trouble as trouble:
            put_words(self.trouble, sentence_of(trouble))
            return
        if problems:
            put_words(self.trouble, "; ".join(sentence(one.code, one.details) for one in problems))
            {"on": self.day, "call": self.call}.get(problems[0].field, self.comment).setFocus()
            return
        self._begin()
        self.kept.emit()

    def _take_back(self) -> None:
        try:
            done = self.taking.take_back()
        except Trouble as trouble:
            put_words(self.trouble, sentence_of(trouble))
            return
        if done:
            self._begin()
            put_words(self.last, said.TAKEN_BACK)
            self.kept.emit()

    def _correct(self) -> None:
        answer = self.taking.correct()
        if answer is None:
            return
        self.sets.setCurrentIndex(self.taking.sets.index(self.taking.set))
        self.taking.correcting = True
        self.rows.put(self.taking.set)
        self.rows.load(str(answer.score), answer.asked)
        self.comment.setText(answer.comment)
        self.day.setText(answer.on.strftime("%d/%m/%Y"))
        self.channels[[code for code, _ in said.channels()].index(answer.channel)].setChecked(True)
        self._count()
        put_words(self.last, said.CORRECTING)
        self.rows.setFocus()

    def _next_set(self) -> None:
        self.sets.setCurrentIndex((self.sets.currentIndex() + 1) % self.sets.count())

    def _choose_set(self, place: int) -> None:
        if self.taking.sets[place] is not self.taking.set:
            self.rows.put(self.taking.choose_set(place))
            self._count()
        self.rows.setFocus()

    def _begin(self) -> None:
        """Ready for the next slip: channel, day and set stay as they are."""
        self.rows.clear()
        for each in (self.comment, self.call):
            each.clear()
        put_words(self.trouble, "")
        put_words(self.last, self.taking.last_text)
        self.back_button.setVisible(bool(self.taking.last or self.taking.last_call))
        self.correct_button.setVisible(self.taking.last is not None)
        self._count()
        self.rows.setFocus()

    def _count(self) -> None:
        self._calls.setVisible(self._by_phone())
        self.count.setText(self.taking.count_text(self.day.text()))
        put_words(self.pile, self.taking.pile_text(self._channel(), self.day.text()))
        self.grow()

    def _channel(self) -> str:
        return next(code for (code, _), radio in zip(said.channels(), self.channels, strict=True) if radio.isChecked())

    def _by_phone(self) -> bool:
        return self._channel() == "phone"

    # ---- making

    def _connect(self) -> None:
        self.keep_button.clicked.connect(self._keep)
        self.back_button.clicked.connect(self._take_back)
        self.correct_button.clicked.connect(self._correct)
        self.day.textChanged.connect(lambda text: self._count())
        self.sets.currentIndexChanged.connect(self._choose_set)
        self.rows.lit.connect(lambda row: self._held.ensureWidgetVisible(row, 0, px(20)))
        for radio in self.channels:
            radio.clicked.connect(lambda on: self._count())

    def _lay_out(self) -> None:
        self._group = QButtonGroup(self)
        for radio in self.channels:
            self._group.addButton(radio)
        self.channels[0].setChecked(True)
        self._calls = Labelled(said.CALL, self.call)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(8)
        column.addWidget(words(said.TITLE, points=13, bold=True))
        column.addWidget(words(said.TEXT, "second", 10.5))
        column.addLayout(_beside(CHANNEL_KEYS, self.channels))
        pile = QHBoxLayout()
        pile.setSpacing(12)
        pile.addWidget(Labelled(said.DAY, self.day), 1)
        pile.addLayout(_labelled(said.SET, "F7", self.sets), 2)
        column.addLayout(pile)
        for widget in (self.last, self.pile, self.rows):
            column.addWidget(widget)
        column.addWidget(words(said.ROWS_HINT, "second", 9.5))
        column.addLayout(_labelled(said.COMMENT, "F6", self.comment))
        column.addWidget(self._calls)
        for widget in (self.trouble, self.count):
            column.addWidget(widget)
        column.addStretch(1)
        for line in (self._calls, self.last, self.pile, self.trouble):
            line.hide()
        self.hold(body, self._foot(), px(_WIDE))

    def _foot(self) -> QLayout:
        leave = quiet_button(said.CLOSE, "Esc")
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        for each in (leave, self.back_button, self.correct_button):
            foot.addWidget(each)
        foot.addStretch(1)
        foot.addWidget(self.keep_button)
        return foot


def _labelled(label: str, key: str, field: QWidget) -> QVBoxLayout:
    """A field with its label and the key that leads into it."""
    row, column, title = QHBoxLayout(), QVBoxLayout(), words(label, points=10.5, bold=True)
    field.setAccessibleName(label)
    title.setBuddy(field)
    title.setWordWrap(False)
    row.addWidget(title)
    row.addWidget(KeyCap(key))
    row.addStretch(1)
    column.setSpacing(4)
    column.addLayout(row)
    column.addWidget(field)
    return column


def _radios(texts: Sequence[str]) -> list[QRadioButton]:
    radios = [QRadioButton(text) for text in texts]
    for radio in radios:
        radio.setFont(face(11.25))
    return radios


def _beside(keys: Sequence[str], radios: Sequence[QRadioButton]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for key, radio in zip(keys, radios, strict=True):
        row.addWidget(KeyCap(key))
        row.addWidget(radio)
        row.addSpacing(10)
    row.addStretch(1)
    return row
