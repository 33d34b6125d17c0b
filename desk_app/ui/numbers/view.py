"""The page Sổ cấp số: letters without a number on top, Enter gives the next one; the book of the year below them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from common.words import numbering as said
from desk_app.services.number_paper import number_paper
from desk_app.services.numbering import BookLine
from desk_app.services.trouble import Trouble
from desk_app.ui.numbers.columns import columns
from desk_app.ui.numbers.model import NumbersModel
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage, field
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.refill import refill
from desk_app.ui.parts.rows import RowsModel, rows_table
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.printing.printer import Printery
from desk_app.ui.theme.look import px
from desk_app.ui.told import sentence_of

_KIND, _NARROW, _FIELD = 3, 760, 190


class NumbersPage(KeyPage):
    """Menu Thư, Sổ cấp số."""

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._around, self._printery, self.model = around, printery, NumbersModel(around.desk)
        self.head, self.state = PageHead(said.TITLE), Banner("sen", "", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.rows = RowsModel(columns(self._mark))
        self.table = rows_table(self.rows, said.ROWS)
        self.table.setMinimumSize(440, 190)
        self.table.installEventFilter(self)
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._show_row())
        self.number, self.day, self.year = field(said.NUMBER), field(said.DAY), QComboBox()
        self.places = {
            "number": Labelled(said.NUMBER, self.number, said.NUMBER_HINT),
            "day": Labelled(said.DAY, self.day, said.DAY_HINT),
        }
        self.other, self.all = button(said.OTHER_YEAR, "F6"), button(said.CHOOSE_ALL, "Ctrl+A")
        self.take, self.why = quiet_button(said.TAKE, "Del"), quiet_button(said.EXPLAIN, "Ctrl+G")
        self.paper, self.several = button(said.PRINT, "Ctrl+P"), button(said.GIVE_SEVERAL, "Ctrl+Enter")
        self.give = button(said.GIVE, "Enter", primary=True)
        self._wire()
        self._lay_out()

    def _mark(self, row: BookLine) -> str:
        return said.CHOSEN if row.letter in self.model.chosen else ""

    def _wire(self) -> None:
        self.year.activated.connect(lambda index: self._to_year(int(self.year.currentText())))
        acts: tuple[tuple[QWidget, Callable[[], None]], ...] = (
            (self.other, self._other_year),
            (self.all, self._tick_all),
            (self.take, lambda: self._with(self._take_back)),
            (self.why, lambda: self._with(self._explain)),
            (self.paper, self._print),
            (self.several, self._give_several),
            (self.give, lambda: self._with(self._give)),
        )
        for press, act in acts:
            press.clicked.connect(act)  # type: ignore[attr-defined]

    def _lay_out(self) -> None:
        body, top, typed = QWidget(), QHBoxLayout(), QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Labelled(said.YEAR, self.year))
        for press in (self.other, self.all):
            top.addWidget(press, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        typed.setSpacing(16)
        for place in self.places.values():
            place.input.setMaximumWidth(px(_FIELD))
            typed.addWidget(place, 1, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        inside.addWidget(self.state)
        inside.addLayout(top)
        inside.addWidget(self.table, 1)
        inside.addLayout(typed)
        self.stand_between(self.head, body, Foot((self.take, self.why), (self.paper, self.several, self.give)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the kind of letter gives way to whom it goes to."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_KIND, event.size().width() < px(_NARROW))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """The running year."""
        self.state.hide()
        self.model.year = self._around.desk.seat.today().year

    def refresh(self) -> None:
        """Read the book again; what was said last stays."""
        self._read()
        self.table.setFocus()

    def may_leave(self) -> bool:
        """A number that was not given is nowhere."""
        return True

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the list a digit begins a number, Space chooses, Ctrl+A chooses all."""
        if watched is self.table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._listed_key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move in the list also while a number is typed."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.number.hasFocus():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._select(self.table.currentIndex().row() + step)
            return
        super().keyPressEvent(event)

    def _listed_key(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space:
            self._with(self._tick)
        elif event.key() == Qt.Key.Key_A and control:
            self.all.click()
        elif event.text().isdecimal() and event.text().isascii() and self.number.isEnabled():
            self.number.setFocus()
            self.number.setText(event.text())
        else:
            return False
        return True

    # ---- what is shown

    @property
    def row(self) -> BookLine | None:
        """The line under the bar."""
        found: BookLine | None = self.rows.row(self.table.currentIndex())
        return found

    def _read(self) -> None:
        model, held = self.model, self.table.currentIndex().row()
        model.read()
        refill(self.year, ((str(year), year) for year in model.years), model.year)
        self.rows.put(model.rows)
        self.head.say(said.TITLE, said.waiting(len(model.waiting)) if model.used else said.NOT_USED)
        self.other.setEnabled(len(model.years) > 1)
        self.paper.setEnabled(any(row.state != "waiting" for row in model.rows))
        if model.restored and self.state.isHidden():
            self._tell("hoe", said.RESTORED)
        self._select(max(0, held))
        self._show_row()

    def _select(self, place: int) -> None:
        if self.rows.rows:
            self.table.setCurrentIndex(self.rows.index(min(max(place, 0), len(self.rows.rows) - 1), 1))

    def _show_row(self) -> None:
        row = self.row
        numbered = bool(row and row.state in ("waiting", "given"))
        self.number.setText(f"{row.number:02d}" if row and numbered else "")
        self.day.setText(said.day(row.dated) if row and row.undated else "")
        self.places["day"].setVisible(bool(row and row.undated and numbered))
        for name, place in self.places.items():
            place.say("")
            place.input.setEnabled(numbered and (name == "number" or bool(row and row.undated)))
        self.give.setEnabled(numbered)
        self.give.set_words(said.CHANGE if row and row.state == "given" else said.GIVE)
        self.take.setVisible(bool(row and row.state == "given"))
        self.why.setVisible(bool(row and row.state == "gap"))
        self._show_chosen()

    def _show_chosen(self) -> None:
        count = len(self.model.chosen)
        self.all.setEnabled(bool(self.model.waiting))
        self.several.setEnabled(count > 0)
        self.several.set_words(said.chosen(count) if count else said.GIVE_SEVERAL)
        self.table.viewport().update()

    # ---- acts

    def _with(self, act: Callable[[BookLine], None]) -> None:
        if self.row is not None:
            act(self.row)

    def _tick(self, row: BookLine) -> None:
        self.model.tick(row)
        self._select(self.table.currentIndex().row() + 1)
        self._show_chosen()

    def _tick_all(self) -> None:
        self.model.tick_all()
        self._show_chosen()

    def _give(self, row: BookLine) -> None:
        number, day = self.number.text(), self.day.text()
        lacks = self.model.lacks(row, number, day)
        for name, place in self.places.items():
            place.say(lacks.get(name, ""))
        if lacks:
            self.state.hide()
            self.places[next(iter(lacks))].input.setFocus()
            return
        self._try(lambda: self.model.give(row, number, day))

    def _give_several(self) -> None:
        self._try(self.model.give_several)
        if not self.model.chosen:
            self._select(0)

    def _take_back(self, row: BookLine) -> None:
        title, text = said.TAKE_TITLE.format(number=row.told), said.TAKE_TEXT.format(who=row.who)
        if self._around.asker.ask(title, text, (said.TAKE_YES, said.TAKE_NO)) == 0:
            self._try(lambda: self.model.take_back(row))

    def _explain(self, row: BookLine) -> None:
        reason = self._around.asker.ask_text(said.EXPLAIN, said.WHY_GAP.format(numbers=row.told), row.note)
        if reason is not None:
            self._try(lambda: self.model.explain(row, reason))

    def _try(self, act: Callable[[], str]) -> None:
        try:
            told = act()
        except Trouble as trouble:
            self._tell("son", sentence_of(trouble))
            return
        self._tell("sen", told)
        self._around.changed()
        self._read()
        self.table.setFocus()

    def _print(self) -> None:
        seat, year = self._around.desk.seat, self.model.year
        self._around.jobs.start(lambda step: number_paper(seat, year), self._to_paper, self._failed, said.WRITING)

    def _to_paper(self, pdf: bytes) -> None:
        print_here(self._around, Paper(pdf, said.PAPER_NAME, said.PAPER_FILE), self._printery)

    def _failed(self, error: Exception) -> None:
        self._tell("son", sentence_of(error))

    def _other_year(self) -> None:
        self.model.next_year()
        self._to_year(self.model.year)

    def _to_year(self, year: int) -> None:
        self.model.year = year
        self._read()

    def _tell(self, tone: str, text: str) -> None:
        self.state.say(tone, said.TROUBLE if tone == "son" else "", text)
        self.state.show()
