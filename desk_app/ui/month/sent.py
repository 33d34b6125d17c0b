"""Bundles that went up, with what came back."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.words import month
from common.words import month_receipts as said
from desk_app.services.month_sent import Sent
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.theme.look import px

_GIVE_WAY, _NARROW, _LEAST = (2, 4), 860, 110


def state_of(sent: Sent) -> str:
    """What became of a bundle, in words."""
    return said.sent_state(sent.receipt, sent.taken_on, sent.covered, sent.sealed)


def tone_of(sent: Sent) -> str:
    """Green when the level above has it, yellow while one waits."""
    return "sen" if sent.receipt or sent.covered else "hoe"


def _columns() -> tuple[Column, ...]:
    titles = said.SENT_COLUMNS
    return (
        Column(titles[0], lambda sent: str(sent.seq), width=84),
        Column(titles[1], lambda sent: month.month_of(sent.month), width=128),
        Column(titles[2], lambda sent: str(sent.lines), width=98),
        Column(titles[3], lambda sent: sent.file),
        Column(titles[4], lambda sent: month.short_number(sent.document), width=150),
        Column(titles[5], state_of, tone=tone_of, width=218),
    )


class SentPage(QWidget):
    """The list of bundles, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.model = RowsModel(_columns())
        self.table = rows_table(self.model, month.SENT, two_lines=False)
        self.table.setMinimumHeight(px(_LEAST))
        self.empty = words(said.SENT_EMPTY, "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(block_title(month.SENT))
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def chosen(self) -> Sent | None:
        """The bundle under the bar."""
        row: Sent | None = self.model.row(self.table.currentIndex())
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, number of lines and short number give way to the file and its state."""
        for column in _GIVE_WAY:
            self.table.setColumnHidden(column, self.width() < px(_NARROW))
        super().resizeEvent(event)

    def put(self, rows: tuple[Sent, ...]) -> None:
        """Show these bundles."""
        self.model.put(rows)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        if rows:
            self.table.selectRow(0)
