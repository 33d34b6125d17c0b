"""A page whose buttons carry their keys: the key presses the button, Enter what has the focus, Esc goes back."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.ui.parts.button import KeyButton
from desk_app.ui.parts.page_head import SearchField
from desk_app.ui.parts.scroll import Scrolled

_SPOKEN = {"Escape": "Esc", "Return": "Enter", "Ins": "Insert", "Left": "←", "Up": "↑", "Down": "↓"}


class KeyPage(QWidget):
    """Keys that no child wanted press the visible button that shows them."""

    def act(self, action_id: str) -> bool:
        """The buttons carry their keys."""
        return False

    def own_key(self, event: QKeyEvent) -> bool:
        """A key that means something on this page without a button: done here, also where a watched list has it."""
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A list would take the keys of the page."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.own_key(event):
            return True
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find the button; a button under the focus answers to Enter first."""
        if self.own_key(event):
            return
        typed = spoken(QKeySequence(event.keyCombination()).toString())
        pressed = self._focused(typed) or next(self._offering(typed), None)
        # Enter in the search box has searched already: it must not write a bundle as well.
        if pressed is None or isinstance(self.focusWidget(), SearchField):
            super().keyPressEvent(event)
            return
        pressed.click()

    def stand_between(self, head: QWidget, body: QWidget, foot: QWidget) -> None:
        """From edge to edge: the head, a body that scrolls, the foot."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(Scrolled(body), 1)
        column.addWidget(foot)

    def _focused(self, typed: str) -> QPushButton | None:
        held = self.focusWidget()
        return held if typed == "Enter" and isinstance(held, QPushButton) and held.isVisible() else None

    def _offering(self, typed: str) -> Iterator[KeyButton]:
        buttons = (each for each in self.findChildren(KeyButton) if each.isVisible() and each.isEnabled())
        return iter([each for each in buttons if each.key() == typed])


def spoken(key: str) -> str:
    """A key's name as the caps show it."""
    *held, last = key.replace("Num+", "").split("+")
    return "+".join((*held, _SPOKEN.get(last, last)))


def field(name: str, text: str = "", hidden: bool = False) -> QLineEdit:
    """A field with an accessible name; `hidden` for passwords."""
    made = QLineEdit(text)
    made.setAccessibleName(name)
    if hidden:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
