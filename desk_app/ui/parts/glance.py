"""A letter's sheet over the window, for a look; Esc or Space puts it away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.words import window as said
from desk_app.services.preview import PagePixels
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.theme.look import px


class Glance(Over):
    """The picture of a page as it prints."""

    def __init__(self, title: str, page: PagePixels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The system shows window titles to everyone: whose letter it is stands inside.
        self.setWindowTitle(said.SEEN_LETTER)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.picture = PagePicture()
        self.picture.show_page(image_of(page), "" if page.note == title else page.note)
        self.picture.setAccessibleName(page.note or title)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.addWidget(words(title, points=13, bold=True))
        column.addWidget(self.picture, 1)
        foot = QHBoxLayout()
        foot.addWidget(words(page.steps[-1].words if page.steps else "", "second", 10), 1)
        close = quiet_button(said.CLOSE, "Esc")
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        column.addLayout(foot)
        tall = page.height > page.width
        self.resize(px(520) if tall else px(900), px(690))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space closes as it opened."""
        if event.key() == Qt.Key.Key_Space:
            self.reject()
            return
        super().keyPressEvent(event)


def closing_head(title: str, dialog: Over) -> QHBoxLayout:
    """Over a sheet shown large: what it is, and the key that puts it away."""
    row = QHBoxLayout()
    row.addWidget(words(title, points=13, bold=True), 1)
    close = quiet_button(said.CLOSE, "Esc")
    close.clicked.connect(dialog.reject)
    row.addWidget(close)
    return row


def image_of(page: PagePixels) -> QImage | None:
    """The picture of a page, None when it could not be drawn."""
    if not page.pixels:
        return None
    return QImage(page.pixels, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888).copy()
