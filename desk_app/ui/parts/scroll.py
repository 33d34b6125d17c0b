"""A body that scrolls when the type is large or the screen small, and otherwise looks as if it did not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from desk_app.ui.parts.sight import bring_into_sight

_LEAST = 40
"""px: less than the toolkit asks for, so that what stands over and under it has its room in a low window."""


class Scrolled(QScrollArea):
    """Put a widget in; what gets the focus is brought into sight."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        body.setObjectName("pageBody")
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(_LEAST)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setAutoFillBackground(False)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def to_top(self) -> None:
        """As when it is first seen."""
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and the like belong to the page; the wheel and the focus scroll."""
        event.ignore()

    def _follow(self, left: QWidget | None, held: QWidget | None) -> None:
        """Follow the focus; what is being clicked stays under the mouse."""
        clicked, body = QApplication.mouseButtons() != Qt.MouseButton.NoButton, self.widget()
        if held is not None and body is not None and body.isAncestorOf(held) and not clicked:
            bring_into_sight(held)
