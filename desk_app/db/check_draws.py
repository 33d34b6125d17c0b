"""Letters that the level above drew by lot, and what the desk could show of their hand-over."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from desk_app.db.voice_rows import check_draws

_KEPT = check_draws.c


@dataclass(frozen=True, slots=True)
class KeptDraw:
    """One letter drawn with a receipt; `found` is signed, unsigned or missing, empty until somebody looked."""

    receipt: int
    serial: int
    letter: str
    drawn_on: date
    found: str = ""
    shown_on: date | None = None


class CheckDraws:
    """The letters drawn for one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep_drawn(self, draw: KeptDraw) -> bool:
        """Keep a letter that was drawn; False when it came before."""
        mine = (_KEPT.receipt == draw.receipt) & (_KEPT.serial == draw.serial)
        if self._connection.execute(select(_KEPT.serial).where(mine)).first() is not None:
            return False
        values = {"receipt": draw.receipt, "serial": draw.serial, "letter": draw.letter}
        day = draw.drawn_on.isoformat()
        self._connection.execute(insert(check_draws), {**values, "drawn_on": day, "found": "", "shown_on": None})
        return True

    def show(self, draw: KeptDraw) -> None:
        """Keep what was found, and on which day."""
        mine = (_KEPT.receipt == draw.receipt) & (_KEPT.serial == draw.serial)
        told = {"found": draw.found, "shown_on": draw.shown_on.isoformat() if draw.shown_on else None}
        self._connection.execute(update(check_draws).where(mine).values(told))

    def all(self) -> tuple[KeptDraw, ...]:
        """Every letter drawn, the newest receipt first."""
        wanted = select(check_draws).order_by(_KEPT.receipt.desc(), _KEPT.serial)
        return tuple(_draw(row) for row in self._connection.execute(wanted))


def _draw(row: Any) -> KeptDraw:
    shown = date.fromisoformat(row.shown_on) if row.shown_on else None
    return KeptDraw(row.receipt, row.serial, row.letter, date.fromisoformat(row.drawn_on), row.found, shown)
