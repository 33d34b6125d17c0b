"""When, where and by whom letters are handed over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from common.words import ceremony as said
from desk_app.services.ceremonies import Plan
from desk_app.ui.ceremony.model import typed_day
from desk_app.ui.parts.card import block_title
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.typed_over import TypedOver
from desk_app.ui.theme.look import px


class PlanDialog(TypedOver):
    """`kept` carries the Plan."""

    kept = Signal(object)

    def __init__(self, plan: Plan, title: str, today: date, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._today = today
        typed = (plan.title, f"{plan.held_on:%d/%m/%Y}", plan.hour, plan.place, plan.giver)
        hints = ("", said.DAY_HINT, said.HOUR_HINT, "", said.GIVER_HINT)
        self.fields = [_field(text, hint) for text, hint in zip(typed, hints, strict=True)]
        self.labelled = [Labelled(label, one) for label, one in zip(said.PLAN_FIELDS, self.fields, strict=True)]
        body, day_and_hour = QWidget(), QHBoxLayout()
        column = QVBoxLayout(body)
        column.setSpacing(10)
        column.addWidget(block_title(title))
        column.addWidget(self.labelled[0])
        day_and_hour.setSpacing(12)
        for one in self.labelled[1:3]:
            day_and_hour.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(day_and_hour)
        for one in self.labelled[3:]:
            column.addWidget(one)
        self.hold(body, self.ways_out(said.PLAN_NO, said.PLAN_YES), px(460))
        self.go_to(self.fields[1])

    def typed_fields(self) -> Sequence[QWidget]:
        """Title, day, hour, place, giver."""
        return self.fields

    def go_to(self, field: QWidget) -> None:
        """What stands there is typed over."""
        super().go_to(field)
        if isinstance(field, QLineEdit):
            field.selectAll()

    def keep(self) -> None:
        """A day that cannot be read is said under its field."""
        title, day, hour, place, giver = (one.text().strip() for one in self.fields)
        held_on, wrong = typed_day(day, self._today)
        self.labelled[1].say(wrong)
        if held_on is None:
            self.fields[1].setFocus()
            return
        self.accept()
        self.kept.emit(Plan(held_on, hour, place, title or said.DEFAULT_TITLE, giver))


def _field(text: str, hint: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setMaxLength(120)
    made.setPlaceholderText(hint)
    return made
