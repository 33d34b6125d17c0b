"""A question with a few ready answers, each with a number key, and maybe a line of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.parts.over import Over
from desk_app.ui.theme.look import face, px


@dataclass(frozen=True, slots=True)
class Group:
    """One question: its label and its answers as code and words."""

    label: str
    answers: tuple[tuple[str, str], ...]
    first: int = 0
    """Which answer is chosen beforehand."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that may be typed: its label, what stands there, what was typed lately (behind the arrow)."""

    label: str
    text: str = ""
    lately: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A dialog's words; `own_line` labels a line typed when the last answer is chosen ("" for none), `lines` may be
    typed besides. With `decided` an answer of each group is chosen beforehand; without, nothing happens before."""

    title: str
    text: str
    groups: tuple[Group, ...]
    yes: str
    no: str
    own_line: str = ""
    decided: bool = True
    lines: tuple[Line, ...] = ()


class Choices(Over):
    """`answered` carries the chosen code of each group, the typed line when there is one, and the further lines."""

    answered = Signal(tuple)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.setWindowTitle(question.title)
        self.setAccessibleName(question.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(10)
        column.addWidget(words(question.title, points=13, bold=True))
        if question.text:
            told = words(question.text, "second", 10.5)
            told.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(told)
        self._radios: list[list[QRadioButton]] = []
        self._asked = [self._ask(group, column) for group in question.groups]
        self._line = QLineEdit()
        self._line.setAccessibleName(question.own_line)
        self._line.setPlaceholderText(question.own_line)
        self._line.setVisible(bool(question.own_line))
        column.addWidget(self._line)
        self._lines = [_typed(line, column) for line in question.lines]
        self.hold(body, self._foot(), px(480))
        first = question.groups[0].first if question.decided else 0
        self._radios[0][first].setFocus()
        self._weigh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer the group that has the focus, Enter says yes, Esc leaves everything as it is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._yes.click()
        elif event.text().isdigit() and self._answer_by(int(event.text())):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _answer_by(self, digit: int) -> bool:
        radios = [radio for group in self._radios for radio in group]
        if not 1 <= digit <= len(radios):
            return False
        radios[digit - 1].setFocus()
        radios[digit - 1].setChecked(True)
        return True

    def _ask(self, group: Group, column: QVBoxLayout) -> QButtonGroup:
        if group.label:
            column.addWidget(words(group.label, bold=True))
        asked, radios = QButtonGroup(self), []
        before = sum(len(one) for one in self._radios)
        for place, (_, told) in enumerate(group.answers):
            radio = QRadioButton(told)
            radio.setFont(face(11.25))
            asked.addButton(radio, place)
            row = QHBoxLayout()
            row.addWidget(KeyCap(str(before + place + 1)))
            row.addWidget(radio, 1)
            column.addLayout(row)
            radios.append(radio)
        asked.button(group.first).setChecked(self._question.decided)
        asked.idToggled.connect(lambda *_: self._weigh())
        self._radios.append(radios)
        return asked

    def _foot(self) -> QHBoxLayout:
        self._yes, no = button(self._question.yes, "Enter", primary=True), button(self._question.no, "Esc")
        self._yes.clicked.connect(self._say)
        no.clicked.connect(self.reject)
        self._line.textChanged.connect(lambda _: self._weigh())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(self._yes)
        return row

    def _own(self) -> bool:
        """Whether the person chose to type an answer."""
        last = self._asked[-1]
        return bool(self._question.own_line) and last.checkedId() == len(self._radios[-1]) - 1

    def _weigh(self) -> None:
        if not hasattr(self, "_yes"):
            return
        self._line.setEnabled(self._own())
        chosen = all(asked.checkedId() >= 0 for asked in self._asked)
        self._yes.setEnabled(chosen and (not self._own() or bool(self._line.text().strip())))

    def _say(self) -> None:
        chosen = [
            group.answers[asked.checkedId()][0] for group, asked in zip(self._question.groups, self._asked, strict=True)
        ]
        if self._question.own_line:
            chosen.append(self._line.text().strip() if self._own() else "")
        chosen += [line.text().strip() for line in self._lines]
        self.accept()
        self.answered.emit(tuple(chosen))


def _typed(line: Line, column: QVBoxLayout) -> QLineEdit:
    """A line with its label; where something was typed lately, the arrow and ↓ offer it."""
    label, typed = words(line.label, "second", 10), QLineEdit()
    field: QWidget = typed
    if line.lately:
        field = box = QComboBox()
        box.setEditable(True)
        box.setLineEdit(typed)
        box.addItems(list(line.lately))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    typed.setText(line.text)
    for each in (typed, field):
        each.setAccessibleName(line.label)
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    return typed


def answers(words_of: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Codes and words with a capital at the front."""
    return tuple((code, told[:1].upper() + told[1:]) for code, told in words_of)
