"""The two lists of a damaged register, read and not read, with a search by name, beside what is left in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from common.words import salvage as said
from desk_app.services.naming import TONES
from desk_app.services.salvage import Found
from desk_app.services.salvage_tables import Shown, states, summary
from desk_app.ui.actions import BY_ID, each_key
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.page_head import SearchField
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.theme.look import px

_NARROW, _UNDER, _SIDE, _TABLE = 900, 700, 330, (300, 120)


def _columns() -> tuple[Column, ...]:
    kind, names, place = said.COLUMNS
    return (
        Column(kind, lambda row: row.tag, tone=lambda row: TONES.get(row.event, "xam"), tag=True, width=100),
        Column(names, lambda row: row.names, second=lambda row: row.note, second_tone=_look),
        Column(place, lambda row: row.number, second=lambda row: row.place, width=204),
    )


def _look(row: Shown) -> str:
    return "hoe" if row.note else ""


class Lists(QWidget):
    """`changed` after another list or another word was chosen; `which` is the list in view."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.which = 0
        first, second = each_key(BY_ID["salvage-lists"].shown_key)
        self.tabs = (self._tab(0, first), self._tab(1, second))
        self.search = SearchField(said.SEARCH_HINT, BY_ID["salvage-find"].shown_key)
        self.search.textChanged.connect(lambda text: self.changed.emit())
        self.search.returnPressed.connect(self._to_the_table)
        self.rows = RowsModel(_columns())
        self.table = rows_table(self.rows, said.LIST)
        self.table.setMinimumSize(px(_TABLE[0]), px(_TABLE[1]))
        self.empty = words("", "second")
        self.side = Card(said.WHAT_LIES_THERE)
        self.facts = tuple(words("", points=10.5) for _ in range(9))
        self._lay_out()

    def put(self, found: Found) -> None:
        """What there is to say of this register."""
        told = (*summary(found), *states(found))
        for place, label in enumerate(self.facts):
            label.setText(told[place] if place < len(told) else "")
            label.setVisible(place < len(told))

    def show_rows(self, rows: Sequence[Shown], counts: tuple[int, int]) -> None:
        """These lines of the list in view."""
        self.rows.put(rows)
        for place, tab in enumerate(self.tabs):
            tab.set_words(said.list_words(bool(place), counts[place]))
            tab.setChecked(place == self.which)
            tab.set_kind("primary" if place == self.which else "")
        nothing = said.NOTHING_LOST if self.which and not counts[1] else said.NOTHING_FOUND
        self.empty.setText(nothing if counts[0] or counts[1] else said.NOTHING_READ)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        if rows:
            self.table.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what is left is told in a narrower column, in a very narrow one under the table."""
        super().resizeEvent(event)
        wide, under = event.size().width(), event.size().width() < px(_UNDER)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if under else ways.LeftToRight)
        self._held.setFixedWidth(wide if under else px(_SIDE) if wide >= px(_NARROW) else wide // 3)
        self._held.setMinimumHeight(self.side.sizeHint().height() if under else 0)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the table: what was fixed in a wide window would keep a narrow one wide."""
        return QSize(px(_TABLE[0]), super().minimumSizeHint().height())

    def _tab(self, which: int, key: str) -> KeyButton:
        made = button(said.list_words(bool(which), 0), key)
        made.setProperty("small", True)
        made.setCheckable(True)
        made.clicked.connect(lambda: self._choose(which))
        return made

    def _choose(self, which: int) -> None:
        self.which = which
        self.changed.emit()
        self.table.setFocus()

    def _to_the_table(self) -> None:
        self.table.setFocus()

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setSpacing(px(8))
        for tab in self.tabs:
            tabs.addWidget(tab)
        tabs.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addLayout(tabs)
        left.addWidget(self.search)
        left.addWidget(self.empty)
        left.addWidget(self.table, 1)
        left.addStretch(0)
        for label in self.facts:
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            self.side.body.addWidget(label)
        self.side.body.addStretch(1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.side)
        self._held = Scrolled(body)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(left, 1)
        row.addWidget(self._held)
