"""Beside the words: the letter as it would print for one family, and what there is to mend."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from common.letter_findings import Finding
from common.words import templates_page as said
from desk_app.services.preview import Check, PagePixels
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.glance import image_of
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import HOE_CHU, SEN_CHU, SON_CHU

_MOST_SHOWN = 8
_SIGNS = {"error": ("alert-circle", SON_CHU), "hint": ("alert-triangle", HOE_CHU), "": ("circle-check", SEN_CHU)}


class Beside(QWidget):
    """`sample_chosen` carries the place of the family in the list; `wanted` the Finding that was pressed."""

    sample_chosen = Signal(int)
    wanted = Signal(object)

    def __init__(self, placed: Callable[[Finding], str]) -> None:
        """`placed` says a finding with its place."""
        super().__init__()
        self._placed = placed
        self.samples, self.picture, self.told = QComboBox(), PagePicture(), Card()
        self.samples.setAccessibleName(said.SAMPLE)
        self.samples.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.samples.setMinimumContentsLength(18)
        self.samples.currentIndexChanged.connect(self._chose)
        self.picture.setMinimumHeight(px(150))
        self.told.body.setContentsMargins(14, 8, 10, 8)
        self.told.body.setSpacing(4)
        self.findings: tuple[Finding, ...] = ()
        self._at = -1
        self._lines: list[QWidget] = []
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(block_title(said.LIVE))
        row.addStretch(1)
        row.addWidget(self.samples, 2)
        row.addWidget(KeyCap("F9"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.picture)
        column.addWidget(self.told)
        column.addStretch(1)

    def offer(self, names: Sequence[str], chosen: int = 0) -> None:
        """The families that the letter may be looked at for."""
        self.samples.blockSignals(True)
        self.samples.clear()
        self.samples.addItems(list(names))
        self.samples.setCurrentIndex(chosen)
        self.samples.blockSignals(False)

    def next_sample(self) -> None:
        """The next family, after the last the first."""
        self.samples.setCurrentIndex((self.samples.currentIndex() + 1) % max(self.samples.count(), 1))

    def show_page(self, page: PagePixels) -> None:
        """The page; without one the last stays, and its note says that it is the one before."""
        image = image_of(page)
        if image is not None:
            self.picture.show_page(image, page.note)
        elif self.picture.image() is None:
            self.picture.show_page(None, page.note)
        else:
            self.picture.show_page(self.picture.image(), said.LAST_GOOD)

    def show_findings(self, findings: Sequence[Finding], more: Sequence[Check] = ()) -> None:
        """What there is to mend or to look at; `more` is what the letter of this family tells of itself."""
        self.findings, self._at = tuple(findings), -1
        for each in self._lines:
            self.told.body.removeWidget(each)
            each.deleteLater()
        self._lines = []
        for one in self.findings[:_MOST_SHOWN]:
            self._line(one.level, self._placed(one), one)
        if len(self.findings) > _MOST_SHOWN:
            self._line("hint", said.further(len(self.findings) - _MOST_SHOWN), None)
        for check in more:
            self._line("error" if check.tone == "son" else "hint", check.words, None)
        if not self._lines:
            self._line("", said.NOTHING_TO_MEND, None)

    def next_finding(self) -> None:
        """The next place that is to be mended."""
        if self.findings:
            self._at = (self._at + 1) % len(self.findings)
            self.wanted.emit(self.findings[self._at])

    def _line(self, level: str, text: str, finding: Finding | None) -> None:
        name, ink = _SIGNS.get(level, _SIGNS["hint"])
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(sign(name, ink), 0, Qt.AlignmentFlag.AlignTop)
        told = words(text, points=10.5)
        told.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(told, 1)
        if finding is not None and finding.line:
            there = quiet_button(said.THERE)
            there.setAccessibleName(f"{said.THERE}: {text}")
            there.clicked.connect(lambda: self.wanted.emit(finding))
            row.addWidget(there, 0, Qt.AlignmentFlag.AlignTop)
        self.told.body.addWidget(line)
        self._lines.append(line)

    def _chose(self, place: int) -> None:
        if place >= 0:
            self.sample_chosen.emit(place)
