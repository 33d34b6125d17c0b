"""What the printing page knows, without a widget: the queue and its ticks, the printer, what is asked afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from common.words import printing as said
from desk_app.services.print_desk import PrintDesk, PrintedLetter, Sheet, WaitingLetter
from desk_app.services.print_question import OpenQuestion
from desk_app.services.printers import PrinterSetup
from desk_app.services.trouble import Trouble
from desk_app.ui.printing.printer import Printery, PrintOrder, print_sheets
from desk_app.ui.printing.ruler import print_ruler

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Sent:
    """Letters the printer has taken; none is printed before the clerk has counted the sheets."""

    letters: tuple[int, ...]
    copies: int = 1
    reason: str = ""
    left_out: tuple[str, ...] = ()
    again: int = 0
    """How many of them were sent once more, when only a part was."""
    early: bool = False
    """Whether this was sent before the program was last closed."""

    @property
    def question(self) -> str:
        """LOOK.md 4: what is asked of the table."""
        text = said.ASK_EARLY if self.early else said.ASK_TEXT
        return text.format(count=self.again or len(self.letters), sheets=self.sheets)

    @property
    def sheets(self) -> int:
        """How many sheets must lie on the table."""
        return len(self.letters) * self.copies


@dataclass(frozen=True, slots=True)
class Wanted:
    """One press of the print button: rows still to be archived or letters already archived, and the printer."""

    printer: str
    setup: PrinterSetup
    copies: int = 1
    rows: tuple[WaitingLetter, ...] = ()
    letters: tuple[int, ...] = ()
    reason: str = ""


class PrintingModel:
    """The page's memory. Rows are chosen unless the clerk took the tick away; held rows only once opened."""

    def __init__(self, table: PrintDesk, printery: Printery) -> None:
        self.table, self.printery = table, printery
        self.rows: tuple[WaitingLetter, ...] = ()
        self.today: tuple[PrintedLetter, ...] = ()
        self.current = 0
        self.asked: Sent | None = None
        self._unticked: set[tuple[int, ...]] = set()
        self._opened: dict[tuple[int, ...], str] = {}
        self._also: set[int] = set()
        self._alone: set[int] | None = None
        self._read = False

    def refresh(self) -> None:
        """Read queue and prints again; the sheet in view stays in view where it still waits. What was asked before the
        program was closed is asked again."""
        shown = self.row()
        if not self._read:
            self.asked, self._read = self._left_open(), True
        asked = set(self.asked.letters) if self.asked else set()
        self.rows = tuple(
            row for row in self.table.waiting(sorted(self._also)) if row.letter is None or row.letter not in asked
        )
        self.today = self.table.printed_today()
        covers = [row.covers for row in self.rows]
        kept = covers.index(shown.covers) if shown and shown.covers in covers else self.current
        self.current = min(kept, max(len(self.rows) - 1, 0))

    def row(self) -> WaitingLetter | None:
        """The row in view."""
        return self.rows[self.current] if self.current < len(self.rows) else None

    def held(self, row: WaitingLetter) -> bool:
        """Whether the row is held back and nobody opened it."""
        return bool(row.held) and row.covers not in self._opened

    def ticked(self, row: WaitingLetter) -> bool:
        """Whether the row would be printed."""
        wanted = self._alone is None or bool(self._alone & set(row.covers))
        return wanted and row.covers not in self._unticked and not self.held(row)

    def tick(self, row: WaitingLetter, on: bool) -> bool:
        """Take the tick away or put it back; False for a row that is held back."""
        if self.held(row):
            return False
        self._unticked.discard(row.covers)
        if not on:
            self._unticked.add(row.covers)
        elif self._alone is not None:
            self._alone |= set(row.covers)
        return True

    def tick_only(self, registrations: Sequence[int]) -> None:
        """Choose just the letters over these registrations, however old they are; the first of them is in view."""
        wanted = set(registrations)
        self._also |= wanted
        self._alone = wanted
        self.refresh()
        for row in self.rows:
            if wanted & set(row.covers):
                self._unticked.discard(row.covers)
        self.current = next((i for i, row in enumerate(self.rows) if wanted & set(row.covers)), self.current)

    def tick_as_before(self) -> None:
        """Back to the whole queue, with the ticks that were taken away by hand."""
        self._alone = None

    def open(self, row: WaitingLetter, reason: str) -> None:
        """A person decided: the letter that is held back may be written."""
        self._opened[row.covers] = reason
        self.tick(row, True)

    def chosen(self) -> tuple[WaitingLetter, ...]:
        """The rows that would be printed, in their order."""
        return tuple(row for row in self.rows if self.ticked(row))

    def sheet(self, row: WaitingLetter, ink: str) -> Sheet:
        """The sheet in view."""
        return self.table.sheet(row, ink)

    def printers(self) -> tuple[str, ...]:
        """Installed printers, the one used last (or the system's usual one) first."""
        names = self.printery.names()
        first = next((name for name in (self.table.printers().last, self.printery.usual()) if name in names), "")
        return tuple(sorted(names, key=lambda name: name != first))

    def setup_of(self, printer: str) -> PrinterSetup:
        """What is remembered for this printer."""
        return self.table.printers().of(printer)

    def send(self, wanted: Wanted, step: Step) -> Sent:
        """Archive what must be, draw, hand to the printer. Only letters that were in the hand before are printed with
        a reason. Raises CannotPrint, Trouble, and what `step` raises."""
        self.table.printed_before(wanted.letters)
        # What a printer likes is remembered where it can be; the letter is printed all the same.
        with suppress(Trouble):
            self.table.remember(self.table.printers().used(wanted.printer, wanted.setup))
        letters, left_out = self.archive(wanted.rows, step)
        everything = (*wanted.letters, *letters)
        if everything:
            self._feed(wanted, everything, step)
        return Sent(everything, wanted.copies, wanted.reason, left_out)

    def send_from(self, wanted: Wanted, sent: Sent, number: int, step: Step) -> Sent:
        """Print again from letter `number` (counted from 1); the question stays about all of them."""
        self._feed(wanted, sent.letters[number - 1 :], step)
        again = len(sent.letters) - number + 1
        return Sent(sent.letters, sent.copies, sent.reason, sent.left_out, again)

    def print_test(self, printer: str, setup: PrinterSetup) -> None:
        """One sheet with rulers, moved as letters would be. Raises CannotPrint."""
        print_ruler(self.printery.open(printer), PrintOrder(b"", 1, 1, setup.ink, setup.across, setup.down))

    def archive(self, rows: Sequence[WaitingLetter], step: Step) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """The letters of these rows, written now where they were not; and why some could not be."""
        letters: list[int] = []
        left_out: list[str] = []
        for number, row in enumerate(rows):
            step(number, len(rows))
            ready = self.table.prepare([row], self._opened.get(row.covers, ""))
            letters += ready.letters
            left_out += ready.left_out
        return tuple(letters), tuple(left_out)

    def save(self, rows: Sequence[WaitingLetter], ink: str, path: Path, step: Step) -> Sent:
        """Write the chosen sheets as one file; nothing is asked and nothing is printed."""
        letters, left_out = self.archive(rows, step)
        if letters:
            self.table.save_pdf(letters, ink, path)
        return Sent(letters, left_out=left_out)

    def ask(self, sent: Sent) -> None:
        """The printer took these: from now on their sheets are asked about, also after a restart."""
        self.asked = sent
        self.table.question.keep(OpenQuestion(sent.letters, sent.copies, sent.reason))

    def all_here(self) -> int:
        """The clerk counted the sheets: the letters are printed. How many they were."""
        sent = self.asked
        if sent is None:
            return 0
        self.table.printed(sent.letters, sent.copies, sent.reason)
        self._answered()
        self._alone = None
        return len(sent.letters)

    def none_here(self) -> int:
        """No sheet came: nothing is called printed. How many letters wait on."""
        sent = self.asked
        self._answered()
        return len(sent.letters) if sent else 0

    def _answered(self) -> None:
        self.asked = None
        self.table.question.drop()

    def _left_open(self) -> Sent | None:
        left = self.table.question.open()
        return Sent(left.letters, left.copies, left.reason, early=True) if left else None

    def _feed(self, wanted: Wanted, letters: Sequence[int], step: Step) -> None:
        printer = self.printery.open(wanted.printer)
        setup = wanted.setup
        pdf = self.table.pdf(letters, setup.ink)
        order = PrintOrder(pdf, len(letters), wanted.copies, setup.ink, setup.across, setup.down)
        print_sheets(printer, order, step)
