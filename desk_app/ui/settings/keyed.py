"""A card of the settings with the key that leads to it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.ui.parts.card import Card, block_title
from desk_app.ui.parts.keycap import KeyCap


class KeyedCard(Card):
    """Its title, and at the end of the line the key; `enter` goes to the first thing that can be done here."""

    def __init__(self, title: str, key: str) -> None:
        super().__init__()
        self.key = key
        self.setAccessibleName(title)
        self.setAccessibleDescription(key)
        row = QHBoxLayout()
        row.addWidget(block_title(title))
        row.addStretch(1)
        row.addWidget(KeyCap(key))
        self.body.addLayout(row)

    def doors(self) -> tuple[QWidget, ...]:
        """What can be filled in or chosen, in order."""
        return ()

    def enter(self) -> bool:
        """Go to the first of the doors that is open; False where none is."""
        for each in self.doors():
            if each.isEnabled():
                each.setFocus()
                return True
        return False
