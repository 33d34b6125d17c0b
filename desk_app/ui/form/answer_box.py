"""Fields that are answered by choosing: lists, a few answers side by side, ticks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desk_app.ui.form.field_box import FieldBox
from desk_app.ui.form.fields import Field
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.theme.look import px

_LABEL = 23


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


class AnswersBox(FieldBox):
    """A few answers side by side; arrows or the digits 1, 2, 3 choose."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._label()
        self._answers: dict[str, QRadioButton] = {}
        for digit, (value, words) in enumerate(field.choices, start=1):
            answer = _Answer(words, self)
            answer.setAccessibleName(f"{field.full_label}: {words}")
            answer.setObjectName(f"{field.name}:{value}")
            answer.setToolTip(str(digit))
            answer.setMinimumHeight(px(36))
            answer.toggled.connect(lambda on, value=value: self._chosen(value) if on else None)
            answer.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self._answers[value] = answer
        self._lay(tuple(self._answers.values()))
        self.column.addStretch(1)

    def _lay(self, answers: Sequence[QRadioButton]) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for answer in answers:
            row.addWidget(answer)
        row.addStretch(1)
        self.column.addLayout(row)

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

    def answer(self) -> str:
        """The value of the chosen one; "" before anything is chosen."""
        return next((value for value, one in self._answers.items() if one.isChecked()), "")

    def choose(self, digit: int) -> None:
        """The answer of this number."""
        if 0 < digit <= len(self._answers):
            answer = list(self._answers.values())[digit - 1]
            answer.setChecked(True)
            answer.setFocus()

    def choose_next(self) -> None:
        """The answer after the chosen one, the first where none is."""
        values = list(self._answers)
        chosen = next((place for place, one in enumerate(self._answers.values()) if one.isChecked()), -1)
        self.choose((chosen + 1) % len(values) + 1)

    def _chosen(self, value: str) -> None:
        self.written.emit(self.field.name, value)


class ManyAnswersBox(AnswersBox):
    """More answers than fit side by side everywhere: on as many lines as they need, chosen by the digits from 1."""

    def _lay(self, answers: Sequence[QRadioButton]) -> None:
        row = FlowRow(gap=12)
        row.put(answers)
        self.column.addWidget(row)


class TickBox(FieldBox):
    """Something that holds or not."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        if not field.name.startswith("case:"):
            # Beside a field with a label it stands on the line of that field.
            self.column.addSpacing(px(_LABEL))
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
    def __init__(self, words: str, box: AnswersBox) -> None:
        super().__init__(words)
        self._box = box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text() in "123456789":
            self._box.choose(int(event.text()))
            return
        super().keyPressEvent(event)
