"""The last step: what lies on the stick, six words, what comes next and what may be done at once."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from common.words import month as said
from common.words.month_keys import in_figures
from common.words.month_stick import named
from desk_app.services.sticks import Stick
from desk_app.services.tie_view import Tie
from desk_app.ui.month.model import Written
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.page_head import ElidedLabel
from desk_app.ui.parts.places import clear
from desk_app.ui.theme.look import SEMIBOLD, face, px

_NARROW = 700


class WordTiles(QWidget):
    """Six words in six boxes, numbered; selectable by nobody, read aloud by everybody."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.words: tuple[str, ...] = ()

    def put(self, told: tuple[str, ...]) -> None:
        """Show these words."""
        clear(self._row)
        self.words = told
        self.setAccessibleName(" ".join(told))
        for number, word in enumerate(told, 1):
            self._row.addWidget(_tile(number, word), 1)


def _tile(number: int, word: str) -> QFrame:
    box = QFrame()
    box.setObjectName("card")
    box.setMinimumHeight(px(60))
    column = QVBoxLayout(box)
    column.setContentsMargins(4, 4, 4, 6)
    column.setSpacing(0)
    count, text = words(str(number), "second", 9.5), QLabel(word)
    text.setFont(face(15, SEMIBOLD))
    for label in (count, text):
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(label)
    return box


class ResultPage(QWidget):
    """Written and read back; `eject`, `slip` and `copy_more` are what one may do at once, `told` what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner("sen", "", "")
        self.banner.title.setFont(face(15, SEMIBOLD))
        self.banner.make_large()
        self.tiles = WordTiles()
        self.figures, self.short, self.file = words("", "second", 10.5), words("", points=10.5), ElidedLabel("")
        self.file.setFont(face(10.5))
        self.eject: KeyButton = button(said.EJECT, "Ctrl+R", primary=True, icon="usb")
        self.slip: KeyButton = button(said.SLIP, "Ctrl+P", icon="printer")
        self.copy_more: KeyButton = button(said.COPY, "Ctrl+Shift+S", icon="copy")
        self.told = words("", "good", 10.5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addWidget(self._code_card())
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._row.addWidget(_next_card(), 5)
        self._row.addWidget(self._now_card(), 3)
        column.addLayout(self._row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What one may do now comes first where there is little room."""
        narrow = self.width() < px(_NARROW)
        self._row.setDirection(QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)

    def _code_card(self) -> Card:
        card = Card()
        head = QHBoxLayout()
        note = words(said.CARD_NOTE, "second", 9.5)
        note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(block_title(said.CARD_HEAD))
        head.addWidget(note, 1)
        self._head = QWidget()
        self._head.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        for widget in (self._head, self.tiles):
            card.body.addWidget(widget)
        line = QHBoxLayout()
        self.short.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(self.figures, 1)
        line.addWidget(self.short, 1)
        card.body.addLayout(line)
        card.body.addWidget(self.file)
        return card

    def _now_card(self) -> Card:
        card = Card(said.NOW)
        for each in (self.eject, self.slip, self.copy_more):
            each.setProperty("spread", True)
            card.body.addWidget(each)
        card.body.addWidget(self.told)
        card.body.addStretch(1)
        return card

    def put(self, written: Written, office: str, parent: str, onto: Stick | None = None) -> None:
        """Show what was written, onto a stick or into a folder."""
        kib = max(1, round(written.size / 1024))
        self.banner.say(
            "sen",
            said.written_title([bundle.seq for bundle in written.bundles], onto is not None),
            said.written_text(written.lines, kib, office, parent),
        )
        self._put_words(written.tie)
        self.short.setText(_weighty(said.short_of(written.numbers)))
        place = named(onto.name, onto.drive) if onto else str(written.bundles[0].path.parent)
        self.file.setText(said.file_at([bundle.path.name for bundle in written.bundles], place))
        self.eject.setVisible(onto is not None)
        self.told.setText("")

    def _put_words(self, tie: Tie | None) -> None:
        for widget in (self._head, self.tiles, self.figures):
            widget.setVisible(tie is not None)
        if tie is not None:
            self.tiles.put(tie.words)
            self.figures.setText(_weighty(in_figures(tie.figures)))


def _weighty(told: str) -> str:
    """What is compared weighs more than its name."""
    name, value = told.split(": ", 1)
    return f"{escape(name)}: <b>{escape(value)}</b>"


def _next_card() -> Card:
    card = Card(said.NEXT)
    for number, text in enumerate(said.NEXT_STEPS, 1):
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(10)
        count = words(str(number), "link", bold=True)
        row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(text), 1)
        card.body.addWidget(line)
    card.body.addStretch(1)
    return card
