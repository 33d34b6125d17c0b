"""What every step is built of: a title, fields with sentences under them, rows of a sign, words and a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.ui.first_run.model import FirstRunModel
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.card import words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.sheet import restyle
from desk_app.ui.theme.tokens import CHAM, DIEP, SEN, VIEN_BANG, VIEN_NHE


class StepView(QWidget):
    """A title, a line of explanation and what one fills in; `changed` after every letter. What stands at the right of
    a wide window comes under it in a narrow one (`hold`)."""

    changed = Signal()

    def __init__(self, model: FirstRunModel, title: str, text: str) -> None:
        super().__init__()
        self.model = model
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 4, 8, 4)
        whole.setSpacing(16)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self._under = QVBoxLayout()
        whole.addLayout(self.column)
        whole.addLayout(self._under)
        whole.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(titled(title))
        head.addWidget(words(text, "second", 10.5))
        self.column.addLayout(head)

    def hold(self, paper: QWidget) -> None:
        """Take the paper in, under everything else."""
        self._under.addWidget(paper)

    def first(self) -> QWidget:
        """What takes the focus when the step comes to the front."""
        return self

    def say(self, lacks: dict[str, str]) -> None:
        """Put each sentence under its field and go to the first."""
        places = self.places()
        for name, place in places.items():
            place.say(lacks.get(name, ""))
        first = next((place for name, place in places.items() if name in lacks), None)
        if first is not None:
            first.input.setFocus()

    def mend(self, lacks: dict[str, str]) -> None:
        """Take away the sentences of what is no longer lacking."""
        for name, place in self.places().items():
            if name not in lacks:
                place.say("")

    def places(self) -> dict[str, Labelled]:
        """The fields by the names the model gives them."""
        return {}


class Row(QWidget):
    """A sign, a bold line with words under it, something at the right, and `body` for what comes below."""

    def __init__(self, icon: str, title: str, text: str) -> None:
        super().__init__()
        self.text = words(text, "second", 10.5)
        self.state = QLabel()
        self._right = QHBoxLayout()
        self._right.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(words(title, bold=True))
        told.addWidget(self.text)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(sign(icon, CHAM, 24), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(told, 0, 1)
        grid.addLayout(self._right, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(self.body, 1, 1, 1, 2)
        self._done = QHBoxLayout()
        self._done.setSpacing(6)
        self._right.addLayout(self._done)

    def right(self, *widgets: QWidget) -> None:
        """Put these at the right."""
        for each in widgets:
            self._right.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)

    def done(self, text: str) -> None:
        """A tick and a word: this row is settled."""
        if self._done.count() == 0:
            self._done.addWidget(sign("circle-check", SEN, 20))
            self._done.addWidget(self.state)
        self.state.setProperty("voice", "good")
        restyle(self.state)
        self.state.setFont(face(11.25, SEMIBOLD))
        self.state.setText(text)


def titled(text: str) -> QLabel:
    """15 pt, 600."""
    label = words(text)
    label.setFont(face(15, SEMIBOLD))
    return label


def hair() -> QFrame:
    """A fine line across."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setStyleSheet(f"background: {VIEN_NHE.name()}; border: 0;")
    return line


def pair(left: Sequence[QWidget], right: Sequence[QWidget]) -> QHBoxLayout:
    """Two columns of like width."""
    row = QHBoxLayout()
    row.setSpacing(14)
    for widgets in (left, right):
        column = QVBoxLayout()
        column.setSpacing(12)
        for each in widgets:
            column.addWidget(each)
        column.addStretch(1)
        row.addLayout(column, 1)
    return row


class Chips(FlowRow):
    """Words in fine boxes, told aloud as one line."""

    def __init__(self, name: str, points: float = 11.25) -> None:
        super().__init__()
        self._name, self._points = name, points

    def show_words(self, told: Sequence[str]) -> None:
        """Show these."""
        self.setAccessibleName(f"{self._name}: {', '.join(told)}")
        self.put([self._chip(text) for text in told])

    def _chip(self, text: str) -> QLabel:
        chip = QLabel(text)
        chip.setFont(face(self._points, SEMIBOLD if self._points > 12 else face(1).weight()))
        chip.setStyleSheet(
            f"background: {DIEP.name()}; border: 1px solid {VIEN_BANG.name()};"
            f" border-radius: 5px; padding: {px(4)}px {px(11)}px;"
        )
        return chip
