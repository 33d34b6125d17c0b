"""The page Sổ truy cập: who did what, filtered by day and person, kept as a table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from common.dates import exact_day
from common.words import privacy as log_words
from common.words import privacy_page as said
from common.words.troubles import sentence
from desk_app.services.access_log import AccessLog, AccessRow
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.told import sentence_of


class AccessPage(KeyPage):
    """Menu Trợ giúp, Sổ truy cập; for leader and administrator."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.LOG
        self._around, self._log = around, AccessLog(around.desk.seat)
        self.head, self.state = PageHead(said.LOG, said.LOG_CONTEXT), Banner("son", "", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.first, self.last, self.who = QLineEdit(), QLineEdit(), QComboBox()
        self.fields = (Labelled(said.FROM, self.first), Labelled(said.TO, self.last), Labelled(said.WHO, self.who))
        titles = log_words.LOG_COLUMNS
        columns = (
            Column(titles[0], _moment, width=150),
            Column(titles[1], lambda row: row.user, width=150),
            Column(titles[2], lambda row: row.words),
            Column(titles[3], lambda row: row.number, width=110),
        )
        self.rows, self.count = RowsModel(columns), words("", "second")
        self.table = rows_table(self.rows, said.ROWS, two_lines=False)
        self.table.setMinimumSize(400, 180)
        self.show_rows, self.keep = button(said.SHOW, "Enter"), button(said.TABLE, "Ctrl+S", primary=True)
        self.show_rows.clicked.connect(self._show)
        self.keep.clicked.connect(self._keep)
        self._lay_out()

    def _lay_out(self) -> None:
        body, filters = QWidget(), QHBoxLayout()
        filters.setSpacing(12)
        for labelled in self.fields:
            filters.addWidget(labelled, 1, Qt.AlignmentFlag.AlignTop)
        filters.addWidget(self.show_rows, 0, Qt.AlignmentFlag.AlignBottom)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        inside.addWidget(self.state)
        inside.addLayout(filters)
        inside.addWidget(self.count)
        inside.addWidget(self.table, 1)
        self.stand_between(self.head, body, Foot((), (self.keep,)))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """Everything of everybody again."""
        self.first.clear()
        self.last.clear()

    def refresh(self) -> None:
        """Read the log again."""
        users = [user.name for user in self._around.desk.people.all()]
        if self.who.count() != len(users) + 1:
            while self.who.count():
                self.who.removeItem(0)
            self.who.addItems([said.EVERYONE, *users])
        self._show()
        self.first.setFocus()

    def may_leave(self) -> bool:
        """Nothing is typed here that could be lost."""
        return True

    # ---- acts

    def _show(self) -> None:
        days = [self._day(*each) for each in zip(self.fields, (date.min, date.max), strict=False)]
        who = self.who.currentText() if self.who.currentIndex() > 0 else ""
        if None in days:
            return
        self.state.hide()
        try:
            rows = self._log.rows(days[0] or date.min, days[1] or date.max, who)
        except Trouble as trouble:
            self.state.tell("son", sentence_of(trouble))
            rows = ()
        self.rows.put(rows)
        self.count.setText(log_words.rows(len(rows)))
        self.keep.setEnabled(bool(rows))

    def _day(self, labelled: Labelled, otherwise: date) -> date | None:
        text = labelled.input.text().strip() if isinstance(labelled.input, QLineEdit) else ""
        day = exact_day(text) if text else otherwise
        labelled.say("" if day else sentence("not-a-day", {"text": text}))
        return day

    def _keep(self) -> None:
        path = self._around.asker.save_file(said.TABLE, Path(said.TABLE_FILE), said.TABLE_KINDS)
        if path is None:
            return
        rows: tuple[AccessRow, ...] = self.rows.rows
        try:
            self._log.save_csv(rows, path)
        except Trouble as trouble:
            self.state.tell("son", sentence_of(trouble))
            return
        self.state.tell("sen", said.saved(path.name))


def _moment(row: AccessRow) -> str:
    return f"{row.at[11:16]} {row.at[8:10]}/{row.at[5:7]}/{row.at[:4]}".strip()
