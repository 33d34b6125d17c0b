"""The strip above the form: it waits for a card, shows the one that was read, and asks whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from common.words import scans as said
from common.words.form import PERSONS
from desk_app.ui.form.fields import CardTarget
from desk_app.ui.form.scanning import Strip
from desk_app.ui.parts.button import KeyButton, button, quiet_button
from desk_app.ui.parts.card import put_words, words
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.sheet import restyle
from desk_app.ui.theme.tokens import MUC_NHAT, SEN_CHU, SON_CHU

_INK = {"waiting": MUC_NHAT, "read": SEN_CHU, "given": SEN_CHU, "home": SEN_CHU, "failed": SON_CHU}


class ScanStrip(QFrame):
    """`given` names the person whose button was pressed, `home_asked` wants the address of today, `dropped` says that
    the card is not wanted, or its address stays."""

    given = Signal(str)
    home_asked = Signal()
    dropped = Signal()

    def __init__(self, targets: Sequence[CardTarget]) -> None:
        super().__init__()
        self.setObjectName("scanStrip")
        self._sign = QLabel()
        self._title, self._more = words("", points=10, bold=True), words("", "second", 9.5)
        for label in (self._title, self._more):
            label.setTextFormat(Qt.TextFormat.PlainText)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._title)
        lines.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 4, 6)
        row.setSpacing(5)
        row.addWidget(self._sign)
        row.addSpacing(5)
        row.addLayout(lines, 1)
        self._persons: dict[str, KeyButton] = {}
        for target in targets:
            self._persons[target.person] = self._person(target)
            row.addWidget(self._persons[target.person])
        self._home = button(said.HOME_NEW, "Ctrl+J" if targets else "", primary=True)
        self._home.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._home.clicked.connect(self.home_asked)
        row.addWidget(self._home)
        self._drop = quiet_button(said.SCAN_DROP, "Esc")
        self._drop.clicked.connect(self.dropped)
        row.addWidget(self._drop)

    def show_strip(self, strip: Strip) -> None:
        """Another state."""
        self.setProperty("state", strip.state)
        name = "scan" if strip.state == "waiting" else "id"
        self._sign.setPixmap(picture(name, px(24), _INK[strip.state], self.devicePixelRatioF()))
        self._title.setText(strip.title)
        put_words(self._more, strip.more)
        for person, each in self._persons.items():
            each.setVisible(strip.state == "read")
            each.set_kind("primary" if person == strip.suggested else "")
        self._home.setVisible(strip.state == "home")
        self._drop.set_words(said.HOME_KEPT if strip.state == "home" else said.SCAN_DROP)
        self._drop.setVisible(strip.asks)
        self.setAccessibleName(f"{strip.title} {strip.more}".strip())
        restyle(self)

    def _person(self, target: CardTarget) -> KeyButton:
        made = button(PERSONS[target.person], target.key)
        made.setObjectName(f"give:{target.person}")
        # The words being typed keep the focus: a scanner's Enter must never press one of these.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self.given.emit(target.person))
        return made
