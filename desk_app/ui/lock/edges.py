"""The head of the lock, whose desk this is, the ways out of trouble, and its last line: the backup, whom to call, the
release."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from common.words import lock as said
from common.words.window import PRODUCT, RELEASE, backup_line
from desk_app.services.doorstep import Doorstep
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.dot import paint_dot
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.theme.icons import ornament
from desk_app.ui.theme.look import px


class LockFoot(QWidget):
    """`put` says what the doorstep knows."""

    def __init__(self, release: str) -> None:
        super().__init__()
        self.dot = _Dot()
        self.backup, self.support = _part(said.OFFLINE), _part("")
        self.release = _part(RELEASE.format(release) if release else "")
        QShortcut(QKeySequence("F1"), self, self._guide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.dot)
        row.addWidget(self.backup)
        row.addStretch(1)
        row.addWidget(self.support)
        row.addStretch(1)
        row.addWidget(self.release)

    def _guide(self) -> None:
        from desk_app.ui.shell.guide import show_guide  # nothing that the lock needs to be painted

        show_guide(None, self.window(), "lock")

    def put(self, doorstep: Doorstep, now: datetime) -> None:
        """A desk that has never been opened says only that it needs no network."""
        told, fresh = backup_line(doorstep.backed_up, now)
        known = bool(doorstep.office)
        self.dot.put("sen" if fresh or not known else "hoe")
        self.backup.setText(told if known else said.OFFLINE)
        self.support.setText(said.support(doorstep.support))


class WaysOut(FlowRow):
    """Two buttons under what is told of a register that is not whole."""

    def __init__(self) -> None:
        super().__init__()
        self.take_back = button(said.TAKE_BACK, said.KEYS["take-back"], icon="history")
        self.salvage = button(said.SALVAGE, said.KEYS["salvage"], icon="search")
        self.put((self.take_back, self.salvage))
        self.hide()


class _Dot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._tone = "sen"
        self.setFixedSize(QSize(px(10), px(10)))

    def put(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_dot(self, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._tone)


def _part(text: str) -> QLabel:
    label = words(text, "second", 10)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return label


def desk_of(left: Sequence[QWidget], entry: QWidget) -> QWidget:
    """Who sits here at the left, what one types at the right."""
    desk, column = QWidget(), QVBoxLayout()
    grid = QGridLayout(desk)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(4))
    column.setSpacing(px(4))
    *over, people = left
    for widget in over:
        column.addWidget(widget)
    column.addWidget(people, 1)
    column.addStretch(0)
    grid.addLayout(column, 0, 0)
    grid.addWidget(entry, 0, 1)
    grid.setColumnStretch(0, 288)
    grid.setColumnStretch(1, 262)
    return desk


def head(office: QLabel) -> QHBoxLayout:
    """The mark, the program's name, and under it the line of the office."""
    row, lines, mark = QHBoxLayout(), QVBoxLayout(), QLabel()
    row.setSpacing(px(12))
    lines.setSpacing(0)
    mark.setPixmap(ornament("dau-hieu", px(44), mark.devicePixelRatioF()))
    row.addWidget(mark)
    lines.addWidget(words(PRODUCT, points=18, bold=True))
    office.setTextFormat(Qt.TextFormat.PlainText)
    lines.addWidget(office)
    row.addLayout(lines, 1)
    return row
