"""One field of a form: label above, the place to type, an echo beneath. It knows no rule."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from common.words.form_cases import REQUIRED, REQUIRED_SAID
from desk_app.ui.form.fields import Field
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.sheet import restyle

_EDGES = 26
"""Border and padding of a line, left and right together, with room for the cursor."""


class FieldBox(QWidget):
    """What all kinds share; `written` carries field and text each time the person changed it."""

    written = Signal(str, str)

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self._words: QLabel | None = None
        self.echo = QLabel()
        self.echo.setFont(face(9.5))
        self.echo.setProperty("voice", "second")
        self.echo.setWordWrap(True)
        self.echo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(3)

    @property
    def entry(self) -> QWidget:
        """The widget that takes the keys."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Show what the draft says, without telling it back."""
        raise NotImplementedError

    def answer(self) -> str:
        """What digits could change here at one stroke: the chosen answer; "" where they only stand as text."""
        return ""

    def mark(self, state: str) -> None:
        """ "wrong", "look" or "" at the edge of the field."""
        self.entry.setProperty("state", state)
        restyle(self.entry)
        self.entry.updateGeometry()

    def say(self, text: str) -> None:
        """The echo line."""
        self.echo.setText(text)

    def forget_steps(self) -> None:
        """Another registration begins: Ctrl+Z must not bring back the family before."""

    def leave(self) -> None:
        """Enter goes on: what was begun here is finished first."""

    def call(self, label: str) -> None:
        """Another label, as a special case has it; "" for its own again."""
        if self._words is not None and self._words.text() != (label or self.field.label):
            self._words.setText(label or self.field.label)
            self.entry.setAccessibleName(label or self.field.full_label)

    def _name(self, widget: QWidget) -> None:
        widget.setObjectName(self.field.name)
        widget.setAccessibleName(self.field.full_label)
        widget.setAccessibleDescription(REQUIRED_SAID if self.field.required else "")

    def _label(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        label = QLabel(self.field.label)
        label.setFont(face(11.25, SEMIBOLD))
        label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(label)
        self._words = label
        if self.field.required:
            row.addWidget(_star())
        if self.field.hint:
            hint = QLabel(self.field.hint)
            hint.setFont(face(10))
            hint.setProperty("voice", "second")
            row.addWidget(hint)
        row.addStretch(1)
        self.label_row = row
        self.column.addLayout(row)


def _star() -> QLabel:
    star = QLabel(REQUIRED)
    star.setFont(face(11.25, SEMIBOLD))
    star.setProperty("voice", "wrong")
    star.setToolTip(REQUIRED_SAID)
    return star


class LineBox(FieldBox):
    """Text and dates: a line without completion."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._label()
        self._line = self._make_line()
        self._line.setPlaceholderText(field.example)
        self._name(self._line)
        self._line.textChanged.connect(lambda text: self.written.emit(field.name, text))
        # Seen from its beginning again once left; what is too long for the line stands whole beneath it.
        self._line.editingFinished.connect(lambda: self._line.setCursorPosition(0))
        self._line.textChanged.connect(self._say_whole)
        self.column.addWidget(self._line)
        self.column.addWidget(self.echo)
        if field.kind == "date":
            # What has just happened always has its weekday beneath; a birthday of long ago only what was added to it.
            self._keeps_room = not field.name.endswith("_born")
            self.echo.setMinimumHeight(px(17))
            self.echo.setVisible(self._keeps_room)
        else:
            self.echo.setTextFormat(Qt.TextFormat.PlainText)
            self.echo.hide()
        self.column.addStretch(1)

    @property
    def entry(self) -> QLineEdit:
        """The line."""
        return self._line

    def _make_line(self) -> QLineEdit:
        return QLineEdit()

    def put(self, text: str) -> None:
        """As one step that Ctrl+Z takes back."""
        if text == self._line.text():
            return
        with QSignalBlocker(self._line):
            self._line.selectAll()
            self._line.insert(text)
            self._line.setCursorPosition(0)
        self._say_whole()

    def forget_steps(self) -> None:
        """Setting a text anew drops the steps that led to it."""
        with QSignalBlocker(self._line):
            self._line.setText(self._line.text())
            self._line.setCursorPosition(0)

    def say(self, text: str) -> None:
        """Only dates echo what was understood."""
        if self.field.kind == "date":
            super().say(text)
            self.echo.setVisible(self._keeps_room or bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may be too narrow."""
        super().resizeEvent(event)
        self._say_whole()

    def _say_whole(self) -> None:
        if self.field.kind == "date":
            return
        text = self._line.text()
        cut = self._line.fontMetrics().horizontalAdvance(text) > self._line.width() - px(_EDGES)
        self.echo.setText(text if cut else "")
        self.echo.setVisible(cut)
