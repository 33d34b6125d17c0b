"""The right column: which letter, its page, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from common.words import choosing
from common.words import form as said
from common.words import form_side as beside
from desk_app.services.choosing import Option
from desk_app.services.letter_values import Wish
from desk_app.services.preview import Check, PagePixels
from desk_app.ui.actions import BY_ID
from desk_app.ui.choosing.free_line import FreeLine
from desk_app.ui.form.letter_picture import LetterPicture
from desk_app.ui.form.paper_box import PaperBox
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import KeyButton, quiet_button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.glance import closing_head
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import HOE_CHU, SEN_CHU, SON_CHU

WIDTH, _LOWEST, _BAR = 402, 210, 14
_SIGNS = {"sen": ("circle-check", SEN_CHU), "hoe": ("alert-triangle", HOE_CHU), "son": ("alert-circle", SON_CHU)}


class Side(QWidget):
    """`zoom_wanted` is told by the button under the page, `line_written` carries the letter's free line as it is typed,
    `name_chosen` the field of the name that was clicked on the page or told of beneath it, `template_chosen` the paper
    of the letter, `choice_wanted` asks for everything else that may be chosen."""

    zoom_wanted = Signal()
    line_written = Signal(str)
    choice_wanted = Signal()
    template_chosen = Signal(str)
    name_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(px(WIDTH) - _BAR)
        self.resize(px(WIDTH), px(WIDTH))
        self._title, self._paper = block_title(said.LETTER_COMING), PaperBox("template")
        self.template = self._paper.box
        self.picture = LetterPicture()
        self.picture.setMinimumHeight(px(_LOWEST))
        self.picture.name_chosen.connect(self.name_chosen)
        self._checks = Card()
        self._checks.body.setSpacing(4)
        self._checks.body.setContentsMargins(14, 8, 10, 8)
        self.choose = quiet_button(choosing.SHORT, BY_ID["choose-words"].shown_key, "list")
        self.line = FreeLine()
        self.line.written.connect(self.line_written)
        self._blocked: tuple[Check, ...] = ()
        self._steps: tuple[Check, ...] = ()
        self._lines: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head())
        column.addWidget(self.picture)
        column.addWidget(self._checks)
        column.addWidget(self.line)
        column.addLayout(self._foot())
        column.addStretch(1)
        self._checks.hide()

    def take_focus(self) -> None:
        """The keys come here: to the button that shows the page large."""
        self._zoom.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, wish: Wish, papers: Sequence[Option]) -> None:
        """Another form, its letter still to come: on one of these papers, the usual one first. A single one cannot be
        changed."""
        self._title.setText(said.LETTER_COMING)
        self._paper.put(papers)
        self.show_wish(wish)
        self.template.setEnabled(True)
        self.choose.setEnabled(True)
        self.setEnabled(True)

    def show_wish(self, wish: Wish) -> None:
        """What is chosen for the letter, as far as it is seen here; a line being typed keeps its cursor."""
        if self.line.entry.text() != wish.free_line or not self.line.isVisibleTo(self):
            self.line.put(wish.free_line)
        self._paper.show_chosen(wish.template or "")

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
        self.picture.setAccessibleName(page.note or self.template.currentText())
        self.picture.show_spots(page.spots)
        self._steps = page.steps
        self._list()

    def say_blocked(self, errors: int) -> None:
        """How many errors keep the letter from being printed; 0 when none does."""
        self._blocked = (Check("son", said.blocked(errors)),) if errors else ()
        self._list()

    def letter_is_there(self) -> None:
        """This is the saved letter, its words stand."""
        self._title.setText(said.LETTER_THERE)
        for each in (self.line, self.template, self.choose):
            each.setEnabled(False)

    def checks(self) -> tuple[Check, ...]:
        """What is listed."""
        return (*self._blocked, *self._steps)

    @property
    def held_field(self) -> str:
        """The field where the first thing stands that is to be looked into."""
        return next((check.field for check in self.checks() if check.field), "")

    def to_held(self) -> None:
        """The key of that field."""
        if self.held_field:
            self.name_chosen.emit(self.held_field)

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

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._title)
        row.addStretch(1)
        self._paper.chosen.connect(self.template_chosen)
        row.addWidget(self._paper)
        return row

    def _foot(self) -> QVBoxLayout:
        change = quiet_button(beside.CHANGE_WORDS, BY_ID["free-line"].shown_key, "pencil")
        change.clicked.connect(self.ask_line)
        zoom = quiet_button(said.ZOOM, BY_ID["zoom"].shown_key, "zoom-in")
        zoom.clicked.connect(self.zoom_wanted)
        self._zoom = zoom
        self.choose.clicked.connect(self.choice_wanted)
        column = QVBoxLayout()
        column.setSpacing(0)
        for presses, told in (((self.choose, change), ""), ((zoom,), beside.CLICK_NAMES)):
            row = QHBoxLayout()
            row.setSpacing(4)
            for press in presses:
                press.setProperty("small", True)
                row.addWidget(press)
            row.addWidget(words(told, "second", 10), 1) if told else row.addStretch(1)
            column.addLayout(row)
        return column

    def _list(self) -> None:
        while self._lines:
            gone = self._lines.pop()
            self._checks.body.removeWidget(gone)
            gone.deleteLater()
        for check in self.checks():
            key = BY_ID["to-held"].shown_key if check.field == self.held_field else ""
            press = quiet_button(beside.TO_FIELD, key) if check.field else None
            self._lines.append(_line(check, press, self.name_chosen.emit))
            self._checks.body.addWidget(self._lines[-1])
        self._checks.setVisible(bool(self.checks()))


def image_of(page: PagePixels) -> QImage | None:
    """The pixels as Qt shows them; a copy, so that the bytes may go."""
    if not page.pixels:
        return None
    return QImage(page.pixels, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888).copy()


def _line(check: Check, press: KeyButton | None, go: Callable[[str], object]) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(sign(*_SIGNS[check.tone], 18), 0, Qt.AlignmentFlag.AlignTop)
    told: QLabel = words(check.words, points=10)
    told.setTextFormat(Qt.TextFormat.PlainText)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(told)
    if press is not None:
        press.setAccessibleName(f"{press.text()}: {check.words}")
        press.clicked.connect(lambda: go(check.field))
        press.setProperty("small", True)
        column.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)
    row.addLayout(column, 1)
    return widget
