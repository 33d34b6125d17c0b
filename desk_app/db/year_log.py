"""What is written down by its day over a year: meetings, praise, conduct, press, pledges, committees, funding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from desk_app.db.year_rows import year_log

_KEPT = year_log.c


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """One entry. `subject` is that of its journal lines, empty where nothing travels; `body` a JSON object."""

    id: int
    subject: str
    kind: str
    on_day: date
    taken_back_on: date | None = None
    body: Mapping[str, Any] = field(default_factory=dict)


class YearLog:
    """The entries of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: KeptEntry) -> int:
        """Keep a new one, whatever its id says; its id."""
        return int(self._connection.execute(insert(year_log), _values(entry)).lastrowid)

    def keep(self, entry: KeptEntry) -> None:
        """Keep it in the place of what was kept under its id."""
        self._connection.execute(update(year_log).where(_KEPT.id == entry.id).values(_values(entry)))

    def get(self, id: int) -> KeptEntry | None:
        """The entry of this id."""
        row = self._connection.execute(select(year_log).where(_KEPT.id == id)).first()
        return _entry(row) if row else None

    def all(self) -> tuple[KeptEntry, ...]:
        """Every entry, those taken back too, the latest day first."""
        wanted = select(year_log).order_by(_KEPT.on_day.desc(), _KEPT.id.desc())
        return tuple(_entry(row) for row in self._connection.execute(wanted))

    def between(self, first: date, last: date) -> tuple[KeptEntry, ...]:
        """The entries of these days that stand, the latest first."""
        days = _KEPT.on_day.between(first.isoformat(), last.isoformat())
        wanted = select(year_log).where(days, _KEPT.taken_back_on.is_(None))
        found = self._connection.execute(wanted.order_by(_KEPT.on_day.desc(), _KEPT.id.desc()))
        return tuple(_entry(row) for row in found)

    def years(self) -> tuple[int, ...]:
        """The years in which something stands, the latest first."""
        days = self._connection.execute(select(_KEPT.on_day).where(_KEPT.taken_back_on.is_(None))).scalars()
        return tuple(sorted({int(day[:4]) for day in days}, reverse=True))


def _values(entry: KeptEntry) -> dict[str, object]:
    return {
        "subject": entry.subject,
        "kind": entry.kind,
        "on_day": entry.on_day.isoformat(),
        "taken_back_on": entry.taken_back_on.isoformat() if entry.taken_back_on else None,
        "body": dict(entry.body),
    }


def _entry(row: Any) -> KeptEntry:
    taken = date.fromisoformat(row.taken_back_on) if row.taken_back_on else None
    return KeptEntry(row.id, row.subject, row.kind, date.fromisoformat(row.on_day), taken, row.body)
