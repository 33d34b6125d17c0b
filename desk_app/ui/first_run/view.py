"""The first run as one window: steps at the left, one step in the middle, the paper at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedLayout, QVBoxLayout

from common.words import first_run as said
from desk_app.services.setup import FirstRun as Made
from desk_app.ui.ask import Asker
from desk_app.ui.first_run.acts import Acts
from desk_app.ui.first_run.commune import CommuneStep
from desk_app.ui.first_run.done import DoneStep
from desk_app.ui.first_run.keys import KeysStep
from desk_app.ui.first_run.model import Door, FirstRunModel
from desk_app.ui.first_run.papers import Papers, Shown
from desk_app.ui.first_run.people import SignerStep, UserStep
from desk_app.ui.first_run.step import StepView
from desk_app.ui.jobs import Jobs
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import ElidedLabel
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.parts.step_list import StepList
from desk_app.ui.parts.strip import Strip
from desk_app.ui.printing.printer import Printery
from desk_app.ui.theme.icons import ornament
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.told import sentence_of

_USER, _KEYS, _DONE = 2, 3, 4
NARROW = 1190
"""Below this width, in px at 100 %, the paper stands under the step."""


class FirstRun(KeyPage):
    """`made` carries the folder of the new register when the clerk begins to work; `practice_asked` the code of the
    commune in which somebody wants to look around first; `take_back_asked`: there is a copy from another machine."""

    made = Signal(object)
    practice_asked = Signal(str)
    take_back_asked = Signal()

    def __init__(self, door: Door, asker: Asker, jobs: Jobs, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._asker, self._jobs = asker, jobs
        self.model = FirstRunModel(door)
        self.steps, self.context = StepList(said.STEPS), ElidedLabel()
        self.commune, self.signer = CommuneStep(self.model), SignerStep(self.model)
        self.user, self.keys, self.done = UserStep(self.model), KeysStep(self.model), DoneStep(self.model)
        self.views: tuple[StepView, ...] = (self.commune, self.signer, self.user, self.keys, self.done)
        self.papers, self.trouble, self.stack = Papers(), Banner("son", "", ""), QStackedLayout()
        self.help = button(said.HELP, "F1", icon="info-circle")
        self.help.set_kind("neutral")
        self.back, self.next = button(said.BACK, "Alt+←"), button(said.NEXT[0], "Enter", primary=True)
        self.play, self.play_note = quiet_button(said.PLAY, "F8"), ElidedLabel(said.PLAY_TEXT)
        self.why, self.take_back = ElidedLabel(), quiet_button(said.TAKE_BACK, "F6")
        self.acts = Acts(self.model, self.keys, self.done, asker, jobs, printery)
        self._at = 0
        self._lay_out()
        self._connect()
        self._stand(0)

    # ---- layout

    def _lay_out(self) -> None:
        card = Card()
        self.trouble.hide()
        card.body.addWidget(self.trouble)
        self._bodies = tuple(Scrolled(view) for view in self.views)
        for body in self._bodies:
            self.stack.addWidget(body)
        card.body.addLayout(self.stack, 1)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(24, 18, 24, 18)
        self._row.setSpacing(16)
        self._row.addWidget(self.steps)
        self._row.addWidget(card, 1)
        self._row.addWidget(self.papers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addLayout(self._row, 1)
        column.addWidget(self._foot())

    def _head(self) -> Strip:
        head, mark, title = Strip("door-head"), QLabel(), QLabel(said.TITLE)
        head.setObjectName("pageHead")
        mark.setPixmap(ornament("dau-hieu", px(32), self.devicePixelRatioF()))
        title.setFont(face(16, SEMIBOLD))
        self.context.setFont(face(10.5))
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(14)
        for widget in (mark, title):
            row.addWidget(widget)
        row.addWidget(self.context, 1)
        for each in (self.take_back, self.help):
            row.addWidget(each)
        return head

    def _foot(self) -> Foot:
        for note in (self.play_note, self.why):
            note.setFont(face(10.5))
        return Foot((self.play, self.play_note), (self.why, self.back, self.next))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down move the step where it is taller than the screen."""
        moves = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        bar = self._scrolled().verticalScrollBar()
        if event.key() in moves:
            bar.setValue(bar.value() + moves[Qt.Key(event.key())] * bar.pageStep())
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Type at once: a page that was put into another window has lost its focus."""
        super().showEvent(event)
        self.views[self._at].first().setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper goes where there is room for it."""
        super().resizeEvent(event)
        self._place_papers()

    def _place_papers(self) -> None:
        if self.width() >= px(NARROW):
            self._row.addWidget(self.papers)
        else:
            self.views[self._at].hold(self.papers)
        self.papers.show()

    def _scrolled(self) -> QScrollArea:
        return self._bodies[self._at]

    def _cover(self, covered: bool) -> None:
        self.papers.rescue.cover(covered)
        if not covered:
            self._scrolled().ensureWidgetVisible(self.papers.rescue)

    # ---- steps

    def may_leave(self) -> bool:
        """Asks where something typed would be lost, and while the rescue sheet is not yet proved."""
        if self._at < _KEYS:
            told = (said.STOP_TITLE, said.STOP_TEXT, (said.STOP_GO, said.STOP_STAY))
            return not self.model.typed_anything() or self._asker.ask(*told) == 0
        if self._proved():
            return True
        return self._asker.ask(said.LEAVE_TITLE, said.LEAVE_TEXT, (said.LEAVE_GO, said.LEAVE_STAY)) == 0

    def leave(self) -> None:
        """Give the register back; the window closes."""
        self.model.close()

    def _connect(self) -> None:
        for view in self.views:
            view.changed.connect(self._changed)
        self.keys.sheet.covered.connect(self._cover)
        self.back.clicked.connect(lambda: self._stand(self._at - 1))
        self.next.clicked.connect(self._go_on)
        self.play.clicked.connect(self._play)
        self.take_back.clicked.connect(self.take_back_asked)
        self.help.clicked.connect(lambda: self._asker.tell(said.STEPS[self._at][0], said.HELP_TEXT[self._at]))
        # A method, not a lambda: it is let go with the page, and the program's jobs live on.
        self._jobs.busy_changed.connect(self._on_busy)

    def _stand(self, at: int) -> None:
        self._at = at
        self.trouble.hide()
        self.steps.stand(at)
        self.context.setText(said.CONTEXT[at])
        self.stack.setCurrentIndex(at)
        self.papers.turn(sheet=at == _KEYS)
        self._place_papers()
        self.back.setVisible(at in (1, _USER, _DONE))
        self.next.set_words(said.NEXT[at])
        self._changed()
        self.views[at].first().setFocus()

    def _play(self) -> None:
        if self.model.commune:
            self.practice_asked.emit(self.model.commune.code)

    def _on_busy(self, busy: bool) -> None:
        self._changed()

    def _proved(self) -> bool:
        return self.keys.sheet.proof.proved()

    def _changed(self) -> None:
        model = self.model
        parent = model.commune.parent if model.commune else ""
        self.papers.letterhead.put(Shown(parent, model.name, model.place, model.leader.strip(), model.title))
        self.views[self._at].mend(model.lacks(self._at))
        why = ""
        if self._at == 0 and model.commune is None:
            why = said.COMMUNE_FIRST
        elif self._at == _KEYS and not self._proved():
            why = said.SHEET_FIRST
        self.take_back.setVisible(self._at == 0)
        for widget in (self.play, self.play_note):
            widget.setVisible(self._at == 0 and model.commune is not None)
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
        elif self._at == _KEYS:
            self._go_to_done()
        elif self._at == _DONE:
            self.model.close()
            self.made.emit(self.model.door.folder)
        else:
            self._stand(self._at + 1)

    def _go_to_done(self) -> None:
        try:
            self.model.rescue().proved()
        except Exception as error:
            self._on_failed(error)
            return
        self.done.put()
        self._stand(_DONE)

    def _on_made(self, made: Made) -> None:
        self.model.password = self.model.again = ""
        for typed in (self.user.password, self.user.again):
            typed.clear()
        self.model.proof.code = made.recovery_code
        self.papers.rescue.put(self.model.name, self.model.proof.groups, self.model.door.today)
        self.keys.put()
        self._stand(_KEYS)

    def _on_failed(self, error: Exception) -> None:
        self.trouble.say("son", said.NOT_DONE if self.model.made else said.TROUBLE, sentence_of(error))
        self.trouble.show()
        self._changed()
