"""The narrow panel beside another program's window: one key copies one field of a registration after the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from common.words import copy_out as said
from desk_app.services.ministry import Field
from desk_app.ui.copy_out.clip import Clip
from desk_app.ui.copy_out.model import CopyModel, Row
from desk_app.ui.parts.as_read import go_on
from desk_app.ui.parts.button import KeyButton, button, quiet_button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.theme.look import face, px, wear
from desk_app.ui.theme.sheet import restyle

WIDE, TALL, LEAST = 330, 640, (290, 300)
_LOW, _LOWEST, _LARGE, _LONG, _LESS = 470, 350, 16, 40, 12
_TITLE = 34
"""px that the system lays over a window."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


class CopyPanel(QDialog):
    """Stands above other windows as long as it is ticked; what it copied leaves the clipboard with it, and with
    `beneath` (the register's window) when that is covered or closed."""

    def __init__(self, model: CopyModel, head: str, beneath: QWidget) -> None:
        super().__init__()
        wear(self)
        self.setWindowTitle(said.TITLE)
        self.setAccessibleName(said.TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.model, self.clip = model, Clip()
        self._beneath, self._turning = beneath, False
        self.rows = RowsModel(_columns())
        self.table = rows_table(self.rows, said.FIELDS)
        self.head, self.place = words(head, bold=True), words("", "second", 9.5)
        self.caption, self.shown = words("", "second", 10.5), words("", bold=True)
        self.state, self.hint = words(said.FIRST, "second", 10), words(said.HINT, "second", 9.5)
        self.on_top = QCheckBox(said.ON_TOP)
        self.copy = button(said.COPY, "Enter", primary=True)
        self.again, self.other = button(said.AGAIN, "Space"), button(said.OTHER, "F6")
        self.leave = quiet_button(said.LEAVE, "Esc")
        self._lay_out()
        self._wire()
        self._show()

    def stand(self, room: QRect) -> None:
        """At the right edge of the screen, no taller than the window beneath."""
        tall = min(px(TALL), room.height() - _TITLE, self._beneath.window().height())
        self.resize(min(px(WIDE), room.width()), tall)
        self.move(room.right() + 1 - self.width(), room.top() + max(0, (room.height() - tall) // 2))

    # ---- acts

    def take(self) -> None:
        """Copy the field under the bar, go on to the next."""
        self.clip.put(self.model.take())
        copied, ended = said.LAST if self.model.ended else said.COPIED, not self.model.text
        self._show(said.BLANK if ended else copied)

    def repeat(self) -> None:
        """The same once more: the minute begins anew."""
        if self.model.text:
            self.clip.put(self.model.text)
            self._show(said.COPIED)

    def turn(self) -> None:
        """The number of a code, slashes in a day, and back."""
        if self.model.turn():
            self.repeat()

    def rise(self, above: bool) -> None:
        """Above other windows, or among them; a window comes anew for that, and keeps what it copied."""
        self._turning = True
        held = self.geometry()
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, above)
        self.setGeometry(held)
        self.show()
        self._turning = False

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The table's own keys are ours; the register's window takes the panel along."""
        if watched is self.table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if watched is self._beneath and event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.close()
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same from the buttons, whose own Enter and Space press them."""
        held = self.focusWidget()
        if isinstance(held, KeyButton) and event.key() in _ENTER:
            held.click()
        elif not self._key(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab and Shift+Tab."""
        return go_on(self, next) or super().focusNextPrevChild(next)

    def hideEvent(self, event: QHideEvent) -> None:
        """Gone: nothing of the family stays on the clipboard. Only made small it stays."""
        super().hideEvent(event)
        if not event.spontaneous() and not self._turning:
            self.clip.empty()

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() not in _PLAIN:
            return False
        acts: dict[int, Callable[[], object]] = {
            **dict.fromkeys((*_ENTER, Qt.Key.Key_Down), self.take),
            Qt.Key.Key_Up: lambda: self._jump(self.model.back),
            Qt.Key.Key_Home: lambda: self._jump(lambda: self.model.go(0)),
            Qt.Key.Key_End: lambda: self._jump(lambda: self.model.go(len(self.model.fields) - 1)),
            Qt.Key.Key_Space: self.repeat,
            Qt.Key.Key_F6: self.turn,
            Qt.Key.Key_F8: self.on_top.toggle,
        }
        act = acts.get(event.key())
        if act is not None:
            act()
            return True
        if event.text().isalnum() and self.model.type(event.text()):
            self._show()
            return True
        return False

    def _jump(self, go: Callable[[], None]) -> None:
        go()
        self._show()

    # ---- what is shown

    def _show(self, state: str = "") -> None:
        """The list, the bar on what comes next, and large what was copied."""
        model, one = self.model, self.model.copied
        self.rows.put(model.rows)
        self.table.setCurrentIndex(self.rows.index(model.at, 0))
        self.table.scrollTo(self.rows.index(model.at, 0))
        at = model.last if model.last is not None else model.at
        self.place.setText(said.place_of(at + 1, len(model.fields)))
        self.caption.setText((one or model.fields[model.at]).caption)
        self.shown.setText(_shown(one, model.text) if one else "")
        self.shown.setVisible(one is not None)
        self.shown.setFont(face(_LESS if len(model.text) > _LONG else _LARGE, QFont.Weight.DemiBold))
        for each in (self.again, self.other):
            each.setEnabled(bool(model.text))
        self.other.setEnabled(one is not None and bool(one.other))
        if state:
            self._say(state)

    def _say(self, state: str) -> None:
        self.state.setText(state)
        self.state.setProperty("voice", {said.COPIED: "good", said.LAST: "good"}.get(state, "look"))
        restyle(self.state)
        self.setAccessibleDescription(f"{self.caption.text()} {state}")

    # ---- making

    def _lay_out(self) -> None:
        card = Card()
        card.body.setSpacing(4)
        for told in (self.caption, self.shown, self.state):
            told.setTextFormat(Qt.TextFormat.PlainText)
            card.body.addWidget(told)
        for small in (self.again, self.other, self.leave):
            small.setProperty("small", True)
        self.presses = FlowRow(6)
        self.presses.put((self.again, self.other))
        head = QHBoxLayout()
        head.addWidget(self.head, 1)
        head.addWidget(self.leave)
        self.on_top.setChecked(True)
        self.on_top.setAccessibleName(said.ON_TOP)
        self.table.setMinimumHeight(px(52))
        self.table.horizontalHeader().hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (self.place, card, self.table, self.hint, self.on_top, self.copy, self.presses):
            column.addWidget(part, 1 if part is self.table else 0)
        self.setMinimumSize(px(LEAST[0]), LEAST[1])
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the words that are known by then give way to the fields, in the lowest what keys do too."""
        super().resizeEvent(event)
        parts: dict[QWidget, int] = {
            **dict.fromkeys((self.hint, self.place, self.on_top), _LOW),
            **dict.fromkeys((self.presses, self.copy), _LOWEST),
        }
        for part, least in parts.items():
            part.setVisible(self.height() >= px(least))

    def _wire(self) -> None:
        self.copy.clicked.connect(self.take)
        self.again.clicked.connect(self.repeat)
        self.other.clicked.connect(self.turn)
        self.leave.clicked.connect(self.close)
        self.on_top.toggled.connect(self.rise)
        self.clip.forgotten.connect(lambda: self._say(said.FORGOTTEN))
        self.table.clicked.connect(self._clicked)
        self.table.installEventFilter(self)
        self._beneath.installEventFilter(self)

    def _clicked(self, index: QModelIndex) -> None:
        """By mouse: this one."""
        self.model.go(index.row())
        self.take()


def _columns() -> tuple[Column, ...]:
    return (
        Column(said.NUMBER, lambda row: str(row.place), width=48),
        Column(
            said.FIELD,
            lambda row: row.field.caption,
            lambda row: _told(row),
            second_tone=lambda row: "sen" if row.copied else "" if row.field.shown else "xam",
        ),
    )


def _told(row: Row) -> str:
    return _shown(row.field, row.field.shown)


def _shown(field: Field, text: str) -> str:
    return text or (said.HIDDEN if field.hidden else said.EMPTY)
