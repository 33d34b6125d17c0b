"""The book of printed letters: how many sheets, why some were printed again, whether they were handed over."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from common.words import labels, print_paper, printing
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.services.letter_titles import letter_title
from desk_app.services.print_rows import PrintedLetter
from desk_app.services.seat import Seat


@dataclass(frozen=True, slots=True)
class PrintedBookDesk:
    """Letters in the hand, newest first."""

    seat: Seat

    def since(self, day: date, limit: int) -> tuple[PrintedLetter, ...]:
        """Letters first printed on that day or later, handed over or not."""
        with self.seat.reading() as reading:
            return _rows(reading, reading.overview.letters_in_hand(day, limit))

    def named(self, letters: Sequence[int]) -> tuple[PrintedLetter, ...]:
        """These letters, printed or not, in this order."""
        with self.seat.reading() as reading:
            found = (reading.overview.letter(id) for id in letters)
            return _rows(reading, [line for line in found if line])


def _rows(reading: Reading, lines: Sequence[LetterLine]) -> tuple[PrintedLetter, ...]:
    ids = sorted({id for line in lines for id in line.covers})
    known = {kept.id: kept for kept in reading.registrations.several(ids)}
    backs = reading.papers.with_backs([line.id for line in lines])
    reasons = _reasons(reading, [line.subject for line in lines if line.copies])
    rows = (
        _in_hand(reading, line, [known[id] for id in line.covers if id in known], reasons.get(line.subject, ()))
        for line in lines
    )
    return tuple(replace(row, back=row.letter in backs) for row in rows)


def _reasons(reading: Reading, subjects: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Why letters were printed again, in order; the law may have had a reason erased."""
    found: dict[str, list[str]] = {}
    for subject, home in reading.trail.printings(subjects):
        reason = json.loads(home or b"{}").get("reason", "")
        if reason:
            found.setdefault(subject, []).append(str(reason))
    return found


def _in_hand(reading: Reading, line: LetterLine, rows: Sequence[Kept], reasons: Sequence[str]) -> PrintedLetter:
    given = printing.DELIVERED_ON.format(day=_day(line.delivered_on), way=labels.WAY_WORDS.get(line.way, ""))
    return PrintedLetter(
        letter=line.id,
        event=line.kind,
        title=letter_title(reading, line.id, rows),
        tag=print_paper.TAGS[line.kind],
        printed=printing.COPIES_OF.format(day=_day(line.printed_on), copies=line.copies) if line.copies else "",
        delivered=given if line.delivered_on else "",
        first_on=line.printed_on,
        again=printing.again_for(reasons, line.stale),
    )


def _day(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""
