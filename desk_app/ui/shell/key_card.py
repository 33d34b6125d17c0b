"""The card of keys, made from the table of actions."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from common.words import window as said
from common.words.actions import PLACES
from desk_app.ui.actions import ACTIONS, Action, key_words
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.theme.look import percent, px

Group = tuple[str, tuple[Action, ...]]
_TITLE_LINES, _WORDY, _TALLEST, _AROUND, _SIDES, _ANY = 2, 105, 22, 160, 56, 16_777_215


def card_groups(shown: Collection[str], front: str = "") -> tuple[Group, ...]:
    """Keyed actions by the place where their key works, those of the page in front first; `shown` are the ids that
    are built."""
    groups = []
    for place, title in sorted(PLACES.items(), key=lambda each: (each[0] != front, bool(each[0]))):
        rows = tuple(a for a in ACTIONS if a.id in shown and a.key and (a.page if a.here else "") == place)
        if rows:
            groups.append((title, rows))
    return tuple(groups)


class KeyCard(Over):
    """One window that scrolls only where the screen is too small; Esc or Enter closes it."""

    def __init__(self, shown: Collection[str], parent: QWidget | None = None, front: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(said.KEYS_TITLE)
        self.setAccessibleName(said.KEYS_TITLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(words(said.KEYS_TITLE, points=16, bold=True))
        column.addWidget(words(said.KEYS_TEXT, "second", 10.5))
        cards = _fitting(card_groups(shown, front), self.room().width() - _SIDES if parent else _ANY)
        column.addWidget(Scrolled(cards), 1)
        close = button(said.CLOSE, key_words("Escape"), primary=True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        close.setDefault(True)
        close.setFocus()
        room = parent.window().size() if parent else cards.sizeHint().grownBy(QMargins(0, 0, 60, 240))
        wide, tall = cards.sizeHint().width() + 60, cards.sizeHint().height() + px(_AROUND)
        self.resize(min(wide, room.width()), min(tall, room.height()))


def _fitting(groups: Sequence[Group], room: int) -> QWidget:
    """Two columns with a line of help each; with large type or many keys three columns of keys and words alone, and
    fewer columns where the window is narrow."""
    tallest = max((sum(map(_lines, column)) for column in columns_of(groups, 2)), default=0)
    brief = percent() > _WORDY or tallest > _TALLEST
    for columns in (3, 2) if brief else (2,):
        cards = _cards(groups, columns, brief)
        if cards.sizeHint().width() <= room:
            return cards
    return _cards(groups, 1, True)


def _cards(groups: Sequence[Group], columns: int, brief: bool) -> QWidget:
    cards = QWidget()
    row = QHBoxLayout(cards)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for part in columns_of(groups, columns):
        column = QVBoxLayout()
        column.setSpacing(12)
        for title, actions in part:
            column.addWidget(_card(title, actions, brief))
        column.addStretch(1)
        row.addLayout(column, 1)
    return cards


def columns_of(groups: Sequence[Group], most: int) -> list[list[Group]]:
    """The groups over at most so many columns, the long ones first, each into the shortest column so far; inside a
    column they keep the order of the card."""
    columns: list[list[Group]] = [[] for _ in range(most)]
    for group in sorted(groups, key=_lines, reverse=True):
        min(columns, key=lambda column: sum(map(_lines, column))).append(group)
    order = {group[0]: place for place, group in enumerate(groups)}
    dealt = [sorted(column, key=lambda group: order[group[0]]) for column in columns if column]
    return sorted(dealt, key=lambda column: order[column[0][0]])


def _lines(group: Group) -> int:
    return len(group[1]) + _TITLE_LINES


def _card(title: str, actions: Sequence[Action], brief: bool) -> Card:
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(3)
    for line, action in enumerate(actions):
        grid.addWidget(KeyCap(action.shown_key), line, 0, Qt.AlignmentFlag.AlignRight)
        name = words(action.words, points=10.5, bold=True)
        help_words = words(action.help, "second", 10.5)
        name.setToolTip(action.help)
        for place, label in enumerate((name,) if brief else (name, help_words), start=1):
            label.setWordWrap(False)
            grid.addWidget(label, line, place)
    grid.setColumnMinimumWidth(0, px(84))
    grid.setColumnStretch(2, 1)
    card.body.addLayout(grid)
    return card


def show_card(shown: Collection[str], window: QWidget, front: str) -> None:
    """The card over the window, the keys of the page in front first."""
    card = KeyCard(shown, window, front)
    card.setModal(True)
    card.finished.connect(card.deleteLater)
    card.show()
