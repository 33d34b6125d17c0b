"""The page around a form that ends in a letter: the way to the letter, leaving, and the draft to go on with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from common.words import form as said
from desk_app.services.drafting import Unfinished
from desk_app.ui.form.letter_form import LetterForm
from desk_app.ui.page import Around
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.page_head import PageHead


class LetterPage(QWidget):
    """Whatever was typed is kept as a draft, so leaving never asks."""

    def __init__(self, around: Around, title: str) -> None:
        super().__init__()
        self._around = around
        self.setObjectName("page")
        self.setProperty("takesScans", True)
        self.title = title
        self.head = PageHead(title)
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self._see = quiet_button(said.SEE_LETTER, "Ctrl+K", "zoom-in")
        self._see.clicked.connect(lambda: self.form.side.zoom())
        row = self.head.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.count() - 1, self._see)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.leave)

    @property
    def form(self) -> LetterForm:
        """The form in front."""
        raise NotImplementedError

    def change_words(self) -> None:
        """The letter's own line."""
        form = self.form
        if form.model.saved is None:
            form.two_sides.bring(1)
            form.side.ask_line()
            form.two_sides.reveal(form.side.line)

    def turn(self) -> None:
        """To the fields or to the letter, where these are tabs; the keys go along."""
        form = self.form
        form.two_sides.turn()
        if form.two_sides.narrow and form.two_sides.tabs.currentIndex():
            form.side.take_focus()
        elif form.two_sides.narrow:
            form.front.focus_last()

    def may_leave(self) -> bool:
        """Whatever is typed is kept first; only a disk that refuses it asks to stay."""
        return self.form.keep()

    def leave(self) -> None:
        """Esc: what waits in the form is dropped or left first, then the form is closed; its words are kept."""
        if not self.form.step_back():
            self._around.go("today")

    def _draft(self, wanted: object) -> Unfinished | None:
        if isinstance(wanted, Unfinished):
            return wanted
        return next((one for one in self._around.desk.drafts.unfinished() if one.id == wanted), None)
