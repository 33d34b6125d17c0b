"""A field with its label above and one line under it for what is wrong or worth knowing."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.ui.parts.card import words
from desk_app.ui.theme.sheet import restyle


class Labelled(QWidget):
    """`input` is the field; `say` puts a sentence under it, `clear` takes it away."""

    def __init__(self, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.input, self._hint = field, hint
        title = words(label, points=10.5, bold=True)
        title.setBuddy(field)
        field.setAccessibleName(label)
        self.under = words(hint, "second", 9.5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (title, field, self.under):
            column.addWidget(widget)
        # Once it stands in here: shown any sooner it would be a window of its own for a moment, and take the keys.
        self.under.setVisible(bool(hint))

    def say(self, text: str) -> None:
        """What must be mended here; empty when nothing."""
        self.under.setText(text or self._hint)
        self.under.setVisible(bool(text or self._hint))
        self.under.setProperty("voice", "wrong" if text else "second")
        self.input.setProperty("state", "wrong" if text else "")
        restyle(self.under)
        restyle(self.input)
