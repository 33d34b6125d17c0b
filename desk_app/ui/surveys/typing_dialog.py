"""Slips that came back, typed one after the other: a digit for each question, maybe words, Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from common.questions import Question
from common.words import surveys_page as said
from common.words.problems import sentence
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import put_words, words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.over import Over
from desk_app.ui.surveys.typing import Typing
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.told import sentence_of

_WIDE = 780


class Asking(QWidget):
    """One question: its choices in a row, each with its digit. A digit pressed here chooses and goes on."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self.title = words(question.say(), points=10.5, bold=True)
        self._group, row = QButtonGroup(self), FlowRow(14)
        self.radios = [QRadioButton(f"{at}  {choice.say()}") for at, choice in enumerate(question.choices, 1)]
        for radio, choice in zip(self.radios, question.choices, strict=True):
            radio.setFont(face(10.5))
            radio.setAccessibleName(f"{question.say()}: {choice.say()}")
            self._group.addButton(radio)
        row.put(self.radios)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(row)

    def choose(self, digit: int) -> bool:
        """The choice of that digit, 0: none; False where there is no such choice."""
        if not 0 <= digit <= len(self.radios):
            return False
        self._group.setExclusive(False)
        for at, radio in enumerate(self.radios, 1):
            radio.setChecked(at == digit)
        self._group.setExclusive(True)
        return True

    @property
    def chosen(self) -> str:
        """The code chosen, empty where none is."""
        each = zip(self.radios, self.question.choices, strict=True)
        return next((choice.code for radio, choice in each if radio.isChecked()), "")

    def stand(self) -> None:
        """The keys go here."""
        next((radio for radio in self.radios if radio.isChecked()), self.radios[0]).setFocus()


class TypeSlips(Over):
    """Stays open until Esc; `kept()` after every slip and after one was taken back."""

    kept = Signal()

    def __init__(self, around: Around, typing: Typing, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self.typing = around, typing
        self.setWindowTitle(said.TYPING_TITLE)
        self.setAccessibleName(said.TYPING_TITLE)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.places, self.day, self.comment = QComboBox(), QLineEdit(typing.day_text), QLineEdit()
        self.asking = [Asking(question) for question in typing.questions]
        self.trouble, self.last, self.count = words("", "wrong"), words("", "good", 10.5), words("", "second", 10.5)
        self.keep_button = button(said.TYPING_KEEP, "Enter", primary=True)
        self.back_button = quiet_button(said.TYPING_BACK, "F8")
        self._lay_out()
        self.keep_button.clicked.connect(self._keep)
        self.back_button.clicked.connect(self._take_back)
        self.places.currentIndexChanged.connect(self._other_place)
        self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Backspace goes back a question, Enter keeps, F6 the next place, F8 takes back, Esc leaves."""
        at = self._standing()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_F8:
            self.back_button.click()
        elif event.key() == Qt.Key.Key_F6:
            self.places.setCurrentIndex((self.places.currentIndex() + 1) % self.places.count())
        elif at is not None and event.text().isdecimal() and event.text().isascii():
            self._choose(at, int(event.text()))
        elif at and event.key() == Qt.Key.Key_Backspace:
            self.asking[at - 1].stand()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """A slip begun and not kept is asked about."""
        if self.comment.text().strip() or any(one.chosen for one in self.asking):
            ways = (said.STAY, said.DROP_WORDS)
            if self._around.asker.ask(said.TYPING_TITLE, said.LEAVE_TEXT, ways, harmless=0) != 1:
                return
        super().reject()

    # ---- acts

    def _standing(self) -> int | None:
        held = self.focusWidget()
        return next((at for at, one in enumerate(self.asking) if held in one.radios), None)

    def _choose(self, at: int, digit: int) -> None:
        if not self.asking[at].choose(digit):
            return
        if at + 1 < len(self.asking):
            self.asking[at + 1].stand()
        else:
            self.comment.setFocus()

    def _keep(self) -> None:
        if not self.asking[0].chosen:
            put_words(self.trouble, said.CHOOSE_FIRST)
            self.asking[0].stand()
            return
        asked = {one.question.code: one.chosen for one in self.asking[1:]}
        told = {"score": self.asking[0].chosen, "asked": asked, "comment": self.comment.text(), "on": self.day.text()}
        try:
            problems = self.typing.keep(told)
        except Trouble as trouble:
            put_words(self.trouble, sentence_of(trouble))
            return
        if problems:
            put_words(self.trouble, "; ".join(sentence(one.code, one.details) for one in problems))
            (self.day if problems[0].field == "on" else self.comment).setFocus()
            return
        self._begin()
        self.kept.emit()

    def _take_back(self) -> None:
        try:
            done = self.typing.take_back()
        except Trouble as trouble:
            put_words(self.trouble, sentence_of(trouble))
            return
        if done:
            self._begin()
            self.last.setText(said.TAKEN_BACK)
            self.last.show()
            self.kept.emit()

    def _other_place(self, at: int) -> None:
        self.typing.at = at
        self.count.setText(self.typing.count_text)

    def _begin(self) -> None:
        """Ready for the next slip: place and day stay as they are."""
        for one in self.asking:
            one.choose(0)
        self.comment.clear()
        put_words(self.trouble, "")
        put_words(self.last, self.typing.last_text)
        self.back_button.setVisible(self.typing.last is not None)
        self.count.setText(self.typing.count_text)
        self.asking[0].stand()

    # ---- making

    def _lay_out(self) -> None:
        self.places.addItems(list(self.typing.names))
        self.places.setCurrentIndex(self.typing.at)
        self.places.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.places.setMinimumContentsLength(18)
        self.day.setMaximumWidth(px(140))
        body, top = QWidget(), QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Labelled(said.TYPING_PLACE, self.places), 1)
        top.addWidget(KeyCap("F6"), 0, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(Labelled(said.TYPING_DAY, self.day))
        column = QVBoxLayout(body)
        column.setSpacing(8)
        title = words(said.TYPING_TITLE, points=13)
        title.setFont(face(13, SEMIBOLD))
        parts: Sequence[QWidget] = (*self.asking, Labelled(said.TYPING_COMMENT, self.comment))
        column.addWidget(title)
        column.addWidget(words(said.TYPING_TEXT, "second", 10))
        column.addLayout(top)
        for part in (*parts, self.trouble, self.last, self.count):
            column.addWidget(part)
        column.addStretch(1)
        foot, leave = QHBoxLayout(), quiet_button(said.CLOSE_TYPING, "Esc")
        leave.clicked.connect(self.reject)
        foot.addWidget(leave)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.keep_button)
        self.hold(body, foot, px(_WIDE))
