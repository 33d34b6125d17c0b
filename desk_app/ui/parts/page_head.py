"""The head of a page: title, one line of context, the search box."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from common.words import window as said
from desk_app.ui.parts.keycap import key_width, paint_key
from desk_app.ui.parts.strip import Strip
from desk_app.ui.theme.icons import icon
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import CHAM, MUC, MUC_NHAT, Ink

_KEPT = 150
"""px of a title that stay before the line of context and the search box give way."""


_READ, _CONTEXT, _WIDE = 285, 205, 1040
"""px that search box and line of context keep beside a long title, where the head is at least so wide."""
_AROUND, _ANY = 82, 16_777_215
"""px of margins and gaps; as wide as one likes, as Qt has it."""


class SearchField(QLineEdit):
    """A field with a lens before and a key cap behind."""

    def __init__(self, hint: str = "", key: str = "F3", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._told = key, "-"
        self.setPlaceholderText(hint or said.SEARCH_HINT)
        self.setAccessibleName(hint or said.SEARCH_HINT)
        self.setToolTip(hint or said.SEARCH_HINT)
        self.addAction(icon("search", CHAM), QLineEdit.ActionPosition.LeadingPosition)
        self.tell("")

    def tell(self, text: str) -> None:
        """A few words before the key cap: how much was found."""
        if text == self._told:
            return
        self._told = text
        wide = QFontMetricsF(face(10.5)).horizontalAdvance(text) + 12 if text else 0
        self.setTextMargins(0, 0, round(key_width(self._key) + wide) + 4, 0)
        self.update()

    def told(self) -> str:
        """Those words."""
        return self._told

    def paintEvent(self, event: QPaintEvent) -> None:
        """The key cap stands at the right end."""
        super().paintEvent(event)
        wide = key_width(self._key)
        painter = QPainter(self)
        paint_key(painter, QRectF(self.width() - wide - 8, 0, wide, self.height()), self._key)
        painter.setPen(QColor(MUC_NHAT))
        painter.setFont(face(10.5))
        room = QRectF(0, 0, self.width() - wide - 18, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._told)
        painter.end()


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where the room ends; the whole line is the tool tip."""

    def __init__(self, text: str = "", colour: Ink = MUC_NHAT) -> None:
        super().__init__(text)
        self._colour, self._kept = colour, 0

    def keep(self, wide: int) -> None:
        """So many px of the line stay, however narrow it becomes."""
        self._kept = wide

    def minimumSizeHint(self) -> QSize:
        """It gives way to its neighbours."""
        least = min(self._kept, super().minimumSizeHint().width())
        return QSize(least, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(QColor(self._colour))
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class PageHead(Strip):
    """56 px; `.search` is the box; `sought` carries its words on Enter."""

    sought = Signal(str)

    def __init__(self, title: str, context: str = "") -> None:
        super().__init__("page-head")
        self.setObjectName("pageHead")
        self.title, self.context = ElidedLabel(title, MUC), ElidedLabel(context)
        self.title.setFont(face(16, SEMIBOLD))
        self.title.keep(px(_KEPT))
        self.context.setFont(face(10.5))
        self.context.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.search = SearchField()
        self.search.setMinimumWidth(px(125))
        self.search.setMaximumWidth(px(330))
        self.search.returnPressed.connect(lambda: self.sought.emit(self.search.text()))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(14)
        for widget in (self.title, self.context):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.search, 1000)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        super().resizeEvent(event)
        self._share()

    def say(self, title: str, context: str = "") -> None:
        """Another title and context."""
        self.title.setText(title)
        self.context.setText(context)
        self._share()

    def without_search(self) -> PageHead:
        """For pages that have a search of their own."""
        self.search.hide()
        return self

    def _share(self) -> None:
        """Where the head is wide, what the box asks for is read however long title and context are."""
        room = self.width() - px(_READ) - _AROUND if self.width() >= px(_WIDE) else _ANY
        context = min(self.context.sizeHint().width(), px(_CONTEXT))
        self.title.setMaximumWidth(max(room - context, px(_KEPT)))
        self.context.setMaximumWidth(max(room - self.title.sizeHint().width(), context))
