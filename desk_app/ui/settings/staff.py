"""The card of those who come and go: another role, a first password, the handover sheet, somebody leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from common.words import password_slip as slip_words
from common.words import people as said
from common.words import people_handover as sheet_words
from common.words import settings_page as page_words
from desk_app.services.handover import handover_paper
from desk_app.services.leaving import Leaving
from desk_app.services.people import Person
from desk_app.services.printers import read_printers
from desk_app.services.rescue import Rescue
from desk_app.services.trouble import Trouble
from desk_app.ui.first_run.renew import Hands, RenewRescue
from desk_app.ui.page import Around
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.refill import refill
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.printing.printer import Printery
from desk_app.ui.settings.keyed import KeyedCard
from desk_app.ui.settings.model import ROLES
from desk_app.ui.settings.slip import print_slips
from desk_app.ui.told import sentence_of


class StaffCard(KeyedCard):
    """Choose a person, then an act."""

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__(said.STAFF, page_words.KEYS["staff"])
        self._around, self._printery = around, printery
        self._people: dict[str, Person] = {}
        self.dialog: LeavingSheet | None = None
        self.who = QComboBox()
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.role = button(said.GIVE_ROLE, "Ctrl+Shift+V", icon="id")
        self.reset = button(said.RESET, "Ctrl+Shift+W", icon="key")
        self.paper = button(said.HANDOVER, "Ctrl+Shift+J", icon="printer")
        self.leave = button(said.LEAVE, "Ctrl+Shift+D", icon="x")
        self.body.addWidget(words(said.STAFF_TEXT, "second", 10))
        self.body.addWidget(Labelled(said.STAFF_WHO, self.who))
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, (each, act) in enumerate(self._acts()):
            each.clicked.connect(act)
            grid.addWidget(each, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(2, 1)
        self.body.addLayout(grid)
        self.who.currentIndexChanged.connect(lambda index: self._open_acts())

    def doors(self) -> tuple[QWidget, ...]:
        """The person first."""
        return (self.who,)

    def put(self) -> None:
        """Everyone for the administrator, oneself for others."""
        seat, held = self._around.desk.seat, self.login()
        may = seat.role == "administrator"
        self._people = {one.login: one for one in self._around.desk.people.shown()}
        named = ((one.name, login) for login, one in self._people.items() if may or login == seat.user)
        refill(self.who, named, held or seat.user)
        self._open_acts()

    def login(self) -> str:
        """Who is chosen."""
        return str(self.who.currentData() or "")

    def _acts(self) -> tuple[tuple[KeyButton, Callable[[], None]], ...]:
        return (
            (self.role, self._give_role),
            (self.reset, self._reset),
            (self.paper, self._print),
            (self.leave, self._leave),
        )

    def _open_acts(self) -> None:
        seat = self._around.desk.seat
        may = seat.role == "administrator" and not seat.training
        other = may and self.login() != seat.user
        self.role.setEnabled(may)
        for each in (self.reset, self.leave):
            each.setEnabled(other)
        self.who.setToolTip(self.who.currentText())

    # ---- acts

    def _give_role(self) -> None:
        person = self._people[self.login()]
        names = {page_words.role(code): code for code in ROLES}
        label = said.WHICH_ROLE.format(name=person.name)
        chosen = self._around.asker.choose_one(said.GIVE_ROLE, label, list(names), page_words.role(person.role))
        if chosen is None or names[chosen] == person.role:
            return
        try:
            self._around.desk.people.give_role(person.login, names[chosen])
        except Trouble as trouble:
            self._failed(trouble)
            return
        self._around.say(said.role_given(person.name, chosen))
        self.put()

    def _reset(self) -> None:
        person, people = self._people[self.login()], self._around.desk.people
        buttons = (said.RESET_YES, said.RESET_NO)
        if self._around.asker.ask(said.RESET_TITLE, said.RESET_TEXT.format(name=person.name), buttons) != 0:
            return

        def told(password: str) -> None:
            choices = (slip_words.PRINT_ONE, slip_words.NOTED)
            if self._around.asker.ask(said.RESET, said.password_reset(person.name, password), choices) == 0:
                self._slip(person, password)

        work = self._around.jobs.start
        work(lambda step: people.reset_password(person.login), told, self._failed, said.RESETTING)

    def offer_slip(self, login: str, password: str) -> None:
        """Somebody new has a password that the administrator typed."""
        person, choices = self._around.desk.people.one(login), (slip_words.PRINT_ONE, slip_words.OFFER_NO)
        text = slip_words.OFFER.format(name=person.name)
        if self._around.asker.ask(slip_words.OFFER_TITLE, text, choices) == 0:
            self._slip(person, password)

    def _slip(self, person: Person, password: str) -> None:
        desk = self._around.desk
        office = (Rescue(desk.seat, desk.care.keyring).unit(), desk.seat.today())
        who = [(person.name, person.login, password)]
        print_slips(self._around, office, who, self._printery, read_printers(desk.seat.folder))

    def _print(self) -> None:
        giver = self._people[self.login()]
        taker = self._other(said.HANDOVER, said.TAKER.format(name=giver.name), giver, (said.TAKER_LATER,))
        if taker is None:
            return
        try:
            pdf = handover_paper(self._around.desk.seat, giver.login, taker)
        except Trouble as trouble:
            self._failed(trouble)
            return
        print_here(self._around, Paper(pdf, sheet_words.PAPER_NAME, sheet_words.PAPER_FILE), self._printery)

    def _leave(self) -> None:
        person, asker = self._people[self.login()], self._around.asker
        title, choices = said.LEAVE_TITLE.format(name=person.name), (said.LEAVE_YES, said.LEAVE_NO)
        if asker.ask(title, said.LEAVE_TEXT, choices) != 0:
            return
        reason = asker.ask_text(said.LEAVE, said.REASON.format(name=person.name))
        heir = self._other(said.LEAVE, said.HEIR.format(name=person.name), person) if reason is not None else None
        if reason is None or heir is None:
            return
        try:
            self._around.desk.people.may_leave(person.login, reason)
        except Trouble as trouble:
            self._failed(trouble)
            return
        self._prove(title, Leaving(person.login, reason, heir=heir))

    def _prove(self, title: str, leaving: Leaving) -> None:
        around = self._around
        rescue = NextSheet(around.desk.seat, around.desk.care.keyring)
        self.dialog = LeavingSheet(rescue, Hands(around.asker, around.jobs, self._printery), self)
        self.dialog.setWindowTitle(title)
        self.dialog.accepted.connect(lambda: around.take_out(rescue.completed(leaving), rescue.password))
        self.dialog.open()
        self.dialog.page.password.setFocus()

    def _other(self, title: str, label: str, person: Person, first: tuple[str, ...] = ()) -> str | None:
        """The login of another person; "" for the first of the offered words; None when they leave."""
        logins = {one.name: one.login for one in self._people.values() if one.login != person.login}
        usual = self._people[self._around.desk.seat.user].name
        chosen = self._around.asker.choose_one(title, label, (*logins, *first), usual)
        return None if chosen is None else logins.get(chosen, "")

    def _failed(self, error: Exception) -> None:
        self._around.asker.tell(page_words.TROUBLE, sentence_of(error))


@dataclass(frozen=True, slots=True)
class NextSheet(Rescue):
    """The sheet of a key that is still to come: proved from paper, it waits for the exchange and replaces nothing."""

    taken: list[str] = field(default_factory=list)

    def replace(self, password: str, code: str) -> None:
        """Keep both for the exchange."""
        self.taken[:] = (password, code)

    @property
    def password(self) -> str:
        """The administrator's, as typed."""
        return self.taken[0]

    def completed(self, leaving: Leaving) -> Leaving:
        """With the code that was proved."""
        return Leaving(leaving.login, leaving.reason, self.taken[1], proved=True, heir=leaving.heir)


class LeavingSheet(RenewRescue):
    """The dialog of a new sheet, on the way to the exchange."""

    def __init__(self, rescue: NextSheet, hands: Hands, parent: QWidget) -> None:
        super().__init__(rescue, hands, parent)
        self.page.use.set_words(said.LEAVE_USE)

    def _kept(self) -> None:
        self.accept()
