"""A dialog whose buttons carry their keys, as those of a page do."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence

from desk_app.ui.parts.button import KeyButton
from desk_app.ui.parts.key_page import spoken
from desk_app.ui.parts.over import Over


class KeyOver(Over):
    """Keys that no child wanted press the visible button that shows them; Enter the one under the focus first."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find the button."""
        typed, held = spoken(QKeySequence(event.keyCombination()).toString()), self.focusWidget()
        if typed == "Enter" and isinstance(held, KeyButton):
            held.click()
            return
        offered = (each for each in self.findChildren(KeyButton) if each.isVisible() and each.isEnabled())
        pressed = next((each for each in offered if each.key() == typed), None)
        if pressed is None:
            super().keyPressEvent(event)
        else:
            pressed.click()
