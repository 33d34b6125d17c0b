"""A line of a form that nobody types: what other fields come to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desk_app.ui.form.field_box import FieldBox
from desk_app.ui.form.fields import Field
from desk_app.ui.parts.card import words


class ToldBox(FieldBox):
    """Its label and what is told, in one line that goes on below where it is long; it takes no keys."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._line: QLabel = words("", "second", 10)
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._name(self._line)
        self.column.addWidget(self._line)

    @property
    def entry(self) -> QWidget:
        """The line; the focus passes it by."""
        return self._line

    def put(self, text: str) -> None:
        """Other words; they are also its name for whoever hears the form."""
        told = f"{self.field.label}: {text}" if text else ""
        self._line.setText(told)
        self._line.setAccessibleName(told or self.field.label)
