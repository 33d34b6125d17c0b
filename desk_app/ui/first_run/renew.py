"""Another rescue sheet: the password, the new sheet printed and proved; only then is the old one void."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from common.words import first_run as sheet_words
from common.words import rescue as said
from desk_app.services.desk import Desk
from desk_app.services.papers import rescue_sheet
from desk_app.services.rescue import Rescue
from desk_app.services.trouble import Trouble
from desk_app.ui.ask import Asker
from desk_app.ui.first_run.keys import SheetRows
from desk_app.ui.first_run.papers import RescuePaper
from desk_app.ui.first_run.proof import Proof
from desk_app.ui.first_run.step import titled
from desk_app.ui.jobs import Jobs
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage, field
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.print_paper import Paper, print_paper
from desk_app.ui.printing.printer import Printery
from desk_app.ui.theme.look import px
from desk_app.ui.told import sentence_of

_WIDE, _TALL = 860, 470


@dataclass(frozen=True, slots=True)
class Hands:
    """Where questions are put, long work is done, and papers are printed."""

    asker: Asker
    jobs: Jobs
    printery: Printery | None = None


def rescue_of(desk: Desk) -> Rescue:
    """The acts on the rescue sheet of an open desk."""
    return Rescue(desk.seat, desk.care.keyring)


def offer_rescue(desk: Desk, hands: Hands, parent: QWidget) -> RenewRescue | None:
    """Ask an administrator whose rescue sheet was never proved whether to make another one now."""
    rescue = rescue_of(desk)
    if rescue.in_force().proved or not rescue.may_renew():
        return None
    if hands.asker.ask(said.OFFER_TITLE, said.OFFER_TEXT, (said.OFFER_NOW, said.OFFER_LATER)) != 0:
        return None
    return renew_rescue(rescue, hands, parent)


def renew_rescue(rescue: Rescue, hands: Hands, parent: QWidget) -> RenewRescue:
    """Open the dialog over the window."""
    dialog = RenewRescue(rescue, hands, parent)
    dialog.open()
    dialog.page.password.setFocus()
    return dialog


class RenewRescue(Over):
    """Closing it at any moment before the last button leaves the old sheet in force."""

    def __init__(self, rescue: Rescue, hands: Hands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(said.NEW)
        self.page = RenewPage(rescue, hands)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        room = parent.window().size()
        self.resize(min(px(_WIDE), room.width() - 24), min(px(_TALL), room.height() - 24))
        self.page.leave.clicked.connect(self.reject)
        self.page.kept.connect(self._kept)
        self.finished.connect(self.deleteLater)

    def _kept(self) -> None:
        self.page.hands.asker.tell(said.DONE_TITLE, said.DONE_TEXT)
        self.accept()


class RenewPage(KeyPage):
    """First the password, then the sheet; `kept` when the new one is in force."""

    kept = Signal()

    def __init__(self, rescue: Rescue, hands: Hands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.hands, self._rescue, self._unit = hands, rescue, rescue.unit()
        self._secret = ""
        self.proof = Proof()
        self.password = field(said.PASSWORD, hidden=True)
        self.place = Labelled(said.PASSWORD, self.password)
        self.sheet, self.paper = SheetRows(self.proof), RescuePaper()
        self.make, self.use = button(said.MAKE, "Enter", primary=True), button(said.USE, "Enter", primary=True)
        self.leave = button(said.NOT_NOW, "Esc")
        self.stack = QStackedLayout()
        self._lay_out()
        self.make.clicked.connect(self._make)
        self.use.clicked.connect(self._use)
        self.password.textChanged.connect(lambda text: self.make.setEnabled(bool(text)))
        self.sheet.covered.connect(self.paper.cover)
        self.sheet.print_asked.connect(self._print)
        self.sheet.proof.typed.connect(lambda: self.use.setEnabled(self.sheet.proof.proved()))

    def _lay_out(self) -> None:
        self.stack.addWidget(Scrolled(self._asking()))
        self.stack.addWidget(Scrolled(self._proving()))
        card = Card()
        card.body.addLayout(self.stack, 1)
        around = QVBoxLayout()
        around.setContentsMargins(16, 16, 16, 16)
        around.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(around, 1)
        column.addWidget(Foot((), (self.leave, self.make, self.use)))
        self.use.hide()
        for each in (self.make, self.use):
            each.setEnabled(False)

    def _asking(self) -> QWidget:
        asking = QWidget()
        column = QVBoxLayout(asking)
        column.setSpacing(12)
        for widget in (titled(said.ASK_TITLE), words(said.ASK_TEXT, "second", 10.5), self.place):
            column.addWidget(widget)
        self.password.setMaximumWidth(px(360))
        column.addStretch(1)
        return asking

    def _proving(self) -> QWidget:
        proving = QWidget()
        rows = QVBoxLayout()
        rows.setSpacing(8)
        for widget in (titled(said.PROVE_TITLE), words(said.PROVE_TEXT, "second", 10.5), self.sheet):
            rows.addWidget(widget)
        rows.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(8)
        once = words(said.SHEET_ONCE, "second", 10.5)
        once.setWordWrap(False)
        side.addWidget(self.paper)
        side.addWidget(once)
        side.addStretch(1)
        row = QHBoxLayout(proving)
        row.setSpacing(16)
        row.addLayout(rows, 1)
        row.addLayout(side)
        return proving

    def _make(self) -> None:
        typed = self.password.text()
        self.make.setEnabled(False)

        def made(code: str) -> None:
            self._show(typed, code)

        self.hands.jobs.start(lambda step: self._rescue.new_code(typed), made, self._refused, said.CHECKING)

    def _show(self, password: str, code: str) -> None:
        self._secret, self.proof.code = password, code
        self.password.clear()
        self.paper.put(self._unit, self.proof.groups, self._rescue.seat.today())
        self.stack.setCurrentIndex(1)
        self.make.hide()
        self.use.show()
        self.sheet.print.setFocus()

    def _print(self) -> None:
        pdf = rescue_sheet(self._unit, self._rescue.seat.today(), self.proof.groups)
        print_paper(self.hands, Paper(pdf, sheet_words.SHEET_PAPER), self.hands.printery, None, self.sheet.printed)

    def _use(self) -> None:
        code, password = self.proof.code, self._secret
        self.use.setEnabled(False)

        work = partial(self._rescue.replace, password, code)
        self.hands.jobs.start(lambda step: work(), lambda nothing: self.kept.emit(), self._failed, said.KEEPING)

    def _refused(self, error: Exception) -> None:
        self.make.setEnabled(True)
        if isinstance(error, Trouble) and error.code == "wrong-password":
            self.place.say(said.WRONG)
            self.password.setFocus()
            self.password.selectAll()
            return
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        self.use.setEnabled(self.sheet.proof.proved())
        self.hands.asker.tell(said.TROUBLE, sentence_of(error))


class RescueCard(Card):
    """On the settings page: the sheet in force, and another one in its place."""

    def __init__(self, desk: Desk, hands: Hands) -> None:
        super().__init__(said.TITLE)
        self._rescue, self._hands = rescue_of(desk), hands
        self.state = words("", "second", 10.5)
        self.new = button(said.NEW, "Ctrl+Shift+H", icon="file-text")
        self.dialog: RenewRescue | None = None
        self.body.addWidget(self.state)
        self.body.addWidget(self.new, 0, Qt.AlignmentFlag.AlignRight)
        self.new.clicked.connect(self._renew)

    def put(self) -> None:
        """Show what is known now."""
        known, may = self._rescue.in_force(), self._rescue.may_renew()
        told = said.in_force(known.made_on, known.proved)
        self.state.setText(told if may else f"{told} {said.ONLY_ADMINISTRATOR}")
        self.new.setEnabled(may)

    def _renew(self) -> None:
        self.dialog = renew_rescue(self._rescue, self._hands, self)
        self.dialog.accepted.connect(self.put)
