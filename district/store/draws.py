"""Letters drawn by lot with a receipt, and what the commune's leader could show of their hand-over."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, select, update

from district.store.office_tables import draws


@dataclass(frozen=True, slots=True)
class DrawRow:
    """One letter drawn with one receipt of a desk; `found` is signed, unsigned or missing, empty until it is told.
    Days are ISO."""

    desk: int
    receipt: int
    serial: int
    letter: str
    drawn_on: str
    found: str = ""
    shown_on: str = ""


class DrawRows:
    """The rows of draws within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, rows: Iterable[DrawRow]) -> None:
        """Keep letters that were drawn."""
        told = [asdict(row) for row in rows]
        if told:
            self._connection.execute(insert(draws), told)

    def of_desk(self, desk: int) -> tuple[DrawRow, ...]:
        """Every letter of the desk that was drawn, by receipt and serial."""
        return self.of_desks((desk,))

    def of_desks(self, desks: Sequence[int]) -> tuple[DrawRow, ...]:
        """Every letter of these desks that was drawn, by desk, receipt and serial."""
        wanted = select(draws).where(draws.c.desk.in_(desks)).order_by(draws.c.desk, draws.c.receipt, draws.c.serial)
        return tuple(DrawRow(*row) for row in self._connection.execute(wanted))

    def show(self, row: DrawRow) -> None:
        """Keep what was found of a letter that was drawn, and on which day."""
        mine = (draws.c.desk == row.desk) & (draws.c.receipt == row.receipt) & (draws.c.serial == row.serial)
        self._connection.execute(update(draws).where(mine).values(found=row.found, shown_on=row.shown_on))
