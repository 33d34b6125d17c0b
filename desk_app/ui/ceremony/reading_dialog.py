"""How the names of one turn are read: a line for each, filled where it is sure."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from common.words import ceremony as said
from desk_app.services.ceremonies import Line
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.parts.over import Over
from desk_app.ui.theme.look import px


class ReadingDialog(Over):
    """`kept` carries the lines as typed."""

    kept = Signal(tuple)

    def __init__(self, line: Line, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(said.READING_TITLE)
        self.setAccessibleName(said.READING_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields = [QLineEdit(reading or "") for reading in line.readings]
        body, foot = QWidget(), QHBoxLayout()
        column = QVBoxLayout(body)
        column.setSpacing(10)
        column.addWidget(block_title(said.READING_TITLE))
        column.addWidget(words(said.READING_TEXT, "second", 10))
        for name, field, reading in zip(line.names, self.fields, line.readings, strict=True):
            field.setMaxLength(120)
            field.setPlaceholderText(said.READING_ASK if reading is None else said.READING_AS_WRITTEN)
            label = words(said.READING_OF.format(name=name), points=10.5, bold=True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(field)
            field.setAccessibleName(label.text())
            column.addWidget(label)
            column.addWidget(field)
        self.leave, self.yes = quiet_button(said.READING_NO, "Esc"), button(said.READING_YES, "Enter", primary=True)
        self.leave.clicked.connect(self.reject)
        self.yes.clicked.connect(self._keep)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.yes)
        self.hold(body, foot, px(480))
        unsaid = [field for field, reading in zip(self.fields, line.readings, strict=True) if reading is None]
        next(iter((*unsaid, *self.fields))).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: the next line, at the last one keep."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        held = self.focusWidget()
        if held is self.leave:
            self.reject()
        elif held in self.fields[:-1]:
            self.fields[self.fields.index(held) + 1].setFocus()
        else:
            self._keep()

    def _keep(self) -> None:
        told = tuple(field.text() for field in self.fields)
        self.accept()
        self.kept.emit(told)
