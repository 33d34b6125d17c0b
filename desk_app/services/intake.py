"""Taking in the ministry's sheets: looked at row by row, written as one act, taken back as one act."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from common.words import intake_desk as words
from desk_app.db.imports import KeptImport
from desk_app.db.register import Reading
from desk_app.intake.cells import Sheet
from desk_app.intake.layout import Column, Layout
from desk_app.services.intake_look import Looking
from desk_app.services.intake_opening import Choice, Opened, Suspect, choose, lines_of, opened, pasted, source_of
from desk_app.services.intake_taking import take
from desk_app.services.intake_undoing import told_stayed, undo
from desk_app.services.intake_values import (
    LETTER_DAYS,
    PILES,
    Look,
    LookedRow,
    Pile,
    SheetLine,
    Source,
    Stayed,
    Step,
    Taken,
    TakenIn,
    Told,
    Undone,
)
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

__all__ = ["LETTER_DAYS", "PILES", "Intake", "Look", "LookedRow", "Pile", "SheetLine", "Source", "Stayed", "Step"]
__all__ += ["Choice", "Column", "Layout", "Opened", "Sheet", "Suspect", "Taken", "TakenIn", "Told", "Undone"]
MOST_LISTED = 200


def _quiet(done: int, total: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Intake:
    """Sheets of births, marriages and deaths, as the person at this seat takes them in."""

    seat: Seat

    def beside(
        self,
        lines: Sequence[SheetLine],
        step: Step = _quiet,
        letters_from: date | None = None,
        source: Source | None = None,
    ) -> Look:
        """Every row beside the register, nothing written; `step` raises Cancelled to stop."""
        first = letters_from or self.seat.today() - timedelta(days=LETTER_DAYS)
        with self.seat.reading() as reading:
            rows = Looking.of(self.seat, reading).rows(lines, step)
            return Look(rows, reading.journal.head()[0], first, source or Source())

    def open(self, path: Path) -> Opened:
        """An XLSX, XLS, ODS, CSV or TSV file. Raises Mistake: file-unreadable, file-too-large, and as
        `pasted` does."""
        return opened(self.seat, path)

    def pasted(self, text: str) -> Opened:
        """What lay on the clipboard. Raises Mistake: sheet-password, sheet-not-a-table, sheet-empty, sheet-too-large,
        sheet-damaged, sheet-other-kind."""
        return pasted(self.seat, text)

    def choose(self, opened: Opened, sheet: int | None = None, event: str = "") -> Choice:
        """A sheet (the best where none is named) as it is proposed to be read, or as this event; a Choice is changed by
        its own `with_key` and `converting`."""
        return choose(opened, sheet, event)

    def look(self, choice: Choice, step: Step = _quiet, letters_from: date | None = None) -> Look:
        """Every row of the sheet beside the register, nothing written; `step` raises Cancelled to stop. Raises
        Mistake("sheet-lacks") where no column tells what every row needs."""
        if not choice.layout.event or choice.layout.missing:
            raise Mistake("sheet-lacks", {"columns": words.lacking(choice.layout.missing)})
        return self.beside(lines_of(choice, self.seat), step, letters_from, source_of(choice))

    def take(
        self, look: Look, changed: Collection[int] = (), step: Step = _quiet, letters_from: date | None = None
    ) -> Taken:
        """Write the new rows, and of the changed ones those whose lines are named: one act, on disk as a whole or not
        at all. Families registered before `letters_from` (30 days ago unless the look says otherwise) are not greeted
        by themselves. Raises Mistake: sheet-look-again once the register has moved, sheet-nothing,
        sheet-row-not-changed; Cancelled when `step` does: nothing is written then."""
        self.seat.may("register")
        return take(self.seat, look.since(letters_from), changed, step)

    def undo(self, id: int, reason: str) -> Undone:
        """Take a whole sheet back: what it entered is voided, what it amended says again what it said before, and what
        was touched since stays and is told. Raises Mistake: reason-empty, no-such-import, import-undone."""
        self.seat.may("register")
        return undo(self.seat, id, reason)

    def imports(self) -> tuple[TakenIn, ...]:
        """The sheets taken in, undone ones among them, the newest first."""
        with self.seat.reading() as reading:
            return tuple(_taken_in(reading, kept) for kept in reading.imports.newest(MOST_LISTED))


def _taken_in(reading: Reading, kept: KeptImport) -> TakenIn:
    body = kept.body
    first = body.get("letters_from")
    return TakenIn(
        id=kept.id,
        on=kept.taken_on,
        who=str(body.get("who", "")),
        kind=str(body.get("kind", "")),
        entered=int(body.get("entered", 0)),
        amended=int(body.get("amended", 0)),
        left=int(body.get("left", 0)),
        letters_from=date.fromisoformat(first) if first else None,
        undone_on=kept.undone_on,
        stayed=tuple(told_stayed(reading, [(id, why) for id, why in body.get("stayed", ())])),
    )
