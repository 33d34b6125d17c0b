"""Step 1: which copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from common.words import take_back as said
from desk_app.services.copies import CopyOnHand
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.take_back.leaf import Leaf, plain
from desk_app.ui.take_back.model import Row
from desk_app.ui.theme.look import px

_TALL = 112


def _columns() -> tuple[Column, ...]:
    when, inside, where = said.COLUMNS
    return (
        Column(when, lambda row: said.moment(row.copy.made_at), width=236),
        Column(inside, lambda row: said.inside(row.copy.registrations, row.copy.letters), width=132),
        Column(where, lambda row: row.place),
    )


class ChooseStep(Leaf):
    """The list of copies, the way to other folders, and whether it is only a trial."""

    def __init__(self) -> None:
        super().__init__(said.CHOOSE_TITLE, said.CHOOSE_TEXT)
        self.rows = RowsModel(_columns())
        self.table = rows_table(self.rows, said.LIST, two_lines=False)
        self.table.setMinimumHeight(px(_TALL))
        self.empty, self.told = plain(said.EMPTY), Banner("cham", "", said.TRIAL_TOLD)
        self.elsewhere = button(said.ELSEWHERE, BY_ID["take-back-elsewhere"].shown_key, icon="folder")
        self.trial = button(said.TRIAL, BY_ID["take-back-only-try"].shown_key)
        self.trial.set_kind("neutral")
        self._acts = FlowRow()
        self.column.addWidget(self.told)
        self.column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self.table, 99)
        self.column.addWidget(self._acts)
        self.column.addStretch(1)  # takes the room of a list that is not there
        self._acts.put((self.elsewhere, self.trial))
        self.table.doubleClicked.connect(lambda _: self.done.emit())

    def first(self) -> QWidget:
        """The list, or the way to find one."""
        return self.table if self.rows.rows else self.elsewhere

    def put(self, rows: Sequence[Row], chosen: CopyOnHand | None = None) -> None:
        """These copies; the newest is taken where none was."""
        self.rows.put(rows)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        kept = [place for place, row in enumerate(rows) if chosen and row.copy.path == chosen.path]
        if rows:
            self.table.selectRow(kept[0] if kept else 0)

    def put_trial(self, trial: bool) -> None:
        """Whether nothing will be changed at the end."""
        self.told.setVisible(trial)
        self.trial.set_words(said.REAL if trial else said.TRIAL)
        self._acts.refit()

    def chosen(self) -> CopyOnHand | None:
        """The copy under the bar."""
        row: Row | None = self.rows.row(self.table.currentIndex())
        return row.copy if row else None
