"""What the printing page does: send sheets, ask about them, write a file, take down who got what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from common.words import print_paper as papers
from common.words import printing as said
from desk_app.services.delivery import Delivery, Given
from desk_app.services.trouble import Trouble
from desk_app.ui.jobs import Step
from desk_app.ui.page import Around
from desk_app.ui.printing.backs import BackSides
from desk_app.ui.printing.drawn import left_out, why_not
from desk_app.ui.printing.how import HowToPrint
from desk_app.ui.printing.missing import MissingSheets, sheet_rows
from desk_app.ui.printing.model import PrintingModel, Sent, Wanted
from desk_app.ui.printing.printer import CannotPrint
from desk_app.ui.told import sentence_of


class PrintActs(QObject):
    """`changed()` after anything that counts, `asked()` when sheets are asked about, `answered()` when they were."""

    changed = Signal()
    asked = Signal()
    answered = Signal()

    def __init__(self, around: Around, model: PrintingModel, how: HowToPrint) -> None:
        super().__init__()
        self._around, self._model, self._how = around, model, how
        self.sending = False
        self.backs = BackSides(around, model, self._wanted)

    @property
    def free(self) -> bool:
        """Whether a printer may be fed: nothing is under way and no sheet is asked about."""
        return not self.sending and self._model.asked is None

    # ---- printing

    def print_chosen(self) -> bool:
        """Send the chosen letters; the bar asks afterwards."""
        if self._model.asked is not None:
            self._around.say(said.ANSWER_FIRST)
            self.asked.emit()
            return False
        rows = self._model.chosen()
        if not rows or not self.free:
            return False
        self._send(replace(self._wanted(), copies=self._how.copies.value(), rows=rows))
        return True

    def print_again(self, letters: tuple[int, ...], reason: str) -> None:
        """Send letters that were printed before."""
        if self.free:
            self._send(replace(self._wanted(), letters=letters, reason=reason))

    def print_test(self) -> bool:
        """One sheet with rulers."""
        if not self._has_printer():
            return False
        try:
            told = self._model.print_test(self._printer(), self._how.setup())
        except (CannotPrint, Trouble) as error:
            self._tell(why_not(error))
            return False
        self._around.say(told)
        return True

    def _send(self, wanted: Wanted) -> None:
        if not self._has_printer():
            return
        count = len(wanted.rows) + len(wanted.letters)
        self._start(partial(self._model.send, wanted), said.PRINTING.format(count=count))

    def _start(self, work: Callable[[Step], Sent], text: str) -> None:
        self.sending = True
        self.changed.emit()
        self._around.jobs.start(work, self._sent, self._failed, text)

    def _sent(self, sent: Sent) -> None:
        self.sending = False
        if sent.letters:
            self._ask(sent)
        elif sent.left_out:
            self._tell(left_out(sent))
        if sent.trouble is not None:
            self._tell(why_not(sent.trouble))
        if sent.rest and self._change_paper(sent):
            return
        self.changed.emit()
        if sent.letters:
            self.asked.emit()

    def _ask(self, sent: Sent) -> None:
        try:
            self._model.ask(sent)
        except Trouble as error:
            # The sheets lie on the table whatever the disk says: the question stands, only not over a restart.
            self._tell(sentence_of(error))

    def _change_paper(self, sent: Sent) -> bool:
        """Ask for other paper in the tray; whether the rest is on its way."""
        count = sum(len(batch.letters) for batch in sent.rest)
        buttons = (papers.GO_ON.format(count=count), papers.LATER)
        if self._around.asker.ask(papers.CHANGE_TITLE, sent.change, buttons, harmless=1) == 0:
            self._start(partial(self._model.send_rest, sent), said.PRINTING.format(count=count))
            return True
        self._around.say(papers.STOPPED_BEFORE.format(count=count))
        return False

    def _failed(self, error: Exception) -> None:
        self.sending = False
        self.changed.emit()
        self._tell(why_not(error))
        if self._model.asked:
            self.asked.emit()

    def _wanted(self) -> Wanted:
        return Wanted(self._printer(), self._how.setup(), kind=self._how.kind)

    def _printer(self) -> str:
        return self._how.printer.currentText()

    def _has_printer(self) -> bool:
        if not self._model.printers():
            self._tell(said.NO_PRINTER_AT_ALL)
        return bool(self._model.printers())

    def _tell(self, text: str) -> None:
        self._around.asker.tell(said.TROUBLE_TITLE, text)

    # ---- the question

    def all_here(self) -> None:
        """Every sheet lies on the table."""
        if self._model.asked is None or self.sending:
            return
        sheets = self._model.asked.open.counted()
        try:
            count = self._model.all_here()
        except Trouble as error:
            self._tell(sentence_of(error))
            self.changed.emit()
            return
        self._done(said.COUNTED.format(count=count))
        self.backs.offer(sheets)

    def none_here(self) -> None:
        """No sheet came."""
        if self._model.asked is None or self.sending:
            return
        try:
            count = self._model.none_here()
        except Trouble as error:
            self._tell(sentence_of(error))
            self.changed.emit()
            return
        self._done(said.NOT_COUNTED.format(count=count))

    def some_here(self) -> None:
        """Some came: ask which are missing or spoilt."""
        sent = self._model.asked
        if sent is None or self.sending:
            return
        rows = sheet_rows(self._model.table.named(sent.letters), sent.copies)
        dialog = MissingSheets(rows, self._how.window())
        dialog.again.connect(self.sheets_again)
        dialog.counted.connect(self.all_but)
        dialog.open()

    def sheets_again(self, sheets: tuple[int, ...]) -> None:
        """Print just these sheets again."""
        sent = self._model.asked
        if sent is None or self.sending or not self._has_printer():
            return
        work = partial(self._model.send_sheets, self._wanted(), sent, sheets)
        self._start(work, said.PRINTING_SHEETS.format(count=len(sheets)))

    def all_but(self, sheets: tuple[int, ...]) -> None:
        """Take down all sheets but these."""
        sent = self._model.asked
        if sent is None or self.sending:
            return
        try:
            counted = self._model.count_sheets(sheets)
        except Trouble as error:
            self._tell(sentence_of(error))
            self.changed.emit()
            return
        here, waiting = sent.sheets - len(sheets), len(sent.letters) - counted
        self._done((said.KEPT_REST if waiting else said.KEPT_COPIES).format(here=here, waiting=waiting))
        self.backs.offer(sent.open.counted(sheets))

    def _done(self, text: str) -> None:
        self._around.say(text)
        self._around.changed()
        self.changed.emit()
        self.answered.emit()

    # ---- files and hands

    def save_pdf(self) -> bool:
        """Write the chosen sheets into a file."""
        rows = self._model.chosen()
        if not rows or self.sending:
            return False
        day = self._around.desk.seat.today().isoformat()
        path = self._around.asker.save_file(said.SAVE_TITLE, Path(said.PDF_NAME.format(day=day)), said.PDF_FILTER)
        if path is None:
            return False
        self.sending = True
        work = partial(self._model.save, rows, self._how.setup().ink, path)
        self._around.jobs.start(work, partial(self._saved, path), self._failed, said.DRAWING.format(count=len(rows)))
        return True

    def _saved(self, path: Path, sent: Sent) -> None:
        self.sending = False
        self.changed.emit()
        if sent.left_out:
            self._tell(left_out(sent))
        if sent.letters:
            self._around.say(said.SAVED.format(count=len(sent.letters), file=path.name))

    def delivered(self, letters: tuple[int, ...], given: Given) -> None:
        """These letters are with their families."""
        try:
            Delivery(self._around.desk.seat).hand_over(letters, given)
        except Trouble as error:
            self._around.asker.tell(said.DELIVER_TITLE, sentence_of(error))
            return
        self._around.say(said.DELIVERED.format(count=len(letters)))
        self._around.changed()
        self.changed.emit()

    def open_held(self) -> bool:
        """Ask for the reason to write a letter that is held back."""
        row = self._model.row()
        if row is None or not self._model.held(row):
            return False
        text = said.OPEN_TEXT.format(reasons="; ".join(row.held))
        reason = self._around.asker.ask_text(said.OPEN_TITLE, f"{text}\n{said.OPEN_LABEL}")
        if not reason or not reason.strip():
            return False
        self._model.open(row, reason.strip())
        self.changed.emit()
        return True
