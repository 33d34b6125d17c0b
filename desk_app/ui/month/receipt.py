"""The receipt just taken in: what the level above has, what it laid aside and why, which opinions came along."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from common.words import lacking
from common.words import month_receipts as said
from desk_app.services.month_sent import Aside
from desk_app.ui.month.model import ReceiptTold
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import HEIGHT

_TONES = {"accepted": "sen", "already-accepted": "sen", "waiting": "hoe", "forked": "son"}
_MOST_SEEN = 5


def _columns() -> tuple[Column, ...]:
    number, day, what = said.ASIDE_COLUMNS
    return (
        Column(number, lambda one: str(one.position), width=76),
        Column(day, lambda one: said.line_day(one.on), width=108),
        Column(what, lambda one: said.line_words(one.kind, one.event), second=lambda one: said.why(one.reason)),
    )


def _told(told: ReceiptTold) -> tuple[str, str, str]:
    """Tone, title and text of the banner."""
    received, beyond = told.received, told.received.beyond
    title = said.receipt_title(received.number)
    if beyond is None:
        return _TONES[received.verdict], title, said.receipt_text(received.verdict, received.upto, len(told.aside))
    lines = [lacking.beyond(beyond.held, beyond.ours, beyond.since), lacking.next_step(received.lacking)]
    return "hoe", title, "\n".join([lacking.proved(received.restored), *lines] if received.restored else lines)


class ReceiptPage(QWidget):
    """`see_ratings` leads to the opinions that came along, `open_record` to the record of the chosen line."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner("sen", "", "")
        self.taken, self.kinds, self.brought = words("", bold=True), words("", "second", 10.5), words("")
        self.see_ratings: KeyButton = button(said.SEE_RATINGS, "Alt+5", icon="message-2")
        self.to_lacking: KeyButton = button(lacking.OPEN, "Ctrl+Shift+L")
        self.model = RowsModel(_columns())
        self.table: QTableView = rows_table(self.model, said.ASIDE_NAME, two_lines=True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_record())
        self.open_record: KeyButton = button(said.OPEN_RECORD, "Enter", icon="file-text")
        self.aside, self.count = Card(said.ASIDE_HEAD), words("")
        for widget in (self.count, self.table):
            self.aside.body.addWidget(widget)
        self.aside.body.addWidget(self.open_record, 0, Qt.AlignmentFlag.AlignLeft)
        told = Card(said.RECEIPT_HEAD)
        for said_of in (self.taken, self.kinds, self.brought):
            told.body.addWidget(said_of)
        for leads in (self.see_ratings, self.to_lacking):
            told.body.addWidget(leads, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addWidget(told)
        column.addWidget(self.aside)
        column.addStretch(1)

    def put(self, told: ReceiptTold) -> None:
        """Show this receipt."""
        received = told.received
        self.banner.say(*_told(told))
        self.to_lacking.setVisible(received.lacking > 0)
        held = told.held
        self.taken.setText(
            said.taken_whole(held.seq, held.month, said.taken(held.verdict, held.lines, held.aside, held.ours))
        )
        parts = (said.kinds_told(held.counts), said.held_upto(held.upto) if received.beyond is None else "")
        self.kinds.setText(" ".join(filter(None, parts)))
        self.kinds.setVisible(bool(self.kinds.text()))
        self.brought.setText(said.brought(received.batches, received.messages, held.answers))
        self.see_ratings.setVisible(bool(received.batches or received.messages))
        self.count.setText(said.aside_count(len(told.aside)))
        self.model.put(told.aside)
        for widget in (self.table, self.open_record):
            widget.setVisible(bool(told.aside))
        seen = min(len(told.aside), _MOST_SEEN)
        self.table.setFixedHeight(px(HEIGHT["table-head"]) + seen * px(HEIGHT["two-line-row"]) + px(18))
        if told.aside:
            self.table.selectRow(0)

    def chosen(self) -> Aside | None:
        """The line under the bar."""
        row: Aside | None = self.model.row(self.table.currentIndex())
        return row

    def _show_record(self) -> None:
        one = self.chosen()
        opens = one is not None and one.registration is not None
        self.open_record.setEnabled(opens)
        self.open_record.setToolTip("" if opens else said.NO_RECORD)
