"""The second step: which column is what, and columns of an older font before and after."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from common.words import intake as reading
from common.words import intake_page as said
from desk_app.ui.intake.model import ColumnRow, IntakeModel
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.pick import Pick, Pickable, Picking
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.theme.look import px

_ASKED = Picking(said.PICK_TITLE, said.PICK_HINT, said.PICK_LIST, said.PICK_YES, said.PICK_NO)
_MOST_SAMPLES = 3


class ColumnsPane(QWidget):
    """Enter says what a column is, Ctrl+T converts it."""

    def __init__(self, model: IntakeModel) -> None:
        super().__init__()
        self._model = model
        self.head, self.lacking = words("", "second"), Banner("hoe", "", "")
        self.rows = RowsModel(_columns())
        self.table = rows_table(self.rows, said.COLUMN_ROWS, two_lines=False)
        self.table.setMinimumHeight(px(150))
        self.change, self.convert = quiet_button(said.CHANGE, "Enter"), quiet_button(said.CONVERT, "Ctrl+T")
        self.sheet, self.event_of = quiet_button(said.SHEET, "F6"), quiet_button(said.EVENT, "F7")
        self.older, self._pairs = Card(tone="hoe"), QGridLayout()
        self._told, self._asked = words("", bold=True), words("", points=10.5)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._weigh())
        self.table.doubleClicked.connect(lambda _: self.change.click())
        self.change.clicked.connect(self._ask)
        self.convert.clicked.connect(self._convert)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the samples give way."""
        super().resizeEvent(event)
        self.table.setColumnHidden(2, event.size().width() < px(680))

    @property
    def row(self) -> ColumnRow | None:
        """The column under the bar."""
        found = self.rows.row(self.table.currentIndex())
        return found if isinstance(found, ColumnRow) else None

    def refresh(self) -> None:
        """Show how the sheet is read now."""
        at = max(self.table.currentIndex().row(), 0)
        self.head.setText(self._model.head())
        told = self._model.lacking()
        self.lacking.setVisible(bool(told))
        if told:
            self.lacking.say("hoe", "", told)
        self.rows.put(self._model.columns())
        self.table.setCurrentIndex(self.rows.index(min(at, self.rows.rowCount() - 1), 0))
        self.sheet.setVisible(len(self._model.sheets()) > 1)
        self._tools.refit()
        self._weigh()

    def take_focus(self) -> None:
        """The keys to the columns."""
        self.table.setFocus()

    def to_suspected(self) -> None:
        """The bar to the first column of an older font."""
        at = next((place for place, one in enumerate(self.rows.rows) if one.suspected), 0)
        self.table.setCurrentIndex(self.rows.index(at, 0))

    def _weigh(self) -> None:
        row = self.row
        found = self._model.suspect(row.at) if row else None
        self.older.setVisible(found is not None)
        self.convert.setEnabled(found is not None)
        self.change.setEnabled(row is not None and bool(self._model.offers()))
        if row is None or found is None:
            return
        encoding = reading.ENCODINGS[found.encoding]
        self._told.setText(said.BEFORE_AFTER.format(caption=found.caption, encoding=encoding))
        self._asked.setText(said.CONVERTED if row.converted else said.CONVERT_ASK)
        while self._pairs.count():
            held = self._pairs.takeAt(0)
            widget = held.widget() if held else None
            if widget is not None:
                widget.deleteLater()
        pairs = ((said.AS_IS, said.AS_UNICODE), *found.samples[:_MOST_SAMPLES])
        for place, (before, after) in enumerate(pairs):
            for column, text in enumerate((before, after)):
                self._pairs.addWidget(words(text, "second" if not place else "", 10.5), place, column)

    def _ask(self) -> None:
        row = self.row
        if row is None:
            return
        offers = [Pickable(told, key, key) for key, told in self._model.offers()]
        here = next((at for at, one in enumerate(offers) if one.told == row.read_as), 0)
        dialog = Pick(_ASKED, offers, self.window(), here)
        dialog.chosen.connect(lambda key, at=row.at: self._read_as(at, str(key)))
        dialog.open()

    def _read_as(self, at: int, key: str) -> None:
        self._model.read_as(at, key)
        self.refresh()
        self.take_focus()

    def _convert(self) -> None:
        if self.row is not None:
            self._model.turn_conversion(self.row.at)
            self.refresh()

    def _lay_out(self) -> None:
        self._tools = FlowRow()
        self._tools.put((self.change, self.convert, self.sheet, self.event_of))
        self._pairs.setHorizontalSpacing(24)
        self._pairs.setVerticalSpacing(2)
        for half in (0, 1):
            self._pairs.setColumnStretch(half, 1)
        self.older.body.addWidget(self._told)
        self.older.body.addLayout(self._pairs)
        self.older.body.addWidget(self._asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.head, self.lacking):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        for each in (self.older, self._tools):
            column.addWidget(each)


def _columns() -> tuple[Column, ...]:
    caption, read_as, samples = said.COLUMNS
    return (
        Column(caption, lambda one: one.caption, width=190),
        Column(read_as, lambda one: one.read_as, tone=_tone, width=300),
        Column(samples, lambda one: one.samples),
    )


def _tone(one: ColumnRow) -> str:
    if one.suspected and not one.converted:
        return "hoe"
    return "xam" if one.read_as == said.UNUSED else ""
