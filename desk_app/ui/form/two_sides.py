"""What is typed and its letter: beside each other, or where the window is narrow two tabs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTabBar, QVBoxLayout, QWidget

from common.words import form_side as said
from desk_app.ui.form.letter_picture import LetterPicture
from desk_app.ui.theme.look import face

_GAP = 16


class TwoSides(QWidget):
    """`.narrow` says whether there are tabs; `bring` chooses one. `.letter` is the column that scrolls when it must."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self.letter = _Column(right)
        self._sides = (left, self.letter)
        self.narrow = False
        self.tabs = QTabBar()
        self.tabs.setFont(face(11.25))
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(said.TABS)
        for words in (said.TAB_FORM, said.TAB_LETTER):
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(lambda _: self._show())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for place, side in enumerate(self._sides):
            row.addWidget(side, 1 - place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addLayout(row, 1)
        self._show()

    def fit(self, width: int, least: int) -> None:
        """Beside each other where the fields keep their `least` width, else tabs."""
        narrow = width < least + self._sides[1].width() + 3 * _GAP + 8
        if narrow != self.narrow:
            self.narrow = narrow
            self.tabs.setCurrentIndex(0)
            self._show()

    def bring(self, tab: int) -> None:
        """The fields (0) or the letter (1) to the front; nothing changes where both are seen."""
        self.tabs.setCurrentIndex(tab)

    def reveal(self, widget: QWidget) -> None:
        """Scroll the letter's column so that this part of it is seen."""
        QTimer.singleShot(0, self, lambda: self._sides[1].ensureWidgetVisible(widget))

    def turn(self) -> None:
        """To the other tab."""
        if self.narrow:
            self.bring(1 - self.tabs.currentIndex())

    def _show(self) -> None:
        self.tabs.setVisible(self.narrow)
        for place, side in enumerate(self._sides):
            side.setVisible(not self.narrow or place == self.tabs.currentIndex())


class _Column(QScrollArea):
    """A column of fixed width: the letter in it is as large as leaves room for what there is to say of it, and where
    the window is too low for that the column scrolls."""

    def __init__(self, side: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(side.width())
        side.setObjectName("pageBody")
        self._picture, self._layout = side.findChild(LetterPicture), side.layout()
        self.setWidget(side)
        side.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height for all of it."""
        super().resizeEvent(event)
        self._share()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """More or less is said of the letter."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().eventFilter(watched, event)

    def _share(self) -> None:
        column, wide = self._layout, self.viewport().width()
        if self._picture is not None and column is not None:
            said_of_it = column.totalHeightForWidth(wide) - self._picture.heightForWidth(wide)
            self._picture.fit(self.viewport().height() - said_of_it)
