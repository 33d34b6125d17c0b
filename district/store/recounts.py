"""What the lines of each desk say, counted once: kept with the head and the digest up to which they were counted."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields

from sqlalchemy import Connection, and_, delete, func, insert, select

from district.store.lines import HISTORY, IS_ASIDE
from district.store.office_tables import recounts
from district.store.tables import desks, positions

LASTING = 0  # the year under which stands what belongs to no year, and by which a desk is known to be counted


@dataclass(frozen=True, slots=True)
class Tip:
    """Up to where a desk's history reaches: what changes whenever something else has to be counted."""

    head: int
    digest: bytes
    aside: int


@dataclass(frozen=True, slots=True)
class RecountRow:
    """What the lines of a desk up to `head` say of a year, as JSON."""

    desk: int
    year: int
    head: int
    digest: bytes
    said: str


class RecountRows:
    """The rows of recounts within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tips(self) -> dict[int, Tip]:
        """The tip of every desk of which lines are held, in two statements whatever their number."""
        ours = and_(positions.c.desk == desks.c.number, positions.c.branch == HISTORY)
        newest = select(func.max(positions.c.position)).where(ours).correlate(desks).scalar_subquery()
        asked = select(desks.c.number, positions.c.position, positions.c.digest).join(
            positions, and_(ours, positions.c.position == newest)
        )
        aside = self._aside()
        rows = self._connection.execute(asked)
        return {row.number: Tip(row.position, row.digest, aside.get(row.number, 0)) for row in rows}

    def _aside(self) -> dict[int, int]:
        asked = select(positions.c.desk, func.count()).where(IS_ASIDE).group_by(positions.c.desk)
        return {desk: count for desk, count in self._connection.execute(asked)}

    def of_years(self, years: Collection[int]) -> tuple[RecountRow, ...]:
        """Every row of these years."""
        asked = select(recounts).where(recounts.c.year.in_(years))
        return tuple(RecountRow(*row) for row in self._connection.execute(asked))

    def keep(self, desk: int, rows: Iterable[RecountRow]) -> None:
        """Put these rows in the place of all that was counted for the desk."""
        self._connection.execute(delete(recounts).where(recounts.c.desk == desk))
        values = [{field.name: getattr(row, field.name) for field in fields(row)} for row in rows]
        if values:
            self._connection.execute(insert(recounts), values)
