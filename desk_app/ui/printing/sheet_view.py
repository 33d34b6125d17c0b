"""The sheet in view: its name and place in the queue, its picture, what was done to fit, what stands in the way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from common.words import printing as said
from common.words.actions import WORDS
from desk_app.services.print_desk import Sheet
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.glance import closing_head
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.printing.blank import BlankSheet
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import SEMIBOLD, face, percent, px
from desk_app.ui.theme.tokens import HOE, RADIUS, SEN, VIEN_BANG, VO

_SIDE, _LEAST = 16, 190


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


class _Sheet(PagePicture):
    """The page's picture; its frame says how tall it may be, so that a small window does not scroll for it."""

    name: tuple[float, float, float, float] | None = None
    """Where the name stands that the box below speaks of, as parts of the sheet."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, and a frame around that name."""
        super().paintEvent(event)
        if self.name is None or self.sheet().isEmpty():
            return
        sheet, (x, y, wide, tall) = self.sheet(), self.name
        painter = QPainter(self)
        painter.setPen(QPen(QColor(HOE), 2))
        box = QRectF(sheet.left() + x * sheet.width(), sheet.top() + y * sheet.height(), 0, 0)
        box.setSize(QSizeF(wide * sheet.width(), tall * sheet.height()))
        painter.drawRoundedRect(box, 2, 2)
        painter.end()

    def hasHeightForWidth(self) -> bool:
        """The frame keeps the shape."""
        return False

    def sizeHint(self) -> QSize:
        """Little is enough; the frame gives what there is."""
        return self.minimumSize()


class SheetView(QWidget):
    """The middle column. `stepped(-1 | 1)` asks for the neighbour, `opened()` for the letter that is held back,
    `mended(where)` for the place where a flaw is mended or looked into: "settings", "record" or "death"."""

    stepped = Signal(int)
    opened = Signal()
    mended = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.title, self.place = Elided(), words("", "second", 10)
        self.field = ""
        self.title.setFont(face(13, SEMIBOLD))
        self.place.setWordWrap(False)
        self.earlier, self.later = _arrow("chevron-left", said.EARLIER), _arrow("chevron-right", said.LATER)
        self.zoom = button("", "Ctrl+K", icon="zoom-in")
        self.zoom.setToolTip(WORDS["zoom-sheet"][0])
        self.zoom.set_kind("neutral")
        self.picture, self.blank = _Sheet(), BlankSheet()
        self.frame = QFrame()
        self.open_held = button(said.OPEN_HELD, BY_ID["open-held"].shown_key)
        self.to_settings = button(said.MEND_SETTINGS, BY_ID["page-settings"].shown_key)
        self.to_record = button(said.MEND_RECORD, BY_ID["open-record"].shown_key)
        self.to_death = button(said.SEE_DEATH, BY_ID["open-death"].shown_key)
        ways = (self.open_held, self.to_settings, self.to_record, self.to_death)
        self.stop = Banner("son", "", buttons=ways, stacked=True)
        self.fit, self.good = Banner("hoe", ""), Banner("xam", "")
        self._image: QImage | None = None
        self._short = False
        self._lay_out()
        self.fit_room(False, False)
        self.earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self.later.clicked.connect(lambda: self.stepped.emit(1))
        self.open_held.clicked.connect(self.opened)
        self.to_settings.clicked.connect(lambda: self.mended.emit("settings"))
        self.to_record.clicked.connect(lambda: self.mended.emit("record"))
        self.to_death.clicked.connect(lambda: self.mended.emit("death"))
        self.show_nothing()

    def fit_room(self, narrow: bool, short: bool) -> None:
        """With large type or in a narrow window the words of the button would leave no room for the name, in a short
        one the advice none for the sheet."""
        self._short = short
        self.zoom.set_words("" if narrow or percent() > 100 else WORDS["zoom-sheet"][0])
        self.zoom.setAccessibleName(WORDS["zoom-sheet"][0])

    def show_place(self, title: str, number: int, all: int) -> None:
        """Whose sheet, and the how manyeth."""
        self.title.say(title)
        self.place.setText(said.OF_ALL.format(number=number, all=all) if all else "")
        for widget in (self.earlier, self.later, self.zoom, self.title, self.place):
            widget.setVisible(all > 0)
        self.earlier.setEnabled(number > 1)
        self.later.setEnabled(number < all)

    def show_sheet(self, sheet: Sheet, image: QImage | None, held: bool) -> None:
        """The sheet and what is to be said about it; `held` offers to open it."""
        self._image, self.field = image, sheet.field
        if image is None:
            self.blank.say(said.TROUBLE_TITLE, "; ".join(sheet.stops))
        else:
            self.picture.name = sheet.name
            self.picture.show_page(image, "")
        self.picture.setVisible(image is not None)
        self.blank.setVisible(image is None)
        self.zoom.setEnabled(image is not None)
        self.stop.say("hoe" if held else "son", said.HELD_TITLE if held else said.TROUBLE_TITLE, "; ".join(sheet.stops))
        self.open_held.setVisible(held)
        for where, each in (("settings", self.to_settings), ("record", self.to_record), ("death", self.to_death)):
            each.setVisible(sheet.mend == where)
        self.fit.say("hoe", "; ".join(sheet.notes), "" if self._short else sheet.advice)
        self.fit.setToolTip(sheet.advice)
        self._say_checked(sheet)
        self.stop.setVisible(bool(sheet.stops))
        self.fit.setVisible(bool(sheet.notes))
        self.good.setVisible(image is not None and not sheet.stops)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The frame is no taller than its sheet."""
        super().resizeEvent(event)
        wide = self.width() - 2 * px(_SIDE)
        self.frame.setMaximumHeight(max(self.blank.heightForWidth(wide), self.picture.heightForWidth(wide)) + px(_SIDE))

    def _say_checked(self, sheet: Sheet) -> None:
        fonts = said.GLYPHS_RARE.format(letters=", ".join(sheet.rare)) if sheet.rare else said.GLYPHS_GOOD
        self.good.say("hoe" if sheet.code == "unread" else "xam", "", f"{fonts} {said.CODES[sheet.code]}")
        if sheet.code != "unread":
            self.good.sign.setPixmap(picture("circle-check", px(20), SEN, self.devicePixelRatioF()))

    def show_nothing(self) -> None:
        """An empty queue: paper that waits for words."""
        self._image = None
        self.show_place("", 0, 0)
        self.picture.show_page(None, "")
        self.picture.hide()
        self.blank.say(said.BLANK_TITLE, said.BLANK_TEXT)
        self.blank.show()
        for box in (self.stop, self.fit, self.good):
            box.hide()

    def enlarge(self) -> bool:
        """The sheet as large as the screen allows, until Esc."""
        if self._image is None:
            return False
        dialog = Over(self)
        dialog.setWindowTitle(said.TITLE)
        dialog.setAccessibleName(self.title.toolTip())
        large = PagePicture()
        large.show_page(self._image, "")
        room = self.window().size()
        wide = min(px(1180), room.width() - 60)
        large.setFixedWidth(wide)
        large.setFixedHeight(large.heightForWidth(wide))
        scroll = QScrollArea()
        scroll.setWidget(large)
        scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(20, 8, 12, 12)
        column.addLayout(closing_head(self.title.toolTip(), dialog))
        column.addWidget(scroll, 1)
        dialog.resize(min(px(1240), room.width()), min(px(690), room.height() - 20))
        dialog.setModal(True)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return True

    def _lay_out(self) -> None:
        head, under = QVBoxLayout(), QHBoxLayout()
        head.setSpacing(2)
        under.setSpacing(8)
        under.addWidget(self.place, 1)
        for widget in (self.earlier, self.later, self.zoom):
            widget.setProperty("small", True)
            under.addWidget(widget)
        # A line of its own: whose sheet it is must not be cut by the buttons.
        head.addWidget(self.title)
        head.addLayout(under)
        self.frame.setObjectName("desk")
        self.frame.setStyleSheet(
            f"QFrame#desk {{ background: {VO.name()}; border: 1px solid {VIEN_BANG.name()};"
            f" border-radius: {RADIUS['card']}px; }}"
        )
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(px(_SIDE), px(8), px(_SIDE), 0)
        for sheet in (self.picture, self.blank):
            sheet.setMinimumHeight(px(_LEAST))
        inside.addWidget(self.picture)
        inside.addWidget(self.blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.frame, 100)
        for box in (self.stop, self.fit, self.good):
            column.addWidget(box)
        column.addStretch(1)


def _arrow(icon: str, name: str) -> KeyButton:
    made = button("", icon=icon)
    made.set_kind("neutral")
    made.setFixedWidth(px(42))
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
