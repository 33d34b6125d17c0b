"""The bar that asks whether every sheet lies on the table; before it is answered nothing is called printed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.words import printing as said
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button
from desk_app.ui.printing.model import Sent
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import CHAM

_ROOMY = 960


class QuestionBar(QWidget):
    """Three answers, by 1, 2, 3 or by Tab and Enter; the digits also answer from the list beside it."""

    all_here = Signal()
    some_here = Signal()
    none_here = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.all_button = button("", "1", primary=True)
        self.some_button, self.none_button = button(said.SOME_HERE, "2"), button(said.NONE_HERE, "3")
        self._buttons = (self.all_button, self.some_button, self.none_button)
        self.banner = Banner("cham", "", buttons=self._buttons)
        self.banner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.banner)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 0)
        column.addWidget(self.banner)
        for each, signal in zip(self._buttons, (self.all_here, self.some_here, self.none_here), strict=True):
            each.clicked.connect(signal)
        self.hide()

    def ask(self, sent: Sent) -> None:
        """Ask about these letters; the focus stands on no answer that claims more than is known."""
        self.banner.say("cham", sent.question, "; ".join(sent.left_out))
        self.banner.sign.setPixmap(picture("printer", px(22), CHAM, self.devicePixelRatioF()))
        self.all_button.set_words(said.ALL_HERE.format(sheets=sent.sheets))
        self.some_button.setVisible(sent.sheets > 1)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the answers stand over one another and leave the words their room."""
        self.banner.stack(self.width() < px(_ROOMY))
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit in the list answers, while something is asked."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self.isHidden():
            return self._answer(event.text())
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2, 3 answer; Enter presses the button that has the focus."""
        if self._answer(event.text()):
            return
        held = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held in self._buttons:
            self._buttons[self._buttons.index(held)].click()
            return
        super().keyPressEvent(event)

    def _answer(self, typed: str) -> bool:
        if typed not in ("1", "2", "3"):
            return False
        wanted = self._buttons[int(typed) - 1]
        if not wanted.isHidden():
            wanted.click()
        return True
