"""The screen before the register opens, and over it while the desk is left alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from common.words import lock as said
from common.words.window import PRODUCT, RELEASE
from desk_app.ui.lock.art import Art
from desk_app.ui.lock.model import Attempts
from desk_app.ui.lock.people import PeopleList
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.theme.icons import ornament
from desk_app.ui.theme.look import px


class LockScreen(QWidget):
    """`asked(user, password)` wants the door opened; whoever answers calls `refuse`, `trouble` or `let_in`.
    `painted` comes once, after the first picture stands on the screen."""

    asked = Signal(str, str)
    painted = Signal()

    def __init__(self, users: Sequence[str], seconds: Callable[[], float], release: str = "") -> None:
        super().__init__()
        self.setObjectName("lock")
        self._seconds, self._attempts, self._seen = seconds, Attempts(), False
        self.people = PeopleList(users)
        self.name, self.password = _field(said.NAME), _field(said.password_of(""))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.over_password = words(said.password_of(self.people.user()), points=10, bold=True)
        self.open = button(said.OPEN, "Enter", primary=True)
        self.banner = Banner("sen", "", said.WELCOME if users else said.NO_NAMES)
        self._release = release
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._count_down)
        self._lay_out(bool(users))
        self._wire()

    def user(self) -> str:
        """Who is chosen, or the name typed where the list is empty."""
        return self.people.user() or self.name.text()

    def ask(self) -> None:
        """Hand user and password to whoever opens the door."""
        if not self.open.isEnabled():
            return
        if not self.password.text() or not self.user():
            self.banner.say("hoe", "", said.NO_PASSWORD)
            return
        self._listen(False)
        self.open.set_words(said.OPENING)
        self.asked.emit(self.user(), self.password.text())

    def refuse(self) -> None:
        """The password was wrong."""
        self._attempts.failed(self._seconds())
        self._again()
        if self._attempts.seconds(self._seconds()):
            self._tick.start()
            self._count_down()
        else:
            self.banner.say("son", "", said.wrong(self._attempts.left()))

    def trouble(self, text: str) -> None:
        """The register did not open, and not for the password."""
        self._again()
        self.banner.say("son", "", text)

    def let_in(self) -> None:
        """The door is open: forget what was typed."""
        self._attempts.passed()
        self._again()

    def lock(self, user: str, at: str) -> None:
        """Cover the work of `user`, left at that time of day."""
        self._again()
        self.banner.say("sen", "", said.kept(at))
        rows = [i for i in range(self.people.count()) if self.people.item(i).text() == user]
        if rows:
            self.people.setCurrentRow(rows[0])
        self.password.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the screen stands."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def _again(self) -> None:
        self.password.clear()
        self.open.set_words(said.OPEN)
        self._listen(True)
        self.password.setFocus()

    def _listen(self, on: bool) -> None:
        for widget in (self.people, self.name, self.password, self.open):
            widget.setEnabled(on)

    def _count_down(self) -> None:
        left = self._attempts.seconds(self._seconds())
        self._listen(not left)
        if left:
            self.banner.say("hoe", "", said.wait(left))
            return
        self._tick.stop()
        self.banner.say("sen", "", said.WELCOME)
        self.password.setFocus()

    def _wire(self) -> None:
        self.password.returnPressed.connect(self.ask)
        self.name.returnPressed.connect(self.password.setFocus)
        self.open.clicked.connect(self.ask)
        self.people.currentTextChanged.connect(lambda user: self.over_password.setText(said.password_of(user)))
        self.people.itemActivated.connect(lambda item: self.password.setFocus())
        self.people.itemClicked.connect(lambda item: self.password.setFocus())
        self.password.setFocus()

    # ---- making

    def _lay_out(self, named: bool) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Art(), 560)
        right = QWidget()
        right.setObjectName("lockPaper")
        row.addWidget(right, 806)
        column = QVBoxLayout(right)
        column.setContentsMargins(px(84), px(46), px(90), px(24))
        column.setSpacing(px(20))
        column.addLayout(_head())
        column.addWidget(self.banner)
        column.addLayout(self._desk(named), 1)
        foot = QHBoxLayout()
        foot.addWidget(words(said.OFFLINE, "second", 10))
        foot.addStretch(1)
        release = words(RELEASE.format(self._release), "second", 10)
        release.setVisible(bool(self._release))
        foot.addWidget(release)
        column.addLayout(foot)

    def _desk(self, named: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(4))
        grid.addWidget(words(said.WHO if named else said.NAME, points=10, bold=True), 0, 0)
        grid.addWidget(self.over_password, 0, 1)
        beside = QVBoxLayout()
        beside.setSpacing(px(10))
        for widget in (self.password, words(said.FIVE, "second", 9.5), self.open):
            beside.addWidget(widget)
        self.open.setProperty("tall", True)
        beside.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.people if named else self.name)
        if not named:
            left.addStretch(1)
        self.name.setVisible(not named)
        self.people.setVisible(named)
        grid.addLayout(left, 1, 0)
        grid.addLayout(beside, 1, 1)
        grid.setColumnStretch(0, 288)
        grid.setColumnStretch(1, 262)
        grid.setRowStretch(1, 1)
        return grid


def _head() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(12))
    mark = QLabel()
    mark.setPixmap(ornament("dau-hieu", px(44), mark.devicePixelRatioF()))
    row.addWidget(mark)
    row.addWidget(words(PRODUCT, points=18, bold=True), 1)
    return row


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setProperty("tall", True)
    return field
