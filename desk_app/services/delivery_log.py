"""Sổ trao thư: what was handed over, what lies here, what came back; the same figures as the report of the period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from common.paper.workbook import WorkSheet, workbook
from common.periods import Period, read_period
from common.table_file import csv_table
from common.words import deliveries as words
from common.words.labels import LETTER_WORDS, REACTION_WORDS, WAY_WORDS
from common.words.print_paper import TAGS
from desk_app.db.handings import Handing
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.services.access_notes import done
from desk_app.services.files import write_file
from desk_app.services.letter_titles import letter_title
from desk_app.services.numbering import numbers_of
from desk_app.services.seat import Seat

ALL, WAITING, GIVEN, RETURNED = "all", "waiting", "given", "returned"
STATES = (ALL, WAITING, GIVEN, RETURNED)
MOST = 5000
_OFFERED = 6


@dataclass(frozen=True, slots=True)
class LogRow:
    """One letter: to whom, and its last step with the day of it. `covers`: the registrations it counts for; `record`
    what to open (Record.key: below zero a letter that stands alone)."""

    letter: int
    kind: str
    record: int
    covers: int
    title: str
    tag: str
    state: str
    day: date
    way: str = ""
    reaction: str = ""
    together: str = ""
    evidence: str = ""
    returned: str = ""
    number: str = ""

    @property
    def told(self) -> str:
        """The kind of letter, and its number where it has one."""
        return f"{LETTER_WORDS[self.kind]}, số {self.number}" if self.number else LETTER_WORDS[self.kind]

    @property
    def shown_day(self) -> str:
        """The day as screens show it."""
        return self.day.strftime("%d/%m/%Y")

    @property
    def how(self) -> str:
        """The way in words, or that it lies here."""
        return WAY_WORDS.get(self.way, words.STATE_WORDS[self.state])

    @property
    def taken(self) -> str:
        """The family's word."""
        return REACTION_WORDS[self.reaction] if self.reaction else ""


@dataclass(frozen=True, slots=True)
class Totals:
    """Letters handed over in the period by registrations, as the report counts them; what lies here and came back by
    letters."""

    delivered: dict[str, int] = field(default_factory=dict)
    reactions: dict[str, int] = field(default_factory=dict)
    ways: dict[str, int] = field(default_factory=dict)
    waiting: int = 0
    returned: int = 0


@dataclass(frozen=True, slots=True)
class Log:
    """The rows asked for, newest first, and the totals of the period whatever was asked for."""

    period: Period
    rows: tuple[LogRow, ...]
    totals: Totals


@dataclass(frozen=True, slots=True)
class DeliveryLog:
    """What the page "Sổ trao thư" asks for."""

    seat: Seat

    def log(self, period: str, state: str = ALL, kind: str = "") -> Log:
        """Handed over in the period, and what was printed in it and is not handed over; asked for what waits or came
        back, all that lies here however old."""
        self.seat.may("read")
        span = read_period(period)
        with self.seat.reading() as reading:
            given = _rows(reading, reading.overview.letters_delivered(span.first, span.last, MOST))
            here = _rows(reading, reading.overview.letters_lying(date.max, MOST))
        asked = {GIVEN: given, WAITING: here, RETURNED: [row for row in here if row.state == RETURNED]}
        rows = asked.get(state, [*given, *(row for row in here if span.contains(row.day))])
        rows = sorted((row for row in rows if kind in ("", row.kind)), key=lambda row: (row.day, row.letter))
        return Log(span, tuple(reversed(rows)), _totals(given, here))

    def one(self, letter: int) -> LogRow | None:
        """The row of a letter, or None where it was never in the hand."""
        with self.seat.reading() as reading:
            line = reading.overview.letter(letter)
            rows = _rows(reading, [line] if line and line.state in ("printed", "delivered") else [])
        return rows[0] if rows else None

    def companions(self) -> tuple[str, ...]:
        """Who went along lately, the last one first; the Women's Union stands there from the first day (seed 002)."""
        with self.seat.reading() as reading:
            lately = reading.handings.companions(_OFFERED)
        return tuple(dict.fromkeys((*lately, words.WOMENS_UNION)))

    def save(self, log: Log, path: Path) -> None:
        """Write the rows as a table of text, XLSX or CSV as the file is named. Raises Trouble."""
        self.seat.may("read")
        rows = [_cells(row) for row in log.rows]
        sheet = WorkSheet(words.SHEET, words.FILE_COLUMNS, rows)
        raw = workbook([sheet]) if path.suffix.lower() == ".xlsx" else csv_table([words.FILE_COLUMNS, *rows])
        write_file(path, raw)
        done(self.seat, "deliveries-saved")


def periods(today: date) -> tuple[str, ...]:
    """The periods offered: this month and the two before, this quarter, this year, the year before."""
    first = today.year * 12 + today.month - 1
    months = (f"{at // 12}-{at % 12 + 1:02}" for at in range(first, first - 3, -1))
    return (*months, f"{today.year}-Q{(today.month + 2) // 3}", f"{today.year}", f"{today.year - 1}")


def _rows(reading: Reading, lines: Sequence[LetterLine]) -> list[LogRow]:
    ids = sorted({id for line in lines for id in line.covers})
    known = {kept.id: kept for kept in reading.registrations.several(ids)} if ids else {}
    handings = reading.handings.of([line.id for line in lines])
    numbers = numbers_of(reading, [line.id for line in lines])
    rows = (
        _row(reading, line, [known[id] for id in line.covers if id in known], handings.get(line.id, Handing()))
        for line in lines
    )
    return [replace(row, number=numbers.get(row.letter, "")) for row in rows]


def _row(reading: Reading, line: LetterLine, kept: Sequence[Kept], handing: Handing) -> LogRow:
    back = handing.returned_on
    state = GIVEN if line.delivered_on else RETURNED if back else WAITING
    day = line.delivered_on or (back if state == RETURNED else None) or line.printed_on or line.dated
    return LogRow(
        letter=line.id,
        kind=line.kind,
        record=line.covers[0] if line.covers else -line.id,
        covers=_counts(reading, line, kept),
        title=letter_title(reading, line.id, kept) or words.ERASED,
        tag=TAGS[line.kind],
        state=state,
        day=day,
        way=line.way,
        reaction=line.reaction,
        together=handing.together,
        evidence=handing.evidence,
        returned=words.came_back(back, handing.returned_why) if back else "",
    )


def _counts(reading: Reading, line: LetterLine, kept: Sequence[Kept]) -> int:
    """For how many registrations it counts. Of one that the law had erased the journal alone knows it: what was handed
    over stays handed over."""
    if len(kept) == len(line.covers):
        return sum(one.state == "live" for one in kept) if line.covers else 1
    sign = {"letter-prepared": 1, "letter-voided": -1}
    told = reading.journal.of_subject(line.subject)
    return sum(sign[one.kind] * int(one.figures["covers"]) for one in told if one.kind in sign)


def _totals(given: Sequence[LogRow], here: Sequence[LogRow]) -> Totals:
    return Totals(
        delivered=_sums((row.kind, row.covers) for row in given),
        reactions=_sums((row.reaction, row.covers) for row in given),
        ways=_sums((row.way, row.covers) for row in given),
        waiting=len(here),
        returned=sum(row.state == RETURNED for row in here),
    )


def _sums(parts: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for name, count in parts:
        found[name] += count
    return dict(found)


def _cells(row: LogRow) -> tuple[str, ...]:
    state = words.STATE_WORDS[row.state]
    told = (row.shown_day, row.told, row.title, str(row.covers), state, WAY_WORDS.get(row.way, ""))
    return (*told, row.together, row.taken, row.evidence, row.returned)
