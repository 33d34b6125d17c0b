"""What a spreadsheet holds, row by row, before it is taken in."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.criteria import CriteriaSet
from common.criteria_table import TableRow
from common.words import criteria as told
from common.words import criteria_page as said
from desk_app.services.criteria_import import Taken
from desk_app.services.trouble import Trouble
from desk_app.ui.criteria.over_keys import KeyOver
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.theme.look import px
from desk_app.ui.told import sentence_of

_WIDE, _TALL = 860, 320


class TakeIn(KeyOver):
    """`kept(mark)` once somebody agreed; nothing is kept before."""

    kept = Signal(str)

    def __init__(self, taken: Taken, keep: Callable[[], CriteriaSet], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(said.PREVIEW_TITLE)
        self.setAccessibleName(said.PREVIEW_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._do = keep
        wrong = sum(bool(row.wrong) for row in taken.rows)
        self.table = rows_table(RowsModel(_columns(), taken.rows), said.PREVIEW_TITLE, two_lines=False)
        self.table.setMinimumHeight(px(_TALL if self.room().height() > px(600) else 140))
        first = next((at for at, row in enumerate(taken.rows) if row.wrong), 0)
        self.whole, self.trouble = words("", "second"), words("", "wrong", 10.5)
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._weigh())
        self.trouble.hide()
        self.leave, self.yes = quiet_button(said.LEAVE, "Esc"), button(said.PREVIEW_YES, "Ctrl+Enter", primary=True)
        self.yes.setEnabled(not wrong)
        self.leave.clicked.connect(self.reject)
        self.yes.clicked.connect(self._keep)
        body, foot = QWidget(), QHBoxLayout()
        column = QVBoxLayout(body)
        column.setSpacing(10)
        column.addWidget(block_title(said.PREVIEW_TITLE))
        column.addWidget(words(said.preview(taken.file, len(taken.rows), taken.most, wrong), "look" if wrong else ""))
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        column.addWidget(self.trouble)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.yes)
        self.table.selectRow(first)
        self.hold(body, foot, px(_WIDE))
        self.table.setFocus()

    def _weigh(self) -> None:
        """The row under the bar in full."""
        row = cast("RowsModel", self.table.model()).row(self.table.currentIndex())
        if isinstance(row, TableRow):
            one = row.criterion
            self.whole.setText(said.whole_row(row.row, row.group, one.text, said.findings(row.noticed, row.wrong)))

    def _keep(self) -> None:
        try:
            kept = self._do()
        except Trouble as trouble:
            self.trouble.setText(sentence_of(trouble))
            self.trouble.show()
            return
        self.accept()
        self.kept.emit(kept.mark)


def _columns() -> tuple[Column, ...]:
    row, code, text, most, look = said.PREVIEW_COLUMNS
    return (
        Column(row, lambda one: str(one.row), width=80),
        Column(code, lambda one: one.criterion.code, width=66),
        Column(text, lambda one: one.criterion.text, width=270),
        Column(most, lambda one: told.points(one.criterion.most), width=80),
        Column(
            look,
            lambda one: said.findings(one.noticed, one.wrong),
            tone=lambda one: "son" if one.wrong else "hoe",
        ),
    )
