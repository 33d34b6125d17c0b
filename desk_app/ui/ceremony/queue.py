"""The letters of one ceremony on their way to the printer, in the order in which they are handed over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desk_app.services.ceremonies import Line
from desk_app.services.print_desk import PrintDesk, WaitingLetter
from desk_app.ui.printing.model import PrintingModel, Step
from desk_app.ui.printing.printer import Printery

WAITS = ("none", "prepared", "stale")
"""States of a letter that has no sheet yet."""


class CeremonyQueue(PrintingModel):
    """What the printing page knows, of the lines that `lines()` gives and no others."""

    def __init__(self, table: PrintDesk, printery: Printery, lines: Callable[[], Sequence[Line]]) -> None:
        super().__init__(table, printery)
        self._lines = lines

    def chosen(self) -> tuple[WaitingLetter, ...]:
        """Everybody who has no sheet yet, whether they come or not: a letter may be brought to them later."""
        return tuple(_row(line) for line in self._lines() if line.stands and line.state in WAITS)

    def archive(self, rows: Sequence[WaitingLetter], step: Step) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """A letter of thanks is written already."""
        letters: list[int] = []
        left_out: list[str] = []
        for number, row in enumerate(rows):
            step(number, len(rows))
            if row.covers:
                done, told = super().archive([row], lambda at, of: None)
                letters += done
                left_out += told
            elif row.letter is not None:
                letters.append(row.letter)
        return tuple(letters), tuple(left_out)


def _row(line: Line) -> WaitingLetter:
    letter = line.letter if line.letter and line.state != "stale" else None
    return WaitingLetter(line.covers, letter, line.kind, line.who, "", "")
