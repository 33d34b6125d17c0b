"""The page Thiết lập: it shows what is in force and keeps what was changed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.words import settings_page as said
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.settings.cards import OfficeCard, PeopleCard, SignerCard, TypeCard
from desk_app.ui.settings.model import SHORTEST_PASSWORD, SettingsModel
from desk_app.ui.told import sentence_of


class SettingsPage(KeyPage):
    """Alt+8."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._around, self.model = around, SettingsModel(around.desk)
        self.head, self.trouble = PageHead(said.TITLE), Banner("son", "", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.office, self.signer = OfficeCard(self.model), SignerCard()
        self.people, self.type = PeopleCard(), TypeCard()
        self.state, self.save = words("", "second", 10.5), button(said.SAVE, "Ctrl+S", primary=True)
        self.state.setWordWrap(False)
        self._lay_out()
        self.office.changed.connect(self._show_state)
        self.save.clicked.connect(self._save)
        self.signer.sign.clicked.connect(self._sign)
        self.people.add.clicked.connect(self._add)
        self.type.chosen.connect(self._set_size)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(12)
        for card in (self.signer, self.people, self.type):
            right.addWidget(card)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.office, 1)
        row.addLayout(right, 1)
        body = QWidget()
        places = QVBoxLayout(body)
        places.setContentsMargins(20, 16, 20, 16)
        places.setSpacing(12)
        places.addWidget(self.trouble)
        places.addLayout(row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Scrolled(body), 1)
        column.addWidget(Foot((self.state,), (self.save,)))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """Nothing to choose beforehand."""

    def refresh(self) -> None:
        """Read again what is in force."""
        self.trouble.hide()
        self.model.read()
        self.office.put()
        self.signer.put(self.model)
        self.people.put(self.model)
        self.type.put(self.model.size())
        if not self.model.may:
            self.trouble.say("xam", "", said.NOT_ALLOWED)
            self.trouble.show()
        self.office.fields["phone"].setFocus()

    def act(self, action_id: str) -> bool:
        """The keys of the page press its buttons."""
        buttons = {"save-settings": self.save, "sign-from-today": self.signer.sign, "add-user": self.people.add}
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

    # ---- acts

    def _show_state(self) -> None:
        changed = bool(self.model.changed)
        self.state.setText(said.UNSAVED if changed else said.NOTHING_NEW)
        self.save.setEnabled(changed and self.model.may)

    def _save(self) -> bool:
        try:
            self.model.save()
        except Trouble as trouble:
            self._tell(trouble)
            return False
        self.trouble.hide()
        self.office.put()
        self._around.say(said.SAVED)
        return True

    def _sign(self) -> None:
        name = self.signer.name.text().strip()
        asked = (said.SIGNER_TITLE, said.sign_question(name), (said.SIGN_YES, said.SIGN_NO))
        if name and self._around.asker.ask(*asked) != 0:
            return
        try:
            self.model.sign(name, self.signer.post.currentText())
        except Trouble as trouble:
            self._tell(trouble)
            return
        self.signer.name.clear()
        self.signer.put(self.model)
        self.trouble.hide()
        self._around.say(said.signs_now(name))

    def _add(self) -> None:
        name, password = self.people.name.text().strip(), self.people.password.text()
        short = len(password) < SHORTEST_PASSWORD
        self.people.place.say(said.PERSON_SHORT if short else "")
        if short:
            self.people.password.setFocus()
            return
        role, model = str(self.people.role.currentData()), self.model
        work = self._around.jobs.start
        work(lambda step: model.add_person(name, role, password), lambda _: self._added(name), self._tell, said.ADDING)

    def _added(self, name: str) -> None:
        for typed in (self.people.name, self.people.password):
            typed.clear()
        self.people.put(self.model)
        self.trouble.hide()
        self._around.say(said.added(name))

    def _set_size(self, percent: int) -> None:
        try:
            self.model.set_size(percent)
        except Trouble as trouble:
            self._tell(trouble)
            return
        self._around.say(said.TYPE_KEPT)

    def _tell(self, trouble: Exception) -> None:
        self.trouble.say("son", said.TROUBLE, sentence_of(trouble))
        self.trouble.show()
