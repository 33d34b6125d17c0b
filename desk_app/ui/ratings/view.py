"""The page Góp ý: four figures, how people answered, what they wrote, who waits for a call."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from common.words import ratings_page as said
from common.words.reports import amount
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.ratings.charts import Bars, Ranges
from desk_app.ui.ratings.model import Line, RatingsModel
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.told import sentence_of


class Figure(Card):
    """A name, a number of 18 pt, a line under it."""

    def __init__(self, name: str, under: str = "") -> None:
        super().__init__()
        self.body.setSpacing(0)
        self.body.setContentsMargins(14, 8, 14, 8)
        self.name, self.number, self.under = words(name, "second", 10.5), QLabel(), words(under, "second", 9.5)
        self.number.setFont(face(19, SEMIBOLD))
        for widget in (self.name, self.number, self.under):
            self.body.addWidget(widget)

    def put(self, number: str, under: str = "") -> None:
        """Another number."""
        self.number.setText(number)
        if under:
            self.under.setText(under)
        self.setAccessibleName(f"{self.name.text()}: {number}, {self.under.text()}")


def _columns() -> tuple[Column, ...]:
    titles = said.COLUMNS
    return (
        Column(titles[0], lambda line: said.week(line.on), width=120),
        Column(titles[1], lambda line: said.ROW_KINDS[line.kind], tone=_tag_tone, tag=True, width=150),
        Column(titles[2], lambda line: line.text),
        Column(titles[3], lambda line: line.phone, width=160),
        Column(titles[4], _state, tone=_state_tone, width=130),
    )


def _tag_tone(line: Line) -> str:
    return {"call": "son", "message": "cham"}.get(line.kind, "xam")


def _state(line: Line) -> str:
    return "" if line.kind != "call" else said.DONE if line.called else said.NOT_YET


def _state_tone(line: Line) -> str:
    return "" if line.kind != "call" else "sen" if line.called else "son"


class RatingsPage(KeyPage):
    """Alt+5."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._around, self.model = around, RatingsModel(around.desk)
        self.head, self.periods = PageHead(said.TITLE), QComboBox()
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.handed, self.answered = Figure(said.HANDED, said.HANDED_UNDER), Figure(said.ANSWERED, said.ANSWERED_UNDER)
        self.content, self.calls = Figure(said.CONTENT), Figure(said.CALLS)
        self.bars, self.ranges = Bars(), Ranges()
        self.how_n, self.how_note, self.at_desk = words("", "second", 10), words(""), words("", "second", 9.5)
        self.kind_note, self.reasons = words("", "second", 9.5), words("", "", 10)
        self.rows = RowsModel(_columns())
        self.table = rows_table(self.rows, said.WORDS_TITLE, two_lines=False)
        self.words_note = words("", "second", 10.5)
        self.called = button(said.CALLED, "G", icon="phone")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.periods.setAccessibleName(said.PERIOD)
        self.periods.setMinimumWidth(px(230))
        self.periods.addItems([said.period(name) for name in self.model.periods])
        places = self.head.layout()
        if isinstance(places, QHBoxLayout):
            places.insertWidget(2, self.periods)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        figures, middle = QHBoxLayout(), QHBoxLayout()
        for row in (figures, middle):
            row.setSpacing(12)
            column.addLayout(row)
        for figure in (self.handed, self.answered, self.content, self.calls):
            figures.addWidget(figure, 1)
        middle.addWidget(self._how_card(), 3)
        middle.addWidget(self._kind_card(), 5)
        column.addLayout(self._words_head())
        column.addWidget(self.table, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        self.table.setMinimumHeight(px(150))
        outer.addWidget(Scrolled(body), 1)

    def _how_card(self) -> Card:
        card, row = Card(), QHBoxLayout()
        self.how_n.setWordWrap(False)
        row.addWidget(words(said.HOW, bold=True), 1)
        row.addWidget(self.how_n)
        card.body.addLayout(row)
        for widget in (self.bars, self.how_note):
            card.body.addWidget(widget)
        card.body.addStretch(1)
        card.body.addWidget(self.at_desk)
        return card

    def _kind_card(self) -> Card:
        card, row = Card(), QHBoxLayout()
        note = words(said.BY_KIND_NOTE, "second", 10)
        note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words(said.BY_KIND, bold=True))
        row.addWidget(note, 1)
        card.body.addLayout(row)
        for widget in (self.ranges, self.kind_note):
            card.body.addWidget(widget)
        card.body.addStretch(1)
        card.body.addWidget(self.reasons)
        return card

    def _words_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.called.setProperty("small", True)
        row.addWidget(block_title(said.WORDS_TITLE))
        row.addWidget(self.words_note, 1)
        row.addWidget(self.called)
        return row

    def _connect(self) -> None:
        self.periods.activated.connect(lambda _: self.refresh())
        self.called.clicked.connect(self._mark_called)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self.table.installEventFilter(self)

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """Nothing to choose beforehand."""

    def refresh(self) -> None:
        """Read the chosen period again."""
        shown = self.model.choose(self.model.periods[self.periods.currentIndex()])
        done, left = self.model.calls()
        self.handed.put(amount(shown.handed))
        self.answered.put(amount(shown.answers.n))
        self.content.put(*self.model.content())
        self.calls.put(amount(done + left), said.calls(done, left))
        self.bars.put(self.model.bars())
        self.how_n.setText(said.n_of(shown.answers.n))
        few = said.few(shown.answers.n) if shown.answers.n else said.none_yet(shown.handed, shown.period.first)
        self.how_note.setText("" if shown.enough else few)
        self.how_note.setVisible(not shown.enough)
        self.at_desk.setText(said.at_desk(shown.at_desk))
        self.ranges.put(self.model.groups())
        self.kind_note.setText(self.model.kind_note())
        self.reasons.setText(said.reasons(shown.reasons) if shown.enough else "")
        self.words_note.setText(said.words_note(len(shown.comments), len(shown.notes)))
        self.rows.put(self.model.lines())
        self.table.selectRow(0)
        self._choose()
        self.table.setFocus()

    def act(self, action_id: str) -> bool:
        """G."""
        if action_id != "called-back":
            return False
        self._mark_called()
        return True

    def may_leave(self) -> bool:
        """Nothing is typed here."""
        return True

    # ---- calling back

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """G in the table is the key of the button, not a letter to search for."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_G and not event.modifiers():
            self.called.click()
            return True
        return super().eventFilter(watched, event)

    def _chosen(self) -> Line | None:
        line = self.rows.row(self.table.currentIndex())
        return line if isinstance(line, Line) else None

    def _choose(self) -> None:
        line = self._chosen()
        self.called.setEnabled(line is not None and line.waits)

    def _mark_called(self) -> None:
        line = self._chosen()
        if line is None or not line.waits:
            return
        try:
            self.model.called(line)
        except Trouble as trouble:
            self._around.asker.tell(said.CALLED, sentence_of(trouble))
            return
        self.refresh()
        self._around.say(said.CALLED_SAID)
        self._around.changed()
