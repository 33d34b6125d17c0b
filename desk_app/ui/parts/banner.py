"""One thing said across the page: done, better look, must be mended, a question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk_app.ui.parts.card import put_words, words
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.sheet import restyle
from desk_app.ui.theme.tokens import TONES, Ink

_SIGN, _LARGE = 22, 34
_SIGNS = {
    "sen": "circle-check",
    "son": "alert-circle",
    "hoe": "alert-triangle",
    "cham": "info-circle",
    "xam": "info-circle",
}


class Banner(QFrame):
    """A sign, a bold line, a plain line and buttons, one over the other where `stacked`; `say` changes it in place."""

    def __init__(
        self, tone: str, title: str, text: str = "", buttons: Sequence[QPushButton] = (), stacked: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._size = _SIGN
        self.sign = QLabel()
        self.title, self.text = words("", bold=True), words("", points=10.5)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._lines.addWidget(self.title)
        self._lines.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._lines, 1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.stack(stacked)
        row.addLayout(self._beside)
        for each in buttons:
            self._beside.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        self.say(tone, title, text)

    def make_large(self) -> None:
        """A result that fills a page: a larger sign in a stronger frame."""
        self.setProperty("large", True)
        self._size = _LARGE

    def pad(self, air: int) -> None:
        """So much air over and under the words, px; less than usual on a page that has little room."""
        row = self.layout()
        if row is not None:
            row.setContentsMargins(16, air, 12, air)

    def stack(self, stacked: bool) -> None:
        """The buttons one over the other, or side by side."""
        ways = QBoxLayout.Direction
        self._beside.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._beside.setSpacing(8 if stacked else 12)

    def say(self, tone: str, title: str, text: str = "") -> None:
        """Say something else."""
        self.setProperty("tone", tone)
        self.sign.setPixmap(picture(_SIGNS[tone], px(self._size), TONES[tone][1], self.devicePixelRatioF()))
        put_words(self.title, title)
        put_words(self.text, text)
        # Two lines stay together however high the buttons are, and none of it makes the banner higher than it need be.
        both = bool(title and text)
        self._lines.setAlignment(self.title, Qt.AlignmentFlag.AlignBottom if both else Qt.AlignmentFlag.AlignVCenter)
        self._lines.setAlignment(self.text, Qt.AlignmentFlag.AlignTop if both else Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{title} {text}".strip())
        restyle(self)

    def tell(self, tone: str, text: str) -> None:
        """Say one plain line and stand on the page, where it was not seen before."""
        self.say(tone, "", text)
        self.show()


def sign(name: str, colour: Ink, size: int = 20, parent: QWidget | None = None) -> QLabel:
    """An icon as a label of its own."""
    label = QLabel(parent)
    label.setPixmap(picture(name, px(size), colour, label.devicePixelRatioF()))
    return label
