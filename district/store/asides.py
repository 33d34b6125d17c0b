"""Lines of desks that stand aside because no program could read them yet, one by one."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from sqlalchemy import Connection, select, update

from district.store.lines import HISTORY, IS_ASIDE, LineRow
from district.store.tables import positions


@dataclass(frozen=True, slots=True)
class Unread:
    """One line of a desk's history that stands aside, as it came, and why."""

    desk: int
    position: int
    digest: bytes
    line: bytes
    reason: str


class AsideRows:
    """The rows of lines set aside within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Unread, ...]:
        """Every such line of every desk's history, by desk and position; what a fork laid aside is not among them."""
        # The branch is left to Python: asked for in SQL, it would draw SQLite away from the index of lines set aside.
        names = [positions.c[one.name] for one in fields(Unread)]
        asked = select(positions.c.branch, *names).where(IS_ASIDE).order_by(positions.c.desk, positions.c.position)
        return tuple(Unread(*row[1:]) for row in self._connection.execute(asked) if row[0] == HISTORY)

    def count_from_now(self, rows: Iterable[LineRow]) -> None:
        """These lines were read: they stand in the history with what they say."""
        key = ("desk", "branch", "position")
        for row in rows:
            told = {name: getattr(row, name) for name in row._fields if name not in key}
            where = [positions.c[name] == getattr(row, name) for name in key]
            self._connection.execute(update(positions).where(*where).values(told))
