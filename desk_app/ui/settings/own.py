"""Cards of the person at the desk and of this machine: how one is called, the password, type and cover."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from common.words import settings_page as said
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.key_page import field
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.refill import refill
from desk_app.ui.settings.keyed import KeyedCard
from desk_app.ui.settings.model import ADDRESSES, GROUNDS, IDLE_MINUTES, SettingsModel
from desk_app.ui.theme.look import PERCENTS, face


class CalledCard(KeyedCard):
    """How the desk names a user: shown name, form of address, job title."""

    def __init__(self) -> None:
        super().__init__(said.CALLED, said.KEYS["called"])
        self._model: SettingsModel | None = None
        self.who, self.address = QComboBox(), QComboBox()
        self.name, self.title = field(said.CALLED_NAME), field(said.CALLED_TITLE)
        self.address.addItems([one or said.NO_ADDRESS for one in ADDRESSES])
        self.keep = button(said.CALL, "Ctrl+Shift+G", icon="user")
        self.body.addWidget(words(said.CALLED_TEXT, "second", 10))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        places = (
            (said.CALLED_WHO, self.who, ""),
            (said.CALLED_NAME, self.name, ""),
            (said.CALLED_ADDRESS, self.address, ""),
            (said.CALLED_TITLE, self.title, said.CALLED_TITLE_HINT),
        )
        for number, (label, made, hint) in enumerate(places):
            grid.addWidget(Labelled(label, made, hint), number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        self.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignRight)
        self.who.currentIndexChanged.connect(lambda index: self._show())

    def doors(self) -> tuple[QWidget, ...]:
        """The person first."""
        return (self.who, self.name)

    def put(self, model: SettingsModel) -> None:
        """Whom one may name: everyone, or oneself."""
        self._model = model
        login = self.login()
        refill(self.who, ((person.login, person.login) for person in model.nameable()), login or model.login)
        self._show()

    def login(self) -> str:
        """Who is chosen."""
        return str(self.who.currentData() or "")

    def _show(self) -> None:
        chosen = self._model.person(self.login()) if self._model else None
        if chosen is None:
            return
        self.name.setText(chosen.name if chosen.name != chosen.login else "")
        self.name.setPlaceholderText(chosen.login)
        self.name.setToolTip(chosen.login)
        self.who.setToolTip(chosen.login)
        self.address.setCurrentIndex(ADDRESSES.index(chosen.address))
        self.title.setText(chosen.title)


class PasswordCard(KeyedCard):
    """One's own password: the old one, the new one twice."""

    def __init__(self) -> None:
        super().__init__(said.PASSWORD, said.KEYS["password"])
        self.old = Labelled(said.PASSWORD_OLD, field(said.PASSWORD_OLD, hidden=True))
        self.new = Labelled(said.PASSWORD_NEW, field(said.PASSWORD_NEW, hidden=True))
        self.again = Labelled(said.PASSWORD_AGAIN, field(said.PASSWORD_AGAIN, hidden=True))
        self.change = button(said.CHANGE_PASSWORD, "Ctrl+Shift+M", icon="key")
        self.body.addWidget(words(said.PASSWORD_TEXT, "second", 10))
        self.body.addWidget(self.old)
        row = QHBoxLayout()
        row.setSpacing(12)
        for place in (self.new, self.again):
            row.addWidget(place, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignRight)

    def doors(self) -> tuple[QWidget, ...]:
        """The old password first."""
        return (self.old.input,)

    def clear(self) -> None:
        """Nothing typed stays."""
        for place in (self.old, self.new, self.again):
            place.input.clear()  # type: ignore[attr-defined]
            place.say("")


class MachineCard(KeyedCard):
    """Size of the type, ground and minutes until the cover; `sized`, `grounded` and `timed` carry what was chosen."""

    sized = Signal(int)
    grounded = Signal(str)
    timed = Signal(int)

    def __init__(self) -> None:
        super().__init__(said.MACHINE, said.KEYS["machine"])
        self.group, self.grounds, self.idle = QButtonGroup(self), QButtonGroup(self), QComboBox()
        choices = QGridLayout()
        choices.setHorizontalSpacing(20)
        _offer(choices, self.group, said.TYPE, [(size, said.percent(size)) for size in PERCENTS])
        _offer(choices, self.grounds, said.GROUND, [(n, said.GROUNDS[code]) for n, code in enumerate(GROUNDS)])
        choices.setColumnStretch(len(PERCENTS) + 1, 1)
        self.body.addLayout(choices)
        for minutes in IDLE_MINUTES:
            self.idle.addItem(said.minutes(minutes), minutes)
        self.body.addWidget(Labelled(said.IDLE, self.idle, said.IDLE_TEXT))
        self.group.idClicked.connect(self.sized)
        self.grounds.idClicked.connect(lambda place: self.grounded.emit(GROUNDS[place]))
        self.idle.activated.connect(lambda index: self.timed.emit(int(self.idle.itemData(index))))

    def doors(self) -> tuple[QWidget, ...]:
        """The size in force first."""
        chosen = self.group.checkedButton()
        return (chosen or self.group.buttons()[0], self.idle)

    def put(self, size: int, minutes: int, ground: str) -> None:
        """Show what is in force."""
        self.grounds.button(GROUNDS.index(ground)).setChecked(True)
        made = self.group.button(size)
        if made is not None:
            made.setChecked(True)
        self.idle.setCurrentIndex(self.idle.findData(minutes))


def _offer(choices: QGridLayout, group: QButtonGroup, name: str, offered: Sequence[tuple[int, str]]) -> None:
    row = choices.rowCount()
    choices.addWidget(words(name, bold=True), row, 0)
    for place, (code, told) in enumerate(offered, 1):
        made = QRadioButton(told)
        made.setFont(face(11.25))
        made.setAccessibleName(f"{name} {told}")
        group.addButton(made, code)
        choices.addWidget(made, row, place)
