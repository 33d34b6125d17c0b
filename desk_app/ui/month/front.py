"""The views of the month, one in front of the others."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

from desk_app.ui.theme.look import px

_LEAST = 140


class Front(QStackedWidget):
    """A sentence over the view takes its room from the view, which scrolls by itself; both scroll in a low window."""

    def sizeHint(self) -> QSize:
        """No more than a low window has."""
        return QSize(super().sizeHint().width(), px(_LEAST))
