"""How letters were handed over, beyond the day and the way: with whom, where the evidence lies, what came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from desk_app.db.letter_rows import handings

_KEPT = handings.c
_LATELY = 200


@dataclass(frozen=True, slots=True)
class Handing:
    """`together`: who went along ("Hội Liên hiệp Phụ nữ xã", seed 002); `evidence`: where the proof lies, as typed (a
    photograph's number, a page of the follow-up book); the day it came back and why, where it did."""

    together: str = ""
    evidence: str = ""
    returned_on: date | None = None
    returned_why: str = ""


class Handings:
    """The hand-overs of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, letter: int, handing: Handing) -> None:
        """Keep it in the place of what was kept of this letter before."""
        self._connection.execute(delete(handings).where(_KEPT.letter_id == letter))
        back = handing.returned_on.isoformat() if handing.returned_on else None
        values = {"letter_id": letter, "together": handing.together, "evidence": handing.evidence}
        self._connection.execute(
            insert(handings), {**values, "returned_on": back, "returned_why": handing.returned_why}
        )

    def of(self, letters: Sequence[int]) -> dict[int, Handing]:
        """What is kept of these letters."""
        found = self._connection.execute(select(handings).where(_KEPT.letter_id.in_(letters)))
        return {
            row.letter_id: Handing(row.together, row.evidence, _day(row.returned_on), row.returned_why) for row in found
        }

    def companions(self, limit: int) -> tuple[str, ...]:
        """Who went along with the letters of the last hand-overs, each once, the last one first."""
        newest = select(_KEPT.together).order_by(_KEPT.letter_id.desc()).limit(_LATELY)
        named = [name for name in self._connection.scalars(newest) if name]
        return tuple(dict.fromkeys(named))[:limit]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
