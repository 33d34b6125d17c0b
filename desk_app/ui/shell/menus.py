"""The table of actions as keys of the window and rows of its menus."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from common.words.actions import MENUS
from desk_app.ui.actions import ACTIONS, Action
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import SIDE_WIDTH

if TYPE_CHECKING:
    from desk_app.ui.shell.window import MainWindow


def make_actions(window: MainWindow, pages: Container[str]) -> dict[str, QAction]:
    """Every action whose page is there, by its id, with its keys."""
    shown = {}
    for action in ACTIONS:
        if action.told or (action.page and action.page not in pages):
            continue
        made = QAction(_in_menu(action), window)
        made.setObjectName(action.id)
        if action.key:
            made.setShortcuts(_sequences(action.key))
        made.triggered.connect(lambda checked=False, action=action: window.do(action))
        window.addAction(made)
        shown[action.id] = made
    return shown


def make_menus(window: MainWindow, made: Mapping[str, QAction]) -> QMenu:
    """The menus over the window; gives the one of new entries, which a button of the side bar opens too."""
    new_menu = QMenu(window)
    for name, words in MENUS.items():
        shown = [made[a.id] for a in ACTIONS if a.menu == name and a.id in made]
        if not shown:
            continue
        menu = QMenu(words, window)  # a child of the window: the one that addMenu makes may be collected
        window.menuBar().addMenu(menu)
        menu.addActions(shown)
        if name == "new":
            # As wide as the button over it, and the keys stand off from the words.
            menu.setMinimumWidth(px(SIDE_WIDTH) - 20)
            new_menu = menu
    return new_menu


def _in_menu(action: Action) -> str:
    """New entries show the letter that chooses them where other rows show their key."""
    letter = action.menu_words.partition("&")[2][:1].upper()
    return f"{action.menu_words}\t{letter}" if action.menu == "new" and letter else action.menu_words


def _sequences(key: str) -> list[QKeySequence]:
    """Both Enter keys mean the same."""
    both = (key, key.replace("Return", "Enter")) if key.endswith("Return") else (key,)
    return [QKeySequence(each) for each in both]
