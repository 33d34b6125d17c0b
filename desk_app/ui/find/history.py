"""The whole life of a record over the window: every version with what changed, every letter, in the order of time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from common.words import record_changes as said
from desk_app.services.history import Change, History, Step
from desk_app.ui.form.page_keys import read_on
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.card import Card
from desk_app.ui.parts.card import words as label
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.theme.look import px

_WIDE, _TALL, _LEAST, _EDGE = 760, 620, 160, 24
_NAMED = 280


class HistoryDialog(Over):
    """Only read; Esc or Enter puts it away, arrows scroll."""

    def __init__(self, history: History, parent: QWidget) -> None:
        super().__init__(parent)
        # The system shows window titles to everyone: whose record it is stands inside.
        self.setWindowTitle(said.HISTORY)
        self.setAccessibleName(history.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(8)
        column.addLayout(_head(history))
        column.addWidget(label(said.HISTORY_TEXT, "second", 10.5))
        self._told = _body(history.steps)
        self.steps = Scrolled(self._told)
        self.steps.setAccessibleName(said.HISTORY)
        column.addWidget(self.steps, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = quiet_button(said.CLOSE, "Esc")
        close.clicked.connect(self.reject)
        close.setDefault(True)
        close.installEventFilter(self)
        foot.addWidget(close)
        column.addLayout(foot)
        room = parent.window().size()
        self.resize(min(px(_WIDE), room.width() - _EDGE), min(px(_TALL), room.height() - _EDGE))
        close.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The one button has the focus all the time: keys that scroll are for the steps, which are read without a
        mouse."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return read_on(self.steps.verticalScrollBar(), event)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """No taller than what there is to tell."""
        super().showEvent(event)
        told = self._told.sizeHint().height()
        self.resize(self.width(), self.height() - max(self.steps.height() - max(told, px(_LEAST)), 0))


def _head(history: History) -> QHBoxLayout:
    row = QHBoxLayout()
    title = label(history.title, points=13, bold=True)
    title.setTextFormat(Qt.TextFormat.PlainText)
    row.addWidget(title, 1)
    place = label(history.place, "second", 10)
    place.setWordWrap(False)
    row.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _body(steps: Sequence[Step]) -> QWidget:
    body = QWidget()
    body.setObjectName("pageBody")
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(8)
    for step in steps:
        column.addWidget(_step(step))
    column.addStretch(1)
    return body


def _step(step: Step) -> Card:
    card = Card()
    card.body.setContentsMargins(14, 10, 14, 10)
    card.body.setSpacing(4)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(_plain(step.what, bold=True), 1)
    by = label(step.by, "second", 10)
    by.setTextFormat(Qt.TextFormat.PlainText)
    by.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    # On one line as far as names go: one of sixty letters leaves room for the code of a letter beside it.
    by.setFixedWidth(min(by.fontMetrics().horizontalAdvance(step.by) + px(4), px(_NAMED)))
    row.addWidget(by, 0, Qt.AlignmentFlag.AlignTop)
    card.body.addLayout(row)
    if step.why:
        card.body.addWidget(_plain(said.WHY.format(reason=step.why)))
    if step.changes:
        card.body.addLayout(_changes(step.changes))
    card.setAccessibleName(f"{step.what}. {step.by}. {step.why}")
    return card


def _changes(changes: Sequence[Change]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(2)
    for place, head in enumerate((said.PART, said.BEFORE, said.AFTER)):
        grid.addWidget(label(head, "second", 9.5), 0, place)
        grid.setColumnStretch(place, (2, 3, 3)[place])
    for line, change in enumerate(changes, start=1):
        for place, text in enumerate((change.label, change.before, change.after)):
            grid.addWidget(_plain(text, bold=place == 2), line, place)
    return grid


def _plain(text: str, bold: bool = False) -> QWidget:
    """Words as they were typed, whatever they hold."""
    made = label(text, points=10.5, bold=bold)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made
