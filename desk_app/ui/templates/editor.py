"""One letter being written: its words at the left, the letter itself at the right, alive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from common.letter_findings import Finding
from common.words import templates_page as said
from desk_app.services.preview import PagePixels
from desk_app.ui.form.live_page import LivePage
from desk_app.ui.jobs import Jobs
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.pick import Pick
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.templates.beside import Beside
from desk_app.ui.templates.insert import ASKED, Offer, offers_of
from desk_app.ui.templates.writing import Writing
from desk_app.ui.theme.look import px

_SIDE_BY_SIDE, _LEAST_BESIDE, _LOW = 820, 300, 260


@dataclass(frozen=True, slots=True)
class Open:
    """What is being written: the file, its kind of letter, the families it can be looked at for; `locked` where it can
    only be read."""

    text: str
    kind: str
    samples: tuple[str, ...]
    locked: bool = False


Look = Callable[[str, int], PagePixels]
"""The page of this text for the family at this place; slow."""
Weigh = Callable[[str], Sequence[Finding]]
"""Everything there is to say of a text; quick."""


class Editor(QWidget):
    """`changed` tells that the words are no longer those that were kept."""

    changed = Signal()

    def __init__(self, look: Look, weigh: Weigh, jobs: Jobs) -> None:
        super().__init__()
        self.writing, self._weigh = Writing(), weigh
        self.beside = Beside(self._placed)
        self._kind, self._kept, self._sample = "birth", "", 0
        self.live: LivePage[tuple[str, int]] = LivePage(lambda asked: look(*asked), _no_page, jobs, self)
        self.insert, self.bold = quiet_button(said.INSERT_FIELD, "Ctrl+J"), quiet_button(said.BOLD, "Ctrl+D")
        self.mend = quiet_button(said.NEXT_PLACE, "F8")
        self.tools = FlowRow()
        self.tools.put((self.insert, self.bold, self.mend))
        self._lay_out()
        self.writing.edited.connect(self._edited)
        self.live.drawn.connect(self._drawn)
        self.beside.sample_chosen.connect(self._look_at)
        self.beside.wanted.connect(self.go_to)
        self.insert.clicked.connect(self.ask_insert)
        self.bold.clicked.connect(self._embolden)
        self.mend.clicked.connect(self.beside.next_finding)

    def begin(self, opened: Open) -> None:
        """Write this one."""
        self._kind = opened.kind
        self.writing.put(opened.text, opened.locked)
        self._kept, self._sample = self.writing.whole(), min(1, len(opened.samples) - 1)
        for each in (self.insert, self.bold):
            each.setEnabled(not opened.locked)
        self.beside.offer(opened.samples, self._sample)
        self._follow()
        self._renew(now=True)

    def whole(self) -> str:
        """The file as it is written now."""
        return self.writing.whole()

    def kept(self) -> None:
        """What is written now is on disk."""
        self._kept = self.whole()

    @property
    def is_changed(self) -> bool:
        """Whether something was written since it was kept."""
        return self.whole() != self._kept

    def go_to(self, finding: Finding) -> None:
        """To the place of a finding."""
        if finding.line:
            self.writing.go_to(finding.line, finding.column)

    def ask_insert(self) -> None:
        """What shall be put in?"""
        dialog = Pick(ASKED, offers_of(self._kind), self.window())
        dialog.chosen.connect(self._insert)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The letter beside the words, in a narrow window under them."""
        super().resizeEvent(event)
        wide = event.size().width() >= px(_SIDE_BY_SIDE)
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        low = event.size().height() < px(_LOW)
        self._left.setMinimumHeight(px(84 if low else 96))
        self._halves.setContentsMargins(20, 4 if low else 10, 20, 4 if low else 10)
        self._halves.setSpacing(6 if low else 16)
        self._right.setMinimumHeight(px(24 if low else 40))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F9 is the page's in whatever section one writes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F9:
            self.beside.next_sample()
            return True
        return super().eventFilter(watched, event)

    # ---- what follows from a change

    def _follow(self) -> None:
        for text in self.writing.texts.values():
            text.removeEventFilter(self)
            text.installEventFilter(self)

    def _placed(self, one: Finding) -> str:
        return said.placed(*self.writing.place_of(one.line), one.sentence)

    def _edited(self) -> None:
        self._renew()
        self.changed.emit()

    def _look_at(self, sample: int) -> None:
        self._sample = sample
        self._renew(now=True)

    def _renew(self, now: bool = False) -> None:
        text = self.whole()
        self.findings = tuple(self._weigh(text))
        self.beside.show_findings(self.findings)
        self.mend.setEnabled(bool(self.findings))
        self.live.show_draft((text, self._sample), now)

    def _drawn(self, page: PagePixels) -> None:
        self.beside.show_page(page)
        self.beside.show_findings(self.findings, page.steps)

    def _insert(self, offer: Offer) -> None:
        target = self.writing.last()
        if target is not None:
            target.insert_token(offer.token, offer.end)

    def _embolden(self) -> None:
        target = self.writing.last()
        if target is not None:
            target.embolden()

    def _lay_out(self) -> None:
        left = self._left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.tools)
        column.addWidget(Scrolled(self.writing), 1)
        left.setMinimumHeight(px(96))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(20, 10, 20, 10)
        self._halves.setSpacing(16)
        self._halves.addWidget(left, 11)
        self._right = Scrolled(self.beside)
        self._halves.addWidget(self._right, 10)
        self.beside.setMinimumWidth(px(_LEAST_BESIDE))


def _no_page(letter: int) -> PagePixels:
    return PagePixels(0, 0, b"", "")
