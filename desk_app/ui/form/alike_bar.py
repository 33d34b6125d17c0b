"""The yellow bar over the fields: this may be in the register already."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from common.words.form import COMPARE
from common.words.form_compare import alike_decided
from desk_app.ui.form.findings import Finding
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.theme.tokens import HOE_CHU


class AlikeBar(QFrame):
    """`asked` wants both records beside each other."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("tone", "hoe")
        self.text = words("", points=10.5)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.press = button(COMPARE, "F9")
        self.press.setProperty("small", True)
        self.press.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(sign("copy", HOE_CHU, 22))
        row.addWidget(self.text, 1)
        row.addWidget(self.press)
        self.hide()

    def show_finding(self, finding: Finding | None) -> None:
        """Which record it may be, and what was already said about it; nothing hides the bar."""
        self.setVisible(finding is not None)
        if finding is None:
            return
        told = alike_decided(finding.reason) if finding.reason else finding.sentence
        self.text.setText(_with_bold_head(told))
        self.setAccessibleName(told)


def _with_bold_head(told: str) -> str:
    """What this is about stands out from the names and dates behind the colon."""
    head, colon, more = told.partition(":")
    return f"<b>{escape(head)}:</b>{escape(more)}" if colon else escape(told)
