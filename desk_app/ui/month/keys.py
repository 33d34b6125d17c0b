"""The exchange of keys: our card goes out, the key file comes in, six words are compared by phone; a leader decides
about names."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from common.words import month_keys as said
from common.words.troubles import sentence
from desk_app.services.tie_view import KeyExchange, Tie
from desk_app.ui.month.result import WordTiles
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.key_page import field
from desk_app.ui.parts.labelled import Labelled

LONGEST_REASON = 200


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
        self._shown: Tie | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.state)
        column.addWidget(_step("1", said.KEY_CARD, said.KEY_CARD_TEXT, self.card))
        column.addWidget(_step("2", said.KEY_TAKE, said.KEY_TAKE_TEXT, self.take))
        column.addWidget(self._words_card())
        self.names = NamesCard()
        column.addWidget(self.names)
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
        self._shown = shown
        leader = _who_may(keys)
        if keys.waiting:
            self.state.say("hoe", said.tie_waits(keys.waiting.desk, keys.waiting.host), leader)
        elif keys.in_force:
            self.state.say("sen", said.tie_stands(keys.in_force.desk, keys.in_force.host), leader)
        else:
            self.state.say("cham", said.NO_TIE, leader or said.KEY_INTRO)
        self.words_text.setText(said.KEY_WORDS_TEXT if keys.waiting else "" if shown else said.KEY_WORDS_LATER)
        self.words_text.setVisible(not keys.in_force or bool(keys.waiting))
        self._put_words(shown)
        self.heard.clear()
        for widget in (self.heard, self.confirm):
            widget.setVisible(keys.waiting is not None)
        for act in (self.card, self.take, self.confirm):
            act.setEnabled(keys.may)
            act.setToolTip(leader)
        self.names.put(shown, leader)
        self.wrong.hide()

    def basis(self) -> str:
        """On which legal basis the level above asks for names."""
        return self._shown.legal_basis if self._shown else ""

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


class NamesCard(Card):
    """Where the level above asks for names: on which basis, what would travel, and a leader's reason."""

    def __init__(self) -> None:
        super().__init__()
        self.state, self.text = words("", bold=True), words(said.NAMES_TEXT, "second", 10.5)
        self.basis, self.reason = words("", points=10.5), field(said.NAMES_REASON)
        self.basis.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setMaxLength(LONGEST_REASON)
        self.place = Labelled(said.NAMES_REASON, self.reason)
        self.accept: KeyButton = button(said.NAMES_YES, "Ctrl+Shift+Y", icon="signature")
        self.stop: KeyButton = button(said.NAMES_NO, "Ctrl+Shift+Y", icon="lock")
        self.reason.textEdited.connect(lambda _: self.place.say(""))
        for widget in (self.state, self.basis, self.text, self.place):
            self.body.addWidget(widget)
        for act in (self.accept, self.stop):
            self.body.addWidget(act, 0, Qt.AlignmentFlag.AlignRight)

    def put(self, tie: Tie | None, leader: str) -> None:
        """Show how it stands with this enrolment; `leader` says who may decide, empty when it is this person."""
        may = not leader
        self.setVisible(tie is not None and tie.asks_names)
        if tie is None or not tie.asks_names:
            return
        given = bool(tie.reason)
        self.state.setText(said.names_accepted(tie.reason) if given else f"4. {said.NAMES}")
        self.basis.setText(said.names_asked(tie.legal_basis))
        self.reason.clear()
        self.place.say("")
        self.place.setVisible(not given and may)
        self.accept.setVisible(not given)
        self.stop.setVisible(given)
        for act in (self.accept, self.stop):
            act.setEnabled(may)
            act.setToolTip(leader)


def _who_may(keys: KeyExchange) -> str:
    if keys.training:
        return sentence("practice-stays-here")
    return "" if keys.may else said.NOT_LEADER


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
