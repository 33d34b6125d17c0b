"""The page Thiết lập: it shows what is in force and keeps what was changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from common.names import tidy
from common.words import settings_page as said
from desk_app.services.office_gaps import Gap
from desk_app.services.trouble import Trouble
from desk_app.ui.first_run.renew import Hands, RescueCard
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage, spoken
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.settings.cards import OfficeCard, PeopleCard
from desk_app.ui.settings.keyed import KeyedCard
from desk_app.ui.settings.letter_cards import HamletCard, NumberCard, QuestionCard
from desk_app.ui.settings.model import ADDRESSES, SHORTEST_PASSWORD, SettingsModel
from desk_app.ui.settings.own import CalledCard, MachineCard, PasswordCard
from desk_app.ui.settings.signers import SignerCard
from desk_app.ui.settings.staff import StaffCard
from desk_app.ui.settings.updates import UpdatesCard
from desk_app.ui.theme.look import lay_ground, px, resize_type
from desk_app.ui.told import sentence_of, tried

_TWO_COLUMNS_FROM = 1000


class SettingsPage(KeyPage):
    """Alt+8."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._around, self.model, self._asked = around, SettingsModel(around.desk), ""
        self.head, self.trouble = PageHead(said.TITLE), Banner("son", "", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.office, self.signer = OfficeCard(self.model), SignerCard(around)
        self.numbers, self.hamlets, self.questions = NumberCard(around), HamletCard(around), QuestionCard(around)
        self.people, self.called = PeopleCard(), CalledCard()
        self.password, self.machine = PasswordCard(), MachineCard()
        self.staff, self.updates = StaffCard(around), UpdatesCard(around)
        self.rescue = RescueCard(around.desk, Hands(around.asker, around.jobs))
        self.state, self.save = words("", "second", 10.5), button(said.SAVE, "Ctrl+S", primary=True)
        self.state.setWordWrap(False)
        self._lay_out()
        self.rescue.setVisible(not around.desk.seat.training)
        self.office.changed.connect(self._show_state)
        self.save.clicked.connect(self._save)
        self.people.add.clicked.connect(self._add)
        self.called.keep.clicked.connect(self._call)
        self.password.change.clicked.connect(self._change_password)
        self.machine.sized.connect(self._set_size)
        self.machine.timed.connect(self._set_idle)
        self.machine.grounded.connect(self._set_ground)

    def _lay_out(self) -> None:
        self._columns = QHBoxLayout()
        self._columns.setSpacing(16)
        left, right = (
            (self.office, self.hamlets, self.called, self.staff, self.updates),
            (self.signer, self.numbers, self.questions, self.people, self.password, self.machine, self.rescue),
        )
        for cards in (left, right):
            column = QVBoxLayout()
            column.setSpacing(12)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        body = QWidget()
        places = QVBoxLayout(body)
        places.setContentsMargins(20, 16, 20, 16)
        places.setSpacing(12)
        places.addWidget(self.trouble)
        places.addLayout(self._columns, 1)
        self.stand_between(self.head, body, Foot((self.state,), (self.save,)))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """`field`: the setting that is to be mended, "signatory" for the card of those who sign."""
        self._asked = str(what.get("field", ""))

    def refresh(self) -> None:
        """Read again what is in force."""
        self.trouble.hide()
        self.model.read()
        self.office.put()
        for card in (self.signer, self.numbers, self.hamlets, self.questions):
            card.put()
        self.people.put(self.model)
        self.called.put(self.model)
        self.staff.put()
        self.updates.put()
        self.password.clear()
        self.rescue.put()
        self._put_machine()
        if not self.model.may:
            self.trouble.say("xam", "", said.NOT_ALLOWED)
            self.trouble.show()
        gaps = self._show_gaps()
        asked, self._asked = self._asked or next((gap.field for gap in gaps), ""), ""
        self._enter(asked) or next(card for card in self.cards() if card.enter())

    def _show_gaps(self) -> tuple[Gap, ...]:
        """What letters still lack of the office, for whoever can mend it."""
        gaps = self.model.gaps() if self.model.may else ()
        if gaps:
            self.trouble.say("hoe", "", "\n".join(gap.told for gap in gaps))
            self.trouble.show()
        return gaps

    def _enter(self, name: str) -> bool:
        if name == "signatory":
            return self.signer.enter()
        place = self.office.fields.get(name)
        if place is None or not place.isEnabled():
            return False
        place.setFocus()
        return True

    def act(self, action_id: str) -> bool:
        """The keys of the page press its buttons."""
        buttons = {"save-settings": self.save, "add-user": self.people.add}
        if action_id in buttons:
            buttons[action_id].click()
        return action_id in buttons

    def may_leave(self) -> bool:
        """Asks while something was changed and not kept."""
        if not self.model.changed:
            return True
        buttons = (said.LEAVE_SAVE, said.LEAVE_DROP, said.LEAVE_STAY)
        answer = self._around.asker.ask(said.LEAVE_TITLE, said.LEAVE_TEXT, buttons)
        if answer == 0:
            return self._save()
        if answer == 1:
            self.refresh()
        return answer == 1

    def cards(self) -> tuple[KeyedCard, ...]:
        """Every card, in the order of its key."""
        ours = (self.office, self.signer, self.people, self.called, self.password, self.machine, self.staff)
        return (*ours, self.updates, self.numbers, self.hamlets)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A card's key leads to it."""
        typed = spoken(QKeySequence(event.keyCombination()).toString())
        card = next((card for card in self.cards() if card.key == typed), None)
        if card is None or not card.enter():
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where the screen is narrow."""
        super().resizeEvent(event)
        wide = event.size().width() >= px(_TWO_COLUMNS_FROM)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)

    # ---- acts

    def _show_state(self) -> None:
        changed = bool(self.model.changed)
        self.state.setText(said.UNSAVED if changed else said.NOTHING_NEW)
        self.save.setEnabled(changed and self.model.may)

    def _save(self) -> bool:
        if not self._try(self.model.save):
            return False
        self.trouble.hide()
        self.office.put()
        self._show_gaps()
        self._around.changed()
        self._around.say(said.SAVED)
        return True

    def _add(self) -> None:
        name, password = self.people.name.text().strip(), self.people.password.text()
        short = len(password) < SHORTEST_PASSWORD
        self.people.place.say(said.PERSON_SHORT if short else "")
        if short:
            self.people.password.setFocus()
            return
        role, model = str(self.people.role.currentData()), self.model
        work = self._around.jobs.start
        work(
            lambda step: model.add_person(name, role, password),
            lambda _: self._added(name, password),
            self._tell,
            said.ADDING,
        )

    def _added(self, name: str, password: str) -> None:
        for typed in (self.people.name, self.people.password):
            typed.clear()
        self.people.put(self.model)
        self.staff.put()
        self.trouble.hide()
        self._around.say(said.added(name))
        self.staff.offer_slip(tidy(name), password)

    def _call(self) -> None:
        card = self.called
        typed = (card.name.text(), ADDRESSES[card.address.currentIndex()], card.title.text())
        try:
            person = self.model.call(card.login(), *typed)
        except Trouble as trouble:
            self._tell(trouble)
            return
        self.trouble.hide()
        self.people.put(self.model)
        self.staff.put()
        self._around.changed()
        self._around.say(said.called_now(person.greeting))

    def _change_password(self) -> None:
        card, model = self.password, self.model
        old, new, again = (place.input.text() for place in (card.old, card.new, card.again))  # type: ignore[attr-defined]
        wrong = (
            (card.new, said.PERSON_SHORT if len(new) < SHORTEST_PASSWORD else ""),
            (card.again, said.PASSWORD_OTHER if new != again else ""),
        )
        for place, text in wrong:
            place.say(text)
        first = next((place for place, text in wrong if text), None)
        if first is not None:
            first.input.setFocus()
            return
        work = self._around.jobs.start
        words = said.CHANGING_PASSWORD
        work(lambda step: model.change_password(old, new), self._password_changed, self._password_refused, words)

    def _password_changed(self, nothing: None) -> None:
        self.password.clear()
        self.trouble.hide()
        self._around.say(said.PASSWORD_CHANGED)

    def _password_refused(self, error: Exception) -> None:
        if not isinstance(error, Trouble) or error.code != "wrong-password":
            self._tell(error)
            return
        self.password.old.say(said.PASSWORD_WRONG)
        self.password.old.input.setFocus()

    def _set_idle(self, minutes: int) -> None:
        if self._try(lambda: self.model.set_idle(minutes)):
            self._around.say(said.IDLE_KEPT)

    def _set_size(self, percent: int) -> None:
        if not self.may_leave():
            self._put_machine()
            return
        if not self._try(lambda: self.model.set_size(percent)):
            return
        self._around.say(said.TYPE_KEPT)
        resize_type(percent)

    def _set_ground(self, ground: str) -> None:
        if not self.may_leave():
            self._put_machine()
            return
        if not self._try(lambda: self.model.set_ground(ground)):
            return
        self._around.say(said.GROUND_KEPT)
        lay_ground(ground)

    def _put_machine(self) -> None:
        self.machine.put(self.model.size(), self.model.idle(), self.model.ground())

    def _try(self, act: Callable[[], object]) -> bool:
        return tried(act, self._say_trouble)

    def _tell(self, error: Exception) -> None:
        self._say_trouble(sentence_of(error))

    def _say_trouble(self, text: str) -> None:
        self.trouble.say("son", said.TROUBLE, text)
        self.trouble.show()
