"""Marks of people who want no letter: nobody can be read out of them, but whoever comes again is known again."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from desk_app.db import rows

_MARK = rows.opt_outs.c.mark


class OptOuts:
    """The marks of one register, inside one transaction; a mark is 64 hex digits."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, marks: Collection[str], on: date) -> None:
        """Keep marks; one that is known stays as it was."""
        known = self.known(marks)
        fresh = [{"mark": mark, "kept_on": on.isoformat()} for mark in sorted(set(marks) - known)]
        if fresh:
            self._connection.execute(insert(rows.opt_outs), fresh)

    def known(self, marks: Collection[str]) -> frozenset[str]:
        """Those of these marks that are kept."""
        return frozenset(self._connection.scalars(select(_MARK).where(_MARK.in_(sorted(marks)))))

    def kept_since(self, marks: Collection[str], day: date) -> frozenset[str]:
        """Those of these marks that were not kept before that day."""
        since = rows.opt_outs.c.kept_on >= day.isoformat()
        return frozenset(self._connection.scalars(select(_MARK).where(_MARK.in_(sorted(marks)), since)))

    def drop(self, marks: Collection[str]) -> int:
        """Forget marks; how many there were."""
        return self._connection.execute(delete(rows.opt_outs).where(_MARK.in_(sorted(marks)))).rowcount

    def any(self) -> bool:
        """Whether anybody ever wanted no letter."""
        return self._connection.execute(select(_MARK).limit(1)).first() is not None
