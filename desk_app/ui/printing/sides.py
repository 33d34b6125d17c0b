"""Sheet and printer side by side; where the window is narrow one of them is seen and a button turns to the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.words import printing as said
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.button import button
from desk_app.ui.printing.how import HowToPrint
from desk_app.ui.printing.sheet_view import SheetView
from desk_app.ui.theme.look import px


class Sides(QWidget):
    """`fit` says how much room there is, `turn` goes to the printer's side and back, `other` is the button for it;
    `left()` gives the focus away."""

    left = Signal()

    def __init__(self, view: SheetView, how: HowToPrint) -> None:
        super().__init__()
        self.view, self.how = view, how
        self._narrow = False
        self.other = button(said.SEE_HOW, BY_ID["how-to-print"].shown_key)
        self.other.set_kind("neutral")
        self.other.hide()
        self.other.clicked.connect(self.turn)
        self._column, self._row = QVBoxLayout(), QHBoxLayout(self)
        self._lay_out()

    @property
    def narrow(self) -> bool:
        """Whether the two share the room."""
        return self._narrow

    def fit(self, narrow: bool) -> None:
        """Side by side or one behind the other."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        (self._row if narrow else self._column).removeWidget(self.how)
        if narrow:
            self._column.addWidget(self.how, 1)
        else:
            self._row.addWidget(self.how)
        self.how.beside(not narrow)
        self.other.setVisible(narrow)
        self._show(printer=False)

    def show_sheet(self) -> None:
        """The sheet in front, as when one arrives."""
        self._show(printer=False)

    def turn(self) -> None:
        """To the printer's side, or back to the letters."""
        there = self.how.isVisible() if self._narrow else self.how.isAncestorOf(self.focusWidget() or self)
        if self._narrow:
            self._show(printer=not there)
        if there:
            self.left.emit()
            return
        first = self.how.printer if self.how.printer.isEnabled() else self.how.copies
        first.setFocus()

    def _show(self, printer: bool) -> None:
        self.how.setVisible(printer or not self._narrow)
        self.view.setVisible(not printer or not self._narrow)
        self.other.set_words(said.SEE_SHEET if printer else said.SEE_HOW)

    def _lay_out(self) -> None:
        self._column.addWidget(self.view, 1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(16))
        self._row.addLayout(self._column, 1)
        self._row.addWidget(self.how)
