"""The page Thư này có thật không: a code is typed or scanned, one clear answer, the sheet drawn again to compare."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from common.words import genuine as said
from desk_app.services.genuine import Genuine, Verdict
from desk_app.services.preview import PagePixels
from desk_app.services.trouble import Trouble
from desk_app.ui.genuine.facts import FactsCard
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.glance import Glance, image_of
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.theme.look import px
from desk_app.ui.told import sentence_of

_BESIDE = 760
"""px of the page from which facts and sheet stand beside each other."""
_SHEET = 470
"""px: the whole sheet is seen at once; larger it is over the window."""


class GenuinePage(KeyPage):
    """Menu Thư, Shift+F4."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title, self._around = said.TITLE, around
        self._genuine, self.verdict = Genuine(around.desk.seat), Verdict("", "", "", "")
        self.head = PageHead(said.TITLE, said.CONTEXT)
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.code = QLineEdit()
        self.code.setPlaceholderText(said.HINT)
        self.code.setProperty("takesScans", True)
        self.field = Labelled(said.FIELD, self.code)
        self.answer, self.warning, self.near = Banner("sen", "", ""), Banner("son", "", ""), Banner("hoe", "", "")
        self.facts, self.page, self.compare = FactsCard(), PagePicture(), words(said.COMPARE, "look", 10.5)
        self.before = words(said.BEFORE_SEARCH, "second")
        self.by_name, self.open_it = button(said.BY_NAME, "Ctrl+F"), button(said.OPEN, "Ctrl+O")
        self.look_near, self.again = button(said.LOOK_NEAR, "Ctrl+G"), button(said.AGAIN, "Ctrl+D")
        self.zoom, self._pixels = button(said.ZOOM, "Ctrl+K"), PagePixels(0, 0, b"", "")
        self.look = button(said.LOOK, "Enter", primary=True)
        self._wire()
        self._lay_out()
        self._clear()

    def _wire(self) -> None:
        self.look.clicked.connect(self._look)
        self.again.clicked.connect(self._anew)
        self.by_name.clicked.connect(lambda: self._around.go("find", seek=""))
        self.open_it.clicked.connect(lambda: self._around.go("find", show=self.verdict.record))
        self.zoom.clicked.connect(lambda: Glance(said.REDRAWN, self._pixels, self).open())
        self.look_near.clicked.connect(self._see_near)

    def _lay_out(self) -> None:
        body, right = QWidget(), QVBoxLayout()
        self.page.setMaximumWidth(px(_SHEET))
        right.addWidget(self.compare)
        right.addWidget(self.page, 1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(16)
        self._both.addWidget(self.facts, 2, Qt.AlignmentFlag.AlignTop)
        self._both.addLayout(right, 3)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.look, 0, Qt.AlignmentFlag.AlignBottom)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 12, 20, 12)
        inside.setSpacing(10)
        inside.addLayout(row)
        for each in (self.before, self.warning, self.answer, self.near):
            inside.addWidget(each)
        inside.addLayout(self._both, 1)
        inside.addStretch(0)
        self.stand_between(self.head, body, Foot((self.by_name, self.again), (self.look_near, self.zoom, self.open_it)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow the sheet stands under the facts."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if event.size().width() < px(_BESIDE) else ways.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter looks the code up from wherever the keys are."""
        held = self.focusWidget() is self.code
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._look()
            return
        super().keyPressEvent(event)

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """`code` is looked up at once; without one the box is empty."""
        self._clear()
        self.code.setText(str(what.get("code", "")))
        if self.code.text():
            self._look()

    def refresh(self) -> None:
        """What was found stays; the keys belong to the box."""
        self.code.setFocus()

    def may_leave(self) -> bool:
        """Nothing is typed here that could be lost."""
        return True

    # ---- acts

    def _look(self) -> None:
        if not self.code.text().strip():
            self.code.setFocus()
            return
        try:
            verdict = self._genuine.look(self.code.text())
        except Trouble as trouble:
            self._clear()
            self._say(self.answer, "son", sentence_of(trouble))
            return
        self._show(verdict)

    def _show(self, verdict: Verdict) -> None:
        self.verdict = verdict
        self.before.hide()
        self.answer.say(verdict.tone, verdict.title, verdict.text)
        self.answer.show()
        self._say(self.warning, "son", verdict.warning)
        near = verdict.near
        self._say(self.near, "hoe", said.NEAR.format(count=near.differs) if near else "", near.told if near else "")
        self.look_near.setVisible(bool(near))
        self.open_it.setVisible(bool(verdict.record))
        self.facts.put(verdict)
        self._draw(verdict.letter if verdict.drawn else 0)
        self.code.selectAll()

    def _draw(self, letter: int) -> None:
        self.zoom.hide()
        for each in (self.page, self.compare):
            each.setVisible(bool(letter))
        if not letter:
            return
        self.page.show_page(None, said.DRAWING)
        self._around.jobs.start(
            lambda step: self._genuine.redrawn(letter), partial(self._drawn, letter), self._not_drawn, ""
        )

    def _drawn(self, letter: int, page: PagePixels) -> None:
        wanted = self.verdict.near.letter if self.verdict.near else self.verdict.letter
        if letter == wanted:
            self._pixels = page
            self.zoom.show()
            self.page.show_page(image_of(page), said.REDRAWN)

    def _not_drawn(self, error: Exception) -> None:
        self.page.show_page(None, sentence_of(error))

    def _see_near(self) -> None:
        if self.verdict.near:
            self._genuine.seen(self.verdict.near.letter)
            self._draw(self.verdict.near.letter)

    def _anew(self) -> None:
        self._clear()
        self.code.clear()
        self.code.setFocus()

    def _clear(self) -> None:
        self.verdict = Verdict("", "", "", "")
        self.before.show()
        parts = (self.answer, self.warning, self.near, self.facts, self.page, self.compare)
        for each in (*parts, self.look_near, self.zoom, self.open_it):
            each.hide()

    @staticmethod
    def _say(banner: Banner, tone: str, title: str, text: str = "") -> None:
        banner.say(tone, title, text)
        banner.setVisible(bool(title))
