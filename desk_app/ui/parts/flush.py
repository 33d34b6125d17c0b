"""Buttons that look like words, their words under the words above them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from desk_app.ui.parts.button import SIDE, KeyButton
from desk_app.ui.theme.look import px

_AIR = 8
"""px that such a button gives up at each side; what is left holds the ring of the focus."""


def link_edge() -> int:
    """px between the edge of such a button and its words: words over it stand as far in."""
    return px(SIDE) - _AIR


def fit_flush(link: KeyButton) -> None:
    """No wider than its words and that edge; again after other words."""
    link.setFixedWidth(link.sizeHint().width() - 2 * _AIR)


def flush(link: KeyButton) -> QHBoxLayout:
    """The button at the left of its row."""
    fit_flush(link)
    row = QHBoxLayout()
    row.addWidget(link)
    row.addStretch(1)
    return row


def aligned(link: KeyButton) -> QHBoxLayout:
    """The same among words and fields that stand at the edge: its words begin where theirs do."""
    row = flush(link)
    row.insertSpacing(0, -link_edge())
    return row
