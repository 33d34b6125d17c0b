"""The right column of every form that ends in a letter: its page as it is typed, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from common.words import form as said
from common.words import form_side as beside
from desk_app.services.choosing import Option
from desk_app.services.preview import Check, PagePixels
from desk_app.ui.actions import BY_ID
from desk_app.ui.choosing.free_line import FreeLine
from desk_app.ui.form.letter_picture import LetterPicture
from desk_app.ui.form.paper_box import PaperBox
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.glance import closing_head, image_of
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import HOE_CHU, SEN_CHU, SON_CHU

WIDTH, _LOWEST, _BAR = 402, 210, 14
_SIGNS = {"sen": ("circle-check", SEN_CHU), "hoe": ("alert-triangle", HOE_CHU), "son": ("alert-circle", SON_CHU)}


@dataclass(frozen=True, slots=True)
class ColumnKeys:
    """The actions whose keys stand in the column: another paper, the page large, the line of the letter's own."""

    paper: str
    zoom: str
    line: str


class LetterColumn(QWidget):
    """`line_written` carries the letter's free line as it is typed, `name_chosen` the field of the name that was
    clicked on the page or told of beneath it."""

    line_written = Signal(str)
    name_chosen = Signal(str)

    def __init__(self, keys: ColumnKeys) -> None:
        super().__init__()
        self.setMinimumWidth(px(WIDTH) - _BAR)
        self.resize(px(WIDTH), px(WIDTH))
        self._title, self.paper = block_title(said.LETTER_COMING), PaperBox(keys.paper)
        self.picture = LetterPicture()
        self.picture.setMinimumHeight(px(_LOWEST))
        self.picture.name_chosen.connect(self.name_chosen)
        self._checks = Card()
        self._checks.body.setSpacing(4)
        self._checks.body.setContentsMargins(14, 8, 10, 8)
        self.line = FreeLine()
        self.line.written.connect(self.line_written)
        self._zoom = quiet_button(said.ZOOM, BY_ID[keys.zoom].shown_key, "zoom-in")
        self._zoom.clicked.connect(self.zoom)
        self._change = quiet_button(beside.CHANGE_WORDS, BY_ID[keys.line].shown_key, "pencil")
        self._change.clicked.connect(self.ask_line)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(0)
        self._blocked: tuple[Check, ...] = ()
        self._steps: tuple[Check, ...] = ()
        self._lines: list[QWidget] = []
        self._lay_out()
        self._checks.hide()

    def take_focus(self) -> None:
        """The keys come here: to the button that shows the page large."""
        self._zoom.setFocus(Qt.FocusReason.OtherFocusReason)

    def await_letter(self, papers: Sequence[Option]) -> None:
        """Another letter, still to come: on one of these papers, the usual one first. A single one cannot be
        changed."""
        self._title.setText(said.LETTER_COMING)
        self.paper.put(papers)
        for part in (self.line, self.paper.box):
            part.setEnabled(True)

    def letter_is_there(self) -> None:
        """This is the kept letter, its words stand."""
        self._title.setText(said.LETTER_THERE)
        for part in (self.line, self.paper.box):
            part.setEnabled(False)

    def ask_line(self) -> None:
        """The line of the letter's own, to be typed now."""
        self.line.show()
        self.line.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_line(self) -> bool:
        """Esc in the free line: an empty one goes away; False when the keys were elsewhere."""
        if not self.line.entry.hasFocus():
            return False
        self.line.setVisible(bool(self.line.entry.text().strip()))
        return True

    def show_page(self, page: PagePixels) -> None:
        """The page that was drawn, with what it says of itself."""
        self.picture.show_page(image_of(page), "" if page.pixels else page.note)
        self.picture.setAccessibleName(page.note or self.paper.text())
        self.picture.show_spots(page.spots)
        self._steps = page.steps
        self._list()

    def say_blocked(self, errors: int) -> None:
        """How many errors keep the letter from being made; 0 when none does."""
        self._blocked = (Check("son", said.blocked(errors)),) if errors else ()
        self._list()

    def checks(self) -> tuple[Check, ...]:
        """What is listed."""
        return (*self._blocked, *self._steps)

    def zoom(self) -> None:
        """The page as large as the window allows; Esc closes it."""
        image = self.picture.image()
        if image is None:
            return
        dialog = Over(self.window())
        dialog.setWindowTitle(self._title.text())
        dialog.setObjectName("zoomedPage")
        large = PagePicture()
        large.show_page(image)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(20, 8, 12, 4)
        column.addLayout(closing_head(self._title.text(), dialog))
        column.addWidget(large, 1)
        room = self.window().size()
        dialog.resize(min(px(1010), room.width() - 40), min(px(760), room.height() - 20))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _press(self, check: Check) -> QPushButton | None:
        """A button under one line of what there is to say."""
        return None

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for part in (self.picture, self._checks, self.line):
            column.addWidget(part)
        column.addLayout(self._foot)
        column.addStretch(1)

    def _list(self) -> None:
        while self._lines:
            gone = self._lines.pop()
            self._checks.body.removeWidget(gone)
            gone.deleteLater()
        for check in self.checks():
            self._lines.append(_line(check, self._press(check)))
            self._checks.body.addWidget(self._lines[-1])
        self._checks.setVisible(bool(self.checks()))


def small_row(*presses: QPushButton, told: str = "") -> QHBoxLayout:
    """Small buttons side by side, and what is told of them."""
    row = QHBoxLayout()
    row.setSpacing(4)
    for press in presses:
        press.setProperty("small", True)
        row.addWidget(press)
    if told:
        row.addWidget(words(told, "second", 10), 1)
    else:
        row.addStretch(1)
    return row


def _line(check: Check, press: QPushButton | None) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(sign(*_SIGNS[check.tone], 18), 0, Qt.AlignmentFlag.AlignTop)
    told = words(check.words, points=10)
    told.setTextFormat(Qt.TextFormat.PlainText)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(told)
    if press is not None:
        column.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)
    row.addLayout(column, 1)
    return widget
