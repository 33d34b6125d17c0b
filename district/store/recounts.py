"""What the lines of each desk say, counted once: kept with the head and the digest up to which they were counted."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from district.store.lines import CHUNK, HISTORY, IS_ASIDE
from district.store.office_tables import recounts
from district.store.tables import desks, positions

LASTING = 0  # the year under which stands what belongs to no year, and by which a desk is known to be counted
YEARLY = 1  # and that of what the office did beside registering, of all times


@dataclass(frozen=True, slots=True)
class Tip:
    """Up to where a desk's history reaches: what changes whenever something else has to be counted."""

    head: int
    digest: bytes
    aside: int


@dataclass(frozen=True, slots=True)
class RecountRow:
    """What the lines of a desk up to `head` say of a year, as JSON; of a month by its days where `year` is 202610."""

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
        ours = (positions.c.desk == desks.c.number, positions.c.branch == HISTORY)
        # Each of the two is one step down the index; joined to the positions, SQLite would walk through all of them.
        last = (
            select(column)
            .where(*ours)
            .order_by(positions.c.position.desc())
            .limit(1)
            .correlate(desks)
            .scalar_subquery()
            for column in (positions.c.position, positions.c.digest)
        )
        rows = self._connection.execute(select(desks.c.number, *last))
        aside = self._aside()
        return {desk: Tip(head, digest, aside.get(desk, 0)) for desk, head, digest in rows if head}

    def _aside(self) -> dict[int, int]:
        asked = select(positions.c.desk, func.count()).where(IS_ASIDE).group_by(positions.c.desk)
        return {desk: count for desk, count in self._connection.execute(asked)}

    def of_years(self, years: Collection[int], among: Collection[int] | None = None) -> tuple[RecountRow, ...]:
        """Every row of these years, of all desks or of these."""
        # Desk by desk down the key: rows of days, which most who ask do not want, are not walked through.
        few = among is not None and len(among) <= CHUNK
        ours = recounts.c.desk.in_(tuple(among or ())) if few else recounts.c.desk.in_(select(desks.c.number))
        asked = select(recounts).where(ours, recounts.c.year.in_(years))
        return tuple(RecountRow(*row) for row in self._connection.execute(asked))

    def of_desk(self, desk: int) -> tuple[RecountRow, ...]:
        """Every row of the desk."""
        return tuple(
            RecountRow(*row) for row in self._connection.execute(select(recounts).where(recounts.c.desk == desk))
        )

    def lines_after(self, desk: int, position: int) -> tuple[bytes, ...]:
        """The counted lines of the desk's history beyond that position, in order."""
        asked = select(positions.c.line).where(*_counted(desk), positions.c.position > position)
        return tuple(self._connection.execute(asked.order_by(positions.c.position)).scalars())

    def lines_about(self, desk: int, subjects: Sequence[str], until: int) -> tuple[bytes, ...]:
        """The counted lines of the desk's history about these subjects, up to that position, in order."""
        found: list[tuple[int, bytes]] = []
        for start in range(0, len(subjects), CHUNK):
            asked = select(positions.c.position, positions.c.line).where(
                *_counted(desk), positions.c.position <= until, positions.c.subject.in_(subjects[start : start + CHUNK])
            )
            found += [(row.position, row.line) for row in self._connection.execute(asked)]
        return tuple(line for _, line in sorted(found))

    def keep(self, desk: int, rows: Iterable[RecountRow]) -> None:
        """Put these rows in the place of all that was counted for the desk."""
        self._connection.execute(delete(recounts).where(recounts.c.desk == desk))
        values = [{field.name: getattr(row, field.name) for field in fields(row)} for row in rows]
        if values:
            self._connection.execute(insert(recounts), values)


def _counted(desk: int) -> tuple[ColumnElement[bool], ...]:
    return positions.c.desk == desk, positions.c.branch == HISTORY, positions.c.state == "counted"
