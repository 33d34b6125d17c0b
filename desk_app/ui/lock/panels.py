"""What takes the place of the people on the lock for a moment: a new PIN, or the rescue sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from common.words import lock as said
from desk_app.services.pin import DIGITS, is_easy, is_pin
from desk_app.ui.lock.model import GROUPS, SHORTEST_PASSWORD, grouped, whole_groups
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.parts.key_page import field
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.theme.look import px

_OFFER_MS = 60_000
_WIDE = 420


class Panel(QWidget):
    """A title, fields, what is done with Enter and the way back with Esc."""

    left = Signal()

    def __init__(self, title: str, do: str, back: str, places: Sequence[Labelled]) -> None:
        super().__init__()
        self.places = tuple(places)
        self.text = words("", "second", 10.5)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.do, self.back = button(do, "Enter", primary=True), quiet_button(back, "Esc")
        self.do.clicked.connect(self._try)
        self.back.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(block_title(title))
        column.addWidget(self.text)
        for place in self.places:
            place.setMaximumWidth(px(_WIDE))
            column.addWidget(place)
        row = QHBoxLayout()
        row.addWidget(self.do)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def begin(self) -> None:
        """Empty, nothing said, the first field ready."""
        for place in self.places:
            self.field(place).clear()
            place.say("")
        self.field(self.places[0]).setFocus()

    def field(self, place: Labelled) -> QLineEdit:
        """The line of a place."""
        assert isinstance(place.input, QLineEdit)
        return place.input

    def say(self, place: Labelled, text: str) -> None:
        """What must be mended in one place; the others are quiet again."""
        for each in self.places:
            each.say(text if each is place else "")
        place.input.setFocus()

    def _try(self) -> None:
        raise NotImplementedError


class NewPin(Panel):
    """`chosen(digits)`. The offer stands a minute: a desk left alone is then locked by the password."""

    chosen = Signal(str)

    def __init__(self) -> None:
        self.new = Labelled(said.PIN_NEW, _digits(said.PIN_NEW))
        self.again = Labelled(said.PIN_AGAIN, _digits(said.PIN_AGAIN))
        super().__init__(said.PIN_TITLE, said.PIN_SET, said.PIN_SKIP, (self.new, self.again))
        self.text.setText(said.PIN_TEXT)
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(_OFFER_MS)
        self.patience.timeout.connect(self.left)
        for place in self.places:
            self.field(place).textEdited.connect(lambda text: self.patience.start())

    def begin(self) -> None:
        """A minute from now."""
        super().begin()
        self.patience.start()

    def end(self) -> None:
        """The offer is over."""
        self.patience.stop()
        for place in self.places:
            self.field(place).clear()

    def _try(self) -> None:
        new, again = self.field(self.new).text(), self.field(self.again).text()
        if not is_pin(new):
            self.say(self.new, said.PIN_SHORT)
        elif is_easy(new):
            self.say(self.new, said.PIN_EASY)
        elif not again:
            self.say(self.again, "")
        elif again != new:
            self.field(self.again).clear()
            self.say(self.again, said.PIN_OTHER)
        else:
            self.chosen.emit(new)


class Rescue(Panel):
    """`asked(code, password)`: the rescue sheet as typed, and the new password."""

    asked = Signal(str, str)

    def __init__(self) -> None:
        self.code = Labelled(said.RESCUE_CODE, field(said.RESCUE_CODE), said.RESCUE_HINT)
        self.new = Labelled(said.RESCUE_NEW, field(said.RESCUE_NEW, hidden=True), said.RESCUE_LONG)
        self.again = Labelled(said.RESCUE_AGAIN, field(said.RESCUE_AGAIN, hidden=True))
        super().__init__(said.RESCUE_TITLE, said.RESCUE_SET, said.BACK, (self.code, self.new, self.again))
        self.field(self.code).textEdited.connect(self._group)

    def begin_for(self, name: str) -> None:
        """Empty, for this person."""
        self.text.setText(said.rescue_text(name))
        self.begin()

    def _group(self, typed: str) -> None:
        code = self.field(self.code)
        if code.cursorPosition() == len(typed):
            code.setText(grouped(typed))

    def _try(self) -> None:
        code, new, again = (self.field(place).text() for place in self.places)
        if whole_groups(code) < GROUPS:
            self.say(self.code, said.rescue_short(whole_groups(code)))
        elif len(new) < SHORTEST_PASSWORD:
            self.say(self.new, said.PASSWORD_SHORT if new else "")
        elif not again:
            self.say(self.again, "")
        elif again != new:
            self.say(self.again, said.PASSWORD_OTHER)
        else:
            self.asked.emit(grouped(code), new)


def _digits(name: str) -> QLineEdit:
    made = field(name, hidden=True)
    made.setMaxLength(DIGITS)
    return made
