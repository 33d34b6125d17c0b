"""The cards of the office: letterhead, users."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from common.words import settings_page as said
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.key_page import field
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.settings.keyed import KeyedCard
from desk_app.ui.settings.model import ROLES, SettingsModel
from desk_app.ui.theme.look import face, wear


class OfficeCard(KeyedCard):
    """Phone, contact, words of the commune, the switch; `changed` after every letter."""

    changed = Signal()

    def __init__(self, model: SettingsModel) -> None:
        super().__init__(said.OFFICE, said.KEYS["office"])
        self._model = model
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self.body.addWidget(words(said.OFFICE_TEXT, "second", 10))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for number, (name, (label, hint)) in enumerate(said.FIELDS.items()):
            made = self.fields[name] = _communities() if name == "community" else field(label)
            grid.addWidget(Labelled(label, made, hint), number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
            signal = made.currentTextChanged if isinstance(made, QComboBox) else made.textChanged
            signal.connect(self._write)
        self.body.addLayout(grid)
        self.switches = {name: self._switch(*told) for name, told in said.SWITCHES.items()}
        self.body.addStretch(1)

    def doors(self) -> tuple[QWidget, ...]:
        """The telephone first."""
        return tuple(self.fields.values())

    def _switch(self, label: str, text: str) -> QCheckBox:
        made = QCheckBox(label)
        made.setFont(face(11.25))
        made.toggled.connect(self._write)
        self.body.addWidget(made)
        self.body.addWidget(words(text, "second", 10))
        return made

    def put(self) -> None:
        """Show what is in force."""
        kept = dict(self._model.kept)
        for name, made in self.fields.items():
            made.blockSignals(True)
            made.setCurrentText(kept[name]) if isinstance(made, QComboBox) else made.setText(kept[name])
            made.blockSignals(False)
            made.setEnabled(self._model.may)
        for name, switch in self.switches.items():
            switch.blockSignals(True)
            switch.setChecked(kept[name] == "on")
            switch.blockSignals(False)
            switch.setEnabled(self._model.may)
        self._write()

    def _write(self) -> None:
        for name, made in self.fields.items():
            self._model.typed[name] = made.currentText() if isinstance(made, QComboBox) else made.text()
        for name, switch in self.switches.items():
            self._model.typed[name] = "on" if switch.isChecked() else "off"
        self.changed.emit()


def _communities() -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    made.addItems(said.COMMUNITIES)
    completer = made.completer()
    if completer is not None:
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        popup = completer.popup()
        if popup is not None:
            wear(popup)
    return made


class PeopleCard(KeyedCard):
    """Who may open the register, and one more."""

    def __init__(self) -> None:
        super().__init__(said.PEOPLE, said.KEYS["people"])
        self.list = words("", points=10.5)
        self.list.setTextFormat(Qt.TextFormat.PlainText)
        self.name, self.password = field(said.PERSON_NAME), field(said.PERSON_PASSWORD, hidden=True)
        self.role = QComboBox()
        for code in ROLES:
            self.role.addItem(said.role(code), code)
        self.add = button(said.ADD, "Ctrl+Shift+A", icon="users")
        self.place = Labelled(said.PERSON_PASSWORD, self.password)
        self.body.addWidget(self.list)
        row = QHBoxLayout()
        row.addWidget(Labelled(said.PERSON_NAME, self.name), 3)
        row.addWidget(Labelled(said.PERSON_ROLE, self.role), 2)
        self.body.addLayout(row)
        last = QHBoxLayout()
        last.addWidget(self.place, 1)
        last.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(last)

    def doors(self) -> tuple[QWidget, ...]:
        """The name first."""
        return (self.name,)

    def put(self, model: SettingsModel) -> None:
        """Show who is here."""
        self.list.setText("; ".join(model.people()))
        for widget in (self.name, self.role, self.password, self.add):
            widget.setEnabled(model.may)
