"""The exchange of keys: our card goes out, the key file comes in, six words are compared by phone; a leader decides
about names."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from common.words import month_changing as changing
from common.words import month_keys as said
from common.words.troubles import sentence
from desk_app.services.tie_view import KeyExchange, Tie
from desk_app.ui.month.result import WordTiles
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import KeyButton, button, quiet_button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.key_page import field
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.theme.look import px

LONGEST_REASON = 200
_NARROW = 820
"""px at 100 %."""


class KeysPage(QWidget):
    """Three lines, one after the other, at first and again when keys are changed; the model does the work, the page
    above asks for files."""

    def __init__(self) -> None:
        super().__init__()
        self.state = Banner("cham", "", "")
        self.card: KeyButton = button(said.KEY_CARD, "Ctrl+E", icon="device-floppy")
        self.take: KeyButton = button(said.KEY_TAKE, "Ctrl+O", icon="file-import")
        self.confirm: KeyButton = button(said.KEY_CONFIRM, "Ctrl+Enter", icon="check")
        self.drop: KeyButton = quiet_button(changing.DROP, "Ctrl+Shift+X")
        self.tiles, self.figures = WordTiles(), words("", "second", 10.5)
        self.heard, self.wrong = field(said.KEY_HEARD), words("", "wrong", 10.5)
        self.heard.textChanged.connect(self._typed)
        self.heard.setPlaceholderText(said.KEY_HEARD)
        self.waiting: Tie | None = None
        self._shown: Tie | None = None
        self._steps = (
            _Step("1", said.KEY_CARD, said.KEY_CARD_TEXT, self.card),
            _Step("2", said.KEY_TAKE, said.KEY_TAKE_TEXT, self.take),
        )
        self.change, self.names = ChangeCard(), NamesCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.state)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(12)
        for step in self._steps:
            self._beside.addWidget(step, 1)
        column.addLayout(self._beside)
        for widget in (self._words_card(), self.change, self.names):
            column.addWidget(widget)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the two first steps stand one over the other."""
        narrow = self.width() < px(_NARROW)
        self._beside.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)

    def _words_card(self) -> Card:
        card = Card()
        self.words_title, self.words_text = words("", bold=True), words("", "second", 10.5)
        for widget in (self.words_title, self.words_text, self.tiles):
            card.body.addWidget(widget)
        under = QHBoxLayout()
        under.addWidget(self.figures, 1)
        under.addWidget(self.drop)
        card.body.addLayout(under)
        row = QHBoxLayout()
        row.addWidget(self.heard, 1)
        row.addWidget(self.confirm)
        card.body.addLayout(row)
        card.body.addWidget(self.wrong)
        return card

    def put(self, keys: KeyExchange) -> None:
        """Show how far it has come."""
        self.waiting = keys.waiting
        shown = keys.waiting or (None if keys.changing else keys.in_force)
        self._shown = shown or keys.in_force
        leader = _who_may(keys)
        self.state.say(*_state(keys, leader))
        self._steps[0].say(*((changing.CARD, changing.CARD_TEXT) if keys.changing else _FIRST_CARD))
        self.words_title.setText(changing.AGREED if shown and not keys.waiting else f"3. {said.KEY_WORDS}")
        self.words_text.setText(said.KEY_WORDS_TEXT if keys.waiting else "" if shown else said.KEY_WORDS_LATER)
        self.words_text.setVisible(bool(self.words_text.text()))
        self._put_words(shown)
        self.heard.clear()
        for widget in (self.heard, self.confirm, self.drop):
            widget.setVisible(keys.waiting is not None)
        for act in (self.card, self.take, self.confirm, self.drop, self.change.act):
            act.setEnabled(keys.may)
            act.setToolTip(leader)
        self.change.put(keys)
        self.names.put(self._shown, leader)
        self.wrong.hide()

    def first(self, keys: KeyExchange) -> QWidget:
        """Where the next thing is done."""
        if keys.waiting:
            return self.heard
        return self.card if keys.changing or not keys.card else self.take

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


_FIRST_CARD = (said.KEY_CARD, said.KEY_CARD_TEXT)


def _state(keys: KeyExchange, leader: str) -> tuple[str, str, str]:
    """Tone, title and text of the banner."""
    waiting, held = keys.waiting, keys.in_force
    if waiting:
        told = (changing.other_desk(waiting.desk, held.desk) if held else "", leader)
        if keys.stranger:
            return "son", changing.STRANGER, _lines(changing.STRANGER_TEXT, changing.told_office(waiting.office), *told)
        return "hoe", said.tie_waits(waiting.desk, waiting.host), _lines(*told)
    if keys.changing:
        return "hoe", changing.CHANGING, _lines(changing.CHANGING_TEXT, leader)
    if held:
        return "sen", said.tie_stands(held.desk, held.host), _lines(changing.since(held.since), leader)
    return "cham", said.NO_TIE, leader or said.KEY_INTRO


def _lines(*told: str) -> str:
    return "\n".join(filter(None, told))


class ChangeCard(Card):
    """Which key signs, those of before, how to change it, and what a new PC means; only where a tie is in force."""

    def __init__(self) -> None:
        super().__init__()
        self.act: KeyButton = button(changing.BEGIN, "Ctrl+Shift+D", icon="key")
        self.signing, self.before = words("", points=10.5), words("", "second", 10.5)
        self.new_pc = words("", "second", 10.5)
        head = QHBoxLayout()
        head.addWidget(words(changing.TITLE, bold=True), 1)
        head.addWidget(self.act)
        self.body.addLayout(head)
        for widget in (self.signing, words(changing.TEXT, "second", 10.5), self.before):
            self.body.addWidget(widget)
        self.body.addWidget(words(changing.NEW_PC, bold=True))
        self.body.addWidget(self.new_pc)

    def put(self, keys: KeyExchange) -> None:
        """Show how it stands."""
        self.setVisible(keys.in_force is not None)
        self.act.set_words(changing.STOP if keys.changing else changing.BEGIN)
        self.signing.setText(changing.signing(keys.key))
        self.before.setText(_lines(*(changing.before(row.key_id, row.until) for row in keys.before)))
        self.before.setVisible(bool(keys.before))
        self.new_pc.setText(changing.new_pc(keys.in_force.desk) if keys.in_force else "")


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


class _Step(Card):
    """A step with its number, what it is for and its button."""

    def __init__(self, number: str, title: str, text: str, act: KeyButton) -> None:
        super().__init__()
        self._number, self._act = number, act
        self._title, self._text = words("", bold=True), words("", "second", 10.5)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._title)
        told.addWidget(self._text)
        row = QHBoxLayout()
        row.addLayout(told, 1)
        row.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.say(title, text)

    def say(self, title: str, text: str) -> None:
        """What is to be done here."""
        self._title.setText(f"{self._number}. {title}")
        self._text.setText(text)
        self._act.set_words(title)
