"""A row that asks for no width: whoever fills it shows what there is room for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Yielding(QWidget):
    """Its buttons never make the window wider than the screen."""

    def minimumSizeHint(self) -> QSize:
        """The height of what stands in it, no width."""
        return QSize(0, super().minimumSizeHint().height())
