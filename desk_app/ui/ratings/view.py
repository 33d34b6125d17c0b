"""The page Góp ý: four figures, how people answered, what they wrote, who waits for a call."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from common.words import ratings_page as said
from common.words.reports import amount
from desk_app.services.trouble import Trouble
from desk_app.ui.actions import BY_ID
from desk_app.ui.page import Around
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.parts.page_head import ElidedLabel, PageHead
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.ratings.at_desk import AtDeskPanel
from desk_app.ui.ratings.beside import Beside
from desk_app.ui.ratings.charts import Bars, kinds_ranges
from desk_app.ui.ratings.figures import Figure, Figures, headed
from desk_app.ui.ratings.further import Further
from desk_app.ui.ratings.model import RatingsModel
from desk_app.ui.ratings.paper import print_voices
from desk_app.ui.ratings.spoken import Spoken
from desk_app.ui.ratings.take import TakeAnswers
from desk_app.ui.theme.icons import ornament
from desk_app.ui.theme.look import face, px
from desk_app.ui.told import sentence_of

_NARROW = 780
"""px of this page under which figures stand in two lines and charts under each other."""
_SEARCH_LEAST, _SEARCH_MOST, _PERIODS = 96, 330, 247


class RatingsPage(KeyPage):
    """Alt+5."""

    actions = frozenset({"called-back", "voices-paper", "take-task", "take-answer", "next-period", "all-voices"})  # type: ignore[assignment]

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._arriving = False
        self._around, self.model = around, RatingsModel(around.desk)
        self.head, self.periods = PageHead(said.TITLE), QComboBox()
        self.handed, self.answered = Figure(said.HANDED, said.HANDED_UNDER), Figure(said.ANSWERED, said.ANSWERED_UNDER)
        self.content, self.calls = Figure(said.CONTENT), Figure(said.CALLS)
        self.figures = Figures((self.handed, self.answered, self.content, self.calls))
        self.bars, self.ranges, self.spoken = Bars(), kinds_ranges(), Spoken()
        self.own, self.beside = AtDeskPanel(around), Beside()
        self.how_n, self.how_note, self.at_desk = (
            words("", "second", 10),
            words("", points=10.5),
            words("", "second", 9.5),
        )
        self.kind_note, self.reasons = words("", "second", 9.5), words("", "", 10)
        self.empty, self.charts, self.told = Card(), QWidget(), QWidget()
        self.none_title, self.none_text = words("", points=13, bold=True), words("", "second", 10.5)
        self.none_desk = words("", "second", 10.5)
        self.words_title, self.words_note = block_title(said.WORDS_TITLE), ElidedLabel()
        self.called = button(said.CALLED, BY_ID["called-back"].shown_key, icon="phone")
        self.further = Further()
        self.task, self.surveys = self.further.task, self.further.surveys
        self.take = button(BY_ID["take-answer"].words, BY_ID["take-answer"].shown_key, icon="plus")
        self._lay_out()
        self._connect()

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """Nothing to choose beforehand; who arrives sees the figures first."""
        self._arriving = True

    def refresh(self) -> None:
        """Read the chosen period again."""
        period = self.model.periods[self.periods.currentIndex()]
        anew = self._arriving or period != self.model.period
        shown = self.model.choose(period)
        done, left = self.model.calls()
        self.handed.put(amount(shown.handed))
        self.answered.put(amount(shown.answers.n), said.answered_share(shown.answers.n, shown.handed))
        self.content.put(*self.model.content())
        self.calls.put(amount(done + left), said.calls(done, left), said.calls_left(left) if left else "")
        self._show_charts()
        self.own.put(self.model.period)
        self.beside.put(shown)
        lines = self.model.lines()
        self.words_note.setText(said.words_note(len(lines)) if lines else "")
        self.spoken.put(lines, anew)
        self._show_words(bool(lines), bool(lines or shown.answers.n or shown.waiting))
        self._choose()
        front = self.spoken.table if lines else self.take
        self.setFocusProxy(front)
        front.setFocus()
        if self._arriving:
            self._arriving = False
            self._scrolled.to_top()

    def act(self, action_id: str) -> bool:
        """G, N, Ctrl+Y, F6, F8."""
        acts: dict[str, Callable[[], None]] = {
            "called-back": self._mark_called,
            "take-task": self._take_on,
            "voices-paper": self._print,
            "take-answer": self._take_answers,
            "next-period": self._next_period,
            "all-voices": self.spoken.more.click,
        }
        if action_id not in acts:
            return False
        acts[action_id]()
        return True

    def may_leave(self) -> bool:
        """Nothing is typed here."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Small windows: two lines of figures, one chart under the other."""
        narrow = self.width() < px(_NARROW)
        self.figures.fit(narrow)
        self.beside.fit(narrow)
        self.spoken.fit(narrow)
        ways = QBoxLayout.Direction
        self._middle.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        super().resizeEvent(event)

    # ---- acts

    def _take_answers(self) -> None:
        dialog = TakeAnswers(self._around, self)
        dialog.kept.connect(self.refresh)
        dialog.open()

    def _next_period(self) -> None:
        self.periods.setCurrentIndex((self.periods.currentIndex() + 1) % self.periods.count())
        self.refresh()

    def _choose(self) -> None:
        line = self.spoken.line()
        self.called.setEnabled(line is not None and line.waits)
        self.task.setEnabled(line is not None and line.kind != "call" and not line.taken)

    def _mark_called(self) -> None:
        line = self.spoken.line()
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

    def _print(self) -> None:
        print_voices(self._around, self.model.period)

    def _take_on(self) -> None:
        line = self.spoken.line()
        if line is None or not self.task.isEnabled():
            return
        try:
            told = self.model.take_on(line)
        except Trouble as trouble:
            self._around.asker.tell(BY_ID["take-task"].words, sentence_of(trouble))
            return
        self.refresh()
        self._around.say(told)
        self._around.changed()

    def _show_words(self, lines: bool, anything: bool) -> None:
        """Without any answer the one thing to do stands beside the sentence that says so."""
        self.told.setVisible(anything)
        for widget in (self.words_title, self.words_note):
            widget.setVisible(anything)
        self.called.setVisible(lines)
        if anything:
            self._words_row.insertWidget(2, self.take)
        else:
            self._empty_row.addWidget(self.take)
        self.take.show()

    def _show_charts(self) -> None:
        shown = self.model.shown
        n = shown.answers.n or shown.waiting
        self.charts.setVisible(n > 0)
        self.empty.setVisible(n == 0)
        self.none_title.setText(said.none_yet(self.model.period))
        self.none_text.setText(said.handed_since(shown.handed, shown.period.first))
        for label in (self.at_desk, self.none_desk):
            label.setText(said.at_desk(shown.at_desk))
        self.bars.put(self.model.bars())
        self.bars.setVisible(shown.enough)
        self.how_n.setText(said.n_of(n))
        self.how_note.setText(self.model.how_note())
        self.how_note.setVisible(bool(self.how_note.text()))
        self.ranges.put(self.model.groups())
        self.kind_note.setText(self.model.kind_note())
        self.kind_note.setVisible(bool(self.kind_note.text()))
        self.reasons.setText(said.reasons(shown.reasons) if shown.enough else "")
        self.reasons.setVisible(bool(self.reasons.text()))

    # ---- making

    def _connect(self) -> None:
        self.head.sought.connect(lambda text: self._around.go("find", seek=text))
        self.periods.activated.connect(lambda _: self.refresh())
        self.called.clicked.connect(self._mark_called)
        self.take.clicked.connect(self._take_answers)
        self.spoken.chosen.connect(self._choose)
        self.spoken.called.connect(self.called.click)
        self.spoken.taken.connect(self.task.click)
        self.task.clicked.connect(self._take_on)
        self.further.paper.clicked.connect(self._print)
        self.further.gone.connect(lambda page: self._around.go(page))

    def _lay_out_head(self) -> None:
        self.periods.setAccessibleName(said.PERIOD)
        self.periods.setFixedWidth(px(_PERIODS))
        self.periods.setToolTip(said.PERIOD)
        self.head.search.setToolTip(self.head.search.placeholderText())
        self.periods.addItems(self.model.period_words)
        places = self.head.layout()
        if isinstance(places, QHBoxLayout):
            places.insertWidget(2, self.periods)
            places.insertWidget(3, KeyCap(BY_ID["next-period"].shown_key))
            # The search box gives way, so that the window can become narrow.
            self.head.search.setMinimumWidth(px(_SEARCH_LEAST))
            self.head.search.setMaximumWidth(px(_SEARCH_MOST))

    def _lay_out(self) -> None:
        self._lay_out_head()
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.charts)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(12)
        kind_n = words(said.BY_KIND_NOTE, "second", 10)
        self._middle.addWidget(headed(said.HOW, self.how_n, (self.bars, self.how_note), self.at_desk), 3)
        self._middle.addWidget(headed(said.BY_KIND, kind_n, (self.ranges, self.kind_note), self.reasons), 5)
        self._fill_empty()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(10)
        for widget in (self.figures, self.charts, self.empty):
            column.addWidget(widget)
        column.addLayout(self._words_head())
        inside = QVBoxLayout(self.told)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.spoken)
        column.addWidget(self.told)
        for widget in (self.beside, self.own, self.further):
            column.addWidget(widget)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        self._scrolled = Scrolled(body)
        outer.addWidget(self._scrolled, 1)

    def _fill_empty(self) -> None:
        bud = QLabel()
        bud.setPixmap(ornament("sen-nho", px(56), self.devicePixelRatioF()))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for label in (self.none_title, self.none_text, self.none_desk):
            lines.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(bud)
        row.addLayout(lines, 1)
        self.empty.body.addLayout(row)
        self._empty_row = row

    def _words_head(self) -> QHBoxLayout:
        row = self._words_row = QHBoxLayout()
        row.setSpacing(10)
        self.words_note.setFont(face(10.5))
        row.addWidget(self.words_title)
        row.addWidget(self.words_note, 1)
        for each in (self.take, self.called):
            each.setProperty("small", True)
            row.addWidget(each)
        return row
