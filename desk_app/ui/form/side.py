"""The right column of a registration: which letter, its page, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from common.words import choosing
from common.words import form_side as beside
from desk_app.services.choosing import Option
from desk_app.services.letter_values import Wish
from desk_app.services.preview import Check
from desk_app.ui.actions import BY_ID
from desk_app.ui.form.letter_column import ColumnKeys, LetterColumn, small_row
from desk_app.ui.parts.button import quiet_button


class Side(LetterColumn):
    """`template_chosen` carries the paper of the letter, `choice_wanted` asks for everything else that may be
    chosen."""

    choice_wanted = Signal()
    template_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(ColumnKeys("template", "zoom", "free-line"))
        self.choose = quiet_button(choosing.SHORT, BY_ID["choose-words"].shown_key, "list")
        self._foot.addLayout(small_row(self.choose, self._change))
        self._foot.addLayout(small_row(self._zoom, told=beside.CLICK_NAMES))
        self.template = self.paper.box
        self.paper.chosen.connect(self.template_chosen)
        self.choose.clicked.connect(self.choice_wanted)

    def begin(self, wish: Wish, papers: Sequence[Option]) -> None:
        """Another form, its letter still to come: on one of these papers, the usual one first."""
        self.await_letter(papers)
        self.show_wish(wish)
        self.choose.setEnabled(True)

    def show_wish(self, wish: Wish) -> None:
        """What is chosen for the letter, as far as it is seen here; a line being typed keeps its cursor."""
        if self.line.entry.text() != wish.free_line or not self.line.isVisibleTo(self):
            self.line.put(wish.free_line)
        self.paper.show_chosen(wish.template or "")

    def letter_is_there(self) -> None:
        """This is the saved letter, its words stand."""
        super().letter_is_there()
        self.choose.setEnabled(False)

    @property
    def held_field(self) -> str:
        """The field where the first thing stands that is to be looked into."""
        return next((check.field for check in self.checks() if check.field), "")

    def to_held(self) -> None:
        """The key of that field."""
        if self.held_field:
            self.name_chosen.emit(self.held_field)

    def _press(self, check: Check) -> QPushButton | None:
        if not check.field:
            return None
        press = quiet_button(beside.TO_FIELD, BY_ID["to-held"].shown_key if check.field == self.held_field else "")
        press.setAccessibleName(f"{press.text()}: {check.words}")
        press.clicked.connect(lambda: self.name_chosen.emit(check.field))
        press.setProperty("small", True)
        return press
