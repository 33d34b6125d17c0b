"""The page Dữ liệu của một người: everything held about one person, on a paper to hand over; erasing by law."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from common.words import erasing as erasing_words
from common.words import privacy_page as said
from desk_app.services.about_person import About, AboutPerson, lines_of
from desk_app.services.about_roles import Sought
from desk_app.services.erasing import Erased, Erasing, Prospect
from desk_app.services.privacy_papers import about_pdf, destroy_pdf, receipt_pdf
from desk_app.services.seat import ACTS_OF
from desk_app.services.trouble import Trouble
from desk_app.ui.jobs import Step
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.printing.printer import Printery
from desk_app.ui.told import sentence_of


@dataclass(frozen=True, slots=True)
class _Ways:
    """How one kind of thing is looked at before it goes, and goes."""

    look: Callable[[int], Prospect]
    erase: Callable[[int, str, str], Erased]


class AboutPage(KeyPage):
    """Menu Tệp, Dữ liệu của một người."""

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.ABOUT
        self._around, self._printery = around, printery
        self._asking = AboutPerson(around.desk.seat)
        self.found: About | None = None
        self.head, self.state = PageHead(said.ABOUT, said.ABOUT_CONTEXT), Banner("son", "", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.number, self.name, self.born, self.code = (QLineEdit() for _ in range(4))
        self.lines = words(said.HOW, "second")
        self.lines.setTextFormat(Qt.TextFormat.PlainText)
        self.look = button(said.LOOK, "Enter", primary=True, icon="search")
        self.paper, self.erase = button(said.PAPER, "Ctrl+P"), button(said.ERASE, "Ctrl+Shift+X")
        self.look.clicked.connect(self._look)
        self.paper.clicked.connect(self._paper)
        self.erase.clicked.connect(self._erase)
        self._lay_out()

    def _lay_out(self) -> None:
        body, held, fields = QWidget(), Card(said.HELD), QGridLayout()
        named = ((said.NUMBER, self.number), (said.CODE, self.code), (said.NAME, self.name), (said.BORN, self.born))
        for at, (label, field) in enumerate(named):
            fields.addWidget(Labelled(label, field), at // 2, at % 2)
        fields.setHorizontalSpacing(16)
        held.body.addWidget(self.lines)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        inside.addWidget(self.state)
        inside.addLayout(fields)
        inside.addWidget(held)
        inside.addStretch(1)
        self.stand_between(self.head, body, Foot((self.erase,), (self.paper, self.look)))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """Whoever was asked about before is not left on the screen. `letter`: of thanks or apology, to whom it goes."""
        for field in (self.number, self.name, self.born, self.code):
            field.clear()
        self._show(None)
        letter = what.get("letter")
        if isinstance(letter, int):
            self._ask(lambda: self._asking.addressee(letter))

    def refresh(self) -> None:
        """Ready to be typed into."""
        self.state.hide()
        self._show(self.found)
        self.number.setFocus()

    def may_leave(self) -> bool:
        """Nothing is typed here that could be lost."""
        return True

    # ---- acts

    def _show(self, found: About | None) -> None:
        self.found = found
        self.lines.setText("\n".join(lines_of(found)) if found else said.HOW)
        self.paper.setEnabled(found is not None)
        may = "erase" in ACTS_OF[self._around.desk.seat.role]
        self.erase.setVisible(may and found is not None and bool(found.records or found.letters))

    def _look(self) -> None:
        typed = [field.text().strip() for field in (self.number, self.name, self.born, self.code)]
        self._ask(lambda: self._asking.sought(*typed))

    def _ask(self, whom: Callable[[], Sought]) -> None:
        try:
            sought = whom()
        except Trouble as trouble:
            self._failed(trouble)
            return
        asking = self._asking
        self._around.jobs.start(lambda step: asking.tell(sought), self._told, self._failed, said.LOOKING)

    def _told(self, found: About) -> None:
        self.state.hide()
        self._show(found)

    def _paper(self) -> None:
        if self.found:
            pdf = about_pdf(self._around.desk.seat, self.found)
            self._print(Paper(pdf, said.PAPER_NAME, said.PAPER_FILE))

    def _print(self, paper: Paper) -> None:
        print_here(self._around, paper, self._printery)

    def _erase(self) -> None:
        things = self._erasable()
        asker = self._around.asker
        title = asker.choose_one(said.ERASE, said.WHICH, list(things)) if len(things) > 1 else next(iter(things), None)
        if title is None:
            return
        id, ways = things[title]
        try:
            ahead = ways.look(id)
        except Trouble as trouble:
            self._failed(trouble)
            return
        told = erasing_words.prospect(ahead.number, ahead.event, ahead.letters, ahead.shared, len(ahead.copies))
        reason = asker.ask_text(said.ERASE, "\n".join((*told, said.WHY)))
        typed = asker.ask_text(said.ERASE, erasing_words.ask_number(ahead.event, ahead.number)) if reason else None
        if not reason or typed is None:
            return

        def work(step: Step) -> Erased:
            return ways.erase(ahead.id, reason, typed)

        self._around.jobs.start(work, self._erased, self._failed, said.ERASING)

    def _erasable(self) -> dict[str, tuple[int, _Ways]]:
        """What was found and can go, by its title."""
        desk, found = self._around.desk, self.found
        if found is None:
            return {}
        erasing, courtesy = Erasing(desk.seat), desk.courtesy
        records: dict[str, tuple[int, _Ways]] = {
            one.title: (one.id, _Ways(erasing.look, erasing.erase)) for one in found.records
        }
        ways = _Ways(courtesy.look_at_erasing, courtesy.erase)
        return {**records, **{f"{one.title} ({one.state})": (one.id, ways) for one in found.letters}}

    def _erased(self, gone: Erased) -> None:
        seat = self._around.desk.seat
        self._show(None)
        self._around.changed()
        told = erasing_words.erased(gone.number, len(gone.copies), gone.event)
        self.state.tell("sen", told if gone.scrubbed else f"{told} {erasing_words.NOT_SCRUBBED}")
        self._print(Paper(receipt_pdf(seat, gone), said.RECEIPT_NAME, said.RECEIPT_FILE))
        if gone.copies:
            self._print(Paper(destroy_pdf(seat, gone), said.DESTROY_NAME, said.DESTROY_FILE))

    def _failed(self, error: Exception) -> None:
        self.state.tell("son", sentence_of(error))
