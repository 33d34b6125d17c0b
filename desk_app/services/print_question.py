"""The question "are all sheets on the table?", kept in the register until a person has answered it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from common.words import printing
from desk_app.db.register import Reading
from desk_app.services.seat import Seat
from desk_app.services.stored import any_letter
from desk_app.services.trouble import Mistake

_ASKED = "sheets-asked"
_JAM = printing.REPRINT_REASONS["jam"]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Letters a printer has taken and nobody has counted, in the order of their sheets; `reason` when they had been
    printed before, `spoilt`: those of which sheets were printed again because they were spoilt or missing."""

    letters: tuple[int, ...]
    copies: int = 1
    reason: str = ""
    spoilt: tuple[int, ...] = ()

    @property
    def sheets(self) -> int:
        """How many sheets must lie on the table."""
        return len(self.letters) * self.copies

    def letter_of(self, sheet: int) -> int:
        """The letter on a sheet, sheets counted from 0 as the printer took them."""
        return self.letters[sheet // self.copies]

    def counted(self, missing: Collection[int] = ()) -> dict[int, int]:
        """How many sheets of each letter are in the hand when these are not; letters without a sheet are left out."""
        here = Counter(self.letter_of(sheet) for sheet in range(self.sheets) if sheet not in missing)
        return dict(here)

    def reasons(self) -> dict[int, str]:
        """Why each letter was printed again, where it was."""
        return {id: printing.joined([self.reason, _JAM if id in self.spoilt else ""]) for id in self.letters}


@dataclass(frozen=True, slots=True)
class PrintQuestion:
    """Closing the program does not answer: the same question stands there the next time."""

    seat: Seat

    def keep(self, question: OpenQuestion) -> None:
        """Remember what was asked, in place of what was asked before."""
        with self.seat.work() as work:
            counted = [[id, any_letter(work, id).copies] for id in question.letters]
            told = {"copies": question.copies, "reason": question.reason, "spoilt": list(question.spoilt)}
            kept = {"letters": counted, **told}
            work.office.put(_ASKED, json.dumps(kept, ensure_ascii=False, sort_keys=True))
            work.commit()

    def drop(self) -> None:
        """It was answered."""
        with self.seat.work() as work:
            work.office.put(_ASKED, "{}")
            work.commit()

    def open(self) -> OpenQuestion | None:
        """The question without an answer. A letter that was counted or taken back since is not asked about."""
        with self.seat.reading() as reading:
            return asked_about(reading)


def asked_about(reading: Reading) -> OpenQuestion | None:
    """The question that stands in this register."""
    kept = json.loads(reading.office.get(_ASKED) or "{}")
    letters = tuple(id for id, copies in kept.get("letters", ()) if _still(reading, id, copies))
    spoilt = tuple(id for id in kept.get("spoilt", ()) if id in letters)
    return OpenQuestion(letters, kept["copies"], kept["reason"], spoilt) if letters else None


def only_printed(seat: Seat, letters: Sequence[int]) -> None:
    """Raise Mistake("letter-never-printed") where one of these was never in the hand: only those are printed again."""
    with seat.reading() as reading:
        for id in letters:
            if any_letter(reading, id).copies == 0:
                raise Mistake("letter-never-printed", {"id": str(id)})


def _still(reading: Reading, id: int, copies: int) -> bool:
    kept = any_letter(reading, id)
    return kept.state != "void" and kept.copies == copies
