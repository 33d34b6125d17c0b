"""The sheet in view: its name and place in the queue, its picture, what was done to fit, what stands in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from common.words import printing as said
from common.words.actions import WORDS
from desk_app.services.print_desk import Sheet
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.theme.look import SEMIBOLD, face, percent, px
from desk_app.ui.theme.tokens import RADIUS, VIEN_BANG, VO


class Elided(QLabel):
    """One line that ends in dots where the room does; the whole text is its tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Another line."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """The room changed."""
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 40)))


class SheetView(QWidget):
    """The middle column. `stepped(-1 | 1)` asks for the neighbour, `opened()` for the letter that is held back."""

    stepped = Signal(int)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.place = Elided(), words("", "second", 10)
        self.title.setFont(face(13, SEMIBOLD))
        self.place.setWordWrap(False)
        self.earlier, self.later = _arrow("chevron-left", said.EARLIER), _arrow("chevron-right", said.LATER)
        # With large type the words would leave no room for the name.
        self.zoom = button("" if percent() > 100 else WORDS["zoom-sheet"][0], "Ctrl+K", icon="zoom-in")
        self.zoom.setAccessibleName(WORDS["zoom-sheet"][0])
        self.zoom.setToolTip(WORDS["zoom-sheet"][0])
        self.zoom.set_kind("neutral")
        self.picture = PagePicture()
        self.open_held = button(said.OPEN_HELD)
        self.stop, self.fit, self.good = Banner("son", ""), Banner("hoe", ""), Banner("xam", "")
        self.stop.layout().addWidget(self.open_held)  # type: ignore[union-attr]
        self._image: QImage | None = None
        self._lay_out()
        self.earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self.later.clicked.connect(lambda: self.stepped.emit(1))
        self.open_held.clicked.connect(self.opened)
        self.show_nothing()

    def show_place(self, title: str, number: int, all: int) -> None:
        """Whose sheet, and the how manyeth."""
        self.title.say(title)
        self.place.setText(said.OF_ALL.format(number=number, all=all) if all else "")
        self.earlier.setEnabled(number > 1)
        self.later.setEnabled(number < all)

    def show_sheet(self, sheet: Sheet, image: QImage | None, held: bool) -> None:
        """The sheet and what is to be said about it; `held` offers to open it."""
        self._image = image
        self.picture.show_page(image, "" if image else "; ".join(sheet.stops))
        self.zoom.setEnabled(image is not None)
        self.stop.say("son", said.HELD_TITLE if held else said.TROUBLE_TITLE, "; ".join(sheet.stops))
        self.open_held.setVisible(held)
        self.fit.say("hoe", "; ".join(sheet.notes), sheet.advice)
        fonts = said.GLYPHS_RARE.format(letters=", ".join(sheet.rare)) if sheet.rare else said.GLYPHS_GOOD
        code = said.WITH_CODE if sheet.coded else said.WITHOUT_CODE
        self.good.say("sen", "", f"{fonts} {code}")
        self.stop.setVisible(bool(sheet.stops))
        self.fit.setVisible(bool(sheet.notes))
        self.good.setVisible(image is not None and not sheet.stops)

    def show_nothing(self) -> None:
        """An empty queue."""
        self._image = None
        self.show_place("", 0, 0)
        self.picture.show_page(None, "")
        self.zoom.setEnabled(False)
        for box in (self.stop, self.fit, self.good):
            box.hide()

    def enlarge(self) -> bool:
        """The sheet as large as the screen allows, until Esc."""
        if self._image is None:
            return False
        dialog = QDialog(self)
        dialog.setWindowTitle(self.title.toolTip())
        large = PagePicture()
        large.show_page(self._image, "")
        large.setFixedWidth(px(1180))
        large.setFixedHeight(large.heightForWidth(px(1180)))
        scroll = QScrollArea()
        scroll.setWidget(large)
        scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(dialog).addWidget(scroll)
        dialog.resize(px(1240), px(690))
        dialog.setModal(True)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return True

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.title)
        lines.addWidget(self.place)
        head.addLayout(lines, 1)
        for widget in (self.earlier, self.later, self.zoom):
            head.addWidget(widget)
        frame = QFrame()
        frame.setObjectName("desk")
        frame.setStyleSheet(
            f"QFrame#desk {{ background: {VO}; border: 1px solid {VIEN_BANG}; border-radius: {RADIUS['card']}px; }}"
        )
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(px(16), px(8), px(16), 0)
        inside.addWidget(self.picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(frame, 1)
        for box in (self.stop, self.fit, self.good):
            column.addWidget(box)


def _arrow(icon: str, name: str) -> KeyButton:
    made = button("", icon=icon)
    made.set_kind("neutral")
    made.setFixedWidth(px(42))
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
