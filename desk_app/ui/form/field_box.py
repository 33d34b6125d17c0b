"""One field of a form: label above, the place to type, an echo beneath. It knows no rule."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

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

    def mark(self, state: str) -> None:
        """ "wrong", "look" or "" at the edge of the field."""
        self.entry.setProperty("state", state)
        restyle(self.entry)

    def say(self, text: str) -> None:
        """The echo line."""
        self.echo.setText(text)

    def _name(self, widget: QWidget) -> None:
        widget.setObjectName(self.field.name)
        widget.setAccessibleName(self.field.full_label)

    def _label(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        label = QLabel(self.field.label)
        label.setFont(face(11.25, SEMIBOLD))
        label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(label)
        if self.field.hint:
            hint = QLabel(self.field.hint)
            hint.setFont(face(10))
            hint.setProperty("voice", "second")
            row.addWidget(hint)
        row.addStretch(1)
        self.column.addLayout(row)


class LineBox(FieldBox):
    """Text and dates: a line without completion."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._label()
        self._line = QLineEdit()
        self._name(self._line)
        self._line.textChanged.connect(lambda text: self.written.emit(field.name, text))
        # Seen from its beginning again once left; what is too long for the line stands whole beneath it.
        self._line.editingFinished.connect(lambda: self._line.setCursorPosition(0))
        self._line.textChanged.connect(self._say_whole)
        self.column.addWidget(self._line)
        self.column.addWidget(self.echo)
        if field.kind == "date":
            self.echo.setMinimumHeight(px(17))
        else:
            self.echo.setTextFormat(Qt.TextFormat.PlainText)
            self.echo.hide()
        self.column.addStretch(1)

    @property
    def entry(self) -> QLineEdit:
        """The line."""
        return self._line

    def put(self, text: str) -> None:
        """As one step that Ctrl+Z takes back."""
        if text == self._line.text():
            return
        with QSignalBlocker(self._line):
            self._line.selectAll()
            self._line.insert(text)
            self._line.setCursorPosition(0)
        self._say_whole()

    def say(self, text: str) -> None:
        """Only dates echo what was understood."""
        if self.field.kind == "date":
            super().say(text)

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


class ChoiceBox(FieldBox):
    """One of a few."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._label()
        self._combo = _QuietCombo()
        self._name(self._combo)
        for value, words in field.choices:
            self._combo.addItem(words, value)
        self._combo.currentIndexChanged.connect(lambda: self.written.emit(field.name, str(self._combo.currentData())))
        self.column.addWidget(self._combo)
        self.column.addStretch(1)

    @property
    def entry(self) -> QComboBox:
        """The list."""
        return self._combo

    def put(self, text: str) -> None:
        """Choose by value; a value that is not in the list shows the first."""
        with QSignalBlocker(self._combo):
            self._combo.setCurrentIndex(max(0, self._combo.findData(text)))


class SexBox(FieldBox):
    """Three answers side by side; arrows or the digits 1, 2, 3 choose."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._label()
        row = QHBoxLayout()
        row.setSpacing(8)
        self._answers: dict[str, QRadioButton] = {}
        for digit, (value, words) in enumerate(field.choices, start=1):
            answer = _Answer(words, self)
            answer.setAccessibleName(f"{field.full_label}: {words}")
            answer.setObjectName(f"{field.name}:{value}")
            answer.setToolTip(str(digit))
            answer.setMinimumHeight(px(36))
            answer.toggled.connect(lambda on, value=value: self._chosen(value) if on else None)
            self._answers[value] = answer
            row.addWidget(answer)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    @property
    def entry(self) -> QWidget:
        """The chosen answer, else the first."""
        return next((one for one in self._answers.values() if one.isChecked()), next(iter(self._answers.values())))

    def put(self, text: str) -> None:
        """Nothing chosen where the draft says nothing."""
        for value, answer in self._answers.items():
            answer.setAutoExclusive(False)
            with QSignalBlocker(answer):
                answer.setChecked(value == text)
            answer.setAutoExclusive(True)

    def choose(self, digit: int) -> None:
        """The answer of this number."""
        if 0 < digit <= len(self._answers):
            answer = list(self._answers.values())[digit - 1]
            answer.setChecked(True)
            answer.setFocus()

    def _chosen(self, value: str) -> None:
        self.written.emit(self.field.name, value)


class CaseBox(FieldBox):
    """A special case that holds or not."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._box = QCheckBox(field.label)
        self._name(self._box)
        self._box.setMinimumHeight(px(30))
        self._box.toggled.connect(lambda on: self.written.emit(field.name, "1" if on else ""))
        self.column.addWidget(self._box)

    @property
    def entry(self) -> QCheckBox:
        """The box."""
        return self._box

    def put(self, text: str) -> None:
        """Ticked or not."""
        with QSignalBlocker(self._box):
            self._box.setChecked(bool(text))


class _QuietCombo(QComboBox):
    """The wheel scrolls the form, it changes no answer by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Answer(QRadioButton):
    def __init__(self, words: str, box: SexBox) -> None:
        super().__init__(words)
        self._box = box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("1", "2", "3"):
            self._box.choose(int(event.text()))
            return
        super().keyPressEvent(event)


def make_box(field: Field) -> FieldBox:
    """The box for a field of the table."""
    kinds: dict[str, type[LineBox | ChoiceBox | SexBox | CaseBox]] = {
        "sex": SexBox,
        "choice": ChoiceBox,
        "check": CaseBox,
    }
    return kinds.get(field.kind, LineBox)(field)
