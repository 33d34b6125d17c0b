"""Cần ghi lại: what a restore took away and the level above still holds, with what may be done about each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from common.words import lacking as said
from desk_app.services.after_restore import Restored
from desk_app.services.lacking_rows import LackingRow
from desk_app.ui.parts.button import KeyButton, button, quiet_button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.theme.look import px

PRIMARY = {
    "registered": (said.AGAIN, "plus"),
    "letter": (said.GIVE_BACK, "mail"),
    "handed": (said.REPEAT, "check"),
    "changed": (said.SEE_RECORD, "file-text"),
    **dict.fromkeys(("tally", "follow-up", "check"), (said.SEE_RATINGS, "message-2")),
    "year": (said.SEE_YEAR, "calendar-event"),
    "survey": (said.SEE_SURVEYS, "clipboard-text"),
}
"""What Enter does about each kind, and its sign."""
_LOW = 330


def _columns() -> tuple[Column, ...]:
    day, what, state = said.COLUMNS
    return (
        Column(day, lambda row: row.on, width=108),
        Column(what, lambda row: row.what, second=lambda row: row.more),
        Column(state, lambda row: row.state, tone=lambda row: "hoe" if row.waits else "sen", width=190),
    )


class AfterRestore(Card):
    """Over the contents of the month: the receipt that is owed, and the way to what waits to be entered again."""

    def __init__(self) -> None:
        super().__init__(tone="hoe")
        self.title, self.text = words("", bold=True), words("", points=10.5)
        self.take = button(said.TAKE, "Ctrl+I", primary=True, icon="file-text")
        self.none = quiet_button(said.NONE_NEWER, "Ctrl+Shift+K")
        self.list = button(said.OPEN, "Ctrl+Shift+L")
        # One under the other and hidden until there is something to say: side by side they would widen a small window.
        self._acts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for each in (self.take, self.list, self.none):
            self._acts.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
            each.hide()
        self._acts.addStretch(1)
        for label in (self.title, self.text):
            self.body.addWidget(label)
        self.body.addLayout(self._acts)
        self.hide()

    def put(self, owed: Restored | None, lacking: int) -> None:
        """Show what there is to say, or nothing."""
        if owed:
            self._say(said.OWED_TITLE, said.owed_text(owed.epoch, owed.copy_of))
        elif lacking:
            self._say(said.count_waiting(lacking), said.ABOUT_SHORT)
        for each, wanted in ((self.take, bool(owed)), (self.none, bool(owed)), (self.list, lacking > 0)):
            each.setVisible(wanted)
        self._stand()
        self.setVisible(bool(owed) or lacking > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand one under the other where there is little room."""
        self._stand()
        super().resizeEvent(event)

    def _stand(self) -> None:
        shown = [each for each in (self.take, self.list, self.none) if not each.isHidden()]
        beside = sum(each.sizeHint().width() + 12 for each in shown) + px(40) <= self.width()
        ways = QBoxLayout.Direction
        self._acts.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _say(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(f"{title} {text}")


class LackingPage(QWidget):
    """The list; `again` does the obvious of the chosen row, `done` says which record it is now, `drop` that none is
    needed."""

    def __init__(self) -> None:
        super().__init__()
        self.model = RowsModel(_columns())
        self.table: QTableView = rows_table(self.model, said.LIST, two_lines=True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_acts())
        self.title, self.empty = block_title(""), words(said.NOTHING, "second")
        self.again: KeyButton = button(said.AGAIN, "Enter", primary=True, icon="plus")
        self.done: KeyButton = button(said.DONE_ALREADY, "Ctrl+Enter")
        self.drop: KeyButton = quiet_button(said.NOT_NEEDED, "Del")
        self._acts = QHBoxLayout()
        for each in (self.again, self.done, self.drop):
            self._acts.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        self._acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._about = words(said.ABOUT, "second", 10.5)
        for widget in (self.title, self._about, self.empty):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addLayout(self._acts)
        self.table.setMinimumHeight(px(100))

    def minimumSizeHint(self) -> QSize:
        """The height of what stands in it, no width: beside the steps it would make a small window wider."""
        return QSize(0, super().minimumSizeHint().height())

    def put(self, rows: tuple[LackingRow, ...]) -> None:
        """Show these rows, the bar on the first that waits."""
        waits = [index for index, row in enumerate(rows) if row.waits]
        self.title.setText(said.count_waiting(len(waits)))
        self.model.put(rows)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        if rows:
            self.table.selectRow(waits[0] if waits else 0)
        self._show_acts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the rows and what may be done about them matter more than the words above."""
        self._about.setVisible(self.height() >= px(_LOW))
        super().resizeEvent(event)

    def chosen(self) -> LackingRow | None:
        """The row under the bar."""
        row: LackingRow | None = self.model.row(self.table.currentIndex())
        return row

    def _show_acts(self) -> None:
        one = self.chosen()
        waits = one is not None and one.waits
        if one is not None:
            told, icon = PRIMARY[one.kind]
            self.again.set_words(told)
            self.again.set_sign(icon)
        self.again.setVisible(waits)
        self.done.setVisible(waits and one is not None and one.kind == "registered")
        self.drop.setVisible(waits)
