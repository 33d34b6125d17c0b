"""The questions of a slip, a row each: a digit chooses in the row that is lit, 0 leads to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from common.questions import OVERALL, REASON, Choice, QuestionSet
from common.words import desk_answers as said
from desk_app.ui.parts.card import words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.theme.look import face, px
from desk_app.ui.theme.tokens import CHAM, DANG_GO

_LABEL = 190


@dataclass(frozen=True, slots=True)
class Row:
    """One question: its code, its label and what may be chosen, each behind its digit."""

    code: str
    label: QWidget
    flow: FlowRow
    choices: tuple[tuple[str, QAbstractButton], ...]

    def chosen(self) -> str:
        """Codes of what is chosen, spaces between."""
        return " ".join(code for code, button in self.choices if button.isChecked())


class SlipRows(QWidget):
    """`lit(row)` when keys go to another row."""

    lit = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(6), px(4), px(6), px(4))
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnMinimumWidth(0, px(_LABEL))
        self._grid.setColumnStretch(1, 1)
        self._rows: tuple[Row, ...] = ()
        self._at, self._pleased = 0, False
        self._set: QuestionSet | None = None

    def put(self, questions: QuestionSet) -> None:
        """The rows of another set, nothing chosen."""
        self._set, self._at, self._pleased = questions, 0, False
        self._lay((OVERALL, REASON, *(one.code for one in questions.more)))

    def clear(self) -> None:
        """Nothing chosen, the first row lit."""
        for row in self._rows:
            for _, button in row.choices:
                button.setChecked(False)
        self._light(0)

    def type_digit(self, digit: int) -> bool:
        """Choose in the lit row, or go to the next with 0; False where no such choice stands there."""
        if digit == 0:
            self._light(self._at + 1)
            return True
        row = self._rows[self._at]
        if digit > len(row.choices):
            return False
        self._choose(row, row.choices[digit - 1][1])
        return True

    def score(self) -> str:
        """The chosen level, or nothing."""
        return self._rows[0].chosen() if self._rows else ""

    def asked(self) -> dict[str, str]:
        """What was chosen beside it."""
        told = {row.code: row.chosen() for row in self._rows[1:]}
        return {code: chosen for code, chosen in told.items() if chosen}

    def load(self, score: str, asked: Mapping[str, str]) -> None:
        """Show an answer that is kept."""
        self.clear()
        for row in self._rows[:1]:
            self._choose(row, dict(row.choices)[score])
        for row in self._rows[1:]:
            for code, button in row.choices:
                button.setChecked(code in asked.get(row.code, "").split())
        self._light(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lit row, where keys go to."""
        if not self._rows or not self.hasFocus():
            return
        row, painter = self._rows[self._at], QPainter(self)
        box = QRectF(row.label.geometry().united(row.flow.geometry())).adjusted(-4, -3, 4, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(DANG_GO))
        painter.setPen(QPen(QColor(CHAM), 2))
        painter.drawRoundedRect(box, 5, 5)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Light the row."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    # ---- inside

    def _choose(self, row: Row, button: QAbstractButton) -> None:
        if row.code == REASON:
            button.setChecked(not button.isChecked())
            return
        for _, each in row.choices:
            each.setChecked(each is button)
        if row.code == OVERALL:
            self._follow_score()
        self._light(self._rows.index(row) + 1)

    def _follow_score(self) -> None:
        """What pleased, or what is to be mended: other reasons are offered."""
        if self._set is None:
            return
        pleased = self._set.reasons(self.score()) == self._set.high
        if pleased == self._pleased:
            return
        self._pleased = pleased
        place = next(at for at, row in enumerate(self._rows) if row.code == REASON)
        gone = self._rows[place]
        made = self._made(REASON, place)
        self._rows = (*self._rows[:place], made, *self._rows[place + 1 :])
        self._let_go((gone,))

    def _light(self, place: int) -> None:
        self._at = min(place, len(self._rows) - 1)
        row = self._rows[self._at]
        self.setAccessibleName(f"{said.ROWS}: {row.label.accessibleName()}")
        self.setAccessibleDescription(said.ROWS_HINT)
        self.update()
        self.lit.emit(row.flow)

    def _lay(self, codes: Sequence[str]) -> None:
        gone = self._rows
        self._rows = tuple(self._made(code, place) for place, code in enumerate(codes))
        self._let_go(gone)
        self._light(0)

    def _let_go(self, rows: Sequence[Row]) -> None:
        for row in rows:
            for widget in (row.label, row.flow):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def _made(self, code: str, place: int) -> Row:
        label, choices = self._words_of(code)
        name, flow, made = words(label, points=10.5, bold=True), FlowRow(px(10)), []
        name.setAccessibleName(label)
        held: list[QWidget] = []
        for digit, choice in enumerate(choices, 1):
            button = QCheckBox(choice.say()) if code == REASON else QRadioButton(choice.say())
            if isinstance(button, QRadioButton):
                button.setAutoExclusive(False)
            button.setFont(face(11.25))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.append((choice.code, button))
            held.append(_keyed(digit, button))
        flow.put(held)
        row = Row(code, name, flow, tuple(made))
        for _, button in made:
            self._heed(button, code)
        self._grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(flow, place, 1)
        return row

    def _heed(self, button: QAbstractButton, code: str) -> None:
        """A click is as good as its digit: the button has turned itself over already."""

        def clicked(on: bool) -> None:
            row = next(one for one in self._rows if one.code == code)
            if code == REASON:
                self._light(self._rows.index(row))
            else:
                self._choose(row, button)

        button.clicked.connect(clicked)

    def _words_of(self, code: str) -> tuple[str, tuple[Choice, ...]]:
        assert self._set is not None
        if code == REASON:
            return (said.REASONS_HIGH, self._set.high) if self._pleased else (said.REASONS_LOW, self._set.low)
        question = next(one for one in self._set.questions if one.code == code)
        return question.say(), question.choices


def _keyed(digit: int, button: QAbstractButton) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(5))
    row.addWidget(KeyCap(str(digit)))
    row.addWidget(button)
    return held
