"""A band across a page, over or under its body: lower where the page is low."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import HEIGHT

_LOW = 400
"""A page lower than this in px of the design is low: a screen of 768 lines at 175 % and more."""
_SPARED = 12


class Strip(QFrame):
    """As tall as tokens.HEIGHT says for `name`, a fifth less where the page it stands on is low."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._tall, self.low = HEIGHT[name], False
        self.fit()

    def sizeHint(self) -> QSize:
        """No lower than it is, whatever stands on it."""
        return super().sizeHint().expandedTo(self.minimumSize())

    def showEvent(self, event: QShowEvent) -> None:
        """The page is known now."""
        super().showEvent(event)
        page = self.parentWidget()
        if page is not None:
            page.installEventFilter(self)
            self._look(page.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget) and watched is self.parentWidget():
            self._look(watched.height())
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Take the height."""
        self.setFixedHeight(self.line())

    def line(self) -> int:
        """How tall one line of it is, px."""
        return px(self._tall - (_SPARED if self.low else 0))

    def _look(self, height: int) -> None:
        if (height < px(_LOW)) is not self.low:
            self.low = not self.low
            self.fit()
