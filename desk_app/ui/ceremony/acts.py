"""What the page Lễ trao does: dialogs that change the order, papers to a printer, what is written down afterwards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from common.words import ceremony as said
from common.words import printing as print_words
from common.words.labels import REACTION_WORDS
from desk_app.services import desk_papers
from desk_app.services.ceremonies import Ceremony, Place, Plan
from desk_app.services.print_desk import PrintDesk
from desk_app.services.trouble import Trouble
from desk_app.ui.ceremony.model import CeremonyModel
from desk_app.ui.ceremony.offers_dialog import OffersDialog
from desk_app.ui.ceremony.plan_dialog import PlanDialog
from desk_app.ui.ceremony.queue import CeremonyQueue
from desk_app.ui.ceremony.reading_dialog import ReadingDialog
from desk_app.ui.page import Around
from desk_app.ui.parts.choices import Choices, Group, Question, answers
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.printing.acts import PrintActs
from desk_app.ui.printing.how import HowToPrint
from desk_app.ui.printing.printer import InstalledPrinters, Printery
from desk_app.ui.told import sentence_of, tried


class Unseen(HowToPrint):
    """Printer and paper as they are remembered: chosen in a question, shown on Thư và in alone."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page

    def window(self) -> QWidget:
        """What is asked about sheets lies over the page."""
        return self._page.window()


class CeremonyActs(QObject):
    """`done(text)` after anything that changed, with what is said of it; `troubled(text)` when it could not be done."""

    done = Signal(str)
    troubled = Signal(str)

    def __init__(self, around: Around, model: CeremonyModel, page: QWidget, printery: Printery | None) -> None:
        super().__init__(page)
        self._around, self._model, self._page = around, model, page
        self._printery = printery or InstalledPrinters()
        self._how = Unseen(page)
        desk = PrintDesk(around.desk.seat)
        self.queue = CeremonyQueue(desk, self._printery, lambda: model.shown.lines if model.shown else ())
        self.printing = PrintActs(around, self.queue, self._how)

    # ---- the order

    def add(self) -> None:
        """The list of who can be added."""
        dialog = OffersDialog(self._model.offers(), self._page)
        dialog.chosen.connect(self._add)
        dialog.open()

    def _add(self, places: tuple[Place, ...]) -> None:
        self._write(partial(self._model.add, places), "")

    def take_out(self) -> None:
        """The turn under the bar."""
        row = self._model.row
        if row:
            self._write(self._model.take_out, said.TAKEN_OUT.format(who=row.line.who))

    def move(self, start: int, to: int) -> None:
        """From one place to another."""
        if 0 <= start < len(self._model.rows):
            who = self._model.rows[start].line.who
            self._write(partial(self._model.move, start, to), said.MOVED.format(who=who, number=to + 1))

    def turn_comes(self) -> None:
        """Comes, or does not."""
        row = self._model.row
        if row:
            told = said.WILL_NOT_COME if row.line.comes else said.WILL_COME
            self._write(self._model.turn_comes, told.format(who=row.line.who))

    def say_reading(self) -> None:
        """How the names under the bar are read."""
        row = self._model.row
        if row and row.line.names:
            dialog = ReadingDialog(row.line, self._page)
            dialog.kept.connect(lambda lines: self._write(lambda: self._model.say_reading(lines), said.READ_NOW))
            dialog.open()

    # ---- the day

    def make(self) -> None:
        """A new ceremony."""
        self._plan(self._model.likely(), said.PLAN_NEW, self._model.make)

    def change(self) -> None:
        """Another day, hour or place."""
        if self._model.open:
            self._plan(self._model.plan(), said.PLAN_TITLE, self._model.change)

    def _plan(self, plan: Plan, title: str, keep: Callable[[Plan], None]) -> None:
        dialog = PlanDialog(plan, title, self._model.today, self._page)
        dialog.kept.connect(lambda typed: self._write(lambda: keep(typed), ""))
        dialog.open()

    def other(self) -> None:
        """Another ceremony in front, chosen from the list."""
        listed = self._model.listed
        if len(listed) < 2:
            return
        told = {said.listed(one.plan.held_on, one.plan.title, one.count): one.id for one in listed}
        front = self._model.shown.id if self._model.shown else 0
        usual = next((text for text, id in told.items() if id != front), "")
        chosen = self._around.asker.choose_one(said.OTHER_DAY, said.TITLE, list(told), usual)
        if chosen in told:
            self._model.show(told[chosen])
            self.done.emit("")

    def drop(self) -> None:
        """The ceremony in front goes, after a question."""
        shown = self._model.shown
        if shown is None or not self._model.open:
            return
        title = said.ASK_DROP.format(day=f"{shown.plan.held_on:%d/%m/%Y}")
        if self._around.asker.ask(title, said.DROP_TEXT, (said.DROP_YES, said.DROP_NO)) == 0:
            self._write(self._model.drop, "")

    def hand_over(self) -> None:
        """It was held: how the families took it."""
        shown = self._model.shown
        if shown is None or not self._model.open:
            return
        if shown.plan.held_on > self._model.today:
            self.troubled.emit(said.TOO_EARLY.format(day=f"{shown.plan.held_on:%d/%m/%Y}"))
            return
        count, absent, unprinted = self._model.figures()
        if not count:
            self.troubled.emit(said.NOTHING_TO_GIVE)
            return
        question = Question(
            title=said.ASK_GIVEN,
            text=said.ask_given(count, absent, unprinted),
            groups=(Group(said.REACTION, answers([(code, REACTION_WORDS[code]) for code in ("none", "good", "bad")])),),
            yes=said.GIVEN_YES,
            no=said.NOT_YET,
        )
        dialog = Choices(question, self._page)
        dialog.answered.connect(lambda told: self._given(told[0]))
        dialog.open()

    def _given(self, reaction: str) -> None:
        try:
            done = self._model.hand_over(reaction)
        except Trouble as trouble:
            self.troubled.emit(sentence_of(trouble))
            return
        self._around.changed()
        self.done.emit(said.given(done.count, done.stayed))

    def _write(self, act: Callable[[], object], told: str) -> None:
        if tried(act, self.troubled.emit):
            self.done.emit(told)

    # ---- paper

    def print_letters(self) -> None:
        """Everybody's letter that has no sheet yet, in their order; the bar asks afterwards."""
        if self.queue.asked is not None:
            self._around.say(said.ANSWER_FIRST)
            self.printing.asked.emit()
            return
        if not self.queue.chosen():
            self._around.say(said.NOTHING_LEFT)
            return
        names = self.queue.printers("marriage")
        label = said.WHICH_PRINTER.format(count=len(self.queue.chosen()))
        printer = self._around.asker.choose_one(print_words.HOW, label, names, names[0]) if len(names) > 1 else ""
        if printer is None:
            return
        self._how.show_kind("marriage", "")
        self._how.show_printers(names, printer)
        self._how.show_setup(self.queue.setup_of(printer or next(iter(names), ""), "marriage"))
        self.printing.print_chosen()

    def print_paper(self, what: str) -> None:
        """Envelopes, names or signs of the ceremony in front."""
        shown = self._model.shown
        if shown is None:
            return
        if what == "envelopes":
            self._ask_envelopes(shown)
        elif what == "names":
            self._send(lambda: desk_papers.name_order(self._around.desk.seat, shown), said.NAMES_NAME)
        else:
            self._send(lambda: desk_papers.sign_list(self._around.desk.seat, shown), said.SIGNS_NAME)

    def _ask_envelopes(self, shown: Ceremony) -> None:
        question = Question(
            title=said.ENVELOPE_TITLE,
            text=said.ENVELOPE_TEXT,
            groups=(Group(said.ENVELOPE_WHAT, said.ENVELOPE_WAYS),),
            yes=said.ENVELOPE_YES,
            no=said.NOT_YET,
        )
        seat, dialog = self._around.desk.seat, Choices(question, self._page)
        dialog.answered.connect(
            lambda told: self._send(
                lambda: desk_papers.envelopes(seat, shown.standing, told[0] == "address"), said.ENVELOPES_NAME
            )
        )
        dialog.open()

    def _send(self, draw: Callable[[], bytes], name: str) -> None:
        def drawn(pdf: bytes) -> None:
            print_here(self._around, Paper(pdf, name, said.FILES[name]), self._printery)

        self._around.jobs.start(lambda step: draw(), drawn, lambda error: self.troubled.emit(sentence_of(error)), "")

    def busy(self) -> bool:
        """Whether a dialog of this page is open."""
        return any(each.isVisible() for each in self._page.findChildren(QDialog))
