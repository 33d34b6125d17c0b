"""The screen before the register opens, and over it while the desk is left alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.words import lock as said
from desk_app.services.doorstep import Doorstep
from desk_app.services.pin import is_pin
from desk_app.ui.lock.art import Art
from desk_app.ui.lock.edges import LockFoot, WaysOut, desk_of, head
from desk_app.ui.lock.entry import Entry
from desk_app.ui.lock.model import Attempts, Covered
from desk_app.ui.lock.panels import NewPin, Panel, Rescue
from desk_app.ui.lock.people import PeopleList
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.card import words
from desk_app.ui.parts.key_page import KeyPage, field
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import TONES

_ART_FROM, _LOW = 1000, 600


class LockScreen(KeyPage):
    """`asked(user, password)` and `pin_typed(digits)` want the door opened; whoever answers calls `refuse`,
    `refuse_pin`, `trouble` or `let_in`. `rescue_asked(user, code, password)` brings the rescue sheet, `pin_chosen` a
    new PIN, `pin_forgotten` drops it; `practice_asked(user)` leads to the practice register, `take_back_asked` to the
    copies, `salvage_asked` to what can be read of a damaged register. `painted` comes once."""

    asked = Signal(str, str)
    pin_typed = Signal(str)
    pin_chosen = Signal(str)
    pin_forgotten = Signal()
    rescue_asked = Signal(str, str, str)
    practice_asked = Signal(str)
    take_back_asked = Signal()
    salvage_asked = Signal()
    painted = Signal()

    def __init__(self, doorstep: Doorstep, seconds: Callable[[], float], release: str = "") -> None:
        super().__init__()
        self.setObjectName("lock")
        self._seconds, self._attempts, self._seen = seconds, Attempts(), False
        self.doorstep, self.covered = doorstep, Covered()
        self.people, self.entry = PeopleList(), Entry()
        self.name = field(said.NAME)
        self.name.setProperty("tall", True)
        self.password, self.over_password, self.open = self.entry.field, self.entry.over, self.entry.open
        self.new_pin, self.rescue = NewPin(), Rescue()
        self.banner, self.ways = Banner("sen", ""), WaysOut()
        self.office, self.foot = words("", "second", 11.25), LockFoot(release)
        self.who = words(said.WHO, points=10, bold=True)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._count_down)
        self._lay_out()
        self._wire()
        self.put(doorstep)

    def put(self, doorstep: Doorstep, now: datetime | None = None) -> None:
        """What is known at the door now; who was here last is chosen."""
        self.doorstep = doorstep
        known = bool(doorstep.people)
        self.people.put(doorstep.people, self.covered.user or doorstep.last)
        self.people.setVisible(known)
        self.name.setVisible(not known)
        self.who.setText(said.WHO if known else said.NAME)
        self.office.setText(said.office(doorstep.office, doorstep.parent))
        self.office.setVisible(bool(doorstep.office))
        if now:
            self.foot.put(doorstep, now)
        self.greet()

    def greet(self) -> None:
        """What the lock says when nothing has happened."""
        self._ask_for()
        if self.covered.user and self.user() == self.covered.user:
            self._say_kept()
        else:
            self._say("xam", said.WELCOME if self.doorstep.people else said.NO_NAMES)

    def user(self) -> str:
        """The login that is chosen, or the name typed where the list is empty."""
        return self.people.user() or self.name.text()

    def ask(self) -> None:
        """Hand what was typed to whoever opens the door."""
        typed = self.password.text()
        if self.entry.pin:
            self._ask_pin(typed)
        elif not typed or not self.user():
            self._say("hoe", said.NO_PASSWORD)
            (self.password if self.user() else self.name).setFocus()
        else:
            self.wait(said.OPENING)
            self.asked.emit(self.user(), typed)

    def wait(self, text: str) -> None:
        """Something is being opened: nothing else can be asked for meanwhile."""
        self._listen(False)
        self.open.set_words(text)

    def refuse(self) -> None:
        """The password was wrong."""
        self._attempts.failed(self._seconds())
        self.awake()
        if self._attempts.seconds(self._seconds()):
            self._tick.start()
            self._count_down()
        else:
            self._say("son", said.wrong(self._attempts.left()))

    def refuse_pin(self) -> bool:
        """The PIN was wrong; False when from now on only the password opens."""
        left = self.covered.wrong_pin()
        self.awake()
        self._say("son" if left else "hoe", said.wrong_pin(left) if left else said.PIN_GONE)
        return left > 0

    def trouble(self, text: str, ways: bool = False) -> None:
        """The register did not open, and not for the password; `ways`: copies may help."""
        self.awake()
        self._say("son", text)
        self.ways.setVisible(ways)
        self.entry.take_back.setVisible(not ways and not self.covered.user)

    def tell(self, text: str) -> None:
        """Something good."""
        self._say("sen", text)

    def let_in(self) -> None:
        """The door is open: forget what was typed."""
        self._attempts.passed()
        self.covered = Covered()
        self.rescue.begin()
        self._show(None)
        self.awake()

    def lock(self, user: str, at: str, pin: bool = False) -> None:
        """Cover the work of `user`, left at that time of day; `pin` opens it again."""
        self.covered = Covered(user, at, pin)
        self._show(None)
        self.people.choose(user)
        self.awake()
        self.greet()

    def offer_pin(self) -> None:
        """Ask the person who is leaving for a PIN; the work is covered already."""
        self._show(self.new_pin)
        self.new_pin.begin()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the screen stands."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small screen gives its room to what is typed."""
        super().resizeEvent(event)
        size = event.size()
        self.art.setVisible(size.width() >= px(_ART_FROM))
        paper = size.width() * 806 / 1366 if self.art.isVisibleTo(self) else size.width()
        side, top = (84, 46) if paper >= px(760) else (28, 46)
        self._paper.setContentsMargins(px(side), px(top if size.height() >= px(_LOW) else 16), px(side), px(16))

    # ---- what is said

    def _say(self, tone: str, text: str) -> None:
        self.ways.hide()
        self.banner.text.setTextFormat(Qt.TextFormat.PlainText)
        self.banner.say(tone, "", text)
        self.banner.show()

    def _say_kept(self) -> None:
        since, rest = said.kept(self.covered.at)
        self.banner.text.setTextFormat(Qt.TextFormat.RichText)
        self.banner.say("sen", "", f"<b>{since}</b> {rest}")
        self.banner.setAccessibleName(f"{since} {rest}")
        sign = picture("device-floppy", px(22), TONES["sen"][1], self.devicePixelRatioF())
        self.banner.sign.setPixmap(sign)
        self.banner.show()

    # ---- what is asked for

    def _ask_pin(self, typed: str) -> None:
        if not is_pin(typed):
            self._say("hoe", said.PIN_SHORT)
            return
        self.pin_typed.emit(typed)

    def _ask_for(self) -> None:
        greeting = self.doorstep.resident(self.user()).greeting
        self.entry.ask_for(greeting, self.covered.by_pin(self.user()), bool(self.covered.user))

    def awake(self) -> None:
        """Nothing typed, everything may be asked for."""
        self.password.clear()
        self.open.set_words(said.OPEN)
        self._listen(True)
        self._ask_for()
        self.password.setFocus()

    def _listen(self, on: bool) -> None:
        for widget in (self.people, self.name, self.rescue, self.new_pin, self.ways):
            widget.setEnabled(on)
        self.entry.listen(on)

    def _count_down(self) -> None:
        left = self._attempts.seconds(self._seconds())
        self._listen(not left)
        if left:
            self._say("hoe", said.wait(left))
            return
        self._tick.stop()
        self.greet()
        self.password.setFocus()

    def _forgot(self) -> None:
        if self.entry.pin:
            self.covered.pin = False
            self.pin_forgotten.emit()
            self.awake()
            self._say("sen", said.PIN_FORGOTTEN)
            return
        self._show(self.rescue)
        for each in (self.banner, self.ways):
            each.hide()
        self.rescue.begin_for(self.doorstep.resident(self.user()).name)

    def _change(self) -> None:
        rows = self.people.count()
        if rows > 1 and self.user() == self.covered.user:
            self.people.setCurrentRow((self.people.currentRow() + 1) % rows)
        self._say("sen", said.CHANGING)
        self.people.setFocus()

    def _end_panel(self) -> None:
        self.new_pin.end()
        self._show(None)
        self.awake()
        self.greet()

    def _show(self, panel: Panel | None) -> None:
        for each in (self.new_pin, self.rescue):
            each.setVisible(each is panel)
        self._desk.setVisible(panel is None)

    def _wire(self) -> None:
        self.open.clicked.connect(self.ask)
        self.entry.forgot.clicked.connect(self._forgot)
        self.entry.change.clicked.connect(self._change)
        self.entry.practise.clicked.connect(lambda: self.practice_asked.emit(self.user()))
        for each in (self.entry.take_back, self.ways.take_back):
            each.clicked.connect(self.take_back_asked)
        self.ways.salvage.clicked.connect(self.salvage_asked)
        self.people.currentRowChanged.connect(lambda row: self.greet())
        self.people.itemActivated.connect(lambda item: self.password.setFocus())
        self.people.itemClicked.connect(lambda item: self.password.setFocus())
        self.new_pin.left.connect(self._end_panel)
        self.new_pin.chosen.connect(self.pin_chosen)
        self.rescue.left.connect(self._end_panel)
        self.rescue.asked.connect(lambda code, password: self.rescue_asked.emit(self.user(), code, password))
        self.password.setFocus()

    # ---- making

    def _lay_out(self) -> None:
        self.art, right = Art(), QWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.art, 560)
        row.addWidget(right, 806)
        right.setObjectName("lockPaper")
        self._paper = QVBoxLayout(right)
        self._paper.setSpacing(px(12))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(20))
        column.addLayout(head(self.office))
        column.addWidget(self.banner)
        column.addWidget(self.ways)
        self._desk = desk_of((self.who, self.name, self.people), self.entry)
        for part in (self._desk, self.new_pin, self.rescue):
            column.addWidget(part, 1)
        self._show(None)
        self._paper.addWidget(Scrolled(body), 1)
        self._paper.addWidget(self.foot)
