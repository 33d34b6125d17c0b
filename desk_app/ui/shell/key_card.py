"""The card of keys, made from the table of actions."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from common.words import window as said
from common.words.actions import PLACES
from desk_app.ui.actions import ACTIONS, Action, key_words
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.theme.look import px

_COLUMNS, _TITLE_LINES = 3, 2


def card_groups(shown: Collection[str]) -> tuple[tuple[str, tuple[Action, ...]], ...]:
    """Keyed actions by the place where their key works; `shown` are the ids that are built."""
    groups = []
    for place, title in PLACES.items():
        rows = tuple(a for a in ACTIONS if a.id in shown and a.key and (a.page if a.here else "") == place)
        if rows:
            groups.append((title, rows))
    return tuple(groups)


class KeyCard(QDialog):
    """One window, no scrolling; Esc or Enter closes it."""

    def __init__(self, shown: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(said.KEYS_TITLE)
        self.setAccessibleName(said.KEYS_TITLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(words(said.KEYS_TITLE, points=16, bold=True))
        column.addWidget(words(said.KEYS_TEXT, "second", 10.5))
        column.addLayout(_cards(card_groups(shown)), 1)
        close = button(said.CLOSE, key_words("Escape"), primary=True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        close.setDefault(True)
        close.setFocus()


def _cards(groups: Sequence[tuple[str, tuple[Action, ...]]]) -> QHBoxLayout:
    """Groups in order, down one column and then the next, so that no column is much taller than the others."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for part in columns_of(groups):
        column = QVBoxLayout()
        column.setSpacing(12)
        for title, actions in part:
            column.addWidget(_card(title, actions))
        column.addStretch(1)
        row.addLayout(column, 1)
    return row


def columns_of(groups: Sequence[tuple[str, tuple[Action, ...]]]) -> list[list[tuple[str, tuple[Action, ...]]]]:
    """The groups dealt into at most three columns."""
    tallest = max((len(actions) + _TITLE_LINES for _, actions in groups), default=0)
    total = sum(len(actions) + _TITLE_LINES for _, actions in groups)
    room = max(tallest, -(-total // _COLUMNS))
    columns: list[list[tuple[str, tuple[Action, ...]]]] = [[]]
    used = 0
    for group in groups:
        lines = len(group[1]) + _TITLE_LINES
        if columns[-1] and used + lines > room and len(columns) < _COLUMNS:
            columns.append([])
            used = 0
        columns[-1].append(group)
        used += lines
    return columns


def _card(title: str, actions: Sequence[Action]) -> Card:
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(7)
    for line, action in enumerate(actions):
        grid.addWidget(KeyCap(action.shown_key), line, 0, Qt.AlignmentFlag.AlignRight)
        name = words(action.words, points=10.5, bold=True)
        help_words = words(action.help, "second", 10.5)
        for place, label in enumerate((name, help_words), start=1):
            label.setWordWrap(False)
            grid.addWidget(label, line, place)
    grid.setColumnMinimumWidth(0, px(84))
    grid.setColumnStretch(2, 1)
    card.body.addLayout(grid)
    return card
