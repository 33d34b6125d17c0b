"""The card of those who sign letters: the list, somebody more, the last day of somebody."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from common.words import settings_page as page_words
from common.words import signatories as said
from desk_app.services.seat import ACTS_OF
from desk_app.services.signatory_desk import Listed, SignatoryDesk
from desk_app.ui.page import Around
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.settings.keyed import KeyedCard
from desk_app.ui.settings.signer_dialog import SignerDialog
from desk_app.ui.settings.signing import SignerModel
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import HEIGHT

_TONES = {"now": "sen", "coming": "cham", "past": ""}
_MOST_ROWS = 4


class SignerCard(KeyedCard):
    """Enter on a name opens it."""

    def __init__(self, around: Around) -> None:
        super().__init__(said.CARD, page_words.KEYS["signer"])
        self._around = around
        self.rows = RowsModel(_columns())
        self.table = rows_table(self.rows, said.LIST)
        self.table.doubleClicked.connect(lambda index: self._open())
        self.nobody = words(said.NOBODY, "wrong", 10.5)
        self.add, self.open = button(said.ADD, "Ctrl+Shift+N", icon="signature"), button(said.OPEN, "Ctrl+Shift+E")
        self.body.addWidget(words(said.CARD_TEXT, "second", 10))
        self.body.addWidget(self.nobody)
        self.body.addWidget(self.table)
        acts = FlowRow()
        acts.put((self.add, self.open))
        self.body.addWidget(acts)
        self.add.clicked.connect(self._add)
        self.open.clicked.connect(self._open)

    def doors(self) -> tuple[QWidget, ...]:
        """The list, or where there is nobody the way to add one; for whoever may change it."""
        return (self.table, self.add) if self.open.isEnabled() else (self.add,)

    def put(self) -> None:
        """Show who signs."""
        held = self.table.currentIndex().row()
        self.rows.put(SignatoryDesk(self._around.desk.seat).all())
        rows = min(max(len(self.rows.rows), 1), _MOST_ROWS)
        self.table.setFixedHeight(px(HEIGHT["table-head"]) + rows * px(HEIGHT["two-line-row"]) + 4)
        self.table.setVisible(bool(self.rows.rows))
        self.nobody.setVisible(not any(row.state == "now" for row in self.rows.rows))
        if self.rows.rows:
            self.table.selectRow(min(max(held, 0), len(self.rows.rows) - 1))
        may = "settings" in ACTS_OF[self._around.desk.seat.role]
        self.add.setEnabled(may)
        self.open.setEnabled(may and bool(self.rows.rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the list opens the entry."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self.open.click()
            return
        super().keyPressEvent(event)

    def _add(self) -> None:
        self._show(SignerModel(self._around.desk.seat))

    def _open(self) -> None:
        row: Listed | None = self.rows.row(self.table.currentIndex())
        if row is not None and self.open.isEnabled():
            self._show(SignerModel(self._around.desk.seat, row.one))

    def _show(self, model: SignerModel) -> None:
        dialog = SignerDialog(model, self._around.asker, self.window())
        dialog.kept.connect(self._kept)
        dialog.open()

    def _kept(self, told: str) -> None:
        self.put()
        self._around.changed()
        self._around.say(told)


def _columns() -> tuple[Column, ...]:
    first, second = said.COLUMNS
    return (
        Column(first, lambda row: row.one.name, lambda row: " / ".join(row.one.authority)),
        Column(
            second,
            lambda row: said.days(row.one.valid_from, row.one.valid_to),
            lambda row: said.state(row.state, row.first, row.one.usual),
            second_tone=lambda row: _TONES[row.state],
        ),
    )
