"""Answers taken at the desk, one after the other: a digit for the score, maybe some words, Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from common.words import desk_answers as said
from common.words.problems import sentence
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.parts.over import Over
from desk_app.ui.ratings.taking import Taking
from desk_app.ui.theme.look import face, px
from desk_app.ui.told import sentence_of

CHANNEL_KEYS = ("F2", "F3", "F4")
SCORE_KEYS = ("1", "2", "3")
_FUNCTION_KEYS = {Qt.Key.Key_F2: 0, Qt.Key.Key_F3: 1, Qt.Key.Key_F4: 2}
_WIDE = 560


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
        self.channels = _radios([told for _, told in said.channels()])
        self.scores = _radios([told for _, told in said.SCORES])
        self.day, self.comment = QLineEdit(self.taking.day_text), QLineEdit()
        self.trouble, self.last, self.count = words("", "wrong"), words("", "good", 10.5), words("", "second", 10.5)
        self.keep_button = button(said.KEEP, "Enter", primary=True)
        self.back_button = quiet_button(said.TAKE_BACK, "F8")
        self._lay_out()
        self._connect()
        self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 to F4 choose the channel, 1 to 3 the score, Enter keeps, F8 takes back, Esc leaves."""
        if event.key() in _FUNCTION_KEYS:
            self.channels[_FUNCTION_KEYS[Qt.Key(event.key())]].setChecked(True)
        elif event.text() in SCORE_KEYS:
            self.scores[int(event.text()) - 1].setChecked(True)
            self.comment.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep_button.click()
        elif event.key() == Qt.Key.Key_F8:
            self.back_button.click()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Words that were typed and not kept are asked about."""
        if self.comment.text().strip():
            choices = (said.STAY, said.DROP)
            if self._around.asker.ask(said.TITLE, said.LEAVE_TEXT, choices, harmless=0) != 1:
                return
        super().reject()

    # ---- acts

    def _keep(self) -> None:
        chosen = _checked(self.scores)
        if chosen < 0:
            self._say(said.CHOOSE_SCORE)
            self.scores[0].setFocus()
            return
        values = {
            "channel": said.channels()[_checked(self.channels)][0],
            "score": said.SCORES[chosen][0],
            "comment": self.comment.text(),
            "on": self.day.text(),
        }
        self._try(values)

    def _try(self, values: dict[str, str]) -> None:
        try:
            problems = self.taking.keep(values)
        except Trouble as trouble:
            self._say(sentence_of(trouble))
            return
        if problems:
            self._say("; ".join(sentence(one.code, one.details) for one in problems))
            (self.day if problems[0].field == "on" else self.comment).setFocus()
            return
        self._begin()
        self.kept.emit()

    def _take_back(self) -> None:
        try:
            done = self.taking.take_back()
        except Trouble as trouble:
            self._say(sentence_of(trouble))
            return
        if done:
            self._begin()
            self.last.setText(said.TAKEN_BACK)
            self.last.show()
            self.kept.emit()

    def _begin(self) -> None:
        """Ready for the next slip: channel and day stay as they are."""
        self._group.setExclusive(False)
        for radio in self.scores:
            radio.setChecked(False)
        self._group.setExclusive(True)
        self.comment.clear()
        self._say("")
        self.last.setText(self.taking.last_text)
        self.last.setVisible(bool(self.taking.last_text))
        self.back_button.setVisible(self.taking.last is not None)
        self.count.setText(self.taking.count_text(self.day.text()))
        self.scores[0].setFocus()

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    # ---- making

    def _connect(self) -> None:
        self.keep_button.clicked.connect(self._keep)
        self.back_button.clicked.connect(self._take_back)
        self.day.textChanged.connect(lambda text: self.count.setText(self.taking.count_text(text)))

    def _lay_out(self) -> None:
        self._group, channels = QButtonGroup(self), QButtonGroup(self)
        for radio in self.scores:
            self._group.addButton(radio)
        for radio in self.channels:
            channels.addButton(radio)
        self.channels[0].setChecked(True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(8)
        column.addWidget(words(said.TITLE, points=13, bold=True))
        column.addWidget(words(said.TEXT, "second", 10.5))
        column.addWidget(words(said.CHANNEL, points=10.5, bold=True))
        column.addLayout(_beside(CHANNEL_KEYS, self.channels))
        column.addWidget(words(said.SCORE, points=10.5, bold=True))
        column.addLayout(_beside(SCORE_KEYS, self.scores))
        for label, field in ((said.COMMENT, self.comment), (said.DAY, self.day)):
            field.setAccessibleName(label)
            column.addWidget(words(label, points=10.5, bold=True))
            column.addWidget(field)
        self.day.setMaximumWidth(px(160))
        for widget in (self.trouble, self.last, self.count):
            column.addWidget(widget)
        column.addStretch(1)
        self.hold(body, self._foot(), px(_WIDE))

    def _foot(self) -> QLayout:
        leave = quiet_button(said.CLOSE, "Esc")
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(leave)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.keep_button)
        return foot


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


def _checked(radios: Sequence[QRadioButton]) -> int:
    return next((place for place, radio in enumerate(radios) if radio.isChecked()), -1)
