"""What the printing page knows, without a widget: the queue and its ticks, the printer, what is asked afterwards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from common.words import print_paper as papers
from common.words import printing as said
from desk_app.services.print_batches import Batch, Way, change_between
from desk_app.services.print_desk import PrintDesk, PrintedLetter, Sheet, WaitingLetter
from desk_app.services.print_question import OpenQuestion
from desk_app.services.printers import HALF, ORNATE, PrinterSetup
from desk_app.services.trouble import Trouble
from desk_app.ui.printing.feeding import feed, runs
from desk_app.ui.printing.printer import Printery, PrintOrder, print_sheets
from desk_app.ui.printing.ruler import print_frame, print_ruler
from desk_app.ui.printing.ways import Ways

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Sent:
    """Letters the printer has taken; none is printed before the clerk has counted the sheets."""

    letters: tuple[int, ...]
    copies: int = 1
    reason: str = ""
    left_out: tuple[str, ...] = ()
    spoilt: tuple[int, ...] = ()
    """Letters of which sheets were sent once more."""
    again: int = 0
    """How many sheets were sent the last time, when that was only a part."""
    early: bool = False
    """Whether this was sent before the program was last closed."""
    rest: tuple[Batch, ...] = ()
    """What waits for other paper in the tray."""
    change: str = ""
    """What to do before the rest; "" where the paper can stay."""
    trouble: Exception | None = None
    """Why the last of them did not reach a printer, when those before it did."""

    @property
    def open(self) -> OpenQuestion:
        """What is asked of the table, as it is kept."""
        return OpenQuestion(self.letters, self.copies, self.reason, self.spoilt)

    @property
    def question(self) -> str:
        """LOOK.md 4: what is asked of the table."""
        text = said.ASK_EARLY if self.early else said.ASK_AGAIN if self.again else said.ASK_TEXT
        return text.format(count=len(self.letters), again=self.again, sheets=self.sheets)

    @property
    def sheets(self) -> int:
        """How many sheets must lie on the table."""
        return self.open.sheets


@dataclass(frozen=True, slots=True)
class Wanted:
    """One press of the print button: rows still to be archived or letters already archived, and how those of `kind`
    go (of every kind where none is named); the others go as remembered, or the same way."""

    printer: str
    setup: PrinterSetup
    copies: int = 1
    rows: tuple[WaitingLetter, ...] = ()
    letters: tuple[int, ...] = ()
    reason: str = ""
    kind: str = ""


class PrintingModel:
    """The page's memory. Rows are chosen unless the clerk took the tick away; held rows only once opened."""

    def __init__(self, table: PrintDesk, printery: Printery) -> None:
        self.table, self.printery, self.ways = table, printery, Ways(table, printery)
        self.rows: tuple[WaitingLetter, ...] = ()
        self.today: tuple[PrintedLetter, ...] = ()
        self.current = 0
        self.asked: Sent | None = None
        self._unticked: set[tuple[int, ...]] = set()
        self._opened: dict[tuple[int, ...], str] = {}
        self._also: set[int] = set()
        self._alone: set[int] | None = None
        self._read = self._unkept = False

    def refresh(self) -> None:
        """Read queue and prints again; the sheet in view stays in view where it still waits. What was asked before the
        program was closed is asked again."""
        shown = self.row()
        self.asked, self._read = self._still_asked(), True
        asked = set(self.asked.letters) if self.asked else set()
        self.rows = tuple(
            row for row in self.table.waiting(sorted(self._also)) if row.letter is None or row.letter not in asked
        )
        self.today = self.table.printed_today()
        keys = [row.key for row in self.rows]
        kept = keys.index(shown.key) if shown and shown.key in keys else self.current
        self.current = min(kept, max(len(self.rows) - 1, 0))

    def row(self) -> WaitingLetter | None:
        """The row in view."""
        return self.rows[self.current] if self.current < len(self.rows) else None

    def held(self, row: WaitingLetter) -> bool:
        """Whether the row is held back and nobody opened it."""
        return bool(row.held) and row.key not in self._opened

    def ticked(self, row: WaitingLetter) -> bool:
        """Whether the row would be printed."""
        wanted = self._alone is None or bool(self._alone & set(row.key))
        return wanted and row.key not in self._unticked and not self.held(row)

    def tick(self, row: WaitingLetter, on: bool) -> bool:
        """Take the tick away or put it back; False for a row that is held back."""
        if self.held(row):
            return False
        self._unticked.discard(row.key)
        if not on:
            self._unticked.add(row.key)
        elif self._alone is not None:
            self._alone |= set(row.key)
        return True

    def tick_only(self, registrations: Sequence[int]) -> None:
        """Choose just the letters over these registrations, however old they are; the first of them is in view. Thanks
        and apologies by the id of the letter below zero, as in WaitingLetter.key."""
        wanted = set(registrations)
        self._also |= {id for id in wanted if id > 0}
        self._alone = wanted
        self.refresh()
        for row in self.rows:
            if wanted & set(row.key):
                self._unticked.discard(row.key)
        self.current = next((i for i, row in enumerate(self.rows) if wanted & set(row.key)), self.current)

    def tick_as_before(self) -> None:
        """Back to the whole queue, with the ticks that were taken away by hand."""
        self._alone = None

    def open(self, row: WaitingLetter, reason: str) -> None:
        """A person decided: the letter that is held back may be written."""
        self._opened[row.key] = reason
        self.tick(row, True)

    def reason(self, row: WaitingLetter) -> str:
        """Why somebody opened this letter, or nothing."""
        return self._opened.get(row.key, "")

    def chosen(self) -> tuple[WaitingLetter, ...]:
        """The rows that would be printed, in their order."""
        return tuple(row for row in self.rows if self.ticked(row))

    def sheet(self, row: WaitingLetter, setup: PrinterSetup) -> Sheet:
        """The sheet in view."""
        return self.table.sheet(row, setup.ink, setup.stock)

    def printers(self, kind: str = "") -> tuple[str, ...]:
        """Installed printers, the one used last for this kind (or the system's usual one) first."""
        return self.ways.printers(kind)

    def setup_of(self, printer: str, kind: str = "") -> PrinterSetup:
        """What is remembered for this printer and this kind of letter."""
        return self.table.printers().of(printer, kind)

    def send(self, wanted: Wanted, step: Step) -> Sent:
        """Archive what must be, draw, hand to the printer, as far as one paper goes. Only letters that were in the hand
        before are printed with a reason. Raises CannotPrint, Trouble, and what `step` raises."""
        self.table.printed_before(wanted.letters)
        # What a printer likes is remembered where it can be; the letter is printed all the same.
        with suppress(Trouble):
            self.ways.remember(wanted.printer, wanted.setup, wanted.kind)
        letters, left_out = self.archive(wanted.rows, step)
        everything = (*wanted.letters, *letters)
        sent = Sent((), wanted.copies, wanted.reason, left_out, rest=self._parted(wanted, everything))
        return self.send_rest(sent, step) if everything else sent

    def send_rest(self, sent: Sent, step: Step) -> Sent:
        """The batches that still wait, as far as the paper can stay in the tray. Raises as `send`."""
        run, rest = runs(sent.rest)
        letters = sent.letters
        for number, batch in enumerate(run):
            try:
                feed(self.table, self.printery, (batch, 1 if sent.again else sent.copies), step)
            except Exception as error:
                if number == 0:
                    raise
                # Sheets of the batches before lie on the table: they are asked about, the others wait on.
                return replace(sent, letters=letters, rest=(), trouble=error)
            letters = letters if sent.again else (*letters, *batch.letters)
        return replace(sent, letters=letters, rest=rest, change=change_between(run[-1], rest[0]) if rest else "")

    def send_sheets(self, wanted: Wanted, sent: Sent, sheets: Sequence[int], step: Step) -> Sent:
        """Print just these sheets again (counted from 0); the question stays about all of them."""
        letters = [sent.open.letter_of(sheet) for sheet in sorted(sheets)]
        spoilt = tuple(dict.fromkeys((*sent.spoilt, *letters)))
        asked = replace(sent, spoilt=spoilt, again=len(letters), early=False, rest=self._parted(wanted, letters))
        return self.send_rest(asked, step)

    def send_back(self, wanted: Wanted, letter: int, step: Step) -> None:
        """The other side of one letter, on the sheet that was laid into the tray. Raises as `send`."""
        pdf, setup = self.table.back(letter, wanted.setup.ink), wanted.setup
        half = setup.stock == HALF
        order = PrintOrder(pdf, 1, wanted.copies, setup.ink, setup.across, setup.down, half=half)
        print_sheets(self.printery.open(wanted.printer), order, step)

    def _parted(self, wanted: Wanted, letters: Sequence[int]) -> tuple[Batch, ...]:
        return self.table.batches(
            letters, partial(self.ways.way_of, wanted=Way(wanted.printer, wanted.setup), shown=wanted.kind)
        )

    def print_test(self, printer: str, setup: PrinterSetup) -> str:
        """One sheet with rulers, moved as letters would be; for ornate stock the frame of the letter in view, lightly,
        with a scale of tenths of a millimetre. What to do with it. Raises CannotPrint, Trouble."""
        row = self.row() if setup.stock == ORNATE else None
        frame = self.table.frame(row) if row else None
        order = PrintOrder(frame.pdf if frame else b"", 1, 1, setup.ink, setup.across, setup.down)
        if frame:
            print_frame(self.printery.open(printer), order, frame.edge)
            return papers.WHERE_FRAME
        print_ruler(self.printery.open(printer), order)
        return papers.PLAIN_TEST if setup.stock == ORNATE else said.TEST_SENT

    def archive(self, rows: Sequence[WaitingLetter], step: Step) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """The letters of these rows, written now where they were not; and why some could not be."""
        letters: list[int] = []
        left_out: list[str] = []
        for number, row in enumerate(rows):
            step(number, len(rows))
            ready = self.table.prepare([row], self.reason(row))
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
        self.asked, self._unkept = sent, True
        self.table.question.keep(sent.open)
        self._unkept = False

    def all_here(self) -> int:
        """The clerk counted the sheets: the letters are printed. How many they were."""
        return self.count_sheets(())

    def count_sheets(self, missing: Collection[int]) -> int:
        """All sheets are in the hand but these (counted from 0); letters without any wait on. How many were counted."""
        sent = self.asked
        if sent is None:
            return 0
        here = sent.open.counted(missing)
        if here:
            self.table.printed_each(here, sent.open.reasons())
        self._answered()
        self._alone = None
        return len(here)

    def none_here(self) -> int:
        """No sheet came: nothing is called printed. How many letters wait on."""
        sent = self.asked
        self._answered()
        return len(sent.letters) if sent else 0

    def _answered(self) -> None:
        self.asked, self._unkept = None, False
        self.table.question.drop()

    def _still_asked(self) -> Sent | None:
        """The question as it is kept: another page may have put it, or heard the answer."""
        left = self.table.question.open()
        if self._unkept or (self.asked and self.asked.open == left):
            return self.asked
        early = not self._read
        return Sent(left.letters, left.copies, left.reason, spoilt=left.spoilt, early=early) if left else None
