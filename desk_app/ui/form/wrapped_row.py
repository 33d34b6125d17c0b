"""Buttons in as many rows as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

GAP = 10


def rows_of(widths: Sequence[int], room: int) -> tuple[tuple[int, ...], ...]:
    """Which buttons stand in which row, by their places: a row takes as many as fit, and at least one."""
    rows: list[list[int]] = [[]]
    for place, wide in enumerate(widths):
        taken = sum(widths[other] + GAP for other in rows[-1])
        if rows[-1] and taken + wide > room:
            rows.append([])
        rows[-1].append(place)
    return tuple(tuple(row) for row in rows)


def wrapped_row(presses: Sequence[QPushButton], room: int) -> QVBoxLayout:
    """The buttons from the left; the last of them, the way back, at the right end of its row."""
    column = QVBoxLayout()
    column.setSpacing(GAP)
    for places in rows_of([press.sizeHint().width() for press in presses], room):
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for place in places:
            if place == len(presses) - 1:
                row.addStretch(1)
            row.addWidget(presses[place])
        if len(presses) - 1 not in places:
            row.addStretch(1)
        column.addLayout(row)
    return column
