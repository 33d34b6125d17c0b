"""Buttons that show their key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from desk_app.ui.parts.keycap import key_width, paint_key
from desk_app.ui.theme.icons import icon as tabler
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.sheet import restyle
from desk_app.ui.theme.tokens import CHAM, CHAM_DAM, MUC, TAT, TREN_NUT

_ICON, _GAP, SIDE, _TIGHT = 18, 8, 14, 8
_INK = {"primary": TREN_NUT, "neutral": MUC, "link": CHAM, "": CHAM_DAM}


class KeyButton(QPushButton):
    """Words, a sign before them and a key cap behind them; `text()` is the words alone. The property `tight` takes
    some of the air at the sides, for chips of which a row is full."""

    def __init__(self, text: str, key: str = "", kind: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._key, self._kind, self._sign = key, kind, icon
        self._alone = False
        self._measured: tuple[object, float, QSize] | None = None
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setFont(face(11.25, SEMIBOLD))
        self.setAutoDefault(False)

    def key(self) -> str:
        """The key cap's text."""
        return self._key

    def set_words(self, text: str) -> None:
        """Other words on the same button."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_sign(self, icon: str) -> None:
        """Another sign before the words."""
        self._sign = icon
        self.updateGeometry()
        self.update()

    def show_sign_alone(self, alone: bool) -> None:
        """Where there is no room for words they become the tool tip, with the key."""
        self._alone = alone
        self.setToolTip(f"{self.text()} {self._key}" if alone else "")
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        """Another weight: "primary", "neutral", "link" or ""."""
        self._kind = kind
        self.setProperty("kind", kind)
        restyle(self)

    def sizeHint(self) -> QSize:
        """Room for sign, words and cap."""
        return self._measure()[1]

    def minimumSizeHint(self) -> QSize:
        """A button never shrinks below its words."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style: what was measured holds no more."""
        self._measured = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style draws the button, then sign, words and cap in one line."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_line(painter)
        painter.end()

    def _content(self) -> float:
        return self._measure()[0]

    def _measure(self) -> tuple[float, QSize]:
        """How wide the line is, and the button; asked for very often while a window is laid out."""
        tight = self.property("tight") is True
        shown = (self.text(), self._key, self._sign, self._alone, self.property("kind"), tight)
        if self._measured is None or self._measured[0] != shown:
            wide = self._line()
            side = px(_TIGHT if tight else SIDE)
            self._measured = (shown, wide, QSize(round(wide) + 2 * side, super().sizeHint().height()))
        return self._measured[1:]

    def _line(self) -> float:
        if self._alone:
            return float(px(_ICON))
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + 2
        sign = px(_ICON) + px(_GAP) if self._sign else 0
        return words + sign + (key_width(self._key) + px(_GAP) + 2 if self._key else 0)

    def _paint_line(self, painter: QStylePainter) -> None:
        ink = _INK[self._kind] if self.isEnabled() else TAT
        spread = self.property("spread") is True and not self._alone
        left = float(px(12)) if spread else (self.width() - self._content()) / 2
        if self._sign:
            top = (self.height() - px(_ICON)) // 2
            tabler(self._sign, ink).paint(painter, round(left), top, px(_ICON), px(_ICON))
            left += px(_ICON) + px(_GAP)
        if self._alone:
            return
        painter.setPen(QColor(ink))
        painter.setFont(self.font())
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self._key:
            wide = key_width(self._key)
            left = self.width() - px(8) - wide if spread else (self.width() + self._content()) / 2 - wide
            on_dark = self._kind == "primary" and self.isEnabled()
            paint_key(painter, QRectF(left, 0, wide, self.height()), self._key, on_dark)


def button(text: str, key: str = "", primary: bool = False, icon: str = "") -> KeyButton:
    """A button; `key` is shown only, the shortcut itself comes from the action table or the page."""
    return KeyButton(text, key, "primary" if primary else "", icon)


def quiet_button(text: str, key: str = "", icon: str = "") -> KeyButton:
    """A button that looks like words: Đóng Esc."""
    return KeyButton(text, key, "link", icon)
