"""Who can be added to a ceremony: a list with ticks, narrowed by a name typed above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from common.names import fold
from common.words import ceremony as said
from common.words.labels import EVENT_WORDS, LETTER_WORDS
from desk_app.services.ceremonies import Offer
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.rows import Column
from desk_app.ui.printing.queue import TickModel, tick_table
from desk_app.ui.theme.look import px

_WIDE, _ROWS = 620, 220


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer as the list shows it."""

    offer: Offer
    event: str
    tag: str

    @property
    def second(self) -> str:
        """Which letter, of which day and hamlet; or why not."""
        one = self.offer
        if one.refused:
            return said.HELD.format(why=one.refused)
        state = "" if one.state == "none" else said.LETTER_STATES.get(one.state, "")
        return said.offer_line(one.kind, one.day, one.hamlet, state)


class OffersDialog(Over):
    """`chosen` carries the places ticked, in the order of the ticks."""

    chosen = Signal(tuple)

    def __init__(self, offers: Sequence[Offer], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(said.OFFERS_TITLE)
        self.setAccessibleName(said.OFFERS_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._rows = tuple(OfferRow(one, one.kind, _tag(one.kind)) for one in offers)
        self._ticked: list[OfferRow] = []
        column = Column(said.OFFERS_COLUMN, lambda row: row.offer.who, second=lambda row: row.second)
        self.model = TickModel(column, self._state, self._tick, "event")
        self.table = tick_table(self.model, said.OFFERS_ROWS)
        self.table.setMinimumHeight(px(_ROWS))
        self.table.installEventFilter(self)
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(said.OFFERS_FIND)
        self.sought.setAccessibleName(said.OFFERS_FIND)
        self.sought.installEventFilter(self)
        self.sought.textChanged.connect(self._narrow)
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._count())
        self.nothing = words(said.OFFERS_NONE, "second")
        self.leave = quiet_button(said.OFFERS_NO, "Esc")
        self.yes = button(said.OFFERS_YES_NONE, "Enter", primary=True)
        self._lay_out()
        self._narrow("")
        (self.table if self._rows else self.leave).setFocus()

    def _lay_out(self) -> None:
        self.leave.clicked.connect(self.reject)
        self.yes.clicked.connect(self._give)
        body, foot = QWidget(), QHBoxLayout()
        column = QVBoxLayout(body)
        column.setSpacing(10)
        column.addWidget(block_title(said.OFFERS_TITLE))
        if self._rows:
            column.addWidget(words(said.OFFERS_TEXT, "second", 10))
            column.addWidget(self.sought)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing)
        self.sought.setVisible(bool(self._rows))
        self.table.setVisible(bool(self._rows))
        self.nothing.setVisible(not self._rows)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.yes)
        self.hold(body, foot, px(_WIDE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list or the field adds; an arrow down in the field goes to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._give()
                return True
            if watched is self.sought and event.key() == Qt.Key.Key_Down:
                self.table.setFocus()
                return True
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, else adds."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.reject if self.focusWidget() is self.leave else self._give)()
            return
        super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        sought = fold(text)
        shown = [row for row in self._rows if sought in fold(row.offer.who) or row in self._ticked]
        self.model.put(shown)
        if shown:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._count()

    def _state(self, row: OfferRow) -> bool | None:
        return None if row.offer.refused else row in self._ticked

    def _tick(self, row: OfferRow, on: bool) -> bool:
        if row.offer.refused:
            return False
        if row in self._ticked:
            self._ticked.remove(row)
        if on:
            self._ticked.append(row)
        self._count()
        return True

    def _count(self) -> None:
        count = len(self._ticked)
        self.yes.set_words(said.OFFERS_YES.format(n=count) if count else said.OFFERS_YES_NONE)
        self.yes.setEnabled(bool(self._open()))

    def _open(self) -> list[OfferRow]:
        """What is ticked; without a tick the row under the bar."""
        under = self.model.row(self.table.currentIndex())
        one = [under] if isinstance(under, OfferRow) and not under.offer.refused else []
        return self._ticked or one

    def _give(self) -> None:
        places = tuple(row.offer.place for row in self._open())
        if places:
            self.accept()
            self.chosen.emit(places)


def _tag(kind: str) -> str:
    return EVENT_WORDS.get(kind) or LETTER_WORDS[kind]
