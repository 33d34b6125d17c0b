"""The page Đi trao tại nhà: hamlets at the left, their letters with ticks, who goes along, a sheet for each hamlet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from common.words import ceremony as day_words
from common.words import delivery_round as said
from common.words.labels import REACTION_WORDS
from desk_app.services import desk_papers
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.choices import Choices, Group, Question, answers
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.printing.printer import Printery
from desk_app.ui.printing.queue import TickModel, tick_table
from desk_app.ui.round.model import RoundModel, StopRow
from desk_app.ui.theme.look import px
from desk_app.ui.told import sentence_of

_NARROW, _LEFT, _ANY = 700, 250, 16_777_215


class RoundPage(KeyPage):
    """Menu Thư, Đi trao tại nhà; F7 on Lễ trao."""

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._around, self._printery, self.model = around, printery, RoundModel(around.desk)
        self.head, self.state = PageHead(said.TITLE, said.CONTEXT), Banner("sen", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        titles = said.HAMLET_COLUMNS
        self.hamlets = RowsModel(
            (
                Column(titles[0], lambda one: said.hamlet(one.name)),
                Column(titles[1], lambda one: str(len(one.stops)), width=70),
            )
        )
        self.places = rows_table(self.hamlets, said.HAMLETS, two_lines=False)
        column = Column(said.COLUMN, lambda row: row.stop.to.line, second=lambda row: row.second)
        self.rows = TickModel(column, lambda row: self.model.taken(row.stop), self._tick, "event")
        self.table = tick_table(self.rows, said.ROWS)
        self.together = QLineEdit()
        self.together.setMaxLength(120)
        self.together.setPlaceholderText(said.TOGETHER_HINT)
        self.empty = Card()
        self.ceremony, self.alone = quiet_button(said.CEREMONY, "Alt+4"), quiet_button(said.ONLY_HERE, "F6")
        self.envelopes = button(said.ENVELOPES, "Ctrl+Shift+P", icon="mail")
        self.sheet = button(said.PRINT_NONE, "Ctrl+P", icon="printer")
        self.handed = button(said.HANDED_NONE, "Ctrl+T", primary=True)
        self._lay_out()
        self._wire()

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """What was said last goes."""
        self.state.hide()
        if not self.together.text():
            self.together.setText(self.model.usual_company())

    def refresh(self) -> None:
        """Read again."""
        self.model.refresh()
        self._show()
        front = self.table if self.model.hamlets else self.ceremony
        self.setFocusProxy(front)
        front.setFocus()

    def may_leave(self) -> bool:
        """Nothing is lost: ticks are set anew."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the hamlets stand over their letters."""
        super().resizeEvent(event)
        over, ways = event.size().width() < px(_NARROW), QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if over else ways.LeftToRight)
        self.places.setMinimumWidth(0 if over else px(_LEFT))
        self.places.setMaximumWidth(_ANY if over else px(_LEFT))

    # ---- showing

    def _show(self) -> None:
        some = bool(self.model.hamlets)
        self.places.selectionModel().blockSignals(True)
        self.hamlets.put(self.model.hamlets)
        if some:
            self.places.setCurrentIndex(self.hamlets.index(self.model.at, 0))
        self.places.selectionModel().blockSignals(False)
        self._body.setVisible(some)
        self.empty.setVisible(not some)
        self._show_rows()

    def _show_rows(self) -> None:
        rows = self.model.rows()
        self.rows.put(rows)
        if rows:
            self.table.setCurrentIndex(self.rows.index(0, 0))
        self._count()

    def _count(self) -> None:
        going, letters = self.model.going(), self.model.letters()
        self.sheet.set_words(said.PRINT.format(n=len(going)) if going else said.PRINT_NONE)
        self.handed.set_words(said.HANDED.format(n=len(letters)) if letters else said.HANDED_NONE)
        for each in (self.envelopes, self.sheet, self.handed):
            each.setEnabled(bool(letters))
        self.alone.setVisible(len(self.model.hamlets) > 1)

    # ---- acts

    def _tick(self, row: StopRow, on: bool) -> bool:
        done = self.model.tick(row.stop, on)
        self._count()
        return done

    def _choose(self, at: int) -> None:
        if at >= 0:
            self.model.at = at
            self._show_rows()

    def _only_here(self) -> None:
        self.model.only_here()
        self._show_rows()
        self.table.setFocus()

    def _ask_sheet(self) -> None:
        group = Group(said.SHEET_WHAT, said.SHEET_WAYS)
        question = Question(said.SHEET_TITLE, said.SHEET_TEXT, (group,), said.SHEET_YES, said.NOT_YET)
        seat, going, together = self._around.desk.seat, self.model.going(), self.together.text()
        self._ask(
            question,
            lambda address: desk_papers.round_sheets(seat, going, together, address),
            (said.PAPER_NAME, said.PAPER_FILE),
        )

    def _ask_envelopes(self) -> None:
        group = Group(day_words.ENVELOPE_WHAT, day_words.ENVELOPE_WAYS)
        told = (day_words.ENVELOPE_TITLE, day_words.ENVELOPE_TEXT)
        question = Question(*told, (group,), day_words.ENVELOPE_YES, said.NOT_YET)
        seat, stops = self._around.desk.seat, [stop for one in self.model.going() for stop in one.stops]
        name = day_words.ENVELOPES_NAME
        self._ask(question, lambda address: desk_papers.envelopes(seat, stops, address), (name, day_words.FILES[name]))

    def _ask(self, question: Question, draw: Callable[[bool], bytes], named: tuple[str, str]) -> None:
        """Ask whether addresses are wanted, then print."""
        dialog = Choices(question, self)
        dialog.answered.connect(lambda told: self._print(lambda: draw(told[0] == "address"), named))
        dialog.open()

    def _print(self, draw: Callable[[], bytes], named: tuple[str, str]) -> None:
        def drawn(pdf: bytes) -> None:
            print_here(self._around, Paper(pdf, *named), self._printery)

        self._around.jobs.start(
            lambda step: draw(), drawn, lambda error: self.state.tell("son", sentence_of(error)), ""
        )

    def _ask_handed(self) -> None:
        told = said.ask_handed(len(self.model.letters()), len(self.model.going()), self.together.text().strip())
        reactions = answers([(code, REACTION_WORDS[code]) for code in ("none", "good", "bad")])
        question = Question(said.ASK_HANDED, told, (Group(said.REACTION, reactions),), said.HANDED_YES, said.NOT_YET)
        dialog = Choices(question, self)
        dialog.answered.connect(lambda codes: self._hand_over(codes[0]))
        dialog.open()

    def _hand_over(self, reaction: str) -> None:
        try:
            count = self.model.handed(reaction, self.together.text())
        except Trouble as trouble:
            self.state.tell("son", sentence_of(trouble))
            return
        self._around.changed()
        self.refresh()
        self.state.tell("sen", said.DONE.format(n=count))

    # ---- making

    def _wire(self) -> None:
        self.places.selectionModel().currentRowChanged.connect(lambda now, before: self._choose(now.row()))
        self.sheet.clicked.connect(self._ask_sheet)
        self.envelopes.clicked.connect(self._ask_envelopes)
        self.handed.clicked.connect(self._ask_handed)
        self.alone.clicked.connect(self._only_here)
        self.ceremony.clicked.connect(lambda: self._around.go("ceremony"))

    def _lay_out(self) -> None:
        body, self._body = QWidget(), QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        right = QVBoxLayout()
        right.setSpacing(8)
        self.places.setMinimumHeight(120)
        self.table.setMinimumHeight(150)
        right.addWidget(self.table, 1)
        right.addWidget(words(said.KEY_HINT, "second", 10))
        self._columns.addWidget(self.places)
        self._columns.addLayout(right, 1)
        held = QVBoxLayout(self._body)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(12)
        held.addLayout(self._columns, 1)
        held.addWidget(Labelled(said.TOGETHER, self.together))
        self.empty.body.addWidget(words(said.EMPTY, "second"))
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        for widget in (self.state, self.empty):
            inside.addWidget(widget)
        inside.addWidget(self._body, 1)
        inside.addStretch(0)
        self.stand_between(
            self.head, body, Foot((self.ceremony, self.alone), (self.envelopes, self.sheet, self.handed))
        )
        self.state.hide()
