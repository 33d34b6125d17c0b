"""The right column: which letter, its page, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from common.words import form as said
from desk_app.domain.events import Event
from desk_app.services.preview import Check, PagePixels
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import HOE_CHU, SEN_CHU, SON_CHU

WIDTH = 402
_SIGNS = {"sen": ("circle-check", SEN_CHU), "hoe": ("alert-triangle", HOE_CHU), "son": ("alert-circle", SON_CHU)}


class Side(QWidget):
    """`zoom_wanted` is told by the button under the page."""

    zoom_wanted = Signal()

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.setFixedWidth(px(WIDTH))
        self._title, self._template = block_title(said.LETTER_COMING), said.TEMPLATE_NAMES[event]
        zoom = quiet_button(said.ZOOM, "Ctrl+K", "zoom-in")
        zoom.setProperty("small", True)
        zoom.clicked.connect(self.zoom_wanted)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(zoom)
        self.picture = PagePicture()
        self._checks = Card()
        self._checks.body.setSpacing(4)
        self._checks.body.setContentsMargins(14, 8, 10, 8)
        self._blocked: tuple[Check, ...] = ()
        self._steps: tuple[Check, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.picture)
        column.addWidget(self._checks)
        column.addStretch(1)
        self._checks.hide()

    def show_page(self, page: PagePixels) -> None:
        """The page that was drawn, with what it says of itself."""
        self.picture.show_page(image_of(page), self._template if page.pixels else page.note)
        self._steps = page.steps
        self._list()

    def say_blocked(self, errors: int) -> None:
        """How many errors keep the letter from being printed; 0 when none does."""
        self._blocked = (Check("son", said.blocked(errors)),) if errors else ()
        self._list()

    def letter_is_there(self, there: bool) -> None:
        """Whether this is the saved letter or the one to come."""
        self._title.setText(said.LETTER_THERE if there else said.LETTER_COMING)

    def checks(self) -> tuple[Check, ...]:
        """What is listed."""
        return (*self._blocked, *self._steps)

    def zoom(self) -> None:
        """The page as large as the window allows; Esc closes it."""
        image = self.picture.image()
        if image is None:
            return
        dialog = QDialog(self.window())
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

    def _list(self) -> None:
        while self._checks.body.count():
            item = self._checks.body.takeAt(0)
            gone = item.widget() if item else None
            if gone is not None:
                gone.deleteLater()
        for check in _in_order(self.checks()):
            self._checks.body.addWidget(_line(check))
        self._checks.setVisible(bool(self.checks()))


def image_of(page: PagePixels) -> QImage | None:
    """The pixels as Qt shows them; a copy, so that the bytes may go."""
    if not page.pixels:
        return None
    return QImage(page.pixels, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888).copy()


def _in_order(checks: Sequence[Check]) -> list[Check]:
    return sorted(checks, key=lambda check: ("son", "hoe", "sen").index(check.tone))


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
