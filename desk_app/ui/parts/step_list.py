"""The steps of a longer piece of work: where one stands, what is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desk_app.ui.parts.card import Card
from desk_app.ui.theme.icons import icon
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import CHAM, CHAM_NHAT, MUC, MUC_NHAT, SEN, TREN_NUT, VIEN

_WIDE, _TALL, _DOT = 252, 56, 26
_FOLDED, _FOLDED_TALL, _FOLDS = 58, 36, 800
"""On a page narrower than this in px of the design the numbers stand alone."""


class StepList(Card):
    """A card of 252 px; the standing step on a pale ground, finished ones with a tick."""

    def __init__(self, steps: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._steps, self._at, self._folded = tuple(steps), 0, False
        self.setFixedWidth(px(_WIDE))
        self.stand(0)

    def take(self, steps: Sequence[tuple[str, str]]) -> None:
        """Other steps; one stands at the first."""
        self._steps = tuple(steps)
        self.stand(0)

    def stand(self, at: int) -> None:
        """Stand at this step; those before it are done."""
        self._at = at
        self.setAccessibleName(f"{at + 1}/{len(self._steps)} {self._steps[at][0]}")
        self.setToolTip("\n".join(f"{number}. {step[0]}" for number, step in enumerate(self._steps, start=1)))
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """The page is known now."""
        super().showEvent(event)
        page = self.parentWidget()
        if page is not None:
            page.installEventFilter(self)
            self.fold(page.width() < px(_FOLDS))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget) and watched is self.parentWidget():
            self.fold(watched.width() < px(_FOLDS))
        return super().eventFilter(watched, event)

    def fold(self, folded: bool) -> None:
        """Numbers alone, which leave more of a narrow window to the step itself."""
        self._folded = folded
        self.setFixedWidth(px(_FOLDED if folded else _WIDE))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card's own ground, then a line for each step."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, step in enumerate(self._steps):
            self._paint_step(painter, number, step)
        painter.end()

    def _paint_step(self, painter: QPainter, number: int, step: tuple[str, str]) -> None:
        side, tall = (8, _FOLDED_TALL) if self._folded else (12, _TALL)
        box = QRectF(px(side), px(14) + number * px(tall), self.width() - px(2 * side), px(tall - 3))
        painter.setPen(Qt.PenStyle.NoPen)
        if number == self._at:
            painter.setBrush(QColor(CHAM_NHAT))
            painter.drawRoundedRect(box, 6, 6)
        down = 3 if self._folded else 8
        dot = QRectF(box.left() + px(8), box.top() + px(down), px(_DOT), px(_DOT))
        painter.setBrush(QColor(SEN if number < self._at else CHAM if number == self._at else VIEN))
        painter.drawEllipse(dot)
        self._paint_sign(painter, dot, number)
        if self._folded:
            return
        words = box.adjusted(px(44), px(6), -px(4), 0)
        title, under = step
        painter.setPen(QColor(MUC))
        painter.setFont(face(11.25, SEMIBOLD))
        painter.drawText(words, Qt.AlignmentFlag.AlignTop, title)
        painter.setPen(QColor(MUC_NHAT))
        painter.setFont(face(9.5))
        painter.drawText(words.adjusted(0, px(22), 0, 0), Qt.AlignmentFlag.AlignTop, _within(under, words.width()))

    def _paint_sign(self, painter: QPainter, dot: QRectF, number: int) -> None:
        if number < self._at:
            icon("check", TREN_NUT).paint(painter, dot.toRect().adjusted(4, 4, -4, -4))
            return
        painter.setPen(QColor(TREN_NUT))
        painter.setFont(face(10.5, SEMIBOLD))
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(number + 1))


def _within(text: str, room: float) -> str:
    """A name of sixty letters ends in an ellipsis."""
    return QFontMetricsF(face(9.5)).elidedText(text, Qt.TextElideMode.ElideRight, room)
