"""Cards of what letters say and ask: how they are numbered, what each hamlet is called, which questions are put."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from common.words import letter_settings as said
from common.words import settings_page as page_words
from desk_app.services.hamlets import HamletDesk
from desk_app.services.number_signs import NumberSigns
from desk_app.services.question_sets import QuestionDesk
from desk_app.services.seat import ACTS_OF
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.key_page import field
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.settings.keyed import KeyedCard
from desk_app.ui.theme.look import face
from desk_app.ui.told import sentence_of


class _ActingCard(KeyedCard):
    """Does its acts itself: kept at once, said in the status line, a trouble told."""

    def __init__(self, around: Around, title: str, key: str) -> None:
        super().__init__(title, key)
        self._around = around

    @property
    def _may(self) -> bool:
        return "settings" in ACTS_OF[self._around.desk.seat.role]

    def _try(self, act: Callable[[], str]) -> None:
        try:
            told = act()
        except Trouble as trouble:
            self._around.asker.tell(page_words.TROUBLE, sentence_of(trouble))
            self.put()
            return
        self.put()
        self._around.say(told)

    def put(self) -> None:
        """Show what is in force."""


class NumberCard(_ActingCard):
    """Whether letters have numbers, whether cards do, and the sign of each kind."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, said.NUMBERS, page_words.KEYS["numbers"])
        self._signs = NumberSigns(around.desk.seat)
        self.used, self.cards = QCheckBox(said.USED), QCheckBox(said.CARDS)
        self.kind, self.sign = QComboBox(), field(said.SIGN)
        for kind, word in said.KINDS.items():
            self.kind.addItem(word, kind)
        self.keep = button(said.KEEP_SIGN, "Ctrl+Shift+I")
        self.body.addWidget(words(said.NUMBERS_TEXT, "second", 10))
        for tick in (self.used, self.cards):
            tick.setFont(face(11.25))
        for each in (self.used, words(said.USED_OFF, "second", 10), self.cards):
            self.body.addWidget(each)
        self.body.addLayout(_pair(Labelled(said.KIND, self.kind), Labelled(said.SIGN, self.sign, said.SIGN_HINT)))
        self.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignRight)
        self.kind.currentIndexChanged.connect(lambda index: self._show_sign())
        self.used.clicked.connect(lambda on: self._try(lambda: self._use(on)))
        self.cards.clicked.connect(lambda on: self._try(lambda: self._use_on_cards(on)))
        self.keep.clicked.connect(lambda: self._try(self._keep_sign))

    def doors(self) -> tuple[QWidget, ...]:
        """The switch first."""
        return (self.used,)

    def put(self) -> None:
        """Show what is in force."""
        kept = self._signs.all()
        self.used.setChecked(kept.used)
        self.cards.setChecked(kept.cards)
        self._show_sign()
        self.used.setEnabled(self._may)
        for widget in (self.cards, self.kind, self.sign, self.keep):
            widget.setEnabled(self._may and kept.used)

    def _show_sign(self) -> None:
        self.sign.setText(self._signs.all().sign(str(self.kind.currentData())))

    def _use(self, on: bool) -> str:
        self._signs.use(on)
        return said.used(on)

    def _use_on_cards(self, on: bool) -> str:
        self._signs.use_on_cards(on)
        return said.cards(on)

    def _keep_sign(self) -> str:
        kind = str(self.kind.currentData())
        self._signs.put_sign(kind, self.sign.text())
        return said.sign_kept(kind, self._signs.all().sign(kind))


class QuestionCard(_ActingCard):
    """Which questions are asked at the desk: on the screen turned to citizens, on slips, where answers are typed."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, said.QUESTIONS, page_words.KEYS["questions"])
        self._questions = QuestionDesk(around.desk.seat)
        self.set, self.levels = QComboBox(), words("", "second", 10)
        self._ids: tuple[str, ...] = ()
        self.body.addWidget(Labelled(said.SET, self.set))
        self.body.addWidget(self.levels)
        self.body.addWidget(words(said.QUESTIONS_TEXT, "second", 10))
        self.set.activated.connect(lambda place: self._try(lambda: self._use(self._ids[place])))

    def doors(self) -> tuple[QWidget, ...]:
        """The set."""
        return (self.set,)

    def put(self) -> None:
        """Show what is in force."""
        sets, in_force = self._questions.sets(), self._questions.in_force()
        if self._ids != sets.ids:
            self._ids = sets.ids
            self.set.clear()
            self.set.addItems([said.set_name(sets.newest(id)) for id in self._ids])
        self.set.setCurrentIndex(self._ids.index(in_force.id))
        self.levels.setText(said.set_levels(in_force))
        self.set.setEnabled(self._may)

    def _use(self, id: str) -> str:
        self._questions.use(id)
        return said.set_used(self._questions.in_force())


class HamletCard(_ActingCard):
    """A hamlet as registrations name it, and its word."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, said.HAMLETS, page_words.KEYS["hamlets"])
        self._hamlets = HamletDesk(around.desk.seat)
        self._words: dict[str, str] = {}
        self.told, self.list = words("", "second", 10), words("", points=10.5)
        self.list.setTextFormat(Qt.TextFormat.PlainText)
        self.hamlet, self.word = _typed(), _typed()
        self.word.addItems(("", *page_words.COMMUNITIES))
        self.keep = button(said.KEEP_WORD, "Ctrl+Shift+P")
        for told in (self.told, self.list):
            self.body.addWidget(told)
        pair = (Labelled(said.HAMLET, self.hamlet, said.HAMLET_HINT), Labelled(said.WORD, self.word, said.WORD_HINT))
        self.body.addLayout(_pair(*pair))
        self.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignRight)
        self.hamlet.currentTextChanged.connect(self._show_word)
        self.keep.clicked.connect(lambda: self._try(self._keep))

    def doors(self) -> tuple[QWidget, ...]:
        """The hamlet first."""
        return (self.hamlet,)

    def put(self) -> None:
        """Show the words in force, offer the hamlets of the register."""
        rows = self._hamlets.all()
        self._words = {row.hamlet: row.word for row in rows}
        self.told.setText(said.HAMLETS_TEXT.format(word=self._around.desk.settings.all().community))
        self.list.setText(said.listed([(row.hamlet, row.word) for row in rows if row.word]))
        self.hamlet.blockSignals(True)
        while self.hamlet.count():
            self.hamlet.removeItem(0)
        self.hamlet.addItems([row.hamlet for row in rows])
        self.hamlet.setCurrentText("")
        self.hamlet.blockSignals(False)
        self.word.setCurrentText("")
        for widget in (self.hamlet, self.word, self.keep):
            widget.setEnabled(self._may)

    def _show_word(self, typed: str) -> None:
        if typed in self._words:
            self.word.setCurrentText(self._words[typed])

    def _keep(self) -> str:
        hamlet, word = self.hamlet.currentText().strip(), self.word.currentText().strip()
        self._hamlets.put(hamlet, word)
        return said.word_kept(hamlet, word)


def _pair(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for each in (first, second):
        held = QVBoxLayout()
        held.addWidget(each)
        held.addStretch(1)
        row.addLayout(held, 1)
    return row


def _typed() -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(10)
    return made
