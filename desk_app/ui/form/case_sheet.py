"""The sheet of special cases: ticks by their digits, the registration type beside them. It knows no rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLayout, QRadioButton, QVBoxLayout, QWidget

from common.words import form_cases as said
from desk_app.ui.form.circumstances import CHOICES, labels, notes, wants
from desk_app.ui.form.model import FormModel
from desk_app.ui.form.sections import SectionsView
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.keycap import KeyCap, key_width
from desk_app.ui.parts.over import Over
from desk_app.ui.theme.look import face, px

TYPE = "registration_type"
_BESIDE = 760
"""In a window narrower than this in px of the design the types stand under the cases."""
_DIGITS = tuple("0123456789")


class CaseSheet(Over):
    """`chosen` carries the form fields that changed with what they say now."""

    chosen = Signal(dict)

    def __init__(self, names: Sequence[str], text: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setWindowTitle(said.TITLE)
        self.setAccessibleName(said.TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(8)
        column.addWidget(words(said.TITLE, points=13, bold=True))
        column.addWidget(words(said.TEXT, "second", 10.5))
        ways = QBoxLayout.Direction
        both = QBoxLayout(ways.TopToBottom if self.room().width() < px(_BESIDE) else ways.LeftToRight)
        both.setSpacing(28 if self.room().width() >= px(_BESIDE) else 8)
        self.ticks = {name: self._tick(name) for name in names}
        self.types = {value: self._type(value, told) for value, told in said.type_choices()}
        both.addLayout(_column("", [(str(place), one) for place, one in enumerate(self.ticks.values(), start=1)]))
        both.addLayout(
            _column(said.TYPES, [(f"Ctrl+{value}" if value else "", one) for value, one in self.types.items()])
        )
        column.addLayout(both)
        self.hold(body, self._foot(), 0)
        next(iter(self.ticks.values())).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits tick and untick, with Ctrl they choose the type (once more: the program's own), Enter takes it."""
        by_key = event.key() - int(Qt.Key.Key_0)
        digit = int(event.text()) if event.text() in _DIGITS else by_key
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reject() if self._no.hasFocus() else self._take()
        elif 0 <= digit <= 9 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose_type(str(digit))
        elif 1 <= digit <= len(self.ticks):
            tick = list(self.ticks.values())[digit - 1]
            tick.setFocus()
            tick.toggle()
        else:
            super().keyPressEvent(event)

    def _choose_type(self, value: str) -> None:
        if value in self.types:
            radio = self.types["" if self.types[value].isChecked() else value]
            radio.setChecked(True)
            radio.setFocus()

    def _tick(self, name: str) -> QCheckBox:
        tick = QCheckBox(said.choice(name))
        tick.setObjectName(f"sheet:{name}")
        tick.setFont(face(11.25))
        tick.setChecked(bool(self._text(name)))
        return tick

    def _type(self, value: str, told: str) -> QRadioButton:
        radio = QRadioButton(told)
        radio.setObjectName(f"sheet:type:{value}")
        radio.setAccessibleName(f"{said.TYPES}: {told}")
        radio.setFont(face(11.25))
        radio.setChecked(value == self._text(TYPE))
        return radio

    def _foot(self) -> QHBoxLayout:
        yes, self._no = button(said.YES, "Enter", primary=True), button(said.NO, "Esc")
        yes.clicked.connect(self._take)
        self._no.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._no)
        row.addWidget(yes)
        return row

    def _take(self) -> None:
        now = {name: "1" if tick.isChecked() else "" for name, tick in self.ticks.items()}
        now[TYPE] = next((value for value, radio in self.types.items() if radio.isChecked()), "")
        changed = {name: text for name, text in now.items() if text != self._text(name)}
        self.accept()
        self.chosen.emit(changed)


class Circumstances(QObject):
    """The special cases of one form: asks for them, and lets the sections say what they mean."""

    written = Signal(str, str)

    def __init__(self, model: FormModel, sections: SectionsView, watch: Callable[[QWidget], None]) -> None:
        super().__init__(sections)
        self._model, self._sections, self._watch = model, sections, watch
        sections.cases_asked.connect(self.ask)

    def ask(self) -> None:
        """The sheet, until something is saved."""
        if self._model.saved is not None:
            return
        sheet = CaseSheet(CHOICES[self._model.event], self._model.text, self._sections.window())
        sheet.chosen.connect(self._take)
        # A card scanned meanwhile is read; its digits tick nothing.
        self._watch(sheet)
        sheet.open()

    def link_home(self) -> None:
        """The father lives where the mother does, or no longer."""
        if "father_residence" in self._sections.boxes and self._model.saved is None:
            self.written.emit("pick:home", "" if self._model.text("pick:home") else "1")

    def show(self) -> None:
        """Fields asked for, their labels, and the lines beside the titles."""
        self._sections.rename(labels(self._model.draft))
        self._sections.ask_only(self._model.shown, notes(self._model.event, self._model.draft))

    def _take(self, changed: dict[str, str]) -> None:
        for name, text in changed.items():
            self.written.emit(name, text)
        for part in self._sections.parts.values():
            if wants(self._model.draft, part.section.name):
                part.fold(False)
        self._sections.focus_last()


def _column(title: str, rows: Sequence[tuple[str, QWidget]]) -> QLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    if title:
        column.addWidget(words(title, bold=True))
    for key, widget in rows:
        row = QHBoxLayout()
        row.setSpacing(8)
        if key:
            row.addWidget(KeyCap(key))
        else:
            row.addSpacing(round(key_width(rows[-1][0])) + row.spacing())
        row.addWidget(widget, 1)
        row.setContentsMargins(0, 0, 0, 0)
        widget.setMinimumHeight(px(26))
        column.addLayout(row)
    column.addStretch(1)
    return column
