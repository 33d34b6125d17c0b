"""The record at the right: facts, what was done, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from common.words import copy_out, courtesy
from common.words import elsewhere as other_words
from common.words import find as words
from desk_app.services.elsewhere import DRAFTS, OtherHit
from desk_app.services.record import Done, Record
from desk_app.ui.form.wrapped_row import rows_of
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import Card
from desk_app.ui.parts.card import words as label
from desk_app.ui.parts.tag import Tag
from desk_app.ui.theme.look import is_tight, px
from desk_app.ui.theme.tokens import VIEN_NHE

WIDE, NARROW, _CARD = 424, 350, 16
_ANY = 16_777_215
BUTTONS: Mapping[str, tuple[str, str, str]] = {
    "see-record-letter": (words.SEE_LETTER, "Space", "eye"),
    "print-record": (words.PRINT_LETTER, "Ctrl+P", "printer"),
    "deliver": (words.DELIVER, "Ctrl+T", "gift"),
    "amend": (words.AMEND, "F2", "pencil"),
    "see-history": (words.HISTORY, "Ctrl+J", "history"),
    "compare-records": (words.COMPARE, "F9", "copy"),
    "both-acts": (words.BOTH_ACTS, "F7", "copy"),
    "copy-out": (copy_out.BUTTON, "Ctrl+Shift+C", "copy"),
    "show-numbers": (words.SHOW_NUMBERS, "Ctrl+U", "id"),
    "void": (words.VOID, "Ctrl+B", "trash"),
    "erase-letter": (courtesy.ERASE, "Ctrl+Shift+X", "shield-check"),
}


class RecordColumn(QScrollArea):
    """Shows one record; `asked` carries the id of the action of a button. Of a draft or of what a citizen said it shows
    all words; `opened` carries that hit."""

    asked = Signal(str)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lie(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.buttons: dict[str, KeyButton] = {}
        self.record: Record | None = None
        self.other: OtherHit | None = None
        self.put(None, frozenset())

    def lie(self, instead: bool) -> None:
        """In place of the list a record is as wide as the page, beside it as wide as designed."""
        # With the bar that shows beside a long record nothing of it may be cut.
        wide = px(NARROW if is_tight() else WIDE) + self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(0 if instead else wide)
        self.setMaximumWidth(_ANY if instead else wide)

    def put(self, record: Record | None, possible: frozenset[str]) -> None:
        """Another record, with the actions that are possible on it."""
        self.record, self.other, self.buttons, self._possible = record, None, {}, possible
        card = Card()
        card.body.setContentsMargins(_CARD, 14, _CARD, 14)
        if record is None:
            card.body.addWidget(label(words.CHOOSE_ONE, "second"))
        else:
            self._fill(card, record, possible)
        self._hold(card, record.title if record else words.CHOOSE_ONE)

    def tell(self, hit: OtherHit) -> None:
        """A draft, or what a citizen said, and the way to it."""
        self.put(None, frozenset())
        self.other = hit
        card = Card()
        card.body.setContentsMargins(16, 14, 16, 14)
        head = QHBoxLayout()
        head.addWidget(Tag(hit.tag.words, hit.tag.tone))
        head.addStretch(1)
        card.body.addLayout(head)
        card.body.addWidget(_plain(hit.names, 14, bold=True) if hit.kind == DRAFTS else _plain(hit.names, 11.25))
        for told in filter(None, (hit.second, hit.day)):
            card.body.addWidget(_plain(told, 10.5))
        press = button(other_words.OPEN[hit.kind], "Enter", primary=True)
        press.clicked.connect(lambda: self.opened.emit(hit))
        card.body.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)
        self._hold(card, hit.names)

    def _of_courtesy(self) -> bool:
        return self.record is not None and self.record.event in courtesy.LETTER_LOW

    def _hold(self, card: Card, name: str) -> None:
        card.body.addStretch(1)
        card.setAccessibleName(name)
        held = QWidget()
        held.setObjectName("pageBody")
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.setWidget(held)

    def reveal(self, record: Record) -> None:
        """The same record with more to read."""
        self.put(record, self._possible - {"show-numbers"})

    def _fill(self, card: Card, record: Record, possible: frozenset[str]) -> None:
        card.body.addLayout(_head(record))
        card.body.addWidget(_plain(record.title, 14, bold=True))
        card.body.addLayout(_facts(record.lines()))
        for letter in record.letters[:3]:
            card.body.addWidget(label(f"{words.LETTER_TAG}: {letter.words}", "second", 10.5))
        if record.alike:
            card.body.addWidget(label(record.alike, "look", 10.5))
        if possible:
            card.body.addWidget(_rule())
            card.body.addLayout(self._actions(possible))
        card.body.addWidget(_rule())
        card.body.addWidget(label(words.DONE, bold=True))
        for done in record.done:
            card.body.addWidget(_done(done))
        if record.guarded:
            card.body.addWidget(label(words.SHOWN if record.revealed else words.MASKED, "second", 9.5))

    def _actions(self, possible: frozenset[str]) -> QLayout:
        """As many beside each other as there is room for."""
        for id in (each for each in BUTTONS if each in possible):
            text, key, icon = BUTTONS[id]
            text = courtesy.BUTTONS.get(id, text) if self._of_courtesy() else text
            press = button(text, key, primary=id == "see-record-letter", icon=icon)
            press.setObjectName(id)
            press.clicked.connect(lambda checked=False, id=id: self.asked.emit(id))
            self.buttons[id] = press
        room = px(NARROW if is_tight() else WIDE) - 2 * _CARD - 4
        presses, column = tuple(self.buttons.values()), QVBoxLayout()
        column.setSpacing(8)
        for places in rows_of([press.sizeHint().width() for press in presses], room):
            row = QHBoxLayout()
            for place in places:
                row.addWidget(presses[place])
            row.addStretch(1)
            column.addLayout(row)
        return column


def _plain(text: str, points: float, bold: bool = False) -> QLabel:
    told = label(text, points=points, bold=bold)
    told.setTextFormat(Qt.TextFormat.PlainText)
    return told


def _head(record: Record) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for tag in record.tags:
        row.addWidget(Tag(tag.words, tag.tone))
    row.addStretch(1)
    place = label(record.place, "second", 9.5)
    place.setWordWrap(False)
    row.addWidget(place)
    return row


def _facts(facts: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for line, (name, told) in enumerate(facts):
        grid.addWidget(label(name, "second", 10.5), line, 0, Qt.AlignmentFlag.AlignTop)
        value = label(told, points=10.5)
        value.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(value, line, 1)
    grid.setColumnMinimumWidth(0, px(92))
    grid.setColumnStretch(1, 1)
    return grid


def _done(done: Done) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    what = label(done.what, points=10.5, bold=True)
    what.setWordWrap(False)
    more = label(done.more, points=10.5)
    more.setTextFormat(Qt.TextFormat.PlainText)
    when = label(done.when, "second", 10)
    when.setWordWrap(False)
    row.addWidget(what, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(more, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
    return held


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFixedHeight(1)
    rule.setStyleSheet(f"background: {VIEN_NHE.name()};")
    return rule
