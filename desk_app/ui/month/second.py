"""The step of the second person: the same figures, who looks, their own password."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from common.words import month as said
from desk_app.services.month_view import MonthContents
from desk_app.services.second_look import Look
from desk_app.ui.month.contents import CountTable, say_sum
from desk_app.ui.month.model import Other
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.key_page import field
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.theme.look import px

_NARROW = 560


class NameChoice(QComboBox):
    """A name of sixty letters ends in an ellipsis and does not make the window wider."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the style draws it, with the words cut where the room ends."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        whole = option.currentText
        option.currentText = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room.width() - px(4))
        self.setToolTip(whole if option.currentText != whole else "")
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class SecondPage(QWidget):
    """Who looks sees what the first person saw. `settings` leads to where a second user is added."""

    def __init__(self) -> None:
        super().__init__()
        self.table, self.sum = CountTable(), Banner("sen", "", "")
        self.done, self.alone = Banner("sen", "", said.SEEN_TEXT), Banner("hoe", "", "")
        self.settings: KeyButton = button(said.SETTINGS, "Alt+8", icon="settings")
        self.who, self.password = NameChoice(), field(said.SECOND_PASSWORD, hidden=True)
        self.place = Labelled(said.SECOND_PASSWORD, self.password)
        self.asked = Card()
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        for each in (Labelled(said.SECOND_WHO, self.who), self.place):
            self._row.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
        self.asked.body.addLayout(self._row)
        self.password.textEdited.connect(lambda _: self.place.say(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(block_title(said.SECOND_TITLE))
        self.how = words(said.SECOND_TEXT, "second", 10.5)
        for widget in (self.how, self.asked, self.done, self.alone):
            column.addWidget(widget)
        column.addWidget(self.settings, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table)
        column.addWidget(self.sum)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name and password stand one under the other where there is little room."""
        narrow = self.width() < px(_NARROW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)

    def put(self, contents: MonthContents, others: tuple[Other, ...], look: Look | None) -> None:
        """The same contents; the people who may look; the look, once there was one."""
        self.table.put(contents.rows, contents.total)
        say_sum(self.sum, contents)
        chosen = self.user()
        self.who.clear()
        for other in others:
            self.who.addItem(other.full, other.name)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        self.password.clear()
        self.place.say("")
        if look:
            self.done.say("sen", said.seen(look.by, look.at), said.SEEN_TEXT)
        self.alone.say("hoe", said.SECOND_NONE_TITLE, said.SECOND_NONE)
        self.done.setVisible(look is not None)
        self.how.setVisible(look is None)
        self.asked.setVisible(look is None and bool(others))
        for widget in (self.alone, self.settings):
            widget.setVisible(look is None and not others)

    def user(self) -> str:
        """Who is chosen."""
        return str(self.who.currentData() or "")

    def refuse(self, text: str) -> None:
        """What is wrong with the password; it is typed anew."""
        self.password.clear()
        self.place.say(text)
        self.password.setFocus()
