"""The first step: a file or what was copied; and the sheets that were taken in before."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.words import intake_page as said
from desk_app.services.intake import TakenIn
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.theme.look import px


class ChoosingPane(QWidget):
    """`.file`, `.paste` and `.undo` are pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.file = button(said.FILE, "Ctrl+O", primary=True, icon="file-import")
        self.paste = button(said.PASTE, "Ctrl+V", icon="copy")
        self.undo = quiet_button(said.UNDO, "Del")
        self.rows = RowsModel(_columns())
        self.table = rows_table(self.rows, said.BEFORE_ROWS, two_lines=False)
        self.table.setMinimumHeight(px(110))
        self.nothing = words(said.NO_IMPORTS, "second", 10.5)
        self.told = Card(said.WHAT_TITLE)
        tools, under = FlowRow(), FlowRow()
        tools.put((self.file, self.paste))
        under.put((self.undo,))
        self.told.body.addWidget(words(said.WHAT))
        self.told.body.addWidget(tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.told)
        column.addWidget(block_title(said.BEFORE_TITLE))
        column.addWidget(self.nothing)
        column.addWidget(self.table, 9)
        column.addWidget(under)
        column.addStretch(1)
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._weigh())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the name gives way."""
        super().resizeEvent(event)
        self.table.setColumnHidden(2, event.size().width() < px(560))

    @property
    def row(self) -> TakenIn | None:
        """The import under the bar."""
        found = self.rows.row(self.table.currentIndex())
        return found if isinstance(found, TakenIn) else None

    def show_imports(self, imports: tuple[TakenIn, ...]) -> None:
        """The newest first."""
        self.rows.put(imports)
        self.nothing.setVisible(not imports)
        for each in (self.table, self.undo):
            each.setVisible(bool(imports))
        self.table.setCurrentIndex(self.rows.index(0, 0))
        self._weigh()

    def take_focus(self) -> None:
        """The keys to the button that opens a file."""
        self.file.setFocus()

    def _weigh(self) -> None:
        row = self.row
        self.undo.setEnabled(row is not None and row.undone_on is None)


def _columns() -> tuple[Column, ...]:
    day, wrote, who = said.BEFORE_COLUMNS
    return (
        Column(day, lambda one: said.day(one.on), width=120),
        Column(wrote, _wrote, tone=lambda one: "xam" if one.undone_on else ""),
        Column(who, lambda one: one.who, width=200),
    )


def _wrote(one: TakenIn) -> str:
    told = said.before(one.entered, one.amended)
    return f"{told}, {said.undone_on(one.undone_on)}" if one.undone_on else told
