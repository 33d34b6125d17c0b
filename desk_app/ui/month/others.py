"""What else one may do here: take a receipt, see the bundles sent, exchange keys."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from common.words import month as said
from common.words.month_receipts import TAKE_RECEIPT
from desk_app.ui.parts.button import KeyButton, button

GAP = 10


class Others(QWidget):
    """Three buttons, under the steps or in the foot; they never make the window wider than the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.take = button(TAKE_RECEIPT, "Ctrl+I")
        self.to_sent, self.to_keys = button(said.SENT, "Ctrl+Shift+B"), button(said.KEYS, "Ctrl+Shift+T")
        self.buttons: tuple[KeyButton, KeyButton, KeyButton] = (self.take, self.to_sent, self.to_keys)
        self._beside: bool | None = None
        self._here: KeyButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        for each in self.buttons:
            each.hide()

    def minimumSizeHint(self) -> QSize:
        """The height of what stands in it, no width."""
        return QSize(0, super().minimumSizeHint().height())

    def stand(self, here: KeyButton | None) -> None:
        """The page in front is where this button leads: it waits until another one is."""
        self._here = here

    def place(self, column: QBoxLayout | None, room: int) -> int:
        """Stand in this column, or in the foot as far as there is room (px); the room that is left."""
        beside = column is not None
        if beside != self._beside:
            self._beside = beside
            self._move(column or self._row)
        self.setVisible(not beside)
        for each in self.buttons:
            if each is self._here:
                each.hide()
                continue
            wide = 0 if beside else each.sizeHint().width() + GAP
            each.setVisible(beside or room > wide)
            room -= wide if room > wide else 0
        return room

    def _move(self, places: QBoxLayout) -> None:
        for each in self.buttons:
            each.hide()
            each.setProperty("spread", self._beside)
            each.set_kind("" if self._beside else "link")
            places.addWidget(each)
