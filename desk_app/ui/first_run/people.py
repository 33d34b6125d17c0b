"""Steps 2 and 3: who signs the letters and whom a bereaved family may call; who opens this machine."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from common.words import first_run as said
from desk_app.services.people import ADDRESSES
from desk_app.ui.first_run.model import FirstRunModel
from desk_app.ui.first_run.step import StepView, hair, pair
from desk_app.ui.parts.card import words
from desk_app.ui.parts.key_page import field
from desk_app.ui.parts.labelled import Labelled


class SignerStep(StepView):
    """Who signs, as what, until when; the phone on the letters; the officer on letters of condolence."""

    def __init__(self, model: FirstRunModel) -> None:
        super().__init__(model, said.SIGNER_TITLE, said.SIGNER_TEXT)
        self.leader, self.post = field(said.SIGNER_NAME), QComboBox()
        self.until, self.phone = field(said.UNTIL), field(said.PHONE)
        self.officer, self.officer_post = field(said.OFFICER), field(said.OFFICER_POST, model.officer_title)
        self.leader.setPlaceholderText(said.SIGNER_NAME_HINT)
        self.post.setEditable(True)
        self.post.addItems((*said.POSTS, *said.MORE_POSTS))
        self.post.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # A combo box asks for the room of its longest line; here that would push the window.
        self.post.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._places = {
            "leader": Labelled(said.SIGNER_NAME, self.leader),
            "title": Labelled(said.SIGNER_POST, self.post, said.SIGNER_POST_HINT),
            "phone": Labelled(said.PHONE, self.phone, said.PHONE_HINT),
            "until": Labelled(said.UNTIL, self.until, said.UNTIL_HINT),
            "officer": Labelled(said.OFFICER, self.officer),
            "officer_title": Labelled(said.OFFICER_POST, self.officer_post),
        }
        self._lay_out()
        fields = (self.leader, self.until, self.phone, self.officer, self.officer_post)
        self.officer_post.setCursorPosition(0)
        self.post.textActivated.connect(self._from_the_start)
        for signal in (*(each.textChanged for each in fields), self.post.currentTextChanged):
            signal.connect(self._write)

    def first(self) -> QWidget:
        """The name."""
        return self.leader

    def places(self) -> dict[str, Labelled]:
        """Name, post, phone, last day, officer."""
        return self._places

    def _lay_out(self) -> None:
        at = self._places
        self.column.addLayout(pair((at["leader"],), (at["title"],)))
        self.column.addLayout(pair((at["phone"],), (at["until"],)))
        self.column.addWidget(hair())
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(words(said.OFFICER_TITLE, bold=True))
        told.addWidget(words(said.OFFICER_TEXT, "second", 10.5))
        self.column.addLayout(told)
        self.column.addLayout(pair((at["officer"],), (at["officer_title"],)))
        order = (self.leader, self.post, self.phone, self.until, self.officer, self.officer_post)
        for one, next_one in pairwise(order):
            QWidget.setTabOrder(one, next_one)

    def _from_the_start(self) -> None:
        """A long post is read from its first word."""
        line = self.post.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    def _write(self) -> None:
        model = self.model
        model.leader, model.title, model.phone = self.leader.text(), self.post.currentText(), self.phone.text()
        model.until = self.until.text()
        model.officer, model.officer_title = self.officer.text(), self.officer_post.text()
        self.changed.emit()


class UserStep(StepView):
    """The first user, how the desk names them, and a password typed twice."""

    def __init__(self, model: FirstRunModel) -> None:
        super().__init__(model, said.USER_TITLE, said.USER_TEXT)
        self.user, self.address, self.job = field(said.USER_NAME), QComboBox(), field(said.JOB)
        self.password, self.again = field(said.PASSWORD, hidden=True), field(said.PASSWORD_AGAIN, hidden=True)
        self.user.setPlaceholderText(said.USER_NAME_HINT)
        self.job.setPlaceholderText(said.JOB_HINT)
        for address in ADDRESSES:
            self.address.addItem(address or said.NO_ADDRESS, address)
        self._places = {
            "user": Labelled(said.USER_NAME, self.user),
            "address": Labelled(said.ADDRESS, self.address),
            "job": Labelled(said.JOB, self.job),
            "password": Labelled(said.PASSWORD, self.password, said.PASSWORD_HINT),
            "again": Labelled(said.PASSWORD_AGAIN, self.again),
        }
        self._lay_out()
        for typed in (self.user, self.job, self.password, self.again):
            typed.textChanged.connect(self._write)
        self.address.currentIndexChanged.connect(self._write)

    def first(self) -> QWidget:
        """The name."""
        return self.user

    def places(self) -> dict[str, Labelled]:
        """Name, form of address, work, password, password again."""
        return self._places

    def _lay_out(self) -> None:
        at = self._places
        self.column.addWidget(at["user"])
        self.column.addLayout(pair((at["address"],), (at["job"],)))
        self.column.addWidget(hair())
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(words(said.PASSWORD_TITLE, bold=True))
        told.addWidget(words(said.PASSWORD_TEXT, "second", 10.5))
        self.column.addLayout(told)
        self.column.addLayout(pair((at["password"],), (at["again"],)))

    def _write(self) -> None:
        model = self.model
        model.user, model.job, model.address = self.user.text(), self.job.text(), str(self.address.currentData() or "")
        model.password, model.again = self.password.text(), self.again.text()
        self.changed.emit()
