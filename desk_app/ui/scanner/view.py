"""The page Thử máy quét: a place to scan into, what came step by step, the sheet of specimen codes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from common.words import scanner as said
from desk_app.services.papers import scan_sheet
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.tag import Tag
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.printing.printer import Printery
from desk_app.ui.scanner.pad import Pad
from desk_app.ui.scanner.reading import Key, Step, steps
from desk_app.ui.told import sentence_of


class ScannerPage(KeyPage):
    """Menu Trợ giúp, Thử máy quét. Whatever was scanned is forgotten when the page is left."""

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._around, self._printery = around, printery
        self.steps: tuple[Step, ...] = ()
        self.head = PageHead(said.TITLE, said.CONTEXT)
        self.head.without_search()
        self.pad = Pad()
        self.pad.heard.connect(self._heard)
        self.sheet = button(said.SHEET, "Ctrl+P", icon="printer")
        self.again = quiet_button(said.AGAIN, "Ctrl+D")
        for each in (self.sheet, self.again):
            # What the scanner types must find the pad, whatever was clicked before.
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sheet.clicked.connect(self._print)
        self.again.clicked.connect(self.forget)
        self._rows = {name: _Row(name) for name in said.STEPS}
        self._nothing = words(said.NOTHING_YET, "second")
        self._lay_out()
        self._show(())

    def _lay_out(self) -> None:
        body, held, grid = QWidget(), Card(said.HEARD), QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for line, row in enumerate(self._rows.values()):
            row.stand_in(grid, line)
        held.body.addWidget(self._nothing)
        held.body.addLayout(grid)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        inside.addWidget(self.pad)
        inside.addWidget(held)
        inside.addStretch(1)
        self.stand_between(self.head, body, Foot((self.again,), (self.sheet,)))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """Nothing of an earlier visit is here."""
        self.forget()

    def refresh(self) -> None:
        """Ready for a scan."""
        self.pad.setFocus()

    def may_leave(self) -> bool:
        """Nothing is kept here that could be lost."""
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight, out of memory: another page, the lock, the end."""
        self.forget()
        super().hideEvent(event)

    # ---- acts

    def forget(self) -> None:
        """As if nothing had been scanned."""
        self.pad.forget()
        self._show(())

    def _heard(self, keys: tuple[Key, ...]) -> None:
        self._show(steps(self._around.desk.seat, keys))
        self.pad.explain(False)

    def _show(self, told: Sequence[Step]) -> None:
        self.steps = tuple(told)
        found = {step.name: step for step in told}
        for name, row in self._rows.items():
            row.put(found.get(name))
        self._nothing.setVisible(not told)
        self.again.setEnabled(bool(told))

    def _print(self) -> None:
        seat = self._around.desk.seat
        try:
            paper = Paper(scan_sheet(seat), said.SHEET_NAME, said.SHEET_FILE)
        except Trouble as trouble:
            self._around.asker.tell(said.SHEET, sentence_of(trouble))
            return
        print_here(self._around, paper, self._printery)


class _Row:
    """One step: its title, its state in a word, and what was seen."""

    def __init__(self, name: str) -> None:
        self.title, self.tag, self.told = words(said.STEPS[name], bold=True), Tag(""), words("")
        self.title.setWordWrap(False)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setObjectName(f"step:{name}")

    def stand_in(self, grid: QGridLayout, line: int) -> None:
        """Title, tag and words beside each other."""
        for column, each in enumerate((self.title, self.tag, self.told)):
            grid.addWidget(each, line, column, Qt.AlignmentFlag.AlignTop if column < 2 else Qt.AlignmentFlag(0))

    def put(self, step: Step | None) -> None:
        """What this step says now; nothing hides it."""
        labels: tuple[QLabel, ...] = (self.title, self.told)
        for label in labels:
            label.setVisible(step is not None)
        self.tag.setVisible(bool(step and step.tone))
        self.told.setText(step.words if step else "")
        if step is not None and step.tone:
            self.tag.setText(said.TONES[step.tone])
            self.tag.set_tone(step.tone)
            self.told.setAccessibleName(f"{step.title}, {said.TONES[step.tone]}: {step.words}")
