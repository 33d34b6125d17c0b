"""The right column: the letter as it is typed, what there is to say about it, its free line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
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
from desk_app.ui.parts.glance import closing_head
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import HOE_CHU, SEN_CHU, SON_CHU

WIDTH, _LOWEST, _BAR = 402, 210, 14
_SIGNS = {"sen": ("circle-check", SEN_CHU), "hoe": ("alert-triangle", HOE_CHU), "son": ("alert-circle", SON_CHU)}


class CourtesySide(QWidget):
    """`line_written` carries the free line as it is typed, `name_chosen` says that the name on the page was clicked."""

    line_written = Signal(str)
    name_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(px(WIDTH) - _BAR)
        self.resize(px(WIDTH), px(WIDTH))
        self._title, self.paper = block_title(said.LETTER_COMING), PaperBox("letter-paper")
        self.picture = LetterPicture()
        self.picture.setMinimumHeight(px(_LOWEST))
        self.picture.name_chosen.connect(self.name_chosen)
        self._checks = Card()
        self._checks.body.setSpacing(4)
        self._checks.body.setContentsMargins(14, 8, 10, 8)
        self.line = FreeLine()
        self.line.written.connect(self.line_written)
        self._presses: list[QPushButton] = []
        self._blocked: tuple[Check, ...] = ()
        self._steps: tuple[Check, ...] = ()
        self._lines: list[QWidget] = []
        self._lay_out()
        self._checks.hide()

    def begin(self, papers: Sequence[Option], free_line: str) -> None:
        """Another letter, still to come: on one of these papers, the usual one first."""
        self._title.setText(said.LETTER_COMING)
        self.paper.put(papers)
        self.paper.setEnabled(True)
        self.line.put(free_line)

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

    def take_focus(self) -> None:
        """The keys come here: to the first button under the page."""
        self._presses[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: PagePixels) -> None:
        """The page that was drawn, with what it says of itself."""
        image = QImage(page.pixels, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888).copy()
        self.picture.show_page(image if page.pixels else None, "" if page.pixels else page.note)
        self.picture.setAccessibleName(page.note or self.paper.text())
        self.picture.show_spots(page.spots)
        self._steps = page.steps
        self._list()

    def say_blocked(self, errors: int) -> None:
        """How many errors keep the letter from being written; 0 when none does."""
        self._blocked = (Check("son", said.blocked(errors)),) if errors else ()
        self._list()

    def letter_is_there(self) -> None:
        """This is the written letter, its words stand."""
        self._title.setText(said.LETTER_THERE)
        self.line.setEnabled(False)
        self.paper.setEnabled(False)

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

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.paper)
        presses = QHBoxLayout()
        presses.setSpacing(4)
        for id, text, icon, act in (
            ("zoom-letter", said.ZOOM, "zoom-in", self.zoom),
            ("letter-line", beside.CHANGE_WORDS, "pencil", self.ask_line),
        ):
            press = quiet_button(text, BY_ID[id].shown_key, icon)
            press.setProperty("small", True)
            press.clicked.connect(act)
            presses.addWidget(press)
            self._presses.append(press)
        presses.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.picture)
        column.addWidget(self._checks)
        column.addWidget(self.line)
        column.addLayout(presses)
        column.addStretch(1)

    def _list(self) -> None:
        while self._lines:
            gone = self._lines.pop()
            self._checks.body.removeWidget(gone)
            gone.deleteLater()
        for check in self.checks():
            self._lines.append(_line(check))
            self._checks.body.addWidget(self._lines[-1])
        self._checks.setVisible(bool(self.checks()))


def _line(check: Check) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(sign(*_SIGNS[check.tone], 18), 0, Qt.AlignmentFlag.AlignTop)
    told = words(check.words, points=10)
    told.setTextFormat(Qt.TextFormat.PlainText)
    row.addWidget(told, 1)
    return widget
