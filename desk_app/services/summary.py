"""What was done on the last days of work, counted from the end of the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from desk_app.db.register import Reading
from exchange.journal import BadLine, Line, read_line

_AT_ONCE = 200


@dataclass(slots=True)
class Day:
    """The acts of one day: registrations entered, letters first printed, letters handed over on it. Lines are counted
    from the last one back: what was said last of a letter on that day is true of it."""

    on: date
    entered: int = 0
    printed: int = 0
    handed: int = 0
    _told: set[str] = field(default_factory=set)

    @property
    def any(self) -> bool:
        """Whether anything was done."""
        return bool(self.entered + self.printed + self.handed)

    def count(self, line: Line) -> None:
        """Count one line of this day."""
        self.entered += line.kind == "registered"
        self.printed += line.kind == "letter-printed" and not line.figures["reprint"]
        if line.kind == "letter-delivered" and line.subject not in self._told:
            self._told.add(line.subject)
            self.handed += "returned_on" not in line.figures and line.figures["delivered_on"] == line.on


def days_of(reading: Reading, today: date) -> tuple[Day, ...]:
    """Today, and the last day before on which something was done, newest first; reads no further back."""
    days: dict[str, Day] = {}
    for line in _backwards(reading):
        if len([day for day in days.values() if day.any and day.on < today]) and line.on not in days:
            break
        days.setdefault(line.on, Day(date.fromisoformat(line.on))).count(line)
    return tuple(sorted(days.values(), key=lambda day: day.on, reverse=True))


def _backwards(reading: Reading) -> Iterator[Line]:
    last = reading.journal.head()[0]
    while last > 0:
        first = max(1, last - _AT_ONCE + 1)
        for raw in reversed(tuple(reading.journal.slice(first, last))):
            try:
                yield read_line(raw)
            except BadLine:
                continue
        last = first - 1
