"""The fields of one row beside each other; where the window is too narrow for them, in more lines than one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from desk_app.ui.form.fields import COLUMNS

_WIDER = 1.4
"""In a narrow window a field takes so much more of its line, and the next ones go below."""


def lines_of(shares: Sequence[int], tight: bool) -> tuple[tuple[int, ...], ...]:
    """How many columns each field takes, line by line."""
    wanted = [min(int(share * _WIDER), COLUMNS) if tight else share for share in shares]
    lines: list[list[int]] = [[]]
    for share in wanted:
        if lines[-1] and sum(lines[-1]) + share > COLUMNS:
            lines.append([])
        lines[-1].append(share)
    return tuple(tuple(line) for line in lines)


class RowGrid(QGridLayout):
    """Twenty-four columns; `lay` puts the boxes anew."""

    def __init__(self, boxes: Sequence[QWidget], shares: Sequence[int]) -> None:
        super().__init__()
        self._boxes, self._shares = tuple(boxes), tuple(shares)
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(8)
        for each in range(COLUMNS):
            self.setColumnStretch(each, 1)
            self.setColumnMinimumWidth(each, 1)
        self.lay(tight=False)

    def lay(self, tight: bool) -> None:
        """In one line, or where the window is narrow in as many as the fields ask for."""
        rest = iter(self._boxes)
        for line, spans in enumerate(lines_of(self._shares, tight)):
            place = 0
            for span in spans:
                box = next(rest)
                self.removeWidget(box)
                self.addWidget(box, line, place, 1, span)
                place += span
