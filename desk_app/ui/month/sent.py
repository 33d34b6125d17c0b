"""Bundles that went up, and the receipts that came back."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.words import month
from common.words import month_receipts as said
from desk_app.services.month_sent import Sent
from desk_app.services.receipts_held import HeldReceipt
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.theme.look import px

_GIVE_WAY, _ALONG, _NARROW, _LEAST = (2, 4), 4, 860, 110


def state_of(sent: Sent) -> str:
    """What became of a bundle, in words."""
    return said.sent_state(sent.receipt, sent.taken_on, sent.covered, sent.sealed)


def tone_of(sent: Sent) -> str:
    """Green when the level above has it, yellow while one waits."""
    return "sen" if sent.receipt or sent.covered else "hoe"


def _columns() -> tuple[Column, ...]:
    titles = said.SENT_COLUMNS
    return (
        Column(titles[0], lambda sent: str(sent.seq), width=84, right=True),
        Column(titles[1], lambda sent: month.month_of(sent.month), width=128),
        Column(titles[2], lambda sent: str(sent.lines), width=98, right=True),
        Column(titles[3], lambda sent: sent.file),
        Column(titles[4], lambda sent: month.short_number(sent.document), width=150),
        Column(titles[5], state_of, tone=tone_of, width=218),
    )


def tone_of_receipt(held: HeldReceipt) -> str:
    """Yellow where something is left to do, red where two histories stand against each other."""
    if held.verdict == "forked":
        return "son"
    return "hoe" if held.verdict == "waiting" or held.aside or not held.ours else "sen"


def _receipt_columns() -> tuple[Column, ...]:
    titles = said.RECEIPT_COLUMNS
    return (
        Column(titles[0], lambda held: str(held.number), width=60, right=True),
        Column(titles[1], lambda held: f"{held.taken_on:%d/%m/%Y}", width=122),
        Column(titles[2], lambda held: said.of_bundle(held.seq, held.month), width=236),
        Column(
            titles[3], lambda held: said.taken(held.verdict, held.lines, held.aside, held.ours), tone=tone_of_receipt
        ),
        Column(titles[4], lambda held: said.batches_told(held.batches, held.answers, held.messages), width=270),
    )


class SentPage(QWidget):
    """Two lists, newest first: the bundles, and the receipts, of which Enter opens one."""

    def __init__(self) -> None:
        super().__init__()
        self.receipt_model = RowsModel(_receipt_columns())
        self.receipts = rows_table(self.receipt_model, said.RECEIPTS_NAME, two_lines=False)
        self.receipts.setMinimumHeight(px(_LEAST))
        self.no_receipts = words(said.RECEIPTS_EMPTY, "second")
        self.open_receipt: KeyButton = button(said.OPEN_RECEIPT, "Enter", icon="file-text")
        self.model = RowsModel(_columns())
        self.table = rows_table(self.model, month.SENT, two_lines=False)
        self.table.setMinimumHeight(px(_LEAST))
        self.empty = words(said.SENT_EMPTY, "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addLayout(self._receipts_head())
        column.addWidget(self.no_receipts)
        column.addWidget(self.receipts, 1)
        column.addStretch(0)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._find_receipt())

    def _receipts_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(block_title(said.RECEIPTS), 1)
        row.addWidget(self.open_receipt)
        return row

    def _find_receipt(self) -> None:
        """The receipt of the bundle under the bar comes under the bar too."""
        sent = self.chosen()
        answers = (line for line, held in enumerate(self.receipt_model.rows) if sent and held.seq == sent.seq)
        if (newest := next(answers, None)) is not None:
            self.receipts.selectRow(newest)

    def chosen_receipt(self) -> HeldReceipt | None:
        """The receipt under the bar."""
        row: HeldReceipt | None = self.receipt_model.row(self.receipts.currentIndex())
        return row

    def chosen(self) -> Sent | None:
        """The bundle under the bar."""
        row: Sent | None = self.model.row(self.table.currentIndex())
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, number of lines and short number give way to the file and its state."""
        for column in _GIVE_WAY:
            self.table.setColumnHidden(column, self.width() < px(_NARROW))
        self.receipts.setColumnHidden(_ALONG, self.width() < px(_NARROW))
        super().resizeEvent(event)

    def put(self, rows: tuple[Sent, ...], receipts: tuple[HeldReceipt, ...] = ()) -> None:
        """Show these bundles and receipts."""
        self.receipt_model.put(receipts)
        self.no_receipts.setVisible(not receipts)
        for widget in (self.receipts, self.open_receipt):
            widget.setVisible(bool(receipts))
        if receipts:
            self.receipts.selectRow(0)
        self.model.put(rows)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        if rows:
            self.table.selectRow(0)
