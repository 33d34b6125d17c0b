"""Step 2: a password that opens this desk, or the code of the rescue sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from common.words import lock as lock_words
from common.words import take_back as said
from desk_app.services.doorstep import Doorstep
from desk_app.ui.actions import BY_ID
from desk_app.ui.lock.model import grouped
from desk_app.ui.lock.people import PeopleList
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.key_page import field
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.take_back.leaf import Leaf
from desk_app.ui.take_back.model import Typed
from desk_app.ui.theme.look import px


class ProveStep(Leaf):
    """Who opens the copy, and with what."""

    def __init__(self, doorstep: Doorstep) -> None:
        super().__init__(said.PROVE_TITLE, said.PASSWORD_TEXT)
        self.known, self.by_code = bool(doorstep.people), False
        self.people = PeopleList()
        self.people.put(doorstep.people, doorstep.last)
        self.name = Labelled(lock_words.NAME, field(lock_words.NAME, doorstep.last), said.NAME_HINT)
        self.password = Labelled(said.PASSWORD, field(said.PASSWORD, hidden=True), lock_words.FIVE)
        self.code = Labelled(lock_words.RESCUE_CODE, field(lock_words.RESCUE_CODE), lock_words.RESCUE_HINT)
        self.new = Labelled(lock_words.RESCUE_NEW, field(lock_words.RESCUE_NEW, hidden=True), lock_words.RESCUE_LONG)
        self.again = Labelled(lock_words.RESCUE_AGAIN, field(lock_words.RESCUE_AGAIN, hidden=True))
        self.other = button(said.BY_CODE, BY_ID["take-back-sheet"].shown_key)
        self.other.set_kind("neutral")
        self._lay_out()
        line(self.code).textEdited.connect(self._group)
        self.people.itemClicked.connect(lambda item: self.first().setFocus())

    def first(self) -> QWidget:
        """The first field that wants something."""
        if not self.typed().user:
            return self.name.input
        return (self.code if self.by_code else self.password).input

    def typed(self) -> Typed:
        """What stands in the fields now."""
        user = self.people.user() if self.known else line(self.name).text()
        texts = (line(place).text() for place in (self.password, self.code, self.new, self.again))
        return Typed(user, *texts)

    def ask_for(self, by_code: bool, trial: bool) -> None:
        """A password, or the sheet; a trial sets no new password."""
        self.by_code = by_code
        sheet = said.CODE_TRIAL_TEXT if trial else said.CODE_TEXT
        self.text.setText(sheet if by_code else said.PASSWORD_TEXT)
        self.password.setVisible(not by_code)
        self.code.setVisible(by_code)
        for place in (self.new, self.again):
            place.setVisible(by_code and not trial)
        self.other.setVisible(self.known)
        self.other.set_words(said.BY_PASSWORD if by_code else said.BY_CODE)

    def say(self, lacks: dict[str, str]) -> None:
        """Each sentence under its field; the focus goes to the first of them."""
        places = {"password": self.password, "code": self.code, "new": self.new, "again": self.again}
        # Who stands in the list has no field for the name: what is wrong with it is said at the key.
        key = self.code if self.by_code else self.password
        told = {(key if self.known else self.name) if at == "user" else places[at]: text for at, text in lacks.items()}
        for place in (self.name, *places.values()):
            place.say(told.get(place, ""))
        for place in list(told)[:1]:
            place.input.setFocus()

    def clear(self) -> None:
        """Nobody's password stays on the screen."""
        for place in (self.password, self.new, self.again):
            line(place).clear()

    def empty(self) -> None:
        """The sheet's letters go as well."""
        self.clear()
        line(self.code).clear()
        self.say({})

    def _group(self, typed: str) -> None:
        code = line(self.code)
        if code.cursorPosition() == len(typed):
            code.setText(grouped(typed))

    def _lay_out(self) -> None:
        who = words(lock_words.WHO, points=10.5, bold=True)
        left, right, grid = QVBoxLayout(), QVBoxLayout(), QGridLayout()
        left.setSpacing(px(4))
        for widget in (who, self.people, self.name):
            left.addWidget(widget)
            widget.setVisible(self.known is not (widget is self.name))
        left.addStretch(1)
        right.setSpacing(px(12))
        for place in (self.password, self.code, self.new, self.again):
            right.addWidget(place)
        right.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        grid.setHorizontalSpacing(px(20))
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        # Eight groups of the sheet must be seen whole.
        for column, share in enumerate((2, 3)):
            grid.setColumnStretch(column, share)
        self.column.addLayout(grid, 1)


def line(place: Labelled) -> QLineEdit:
    """The line of a place."""
    assert isinstance(place.input, QLineEdit)
    return place.input
