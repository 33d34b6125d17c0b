"""What every form that ends in a letter does while it is typed: its words are kept, checked and drawn soon."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.services.drafting import Unfinished
from desk_app.services.letter_values import Wish
from desk_app.services.trouble import Trouble
from desk_app.ui.form.findings import Finding
from desk_app.ui.form.letter_column import LetterColumn
from desk_app.ui.form.live_page import LivePage
from desk_app.ui.form.saved_bar import SavedBar
from desk_app.ui.form.scan_filter import ScanFilter
from desk_app.ui.form.sections import SectionsView
from desk_app.ui.form.two_sides import TwoSides
from desk_app.ui.page import Around
from desk_app.ui.parts.sight import bring_into_sight
from desk_app.ui.theme.look import px
from desk_app.ui.told import sentence_of

KEEP_MS = 700
"""What was typed is in the register this long after the first key that is not, so a power cut costs under a second."""
CHECK_MS = 300
NARROWEST, _TIGHT, _LEAST, LOW, _LOWEST, _SIDE = 560, 580, 440, 420, 310, 20


class Typed(Protocol):
    """What stands in the form, as far as it is kept, checked and drawn."""

    @property
    def saved(self) -> object | None:
        """What was made of it; None while it is typed."""

    @property
    def wish(self) -> Wish:
        """What is chosen for its letter."""

    def keep(self) -> object:
        """Keep it as a draft. Raises Trouble."""

    def check(self) -> tuple[Finding, ...]:
        """Everything there is to say about it. Raises Trouble."""

    def settled(self) -> Any:
        """What would be written now."""

    def open_draft(self, unfinished: Unfinished) -> None:
        """Go on with a draft."""

    def give_reason(self, code: str, text: str) -> None:
        """Why the clerk goes on in spite of a problem."""

    def undo(self) -> bool:
        """Take back what was saved; False where it is printed already. Raises Trouble."""


class LetterForm(QWidget):
    """`changed` says that head and foot should be read again, `at_end` that Enter left the last field."""

    changed = Signal()
    at_end = Signal()
    model: Typed
    live: LivePage[Any]
    two_sides: TwoSides
    bar: SavedBar
    side: LetterColumn

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.around = around
        self.errors, self.trouble, self.checked = 0, "", False
        self.filter = ScanFilter(self)
        self.keeping, self.checking = QTimer(self), QTimer(self)
        for timer, wait, act in ((self.keeping, KEEP_MS, self.keep), (self.checking, CHECK_MS, self.check_again)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(act)

    def tell(self, findings: tuple[Finding, ...]) -> None:
        """Show these problems, at their fields and above them."""
        raise NotImplementedError

    def show_all(self) -> None:
        """Everything as the model has it."""
        raise NotImplementedError

    def step_back(self) -> bool:
        """Esc: what waits here is left first; False when there was nothing of that."""
        raise NotImplementedError

    @property
    def front(self) -> SectionsView:
        """The fields in front."""
        raise NotImplementedError

    def open_draft(self, unfinished: Unfinished) -> None:
        """Go on with a draft."""
        self.keep()
        self.model.open_draft(unfinished)
        self.show_all()

    def keep(self) -> bool:
        """Keep what was typed; False when the world is in the way (the words stay on the screen)."""
        self.filter.settle()
        self.keeping.stop()
        try:
            self.model.keep()
            self.trouble = ""
        except Trouble as error:
            self._troubled(error)
        self.changed.emit()
        return not self.trouble

    def check_again(self) -> None:
        """Problems that are mended go away."""
        if self.model.saved is not None:
            return
        try:
            self.tell(self.model.check())
        except Trouble as error:
            self._troubled(error)

    def touched(self) -> None:
        """Something was typed: it is kept, checked and drawn soon."""
        if not self.keeping.isActive():
            self.keeping.start()
        if self.checked:
            self.checking.start()
        self.draw()

    def draw(self, now: bool = False) -> None:
        """The letter of what is typed."""
        self.live.show_draft((self.model.settled(), self.model.wish), now)

    def hold(self, widget: QWidget) -> None:
        """Give the focus to something that stands with the bars, wherever these are now."""
        widget.setFocus()
        QTimer.singleShot(0, widget, lambda: bring_into_sight(widget))

    def showEvent(self, event: QShowEvent) -> None:
        """In front again: draw what is typed."""
        self.filter.awake = True
        if self.model.saved is None:
            self.draw(now=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is drawn any more, nor after the window has closed."""
        self.filter.awake = False
        self.live.forget()

    def _stand(self, left: QWidget, letter: QWidget) -> None:
        """Fields and letter beside each other."""
        self.two_sides = TwoSides(left, letter)
        self._room = QVBoxLayout(self)
        self._room.addWidget(self.two_sides)
        # Said outright, or the letter's column would keep a narrow window from ever becoming narrow.
        self.setMinimumWidth(px(_LEAST))

    @property
    def _tight(self) -> bool:
        """Whether fields stand below each other."""
        return self.width() - 2 * _SIDE < px(_TIGHT)

    def _leave_edges(self) -> bool:
        """Edges as wide as the window allows; whether it is so low that what is told scrolls with the fields."""
        low, lowest = self.height() < px(LOW), self.height() < px(_LOWEST)
        side, edge = 8 if lowest else _SIDE, 2 if lowest else 6 if low else 16
        self._room.setContentsMargins(side, edge, side, edge)
        return lowest

    def _reasoned(self, code: str, text: str) -> None:
        self.model.give_reason(code, text)
        self.touched()

    def _troubled(self, error: Trouble) -> None:
        """What happens between two keys is told at the foot, not in a box over the typing."""
        self.trouble = sentence_of(error).splitlines()[0]
        self.changed.emit()
