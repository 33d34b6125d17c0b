"""The special cases of a record that is being changed: what they are now, and the sheet where they are chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from common.words import form_cases as said
from desk_app.domain.events import Event
from desk_app.ui.form.case_sheet import TYPE, CaseSheet
from desk_app.ui.form.circumstances import CASES
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words as label

CASE = "case"


class AmendCases(QWidget):
    """`chosen` carries what now stands in the fields of the circumstances; `kept` is how they stand in the record."""

    chosen = Signal(dict)

    def __init__(self, event: Event, kept: Mapping[str, str]) -> None:
        super().__init__()
        self._event, self._now = event, dict(kept)
        self._told, self.press = label("", "second", 10.5), button(said.TITLE, "F5")
        self.press.setProperty("small", True)
        self.press.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.press)
        row.addWidget(self._told, 1)
        self._tell()

    def ask(self) -> None:
        """The sheet of the form, as things stand now."""
        sheet = CaseSheet([f"case:{word}" for word in CASES[self._event]], self._text, self.window())
        sheet.chosen.connect(self._take)
        sheet.open()

    def _text(self, name: str) -> str:
        if name == TYPE:
            return self._now[TYPE]
        return "1" if name.partition(":")[2] in self._now[CASE].split() else ""

    def _take(self, changed: Mapping[str, str]) -> None:
        cases = set(self._now[CASE].split())
        for name, text in changed.items():
            if name == TYPE:
                self._now[TYPE] = text
            else:
                (cases.add if text else cases.discard)(name.partition(":")[2])
        self._now[CASE] = " ".join(sorted(cases))
        self._tell()
        self.chosen.emit(dict(self._now))

    def _tell(self) -> None:
        told = said.circumstances(self._now[CASE].split(), self._now[TYPE])
        self._told.setText(told[:1].upper() + told[1:] if told else said.NOTHING_SPECIAL)
