"""Amending a record: which fields, what they shall say, why; what changes and whose letters, before it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from common.words import find as words
from common.words import record_changes as said
from desk_app.services.amending import Found, Part
from desk_app.services.history import Change
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words as label
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.theme.look import face, px
from desk_app.ui.theme.sheet import restyle

Values = Mapping[str, str]
_WIDE, _EDGE = 620, 24


@dataclass(frozen=True, slots=True)
class Ways:
    """What the dialog asks for: what changes, what stands against it, writing it (None: it is on disk), the other
    record that it speaks of, and both beside each other with the reason given for keeping both."""

    changes: Callable[[Values], Sequence[Change]]
    look: Callable[[Values], Found]
    write: Callable[[Values, str, str], Found | None]
    open_other: Callable[[int], None]
    compare: Callable[[Values, int, Callable[[str], None]], None]
    letters: Sequence[str]


class AmendDialog(QDialog):
    """Stays open, with the sentences, until the new version is written or the person leaves."""

    def __init__(self, parts: Sequence[Part], ways: Ways, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts, self._ways = tuple(parts), ways
        self.values: dict[str, str] = {}
        self._found, self._told, self._another = Found(), frozenset[str](), ""
        self.setWindowTitle(words.AMEND_TITLE)
        self.setAccessibleName(words.AMEND_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.which, self.value, self.wrong = QComboBox(), QLineEdit(), label("", "wrong", 10.5)
        self.which.addItems([part.label for part in self._parts])
        self.which.setAccessibleName(words.AMEND_WHAT)
        self.value.setAccessibleName(words.AMEND_VALUE)
        self.own = QLineEdit()
        self.own.setPlaceholderText(said.OTHER_REASON)
        self.own.setAccessibleName(said.OTHER_REASON)
        self._yes = button(words.AMEND_YES, "Enter", primary=True)
        self.other, self.both = button(said.OPEN_OTHER, "Alt+M"), button(said.COMPARE, "F9")
        self.reasons = QButtonGroup(self)
        self._changes = QGridLayout()
        self._lay_out(parent)
        self._connect()
        self._show(0)
        self._say_found(Found())
        self.which.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes; Esc leaves everything as it is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._yes.click()
            return
        super().keyPressEvent(event)

    @property
    def reason(self) -> str:
        """Why: one of the usual reasons, or one's own."""
        place = self.reasons.checkedId()
        return words.AMEND_REASONS[place] if place < len(words.AMEND_REASONS) else self.own.text().strip()

    # ---- inside

    def _show(self, place: int) -> None:
        part = self._parts[place]
        self.value.setText(self.values.get(part.name, part.value))

    def _typed(self, text: str) -> None:
        part = self._parts[self.which.currentIndex()]
        self.values.pop(part.name, None)
        if text.strip() != part.value:
            self.values[part.name] = text
        self._tell_changes()
        self._weigh()

    def _tell_changes(self) -> None:
        while item := self._changes.takeAt(0):
            if held := item.widget():
                held.hide()
                held.deleteLater()
        changes = self._ways.changes(self.values) if self.values else ()
        heads = (said.PART, said.BEFORE, said.AFTER) if changes else (said.NOTHING_CHANGED,)
        for place, head in enumerate(heads):
            self._changes.addWidget(label(head, "second", 10), 0, place)
        for line, change in enumerate(changes, start=1):
            for place, text in enumerate((change.label, change.before, change.after)):
                told = label(text, points=10.5, bold=place == 2)
                told.setTextFormat(Qt.TextFormat.PlainText)
                self._changes.addWidget(told, line, place)

    def _weigh(self) -> None:
        self.own.setVisible(self.reasons.checkedId() == len(words.AMEND_REASONS))
        self._yes.setEnabled(bool(self.values) and bool(self.reason))

    def _say(self) -> None:
        values = dict(self.values)
        found = self._ways.look(values)
        unseen = {told for told in found.warnings if not (found.alike and self._another)} - self._told
        undecided = found.alike and not self._another
        self._told |= unseen
        if found.errors or unseen or undecided:
            self._say_found(found)
            return
        refused = self._ways.write(values, self.reason, self._another)
        if refused is None:
            self.accept()
        else:
            self._say_found(refused)

    def _say_found(self, found: Found) -> None:
        """The errors, or where there is none what should be looked at before the same key is pressed again."""
        self._found = found
        warned = said.LOOK_FIRST.format(told=" ".join(f"{told}." for told in found.warnings)) if found.warnings else ""
        self.wrong.setText("\n".join(found.errors) or warned)
        self.wrong.setVisible(bool(self.wrong.text()))
        self.wrong.setProperty("voice", "wrong" if found.errors else "look")
        restyle(self.wrong)
        self.other.setVisible(bool(found.other) and not found.alike)
        self.both.setVisible(found.alike)

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
        self.own.textChanged.connect(lambda _: self._weigh())
        self.reasons.idToggled.connect(lambda *_: self._weigh())
        self._yes.clicked.connect(self._say)
        self.other.clicked.connect(self._open)
        self.both.clicked.connect(self._compare)
        QShortcut(QKeySequence("Alt+M"), self).activated.connect(self._open)
        QShortcut(QKeySequence("F9"), self).activated.connect(self._compare)

    def _lay_out(self, parent: QWidget) -> None:
        body = QWidget()
        body.setObjectName("pageBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 12, 20, 4)
        column.setSpacing(8)
        column.addWidget(label(words.AMEND_TEXT, "second", 10.5))
        for told, widget in ((words.AMEND_WHAT, self.which), (words.AMEND_VALUE, self.value)):
            column.addWidget(label(told, bold=True))
            column.addWidget(widget)
        column.addLayout(self._refused())
        column.addWidget(label(said.CHANGES, bold=True))
        self._changes.setHorizontalSpacing(16)
        for place, share in enumerate((2, 3, 3)):
            self._changes.setColumnStretch(place, share)
        column.addLayout(self._changes)
        column.addWidget(label(said.LETTERS_TOUCHED, bold=True))
        for line in self._ways.letters or (said.NO_LETTERS,):
            column.addWidget(label(line, "second", 10.5))
        column.addWidget(label(words.AMEND_WHY, bold=True))
        column.addLayout(self._asked())
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 14)
        whole.addWidget(_inset(label(words.AMEND_TITLE, points=13, bold=True)))
        whole.addWidget(Scrolled(body), 1)
        whole.addWidget(_inset(self._foot()))
        room = parent.window().size()
        self.resize(min(px(_WIDE), room.width() - _EDGE), min(px(640), room.height() - _EDGE))

    def _refused(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.wrong, 1)
        for press in (self.other, self.both):
            press.setProperty("small", True)
            row.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _asked(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        for place, told in enumerate((*words.AMEND_REASONS, said.OTHER_REASON)):
            radio = QRadioButton(told)
            radio.setFont(face(11.25))
            radio.setChecked(not place)
            self.reasons.addButton(radio, place)
            column.addWidget(radio)
        column.addWidget(self.own)
        return column

    def _foot(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
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
