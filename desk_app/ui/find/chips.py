"""Over the lists: the box to type into, and which kind of event is listed, each with its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from common.words import find as said
from common.words.elsewhere import CHIPS
from common.words.labels import EVENT_WORDS
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.page_head import SearchField
from desk_app.ui.theme.look import face


class SeekRow(QHBoxLayout):
    """The box with the number of hits in it, and the way to scan a letter's code into it."""

    def __init__(self) -> None:
        super().__init__()
        self.box = SearchField(said.BOX_HINT, "F3")
        self.box.setObjectName("seekBox")
        self.box.setFont(face(13))
        self.scan = button(said.SCAN_CODE, "F4", icon="scan")
        self.scan.setProperty("tall", True)
        self.scan.setToolTip(said.GENUINE_TIP.format(key=BY_ID["page-genuine"].shown_key))
        self.setSpacing(10)
        self.addWidget(self.box, 1)
        self.addWidget(self.scan)


class Chips(FlowRow):
    """`chosen` carries the event of the button that was pressed, "" for everything."""

    chosen = Signal(str)

    def __init__(self, events: Sequence[str], hint: str) -> None:
        super().__init__()
        self.buttons = {event: _chip(event, f"Ctrl+{place}") for place, event in enumerate(events)}
        for event, press in self.buttons.items():
            press.clicked.connect(lambda checked=False, event=event: self.chosen.emit(event))
        told = words(hint, "second", 10.5)
        told.setWordWrap(False)
        self._told = told
        self.put((*self.buttons.values(), told))

    def explain(self, explain: bool) -> None:
        """Whether there is room to say what searching forgives."""
        if explain is self._told.isHidden():
            self._told.setHidden(not explain)
            self.refit()

    def show_chosen(self, event: str) -> None:
        """Mark the button of this event."""
        for each, press in self.buttons.items():
            press.setChecked(each == event)
            press.set_kind("primary" if each == event else "neutral")


def _chip(event: str, key: str) -> KeyButton:
    made = button({**EVENT_WORDS, **CHIPS}.get(event, said.EVERYTHING), key)
    made.setProperty("small", True)
    made.setCheckable(True)
    made.setChecked(not event)
    made.set_kind("neutral" if event else "primary")
    return made
