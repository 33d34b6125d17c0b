"""The bar that asks whether every sheet lies on the table; before it is answered nothing is called printed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.words import printing as said
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button
from desk_app.ui.printing.model import Sent
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import CHAM


class QuestionBar(QWidget):
    """Three answers, by 1, 2, 3 or by Tab and Enter."""

    all_here = Signal()
    again_from = Signal()
    none_here = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.all_button = button("", "1", primary=True)
        self.again_button, self.none_button = button(said.AGAIN_FROM, "2"), button(said.NONE_HERE, "3")
        self._buttons = (self.all_button, self.again_button, self.none_button)
        self.banner = Banner("cham", "", buttons=self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        for each, signal in zip(self._buttons, (self.all_here, self.again_from, self.none_here), strict=True):
            each.setAutoDefault(True)
            each.clicked.connect(signal)
        self.hide()

    def ask(self, sent: Sent) -> None:
        """Ask about these letters; the focus stands on no answer that claims more than is known."""
        self.banner.say("cham", sent.question, "; ".join(sent.left_out))
        self.banner.sign.setPixmap(picture("printer", px(22), CHAM, self.devicePixelRatioF()))
        self.all_button.set_words(said.ALL_HERE.format(sheets=sent.sheets))
        self.again_button.setVisible(len(sent.letters) > 1)
        self.show()
        self.setFocusProxy(self.banner)
        self.banner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.banner.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2, 3 answer; arrows walk between the answers."""
        shown = [each for each in self._buttons if not each.isHidden()]
        if event.text() in ("1", "2", "3"):
            wanted = self._buttons[int(event.text()) - 1]
            if wanted in shown:
                wanted.click()
            return
        super().keyPressEvent(event)
