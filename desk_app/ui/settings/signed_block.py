"""The block of a signature as the letter will show it: lines of authority, room for ink and seal, the name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from common.words import signatories as said
from desk_app.ui.theme.look import BOLD, NORMAL, face, px
from desk_app.ui.theme.tokens import GIAY, MUC_GIAY, MUC_GIAY_NHAT, VIEN_NHE

_ROOM, _WIDE = 54, 240


class SignedBlock(QFrame):
    """White paper on any ground; `put` shows another."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("signedBlock")
        self.setAccessibleName(said.BLOCK_NAME)
        self.setStyleSheet(f"#signedBlock {{ background: {GIAY.name()}; border: 1px solid {VIEN_NHE.name()}; }}")
        self.setMinimumWidth(px(_WIDE))
        self.authority, self.room, self.name = (_centred(bold) for bold in (True, False, True))
        self.room.setText(said.BLOCK_ROOM)
        self.room.setMinimumHeight(px(_ROOM))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 14)
        column.setSpacing(4)
        for label in (self.authority, self.room, self.name):
            column.addWidget(label)

    def put(self, authority: tuple[str, ...], name: str) -> None:
        """Show this."""
        self.authority.setText("\n".join(authority) or "…")
        self.name.setText(name or "…")
        self.setAccessibleDescription(", ".join((*authority, name)))


def _centred(bold: bool) -> QLabel:
    label = QLabel()
    ink = (MUC_GIAY if bold else MUC_GIAY_NHAT).name()
    label.setStyleSheet(f"color: {ink}; background: transparent;")
    label.setFont(face(11.25 if bold else 9.5, BOLD if bold else NORMAL))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
