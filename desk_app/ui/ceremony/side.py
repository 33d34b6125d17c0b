"""Beside the order: what can be printed, when and where it is, what is still missing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.words import ceremony as said
from desk_app.ui.ceremony.model import CeremonyModel
from desk_app.ui.ceremony.printout import PrintOut
from desk_app.ui.ceremony.queue import WAITS
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.flush import flush, link_edge
from desk_app.ui.theme.look import px

WIDE = 300
_ANY = 16_777_215


class CeremonySide(QWidget):
    """`printed(what)`: letters, envelopes, names or signs; `changed()` asks for another day or place,
    `dropped()` wants it gone."""

    printed = Signal(str)
    changed = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.outs = {
            "letters": PrintOut((said.all_letters(0), said.LETTERS_UNDER), "Ctrl+P", "copy"),
            "envelopes": PrintOut((said.envelopes(0), said.ENVELOPES_UNDER), "Ctrl+Shift+P", "mail", ruled=True),
            "names": PrintOut((said.NAMES, said.NAMES_UNDER), "Ctrl+Shift+X", "list", ruled=True),
            "signs": PrintOut((said.SIGNS, said.SIGNS_UNDER), "Ctrl+Shift+K", "signature", ruled=True),
        }
        self.when, self.where = words("", bold=True), words("", "second", 10.5)
        self.change, self.drop = quiet_button(said.CHANGE, "F2"), quiet_button(said.DROP, "Ctrl+Shift+D")
        self.look = Banner("hoe", "")
        self._lay_out()
        for what, out in self.outs.items():
            out.clicked.connect(lambda checked=False, what=what: self.printed.emit(what))
        self.change.clicked.connect(self.changed)
        self.drop.clicked.connect(self.dropped)

    def put(self, model: CeremonyModel, free: bool) -> None:
        """As it stands; `free`: whether a printer may be fed."""
        shown = model.shown
        if shown is None:
            return
        waiting = sum(line.state in WAITS for line in shown.standing)
        count = len(shown.standing)
        self.outs["letters"].set_words(said.all_letters(waiting, waiting == count) if waiting else said.ALL_PRINTED)
        self.outs["letters"].setEnabled(waiting > 0 and free and model.open)
        self.outs["envelopes"].set_words(said.envelopes(count))
        for what in ("envelopes", "names", "signs"):
            self.outs[what].setEnabled(count > 0)
        self.when.setText(said.when(shown.plan.held_on, shown.plan.hour))
        self.where.setText(said.where(shown.plan.place, shown.plan.giver))
        self.change.setVisible(model.open)
        self.drop.setVisible(model.open)
        self._warn(model)

    def lie(self, below: bool) -> None:
        """Under the order it is as wide as that, beside it it has a width of its own."""
        self.setMinimumWidth(0 if below else px(WIDE))
        self.setMaximumWidth(_ANY if below else px(WIDE))

    def _lay_out(self) -> None:
        prints, day = Card(), Card()
        prints.body.setContentsMargins(4, 4, 4, 4)
        prints.body.setSpacing(0)
        for out in self.outs.values():
            prints.body.addWidget(out)
        prints.setAccessibleName(said.FOR_THE_DAY)
        day.body.setSpacing(2)
        day.body.setContentsMargins(16 - link_edge(), 10, 16, 6)
        for label in (self.when, self.where):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(link_edge(), 0, 0, 0)
        day.body.addWidget(self.when)
        day.body.addWidget(self.where)
        for press in (self.change, self.drop):
            press.setProperty("small", True)
            day.body.addLayout(flush(press))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = block_title(said.FOR_THE_DAY)
        title.setMinimumHeight(px(32))
        for widget in (title, prints, day, self.look):
            column.addWidget(widget)
        column.addStretch(1)

    def _warn(self, model: CeremonyModel) -> None:
        """The more urgent of what is missing in bold, the other under it."""
        unprinted, unsigned = (model.unprinted(), model.unsigned()) if model.open else ((), ())
        told = said.unprinted(unprinted) if unprinted else said.unsigned(unsigned)
        more = said.also_unsigned(unsigned) if unprinted else ""
        if told[0]:
            self.look.say("hoe", told[0], f"{told[1]} {more}".strip())
        self.look.setVisible(bool(told[0]))
