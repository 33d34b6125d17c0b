"""Lines that a person set aside at a fork, each history on a branch of its own: kept and shown, never counted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, select, update

from district.store.lines import FORKED, HISTORY, LineRow
from district.store.tables import aside_parts, forks, positions, shared_parts


@dataclass(frozen=True, slots=True)
class SettledFork:
    """One history set aside: everything after the position `common`, on which ISO day, why and by whom. `branch` is 0
    before it is kept; `head` the last position that we hold of it."""

    desk: int
    branch: int
    common: int
    settled_on: str
    reason: str
    settled_by: str
    head: int = 0


@dataclass(frozen=True, slots=True)
class KnownLine:
    """One line of a history, live or set aside, as it came; `part` what travelled with it for the names, or nothing."""

    position: int
    line: bytes
    part: bytes


class BranchRows:
    """The rows of histories set aside, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_desk(self, desk: int) -> tuple[SettledFork, ...]:
        """Every history of the desk that was set aside, the oldest decision first."""
        found = [SettledFork(*row) for row in self._connection.execute(_SETTLED, {"desk": desk})]
        if not found:
            return ()
        # Never the history itself: looking for its head here would walk every line that the desk ever sent.
        heads = _highest.where(positions.c.desk == desk, positions.c.branch > HISTORY).group_by(positions.c.branch)
        head = {row.branch: row.head for row in self._connection.execute(heads)}
        return tuple(replace(fork, head=head.get(fork.branch, fork.common)) for fork in found)

    def open(self, fork: SettledFork) -> SettledFork:
        """Keep the decision under a branch number that was never used; gives it with that number."""
        opened = replace(fork, branch=self._unused(fork.desk))
        values = {column.name: getattr(opened, column.name) for column in forks.c}
        self._connection.execute(insert(forks).values(values))
        return opened

    def move_live(self, fork: SettledFork) -> int:
        """Move every live line after the common position to the branch; returns how many lines that were."""
        moved = self._connection.execute(
            update(positions)
            .where(*_on(fork.desk, HISTORY), positions.c.position > fork.common)
            .values(branch=fork.branch, state="aside", reason=FORKED)
        )
        beyond = (shared_parts.c.desk == fork.desk) & (shared_parts.c.position > fork.common)
        found = self._connection.execute(select(shared_parts).where(beyond)).all()
        self.keep_parts(fork, ((row.position, row.salt, row.part) for row in found))
        self._connection.execute(delete(shared_parts).where(beyond))
        return moved.rowcount

    def keep_parts(self, fork: SettledFork, parts: Iterable[tuple[int, bytes, bytes]]) -> None:
        """Keep parts that travelled with lines set aside: (position, salt, part)."""
        key = {"desk": fork.desk, "branch": fork.branch}
        rows = [{**key, "position": where, "salt": salt, "part": part} for where, salt, part in parts]
        if rows:
            self._connection.execute(insert(aside_parts), rows)

    def lay_aside(self, rows: Iterable[LineRow]) -> None:
        """Put lines onto the branch they name."""
        values = [{column.name: getattr(row, column.name) for column in positions.c} for row in rows]
        if values:
            self._connection.execute(insert(positions), values)

    def digest_at(self, fork: SettledFork, position: int) -> bytes | None:
        """The digest of that history at a position after the common one; None where we hold nothing of it."""
        asked = select(positions.c.digest).where(*_on(fork.desk, fork.branch), positions.c.position == position)
        return self._connection.execute(asked).scalar()

    def lines(self, fork: SettledFork) -> tuple[KnownLine, ...]:
        """The lines set aside, in order."""
        part = aside_parts.c
        here = (part.desk == fork.desk) & (part.branch == fork.branch) & (part.position == positions.c.position)
        asked = select(positions.c.position, positions.c.line, part.part).outerjoin_from(positions, aside_parts, here)
        return self._read(asked.where(*_on(fork.desk, fork.branch)))

    def live_after(self, desk: int, position: int) -> tuple[KnownLine, ...]:
        """The lines of the desk's history after a position, in order."""
        part = shared_parts.c
        here = (part.desk == desk) & (part.position == positions.c.position)
        asked = select(positions.c.position, positions.c.line, part.part).outerjoin_from(positions, shared_parts, here)
        return self._read(asked.where(*_on(desk, HISTORY), positions.c.position > position))

    def _read(self, asked: Any) -> tuple[KnownLine, ...]:
        found = self._connection.execute(asked.order_by(positions.c.position))
        return tuple(KnownLine(row.position, row.line, row.part or b"") for row in found)

    def _unused(self, desk: int) -> int:
        asked = select(func.max(forks.c.branch)).where(forks.c.desk == desk)
        used = select(func.max(positions.c.branch)).where(positions.c.desk == desk)
        return max(self._connection.execute(each).scalar() or HISTORY for each in (asked, used)) + 1


_SETTLED = select(forks).where(forks.c.desk == bindparam("desk")).order_by(forks.c.branch)
_highest = select(positions.c.branch, func.max(positions.c.position).label("head"))


def _on(desk: int, branch: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return positions.c.desk == desk, positions.c.branch == branch
