"""Taking a register back as one page: steps at the left, one of them in the middle, what may follow in the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout

from common.words import take_back as said
from desk_app.services.taking_back import Done, Prospect
from desk_app.ui.actions import ACTIONS, BY_ID
from desk_app.ui.ask import Asker
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
from desk_app.ui.shell.guide import show_guide
from desk_app.ui.shell.key_card import KeyCard
from desk_app.ui.take_back.choose import ChooseStep
from desk_app.ui.take_back.leaf import Leaf
from desk_app.ui.take_back.model import CHOOSE, DONE, LOOK, PROVE, TakeBackModel, Ways
from desk_app.ui.take_back.prove import ProveStep
from desk_app.ui.take_back.results import DoneStep, LookStep
from desk_app.ui.theme.icons import ornament
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.told import sentence_of

_NARROW = 960
"""Below this width, in px at 100 %, the list of steps gives its room to the step."""
_EVERYWHERE = ("keys-card", "back", "next-part")


class TakeBack(KeyPage):
    """`left`: back to where one came from, nothing was changed. `made` carries what is in use now."""

    left = Signal()
    made = Signal(object)

    def __init__(self, ways: Ways, asker: Asker, jobs: Jobs, trial: bool = False) -> None:
        super().__init__()
        self.setObjectName("page")
        self._asker, self._jobs, self._at = asker, jobs, CHOOSE
        self.model = TakeBackModel(ways, trial)
        self.choose, self.prove = ChooseStep(), ProveStep(ways.doorstep)
        self.look, self.done = LookStep(), DoneStep()
        self.leaves: tuple[Leaf, ...] = (self.choose, self.prove, self.look, self.done)
        self.steps, self.stack = StepList(said.STEPS), QStackedLayout()
        self.title, self.context = QLabel(), ElidedLabel()
        self.trouble = Banner("son", "", "")
        self.keys = button(said.KEYS, BY_ID["keys-card"].shown_key, icon="keyboard")
        self.keys.set_kind("neutral")
        self.leave = quiet_button(said.LEAVE, BY_ID["back"].shown_key)
        self.back = button(said.BACK, BY_ID["take-back-step-back"].shown_key)
        self.next = button(said.NEXT[CHOOSE], BY_ID["take-back-on"].shown_key, primary=True)
        self.take = button(said.NEXT[LOOK], BY_ID["take-back-now"].shown_key)
        self._lay_out()
        self._connect()
        self.choose.put(self.model.rows())
        self._put_trial()
        self._stand(CHOOSE)

    @property
    def busy(self) -> bool:
        """Whether something is being opened or put in place."""
        return self._jobs.busy

    # ---- layout

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self.trouble)
        self._bodies = tuple(Scrolled(leaf) for leaf in self.leaves)
        for body in self._bodies:
            self.stack.addWidget(body)
        card.body.addLayout(self.stack, 1)
        row = QHBoxLayout()
        row.setContentsMargins(px(20), px(14), px(20), px(14))
        row.setSpacing(px(16))
        row.addWidget(self.steps)
        row.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addLayout(row, 1)
        column.addWidget(Foot((self.leave,), (self.back, self.take, self.next)))

    def _head(self) -> Strip:
        head, mark = Strip("page-head"), QLabel()
        head.setObjectName("pageHead")
        mark.setPixmap(ornament("dau-hieu", px(32), self.devicePixelRatioF()))
        self.title.setFont(face(16, SEMIBOLD))
        self.context.setFont(face(10.5))
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(14)
        row.addWidget(mark)
        row.addWidget(self.title)
        row.addWidget(self.context, 1)
        row.addWidget(self.keys)
        return head

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down move the step where it is taller than the screen; F1 opens the guide."""
        if event.key() == Qt.Key.Key_F1 and not event.modifiers():
            show_guide(None, self, "take-back")
            return
        moves = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        bar = self._bodies[self._at].verticalScrollBar()
        if event.key() in moves:
            bar.setValue(bar.value() + moves[Qt.Key(event.key())] * bar.pageStep())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window gives its room to the step."""
        super().resizeEvent(event)
        self.steps.setVisible(event.size().width() >= px(_NARROW))

    def showEvent(self, event: QShowEvent) -> None:
        """Keys work at once: a page that was put into another window has lost its focus."""
        super().showEvent(event)
        self._focus()

    # ---- steps

    def _connect(self) -> None:
        self.choose.elsewhere.clicked.connect(self._look_elsewhere)
        self.choose.trial.clicked.connect(self._turn_trial)
        self.choose.done.connect(self._go_on)
        self.prove.other.clicked.connect(self._turn_code)
        self.leave.clicked.connect(self._leave)
        self.back.clicked.connect(lambda: self._stand(self._at - 1))
        self.next.clicked.connect(self._go_on)
        self.take.clicked.connect(self._take)
        self.keys.clicked.connect(self._show_keys)
        # A method, not a lambda: it is let go with the page, and the program's jobs live on.
        self._jobs.busy_changed.connect(self._on_busy)

    def _stand(self, at: int) -> None:
        self._at = at
        self.trouble.hide()
        if at < LOOK:
            self.model.forget()
            self.prove.empty()
            self.prove.ask_for(self.model.by_code, self.model.trial)
        self.steps.stand(at)
        self.context.setText(said.UNTOUCHED if at < DONE or self.model.trial else "")
        self.stack.setCurrentIndex(at)
        self._bodies[at].to_top()
        self.back.setVisible(at in (PROVE, LOOK))
        self.leave.setVisible(at < DONE)
        self.take.setVisible(at == LOOK and self.model.may_take)
        self.next.setVisible(at != LOOK or self.model.trial)
        self.next.set_words(said.TRIAL_END if at == LOOK else said.NEXT[at])
        self._on_busy(self._jobs.busy)
        self._focus()

    def _focus(self) -> None:
        # Before the register is changed Enter must mean going back; at the ends it means going on.
        last = {LOOK: self.next if self.model.trial else self.back, DONE: self.next}
        (last.get(self._at) or self.leaves[self._at].first()).setFocus()

    def _on_busy(self, busy: bool) -> None:
        self.next.setEnabled(not busy and (self._at != CHOOSE or bool(self.choose.rows.rows)))
        for each in (self.take, self.back, self.leave):
            each.setEnabled(not busy)

    def _go_on(self) -> None:
        acts = (self._choose, self._open, self._end, self._leave)
        if not self.busy:
            acts[self._at]()

    def _leave(self) -> None:
        self.model.forget()
        if self.model.done:
            self.made.emit(self.model.done)
        else:
            self.left.emit()

    # ---- 1

    def _choose(self) -> None:
        copy = self.choose.chosen()
        if copy:
            self.model.choose(copy)
            self._stand(PROVE)

    def _look_elsewhere(self) -> None:
        folder = self._asker.choose_folder(said.WHERE)
        if folder is None:
            return
        found = self.model.search_in(folder)
        self.choose.put(self.model.rows(), None if found else self.choose.chosen())
        self._stand(CHOOSE)
        if not found:
            self._tell("hoe", said.elsewhere_empty(folder.name or str(folder)))

    def _turn_trial(self) -> None:
        self.model.trial = not self.model.trial
        self._put_trial()

    def _put_trial(self) -> None:
        self.choose.put_trial(self.model.trial)
        self.title.setText(said.TRIAL_TITLE if self.model.trial else said.TITLE)
        self.setAccessibleName(self.title.text())

    # ---- 2

    def _turn_code(self) -> None:
        self.model.by_code = not self.model.by_code
        self._stand(PROVE)

    def _open(self) -> None:
        typed = self.prove.typed()
        lacks = self.model.lacks(typed)
        self.prove.say(lacks)
        if lacks:
            return
        self.model.take_key(typed)
        self.trouble.hide()
        self._jobs.start(self.model.look, self._looked, self._not_opened, said.LOOKING)

    def _not_opened(self, error: Exception) -> None:
        wrong = self.model.refused(error)
        self.prove.ask_for(self.model.by_code, self.model.trial)
        self.prove.clear()
        self.prove.say(wrong)
        if not wrong:
            self._tell("son", sentence_of(error))
            self._focus()

    # ---- 3

    def _looked(self, prospect: Prospect) -> None:
        self.model.saw(prospect)
        self.prove.empty()
        self.look.put(prospect, self.model)
        self._stand(LOOK)
        if refusal := self.model.refusal():
            self._tell("hoe", refusal)

    def _take(self) -> None:
        self.trouble.hide()
        self._jobs.start(self.model.take, self._taken, self._not_taken, said.TAKING)

    def _not_taken(self, error: Exception) -> None:
        self._stand(LOOK)
        self._tell("son", sentence_of(error))
        if getattr(error, "code", "") == "swap-unfinished":
            self._half_way()

    def _half_way(self) -> None:
        """Neither register may be promised to be untouched; the door carries the exchange on."""
        self.context.setText("")
        for each in (self.take, self.back):
            each.hide()
        self.leave.set_words(said.NEXT[DONE])
        self.leave.setFocus()

    # ---- 4

    def _taken(self, done: Done) -> None:
        self.model.done = done
        self._end()

    def _end(self) -> None:
        self.model.ended()
        self.model.forget()
        self.done.put(self.model)
        self._stand(DONE)

    # ---- what is told

    def _tell(self, tone: str, text: str) -> None:
        self.trouble.say(tone, said.TROUBLE if tone == "son" else "", text)
        self.trouble.show()

    def _show_keys(self) -> None:
        here = [action.id for action in ACTIONS if action.page == "take-back"]
        card = KeyCard((*here, *_EVERYWHERE), self, "take-back")
        card.setModal(True)
        card.finished.connect(card.deleteLater)
        card.show()
