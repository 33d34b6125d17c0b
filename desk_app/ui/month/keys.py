"""The exchange of keys: our card goes out, the key file comes in, six words are compared by phone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from common.words import month as said
from desk_app.services.tie_view import KeyExchange, Tie
from desk_app.ui.month.result import WordTiles
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.key_page import field


class KeysPage(QWidget):
    """Three lines, one after the other; the model does the work, the page above asks for files."""

    def __init__(self) -> None:
        super().__init__()
        self.state = Banner("cham", "", "")
        self.card: KeyButton = button(said.KEY_CARD, "Ctrl+E", icon="device-floppy")
        self.take: KeyButton = button(said.KEY_TAKE, "Ctrl+O", icon="file-import")
        self.confirm: KeyButton = button(said.KEY_CONFIRM, "Ctrl+Enter", icon="check")
        self.tiles, self.figures = WordTiles(), words("", "second", 10.5)
        self.heard, self.wrong = field(said.KEY_HEARD), words("", "wrong", 10.5)
        self.heard.textChanged.connect(self._typed)
        self.heard.setPlaceholderText(said.KEY_HEARD)
        self.waiting: Tie | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.state)
        column.addWidget(_step("1", said.KEY_CARD, said.KEY_CARD_TEXT, self.card))
        column.addWidget(_step("2", said.KEY_TAKE, said.KEY_TAKE_TEXT, self.take))
        column.addWidget(self._words_card())
        column.addStretch(1)

    def _words_card(self) -> Card:
        card = Card()
        self.words_text = words("", "second", 10.5)
        card.body.addWidget(_titled("3", said.KEY_WORDS))
        for widget in (self.words_text, self.tiles, self.figures):
            card.body.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.heard, 1)
        row.addWidget(self.confirm)
        card.body.addLayout(row)
        card.body.addWidget(self.wrong)
        return card

    def put(self, keys: KeyExchange) -> None:
        """Show how far it has come."""
        self.waiting = keys.waiting
        shown = keys.waiting or keys.in_force
        if keys.waiting:
            self.state.say("hoe", "", said.tie_waits(keys.waiting.desk, keys.waiting.host))
        elif keys.in_force:
            self.state.say("sen", "", said.tie_stands(keys.in_force.desk, keys.in_force.host))
        else:
            self.state.say("cham", said.NO_TIE, said.KEY_INTRO)
        self.words_text.setText(said.KEY_WORDS_TEXT if keys.waiting else "" if shown else said.KEY_WORDS_LATER)
        self.words_text.setVisible(not keys.in_force or bool(keys.waiting))
        self._put_words(shown)
        self.heard.clear()
        for widget in (self.heard, self.confirm):
            widget.setVisible(keys.waiting is not None)
        self.wrong.hide()

    def _put_words(self, shown: Tie | None) -> None:
        for widget in (self.tiles, self.figures):
            widget.setVisible(shown is not None)
        if shown is not None:
            self.tiles.put(shown.words)
            self.figures.setText(said.in_figures(shown.figures))

    def _typed(self, text: str) -> None:
        self.confirm.setEnabled(len(text.split()) == 6)
        self.wrong.hide()

    def say_wrong(self) -> None:
        """What was typed is not what stands here."""
        self.wrong.setText(said.KEY_WRONG_WORDS)
        self.wrong.show()
        self.heard.setFocus()


def _step(number: str, title: str, text: str, act: KeyButton) -> Card:
    card = Card()
    row = QHBoxLayout()
    told = QVBoxLayout()
    told.setSpacing(0)
    told.addWidget(_titled(number, title))
    told.addWidget(words(text, "second", 10.5))
    row.addLayout(told, 1)
    row.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
    card.body.addLayout(row)
    return card


def _titled(number: str, title: str) -> QLabel:
    return words(f"{number}. {title}", bold=True)
