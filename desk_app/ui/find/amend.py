"""Amending a record: which fields, what they shall say, why; what changes and whose letters, before it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from common.words import find as words
from common.words import record_changes as said
from desk_app.domain.events import Event
from desk_app.services.amending import Found, Part
from desk_app.services.history import Change
from desk_app.ui.find.amend_cases import AmendCases
from desk_app.ui.find.amend_told import AmendTold
from desk_app.ui.find.amend_why import AmendWhy
from desk_app.ui.form.case_sheet import TYPE
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import put_words
from desk_app.ui.parts.card import words as label
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.theme.look import px
from desk_app.ui.theme.sheet import restyle

Values = Mapping[str, str]
_WIDE, _BESIDE, _NARROW, _LEFT, _EDGE = 900, 840, 620, 400, 24


@dataclass(frozen=True, slots=True)
class Asked:
    """What may be changed: the fields of the form, and under what circumstances it was registered."""

    event: Event
    parts: Sequence[Part]
    circumstances: Values


@dataclass(frozen=True, slots=True)
class Ways:
    """What the dialog asks for: what changes, what that asks of its letters, what stands against it, writing it
    (None: it is on disk), the other record that it speaks of, and both beside each other with the reason given for
    keeping both."""

    changes: Callable[[Values], Sequence[Change]]
    letters: Callable[[Values], Sequence[str]]
    look: Callable[[Values], Found]
    write: Callable[[Values, str, str], Found | None]
    open_other: Callable[[int], None]
    compare: Callable[[Values, int, Callable[[str], None]], None]


class AmendDialog(Over):
    """Stays open, with the sentences, until the new version is written or the person leaves."""

    def __init__(self, asked: Asked, ways: Ways, parent: QWidget) -> None:
        super().__init__(parent)
        self._asked, self._parts, self._ways = asked, tuple(asked.parts), ways
        self.values: dict[str, str] = {}
        self._found, self._seen, self._another = Found(), frozenset[str](), ""
        self.setWindowTitle(words.AMEND_TITLE)
        self.setAccessibleName(words.AMEND_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.which, self.value, self.wrong = QComboBox(), QLineEdit(), label("", "wrong", 10.5)
        self.which.addItems([part.label for part in self._parts])
        self.which.setAccessibleName(words.AMEND_WHAT)
        self.value.setAccessibleName(words.AMEND_VALUE)
        self.cases, self.why, self.told = AmendCases(asked.event, asked.circumstances), AmendWhy(), AmendTold()
        self._yes = button(words.AMEND_YES, "Enter", primary=True)
        self.other, self.both = button(said.OPEN_OTHER, "Alt+M"), button(said.COMPARE, "F9")
        self._lay_out(parent)
        self._connect()
        self._show(0)
        self._say_found(Found())
        self._tell()
        self.which.setFocus()

    def begin_at(self, field: str) -> None:
        """The field that was asked for, or the special cases; the first field where it has no place here."""
        names = [part.name for part in self._parts]
        if field in names:
            self.which.setCurrentIndex(names.index(field))
            self.value.setFocus()
        elif field.startswith("case:") or field == TYPE:
            self.cases.press.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes; Esc leaves everything as it is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.cases.press if self.cases.press.hasFocus() else self._yes).click()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """As tall as what it asks, with room for a few changes."""
        super().showEvent(event)
        spare = self._scrolled.height() - self._body.sizeHint().height()
        self.resize(self.width(), min(self.height(), self.height() - spare + px(_EDGE)))

    # ---- inside

    def _show(self, place: int) -> None:
        part = self._parts[place]
        self.value.setText(self.values.get(part.name, part.value))

    def _typed(self, text: str) -> None:
        part = self._parts[self.which.currentIndex()]
        self._put(part.name, text, text.strip() != part.value)
        self._tell()

    def _circumstances(self, now: Values) -> None:
        for name, text in now.items():
            self._put(name, text, text != self._asked.circumstances[name])
        self._say_found(Found())
        self._tell()

    def _put(self, name: str, text: str, differs: bool) -> None:
        self.values.pop(name, None)
        if differs:
            self.values[name] = text

    def _tell(self) -> None:
        changes = self._ways.changes(self.values) if self.values else ()
        self.told.tell(changes, self._ways.letters(self.values))
        self._weigh()

    def _weigh(self) -> None:
        self._yes.setEnabled(bool(self.values) and bool(self.why.reason))

    def _say(self) -> None:
        values = dict(self.values)
        found = self._ways.look(values)
        unseen = {told for told in found.warnings if not (found.alike and self._another)} - self._seen
        undecided = found.alike and not self._another
        self._seen |= unseen
        if found.errors or unseen or undecided:
            self._say_found(found)
            return
        refused = self._ways.write(values, self.why.reason, self._another)
        if refused is None:
            self.accept()
        else:
            self._say_found(refused)

    def _say_found(self, found: Found) -> None:
        """The errors, or where there is none what should be looked at before the same key is pressed again."""
        self._found = found
        warned = said.LOOK_FIRST.format(told=" ".join(f"{told}." for told in found.warnings)) if found.warnings else ""
        put_words(self.wrong, "\n".join(found.errors) or warned)
        self.wrong.setProperty("voice", "wrong" if found.errors else "look")
        restyle(self.wrong)
        self.other.setVisible(bool(found.other) and not found.alike)
        self.both.setVisible(found.alike)
        if self.wrong.text():
            self._scrolled.ensureWidgetVisible(self.wrong)

    def _open(self) -> None:
        if self.other.isVisible():
            self.reject()
            self._ways.open_other(self._found.other)

    def _compare(self) -> None:
        if self.both.isVisible():
            self._ways.compare(dict(self.values), self._found.other, self._decided)

    def _decided(self, reason: str) -> None:
        self._another = reason
        self._say_found(Found())
        self._yes.setFocus()

    # ---- making

    def _connect(self) -> None:
        self.which.currentIndexChanged.connect(self._show)
        self.value.textChanged.connect(self._typed)
        self.cases.chosen.connect(self._circumstances)
        self.why.changed.connect(self._weigh)
        self._yes.clicked.connect(self._say)
        self.other.clicked.connect(self._open)
        self.both.clicked.connect(self._compare)
        for key, act in (("Alt+M", self._open), ("F9", self._compare), ("F5", self.cases.ask)):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _lay_out(self, parent: QWidget) -> None:
        room = parent.window().size()
        beside = room.width() - _EDGE >= px(_BESIDE)
        self._body = QWidget()
        both = QBoxLayout(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom, self._body)
        both.setContentsMargins(20, 8, 20, 8)
        both.setSpacing(20 if beside else 14)
        left = QWidget()
        left.setLayout(self._asking())
        both.addWidget(left)
        both.addWidget(self.told, 1)
        if beside:
            left.setFixedWidth(px(_LEFT))
        self._scrolled = Scrolled(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 14)
        whole.addWidget(_inset(label(words.AMEND_TITLE, points=13, bold=True)))
        whole.addWidget(_inset(label(words.AMEND_TEXT, "second", 10.5)))
        whole.addWidget(self._scrolled, 1)
        whole.addWidget(_inset(self._foot()))
        wide = px(_WIDE if beside else _NARROW)
        self.resize(min(wide, room.width() - _EDGE), room.height() - _EDGE)

    def _asking(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for told, widget in ((words.AMEND_WHAT, self.which), (words.AMEND_VALUE, self.value)):
            column.addWidget(label(told, bold=True))
            column.addWidget(widget)
        column.addLayout(self._refused())
        for part in (self.cases, label(words.AMEND_WHY, bold=True), self.why):
            column.addWidget(part)
        column.addStretch(1)
        return column

    def _refused(self) -> QVBoxLayout:
        column, row = QVBoxLayout(), QHBoxLayout()
        for press in (self.other, self.both):
            press.setProperty("small", True)
            row.addWidget(press)
        row.addStretch(1)
        column.addWidget(self.wrong)
        column.addLayout(row)
        return column

    def _foot(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addStretch(1)
        leave = button(words.KEEP_IT, "Esc")
        leave.clicked.connect(self.reject)
        row.addWidget(leave)
        row.addWidget(self._yes)
        return held


def _inset(widget: QWidget) -> QWidget:
    """As far from the edges as what scrolls."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(20, 0, 20, 0)
    row.addWidget(widget, 1)
    return held
