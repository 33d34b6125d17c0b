"""Letters from being prepared to the answer, and the quarters side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QWidget

from common.words import ratings_page as said
from desk_app.services.letter_ways import way_cells, ways_sum
from desk_app.services.ratings_view import Voices
from desk_app.ui.parts.card import Card, words
from desk_app.ui.ratings.charts import quarter_ranges
from desk_app.ui.theme.look import px

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Beside(QWidget):
    """`put(shown)` shows another period."""

    def __init__(self) -> None:
        super().__init__()
        self.ways, self.quarters = WaysCard(), QuartersCard()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.ways, 4)
        self._row.addWidget(self.quarters, 5)

    def put(self, shown: Voices) -> None:
        """Nothing where the register knows of no letter, no answer and no task."""
        self.ways.put(shown)
        self.quarters.put(shown)
        some = bool(shown.ways or shown.waiting or shown.follow_ups.opened or shown.follow_ups.done)
        self.setVisible(some or any(one.n for one in shown.quarters))

    def fit(self, narrow: bool) -> None:
        """One under the other in a narrow window."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)


class WaysCard(Card):
    """Prepared, handed over, answered: a row for each kind of letter, the whole beneath."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[tuple[str, ...], ...] = ()
        self._labels: list[QLabel] = []
        self._grid, self.note = QGridLayout(), words("", "second", 9.5)
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(0, 1)
        self.body.addWidget(words(said.WAYS, bold=True))
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self.body.addWidget(self.note)

    def put(self, shown: Voices) -> None:
        """Count again."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        self.rows = (said.WAYS_HEAD, *map(way_cells, shown.ways), ways_sum(shown))
        for row, cells in enumerate(self.rows):
            self._put_row(row, cells)
        self.note.setText(said.ways_note(shown.by_channel, shown.waiting))

    def _put_row(self, row: int, cells: Sequence[str]) -> None:
        edge = row in (0, len(self.rows) - 1)
        for column, cell in enumerate(cells):
            label = words(cell, "second" if row == 0 else "", 10 if row == 0 else 10.5, edge and row > 0)
            if column:
                label.setWordWrap(False)
                label.setAlignment(_RIGHT)
            self._grid.addWidget(label, row, column)
            self._labels.append(label)


class QuartersCard(Card):
    """This quarter and three before, each with n and its range; what was done about opinions beneath."""

    def __init__(self) -> None:
        super().__init__()
        self.ranges, self.tasks, head = quarter_ranges(), words("", "", 10), QHBoxLayout()
        note = words(said.QUARTERS_NOTE, "second", 10)
        note.setAlignment(_RIGHT)
        self.title = words(said.QUARTERS, bold=True)
        self.title.setWordWrap(False)
        head.addWidget(self.title)
        head.addWidget(note, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.ranges)
        self.body.addStretch(1)
        self.body.addWidget(self.tasks)

    def put(self, shown: Voices) -> None:
        """Count again."""
        self.title.setText(said.quarters_head([one.period for one in shown.quarters]))
        self.ranges.put(shown.quarters)
        self.tasks.setText(said.tasks(shown.follow_ups))
