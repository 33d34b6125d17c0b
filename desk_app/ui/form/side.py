"""The right column: which letter, its page, and what there is to say about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from common.words import form as said
from common.words import form_side as beside
from desk_app.domain.events import Event
from desk_app.services.preview import Check, PagePixels
from desk_app.ui.actions import BY_ID
from desk_app.ui.form.free_line import FreeLine
from desk_app.ui.form.letter_picture import LetterPicture
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import HOE_CHU, SEN_CHU, SON_CHU

WIDTH, _LOWEST, _BAR = 402, 210, 14
_SIGNS = {"sen": ("circle-check", SEN_CHU), "hoe": ("alert-triangle", HOE_CHU), "son": ("alert-circle", SON_CHU)}


class Side(QWidget):
    """`zoom_wanted` is told by the button under the page, `line_written` carries the letter's free line as it is typed,
    `name_chosen` the field of the name that was clicked on the page."""

    zoom_wanted = Signal()
    line_written = Signal(str)
    name_chosen = Signal(str)

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.setMinimumWidth(px(WIDTH) - _BAR)
        self.resize(px(WIDTH), px(WIDTH))
        self._title, self._template = block_title(said.LETTER_COMING), said.TEMPLATE_NAMES[event]
        self.picture = LetterPicture()
        self.picture.setMinimumHeight(px(_LOWEST))
        self.picture.name_chosen.connect(self.name_chosen)
        self._checks = Card()
        self._checks.body.setSpacing(4)
        self._checks.body.setContentsMargins(14, 8, 10, 8)
        self.line = FreeLine()
        self.line.written.connect(self.line_written)
        self._blocked: tuple[Check, ...] = ()
        self._steps: tuple[Check, ...] = ()
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

    def begin(self, free_line: str) -> None:
        """Another form, its letter still to come."""
        self._title.setText(said.LETTER_COMING)
        self.line.put(free_line)
        self.setEnabled(True)

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
        self.picture.setAccessibleName(page.note or self._template)
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
        self.line.setEnabled(False)

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
        column.addWidget(large)
        room = self.window().size()
        dialog.resize(min(px(1010), room.width() - 40), min(px(760), room.height() - 20))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._title)
        row.addStretch(1)
        name = words(self._template, "second", 10.5)
        name.setWordWrap(False)
        row.addWidget(name)
        return row

    def _foot(self) -> QVBoxLayout:
        change = quiet_button(beside.CHANGE_WORDS, BY_ID["free-line"].shown_key, "pencil")
        change.clicked.connect(self.ask_line)
        zoom = quiet_button(said.ZOOM, BY_ID["zoom"].shown_key, "zoom-in")
        zoom.clicked.connect(self.zoom_wanted)
        row = QHBoxLayout()
        row.setSpacing(4)
        for press in (zoom, change):
            press.setProperty("small", True)
            row.addWidget(press)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(words(beside.CLICK_NAMES, "second", 10))
        return column

    def _list(self) -> None:
        while self._checks.body.count():
            item = self._checks.body.takeAt(0)
            gone = item.widget() if item else None
            if gone is not None:
                gone.deleteLater()
        for check in self.checks():
            self._checks.body.addWidget(_line(check))
        self._checks.setVisible(bool(self.checks()))


def image_of(page: PagePixels) -> QImage | None:
    """The pixels as Qt shows them; a copy, so that the bytes may go."""
    if not page.pixels:
        return None
    return QImage(page.pixels, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888).copy()


def _line(check: Check) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(sign(*_SIGNS[check.tone], 18), 0, Qt.AlignmentFlag.AlignTop)
    told: QLabel = words(check.words, points=10)
    told.setTextFormat(Qt.TextFormat.PlainText)
    row.addWidget(told, 1)
    return widget
