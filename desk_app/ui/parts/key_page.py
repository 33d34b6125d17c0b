"""A page whose buttons carry their keys: the key presses the button, Enter what has the focus, Esc goes back."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desk_app.ui.parts.button import KeyButton
from desk_app.ui.parts.page_head import SearchField

_SPOKEN = {"Escape": "Esc", "Return": "Enter", "Ins": "Insert", "Left": "←", "Up": "↑", "Down": "↓"}


class KeyPage(QWidget):
    """Keys that no child wanted press the visible button that shows them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find the button; a button under the focus answers to Enter first."""
        typed = spoken(QKeySequence(event.keyCombination()).toString())
        pressed = self._focused(typed) or next(self._offering(typed), None)
        # Enter in the search box has searched already: it must not write a bundle as well.
        if pressed is None or isinstance(self.focusWidget(), SearchField):
            super().keyPressEvent(event)
            return
        pressed.click()

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
