"""A few labelled fields over the page; what is wrong is said under the field and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from common.words import surveys_page as said
from common.words.problems import sentence
from desk_app.domain.problems import Problem
from desk_app.services.trouble import Trouble
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.typed_over import TypedOver
from desk_app.ui.theme.look import px
from desk_app.ui.told import sentence_of

_WIDE = 620
_LONGEST = 600

Keep = Callable[[Mapping[str, object]], Sequence[Problem]]


@dataclass(frozen=True, slots=True)
class FieldOf:
    """One field: what it is called in values, its label, a hint, what may be chosen (none: typed), whether it takes a
    line of its own."""

    name: str
    label: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    wide: bool = False


class FieldsDialog(TypedOver):
    """`kept()` once `keep(values)` found nothing wrong."""

    kept = Signal()

    def __init__(
        self, title: str, fields: Sequence[FieldOf], values: Mapping[str, str], keep: Keep, parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self._do = keep
        self.fields = {one.name: _made(one, values.get(one.name, "")) for one in fields}
        self.labelled = {one.name: Labelled(one.label, self.fields[one.name]) for one in fields}
        self.trouble, self.note = words("", "wrong", 10.5), words("", "second", 10.5)
        self.trouble.hide()
        self.note.hide()
        body, grid = QWidget(), QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        self._lay(grid, fields)
        column = QVBoxLayout(body)
        column.setSpacing(10)
        column.addWidget(block_title(title))
        column.addLayout(grid)
        column.addWidget(self.trouble)
        column.addWidget(self.note)
        self.hold(body, self.ways_out(said.LEAVE, said.KEEP), px(_WIDE))
        next(iter(self.fields.values())).setFocus()

    def values(self) -> dict[str, object]:
        """What stands in the fields."""
        return {name: _text(field) for name, field in self.fields.items()}

    def typed_fields(self) -> Sequence[QWidget]:
        """As they were given."""
        return list(self.fields.values())

    def keep(self) -> None:
        """Say what is wrong under its field, or go."""
        try:
            problems = self._do(self.values())
        except Trouble as trouble:
            self.trouble.setText(sentence_of(trouble))
            self.trouble.show()
            self.grow()
            return
        wrong = {one.field: sentence(one.code, one.details) for one in reversed(problems)}
        for name, labelled in self.labelled.items():
            labelled.say(wrong.get(name, ""))
        if problems:
            self.grow()
            self.fields[problems[0].field].setFocus()
            return
        self.trouble.hide()
        self.finish()

    def finish(self) -> None:
        """What was typed is kept: the form goes."""
        self.accept()
        self.kept.emit()

    def _lay(self, grid: QGridLayout, fields: Sequence[FieldOf]) -> None:
        row = column = 0
        for one in fields:
            if one.wide and column:
                row, column = row + 1, 0
            grid.addWidget(self.labelled[one.name], row, column, 1, 2 if one.wide else 1, Qt.AlignmentFlag.AlignTop)
            column = 2 if one.wide else column + 1
            if column > 1:
                row, column = row + 1, 0
        for place in (0, 1):
            grid.setColumnStretch(place, 1)


def _made(one: FieldOf, text: str) -> QWidget:
    if one.choices:
        box = QComboBox()
        for code, told in one.choices:
            box.addItem(told, code)
        box.setCurrentIndex(max(box.findData(text), 0))
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box
    line = QLineEdit(text)
    line.setMaxLength(_LONGEST)
    line.setPlaceholderText(one.hint)
    return line


def _text(field: QWidget) -> str:
    if isinstance(field, QComboBox):
        return str(field.currentData())
    return field.text() if isinstance(field, QLineEdit) else ""
