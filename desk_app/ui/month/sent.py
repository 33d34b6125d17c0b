"""Bundles that went up with what came back, and the receipt just taken in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from common.words import month as said
from desk_app.services.month_sent import Sent
from desk_app.ui.month.model import ReceiptTold
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.places import clear
from desk_app.ui.parts.rows import Column, RowsModel, rows_table


def state_of(sent: Sent) -> str:
    """What became of a bundle, in words."""
    return said.sent_state(sent.receipt, sent.taken_on, sent.covered, sent.sealed)


def tone_of(sent: Sent) -> str:
    """Green when the level above has it, yellow while one waits."""
    return "sen" if sent.receipt or sent.covered else "hoe"


def _columns() -> tuple[Column, ...]:
    titles = said.SENT_COLUMNS
    return (
        Column(titles[0], lambda sent: str(sent.seq), width=76),
        Column(titles[1], lambda sent: said.month_of(sent.month), width=130),
        Column(titles[2], lambda sent: str(sent.lines), width=84),
        Column(titles[3], lambda sent: sent.file),
        Column(titles[4], lambda sent: said.short_number(sent.document), width=150),
        Column(titles[5], state_of, tone=tone_of, width=230),
    )


class SentPage(QWidget):
    """The list of bundles, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.model = RowsModel(_columns())
        self.table = rows_table(self.model, said.SENT, two_lines=False)
        self.empty = words(said.SENT_EMPTY, "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(block_title(said.SENT))
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def put(self, rows: tuple[Sent, ...]) -> None:
        """Show these bundles."""
        self.model.put(rows)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        if rows:
            self.table.selectRow(0)


class ReceiptPage(QWidget):
    """What a receipt said: taken, laid aside and why, ratings that came along."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner("sen", "", "")
        self.brought = words("")
        self.see_ratings: KeyButton = button(said.SEE_RATINGS, "Alt+5", icon="message-2")
        self.aside = Card(said.ASIDE_HEAD)
        told = Card(said.RECEIPT_HEAD)
        told.body.addWidget(self.brought)
        told.body.addWidget(self.see_ratings, 0, Qt.AlignmentFlag.AlignLeft)
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
        tone = "sen" if received.verdict in ("accepted", "already-accepted") else "hoe"
        text = said.receipt_text(received.verdict, received.upto)
        self.banner.say(tone, said.receipt_title(received.number), text)
        self.brought.setText(said.brought(received.batches, received.messages))
        self.see_ratings.setVisible(bool(received.batches or received.messages))
        clear(self.aside.body, keep=1)
        lines = [said.aside(one.position, one.kind, one.event, one.on, one.reason) for one in told.aside]
        for line in (said.aside_count(len(lines)), *lines):
            self.aside.body.addWidget(_line(line))


def _line(text: str) -> QLabel:
    label = words(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
