"""The first run as one window: steps at the left, one step in the middle, the paper at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from common.words import first_run as said
from desk_app.services.setup import FirstRun as Made
from desk_app.ui.ask import Asker
from desk_app.ui.first_run.model import Door, FirstRunModel
from desk_app.ui.first_run.papers import Letterhead, RescueSheet
from desk_app.ui.first_run.steps import CommuneStep, DoneStep, SheetStep, SignerStep, StepView, UserStep
from desk_app.ui.jobs import Jobs
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.parts.step_list import StepList
from desk_app.ui.theme.icons import ornament
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.told import sentence_of

_USER, _SHEET, _DONE = 2, 3, 4


class FirstRun(KeyPage):
    """`made` carries the folder of the new register when the clerk begins to work."""

    made = Signal(object)

    def __init__(self, door: Door, asker: Asker, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._asker, self._jobs = asker, jobs
        self.model = FirstRunModel(door)
        self.steps, self.context = StepList(said.STEPS), words("", "second", 10.5)
        self.commune, self.signer = CommuneStep(self.model), SignerStep(self.model)
        self.user, self.sheet, self.done = UserStep(self.model), SheetStep(self.model), DoneStep(self.model)
        self.views: tuple[StepView, ...] = (self.commune, self.signer, self.user, self.sheet, self.done)
        self.letterhead, self.rescue = Letterhead(), RescueSheet()
        self.trouble, self.stack, self.papers = Banner("son", "", ""), QStackedLayout(), QStackedWidget()
        self.back, self.next = button(said.BACK, "Alt+←"), button(said.NEXT[0], "Enter", primary=True)
        self.why = words("", "second", 10.5)
        self._at = 0
        self._lay_out()
        for view in self.views:
            view.changed.connect(self._changed)
        self.sheet.covered.connect(self.rescue.cover)
        self.back.clicked.connect(lambda: self._stand(self._at - 1))
        self.next.clicked.connect(self._go_on)
        self._stand(0)

    # ---- layout

    def _lay_out(self) -> None:
        card = Card()
        self.trouble.hide()
        card.body.addWidget(self.trouble)
        for view in self.views:
            self.stack.addWidget(Scrolled(view))
        card.body.addLayout(self.stack, 1)
        self.papers.addWidget(_paper(said.LETTERHEAD, self.letterhead, said.LETTERHEAD_TEXT))
        self.papers.addWidget(_paper(said.SHEET_HEAD, self.rescue, said.SHEET_ONCE))
        self.papers.setFixedWidth(px(384))
        row = QHBoxLayout()
        row.setContentsMargins(24, 18, 24, 18)
        row.setSpacing(16)
        row.addWidget(self.steps)
        row.addWidget(card, 1)
        row.addWidget(self.papers)
        self.why.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addLayout(row, 1)
        foot = Foot((), (self.back, self.next))
        places = foot.layout()
        if isinstance(places, QHBoxLayout):
            places.insertWidget(1, self.why)
        column.addWidget(foot)

    def _head(self) -> QFrame:
        head, mark, title = QFrame(), QLabel(), QLabel(said.TITLE)
        head.setObjectName("pageHead")
        head.setFixedHeight(px(64))
        mark.setPixmap(ornament("dau-hieu", px(32), self.devicePixelRatioF()))
        title.setFont(face(16, SEMIBOLD))
        self.context.setWordWrap(False)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(14)
        for widget in (mark, title, self.context):
            row.addWidget(widget)
        row.addStretch(1)
        return head

    # ---- what happens

    def may_leave(self) -> bool:
        """Asks while the rescue sheet is shown and not yet proved."""
        if self._at != _SHEET or self.model.proved(self.sheet.typed()):
            return True
        return self._asker.ask(said.LEAVE_TITLE, said.LEAVE_TEXT, (said.LEAVE_GO, said.LEAVE_STAY)) == 0

    def _stand(self, at: int) -> None:
        self._at = at
        self.trouble.hide()
        self.steps.stand(at)
        self.context.setText(said.CONTEXT[at])
        self.stack.setCurrentIndex(at)
        self.papers.setCurrentIndex(1 if at == _SHEET else 0)
        self.back.setVisible(0 < at <= _USER)
        self.next.set_words(said.NEXT[at])
        self._changed()
        self.views[at].first().setFocus()

    def _changed(self) -> None:
        model = self.model
        self.letterhead.put(model.commune, model.leader, model.title if model.leader else "")
        self.views[self._at].mend(model.lacks(self._at))
        why = ""
        if self._at == 0 and model.commune is None:
            why = said.COMMUNE_FIRST
        elif self._at == _SHEET and not model.proved(self.sheet.typed()):
            why = said.SHEET_FIRST
        self.next.setEnabled(not why and not self._jobs.busy)
        self.why.setText(why)

    def _go_on(self) -> None:
        lacks = self.model.lacks(self._at)
        self.views[self._at].say(lacks)
        if lacks:
            return
        if self._at == _USER:
            self.next.setEnabled(False)
            self._jobs.start(lambda step: self.model.set_up(), self._on_made, self._on_failed, said.MAKING)
        elif self._at == _DONE:
            self.made.emit(self.model.door.folder)
        else:
            self._stand(self._at + 1)
            self.done.put()

    def _on_made(self, made: Made) -> None:
        self.model.made = made
        self.model.password = self.model.again = ""
        self.rescue.put(made.unit.full_name, self.model.groups, self.model.door.today)
        self._stand(_SHEET)

    def _on_failed(self, error: Exception) -> None:
        self.trouble.say("son", said.TROUBLE, sentence_of(error))
        self.trouble.show()
        self._changed()


def _paper(title: str, paper: QWidget, text: str) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    column.addWidget(block_title(title))
    column.addWidget(paper, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(words(text, "second", 10.5))
    column.addStretch(1)
    return side
