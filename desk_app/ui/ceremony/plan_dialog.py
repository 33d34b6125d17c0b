"""When, where and by whom letters are handed over."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from common.words import ceremony as said
from desk_app.services.ceremonies import Plan
from desk_app.ui.ceremony.model import typed_day
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import block_title
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.over import Over
from desk_app.ui.theme.look import px


class PlanDialog(Over):
    """`kept` carries the Plan; Esc leaves it as it was. Enter goes from field to field and keeps at the last."""

    kept = Signal(object)

    def __init__(self, plan: Plan, title: str, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        self.hold(body, self._foot(), px(460))
        self.fields[1].setFocus()
        self.fields[1].selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: the next field, at the last one keep; Ctrl+Enter keeps from anywhere."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        held = self.focusWidget()
        at = self.fields.index(held) if held in self.fields else len(self.fields)
        if at + 1 < len(self.fields) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.fields[at + 1].setFocus()
            self.fields[at + 1].selectAll()
        elif held is self.leave:
            self.reject()
        else:
            self._keep()

    def _foot(self) -> QHBoxLayout:
        self.leave = quiet_button(said.PLAN_NO, "Esc")
        self.yes = button(said.PLAN_YES, "Ctrl+Enter", primary=True)
        self.leave.clicked.connect(self.reject)
        self.yes.clicked.connect(self._keep)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.yes)
        return row

    def _keep(self) -> None:
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
