"""The foot of a page: quiet things left, what one came for right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import HEIGHT


class Foot(QFrame):
    """56 px under the page's body."""

    def __init__(self, quiet: Sequence[QWidget] = (), primary: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setFixedHeight(px(HEIGHT["foot"]))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(10)
        for widget in quiet:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in primary:
            row.addWidget(widget)
