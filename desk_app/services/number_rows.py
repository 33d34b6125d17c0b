"""Letters as sổ cấp số lists them: kind, day, to whom; read many at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from common.words import numbering as words
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.services.courtesy_letters import Addressed, addressees
from desk_app.services.naming import who

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Named:
    """A letter without its page: `undated` where its day was left to be written by hand."""

    letter: int
    kind: str
    dated: date
    who: str
    void: bool
    undated: bool


def named(reading: Reading, letters: Sequence[int]) -> tuple[Named, ...]:
    """These letters, in the order asked; whom the law had erased is not named."""
    lines = {line.id: line for line in reading.overview.letters_among(letters)}
    ids = sorted({id for line in lines.values() for id in line.covers})
    rows = {
        row.id: row
        for first in range(0, len(ids), _AT_ONCE)
        for row in reading.registrations.several(ids[first : first + _AT_ONCE])
    }
    undated = reading.letter_numbers.undated(letters)
    courtesies = addressees(reading, [id for id, line in lines.items() if not line.covers])
    return tuple(
        Named(
            letter=id,
            kind=lines[id].kind,
            dated=lines[id].dated,
            who=_who(lines[id], rows, courtesies.get(id)),
            void=lines[id].state == "void",
            undated=id in undated,
        )
        for id in letters
        if id in lines
    )


def _who(line: LetterLine, rows: Mapping[int, Kept], courtesy: Addressed | None) -> str:
    if courtesy is not None:
        return courtesy.who or words.ERASED
    covered = [rows[id] for id in line.covers if id in rows]
    return who(covered) if covered else words.ERASED
