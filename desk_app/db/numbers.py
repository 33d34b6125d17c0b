"""Numbers of a register book, compared as the law counts them and printed as they were typed."""

import re
from dataclasses import dataclass

from common.names import tidy

_PLAIN = re.compile(r"0*([0-9]{1,9})(?:/([0-9]{4}))?")


@dataclass(frozen=True, slots=True)
class BookNumber:
    """A number for comparing: in 2026 5, 05, 005 and 05/2026 are one `norm`; `sequence` is None unless it counts."""

    norm: str
    year: int
    sequence: int | None

    @classmethod
    def of(cls, number: str, year: int) -> "BookNumber":
        """Read a typed number; a year written behind the stroke wins over `year`, the year of registration."""
        typed = tidy(number).replace(" ", "").casefold()
        match = _PLAIN.fullmatch(typed)
        if match is None:
            return cls(typed, year, None)
        return cls(match[1], int(match[2] or year), int(match[1]))


def written(sequence: int, year: int) -> str:
    """The number as it goes into the book: below ten with a zero in front (NĐ 30/2020), then the year."""
    return f"{sequence:02d}/{year}"
