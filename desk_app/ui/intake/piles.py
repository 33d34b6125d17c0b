"""The third step: every row in its pile, with what will come of it; nothing is written yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from common.dates import exact_day
from common.words import intake_desk as piles
from common.words import intake_page as said
from desk_app.ui.intake.model import IntakeModel, PileRow
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.theme.look import px

_TONES = {"new": "sen", "changed": "hoe", "conflict": "hoe", "unreadable": "son"}


class PilesPane(QWidget):
    """`changed` tells that the numbers on the button are others."""

    changed = Signal()

    def __init__(self, model: IntakeModel) -> None:
        super().__init__()
        self._model = model
        self.chips = {pile: button("", f"Ctrl+{at}") for at, (pile, _) in enumerate(model.chips(), 1)}
        for chip in self.chips.values():
            chip.setProperty("tight", True)
        self.sum = words("", "second", 10.5)
        self.rows = RowsModel(_columns())
        self.table = rows_table(self.rows, said.ROWS, two_lines=False)
        self.table.setMinimumHeight(px(130))
        self.table.installEventFilter(self)
        self.whole, self._told = Card(), words("", points=10.5)
        self.tick, self.all = quiet_button(said.TICK, "Space"), quiet_button(said.TICK_ALL, "Ctrl+A")
        self.again, self.day = quiet_button(said.LOOK_AGAIN, "F5"), QLineEdit()
        self.letters = Labelled(said.LETTERS_FROM, self.day, said.LETTERS_HINT)
        self.day.setMaximumWidth(px(160))
        self._lay_out()
        for pile, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, pile=pile: self.show_pile(pile))
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._weigh())
        self.tick.clicked.connect(self._tick)
        self.all.clicked.connect(self._tick_all)
        self.day.textEdited.connect(lambda _: self._date())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space and Ctrl+A tick; the table would choose rows with them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            asked = {(Qt.Key.Key_Space, False): self.tick, (Qt.Key.Key_A, True): self.all}
            pressed = asked.get((Qt.Key(event.key()), held))
            if pressed is not None and pressed.isVisible():
                pressed.click()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the number gives way."""
        super().resizeEvent(event)
        self.table.setColumnHidden(2, event.size().width() < px(680))

    @property
    def row(self) -> PileRow | None:
        """The row under the bar."""
        found = self.rows.row(self.table.currentIndex())
        return found if isinstance(found, PileRow) else None

    def refresh(self) -> None:
        """Show the look."""
        if self._model.letters_from is not None:
            self.day.setText(said.day(self._model.letters_from))
            self.letters.say("")
        self.show_pile(self._model.pile)

    def take_focus(self) -> None:
        """The keys to the rows."""
        self.table.setFocus()

    def show_pile(self, pile: str) -> None:
        """This pile in front."""
        self._model.pile = pile
        for name, told in self._model.chips():
            self.chips[name].set_words(told)
            self.chips[name].set_kind("primary" if name == pile else "neutral")
        self._row_of_chips.refit()
        self.sum.setText(said.told(self._model.total(), piles.PILES[pile], said.PILE_HINTS[pile]))
        self._put()
        self.table.setColumnHidden(4, pile != "changed")
        for each in (self.tick, self.all):
            each.setVisible(pile == "changed")
        self._tools.refit()
        self.letters.setVisible(pile == "new")
        self.take_focus()
        self.changed.emit()

    def day_is_read(self) -> bool:
        """Whether the day from which letters may wait can be read; says so under the field."""
        day = exact_day(self.day.text())
        self.letters.say("" if day else said.DAY_UNREAD)
        if day is None:
            self.day.setFocus()
        return day is not None

    def _put(self) -> None:
        at = max(self.table.currentIndex().row(), 0)
        rows = self._model.rows()
        self.rows.put(rows)
        self.table.setCurrentIndex(self.rows.index(min(at, len(rows) - 1), 0))
        self._weigh()

    def _weigh(self) -> None:
        row = self.row
        self.whole.setVisible(row is not None)
        if row is not None:
            changes = [said.changed(one.label, one.before, one.after) for one in row.row.changes]
            told = [one.sentence for one in row.row.told]
            self._told.setText("\n".join((*changes, *told)))
            self.whole.setVisible(bool(changes or told))
        self.tick.setEnabled(row is not None)

    def _tick(self) -> None:
        if self.row is not None:
            self._model.tick(self.row.row.line)
            at = self.table.currentIndex().row()
            self._put()
            self.table.setCurrentIndex(self.rows.index(min(at + 1, self.rows.rowCount() - 1), 0))
            self.changed.emit()

    def _tick_all(self) -> None:
        self._model.tick_all()
        self._put()
        self.changed.emit()

    def _date(self) -> None:
        day = exact_day(self.day.text())
        if day is not None:
            self._model.letters_from = day
            self.letters.say("")

    def _lay_out(self) -> None:
        self._row_of_chips, self._tools = FlowRow(6), FlowRow()
        self._row_of_chips.put(tuple(self.chips.values()))
        self._tools.put((self.tick, self.all, self.again))
        self.whole.body.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._row_of_chips, self.sum):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        for each in (self.whole, self._tools, self.letters):
            column.addWidget(each)


def _columns() -> tuple[Column, ...]:
    line, who, number, what, ticked = said.ROW_COLUMNS
    return (
        Column(line, lambda one: str(one.row.line), width=78),
        Column(who, lambda one: one.row.who, width=220),
        Column(number, lambda one: one.row.number, width=90),
        Column(what, _what, tone=_tone),
        Column(ticked, lambda one: said.TICKED if one.ticked else "", tag=True, tone=lambda one: "cham", width=90),
    )


def _tone(one: PileRow) -> str:
    """A new row with something to look at is not as good as one without."""
    return "hoe" if one.row.pile == "new" and one.row.told else _TONES.get(one.row.pile, "xam")


def _what(one: PileRow) -> str:
    if one.row.changes:
        first = one.row.changes[0]
        more = f" (+{len(one.row.changes) - 1})" if len(one.row.changes) > 1 else ""
        return said.changed(first.label, first.before, first.after) + more
    return one.row.told[0].sentence if one.row.told else piles.PILES[one.row.pile]
