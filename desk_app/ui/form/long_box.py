"""A field for a sentence or two: several lines are seen at once, Enter still goes on."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSignalBlocker
from PySide6.QtWidgets import QPlainTextEdit

from desk_app.ui.form.field_box import FieldBox
from desk_app.ui.form.fields import Field
from desk_app.ui.theme.look import px

_FEWEST, _MOST, _EDGES = 2, 5, 16
"""Lines in sight: it grows with what is typed."""


class LongBox(FieldBox):
    """Plain text that wraps; a line end cannot be typed, and a pasted one becomes a space."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._label()
        self._text = _Wrapped()
        self._text.setPlaceholderText(field.example)
        self._text.setTabChangesFocus(True)
        self._text.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self._grow()
        self._name(self._text)
        self._text.textChanged.connect(lambda: self.written.emit(field.name, self._text.toPlainText()))
        self.column.addWidget(self._text)
        self.column.addStretch(1)

    @property
    def entry(self) -> QPlainTextEdit:
        """The text."""
        return self._text

    def _grow(self) -> None:
        lines = min(max(round(self._text.document().size().height()), _FEWEST), _MOST)
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * lines + px(_EDGES))

    def put(self, text: str) -> None:
        """As one step that Ctrl+Z takes back."""
        if text == self._text.toPlainText():
            return
        with QSignalBlocker(self._text):
            self._text.selectAll()
            self._text.insertPlainText(text)

    def forget_steps(self) -> None:
        """Setting a text anew drops the steps that led to it."""
        with QSignalBlocker(self._text):
            self._text.setPlainText(self._text.toPlainText())


class _Wrapped(QPlainTextEdit):
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words alone come in, on one line."""
        self.insertPlainText(" ".join(source.text().split()))
