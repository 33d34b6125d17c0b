"""One numbered section: its heading, its rows, and the one line it folds into."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk_app.ui.form.fields import Section
from desk_app.ui.parts.card import block_title
from desk_app.ui.parts.page_head import ElidedLabel
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import MUC_NHAT


class SectionPart(QWidget):
    """Rows go into `.rows`; `opened` tells that somebody unfolded it."""

    opened = Signal(str)

    def __init__(self, number: int, section: Section) -> None:
        super().__init__()
        self.section = section
        self._summary = ""
        self.heading = SectionHeading(number, section)
        self.heading.clicked.connect(self._unfold)
        self._body = QWidget()
        self.rows = QVBoxLayout(self._body)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self.heading, 1)
        column.addLayout(self._head)
        column.addWidget(self._body)
        self.closed, self.note = False, section.note

    @property
    def folded(self) -> bool:
        """Whether only the heading is seen."""
        return self._body.isHidden()

    @property
    def done(self) -> bool:
        """Whether nothing has to be typed here: folded into what it says, or left out."""
        return self.closed or (self.folded and bool(self._summary))

    def fold(self, folded: bool, summary: str = "") -> None:
        """One line with what it says, or everything."""
        if self.closed:
            return
        self._summary = summary if folded else ""
        self._body.setVisible(not folded)
        self.heading.say(self._summary or self.note, folded)

    def tell(self, note: str, closed: bool) -> None:
        """The line beside the title ("" for its usual one); `closed` leaves nothing but that line."""
        reopened = self.closed and not closed
        self.note = note or self.section.note
        if closed:
            self._body.hide()
            self.heading.say(self.note, folded=False)
        elif reopened or not self._summary:
            self._body.setVisible(reopened or not self.folded)
            self.heading.say(self.note, self.folded)
        self.closed = closed

    def put_beside(self, widget: QWidget) -> None:
        """Something at the end of the heading."""
        self._head.addWidget(widget)

    def _unfold(self) -> None:
        if self.folded and not self.closed:
            self.fold(False)
            self.opened.emit(self.section.name)


class SectionHeading(QPushButton):
    """Number, title and a line; a place to press Enter while the section is folded."""

    def __init__(self, number: int, section: Section) -> None:
        super().__init__()
        self.setProperty("kind", "look")
        self.setObjectName(f"section:{section.name}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = section.title
        self._line, self._chevron = ElidedLabel(""), QLabel()
        self._line.setFont(face(10))
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._chevron.setPixmap(picture("chevron-down", px(18), MUC_NHAT, self.devicePixelRatioF()))
        rule = QFrame()
        rule.setObjectName("sectionRule")
        rule.setFixedHeight(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for each in (_badge(number), block_title(section.title), self._line):
            row.addWidget(each)
        row.addWidget(rule, 1)
        row.addWidget(self._chevron)
        for label in self.findChildren(QWidget):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.say(section.note, False)

    def say(self, line: str, folded: bool) -> None:
        """The quiet words beside the title, and whether there is something to open."""
        self._line.setText(line)
        self._line.setToolTip(line)
        self._chevron.setVisible(folded)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if folded else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{self._title} {line}".strip())

    def line(self) -> str:
        """What is said beside the title."""
        return self._line.text()

    def sizeHint(self) -> QSize:
        """As wide as there is room, one line tall."""
        return QSize(px(200), px(28))

    def minimumSizeHint(self) -> QSize:
        """The line gives way."""
        return QSize(px(160), px(28))


def _badge(number: int) -> QLabel:
    badge = QLabel(str(number))
    badge.setObjectName("sectionNumber")
    badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
    badge.setFont(face(9.5, SEMIBOLD))
    badge.setFixedSize(px(24), px(24))
    return badge
