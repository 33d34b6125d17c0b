"""Sheets that were taken in, and what each of them wrote."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select, update

from desk_app.db.brought_rows import import_rows, imports
from desk_app.db.quick import asked

_IMPORT, _ROW = imports.c, import_rows.c
_WRITINGS = """SELECT registration_id, version, undone_on IS NOT NULL FROM import_rows
    JOIN imports ON imports.id = import_id
    WHERE registration_id IN (SELECT value FROM json_each(?)) ORDER BY import_id"""


class Writing(NamedTuple):
    """A version of a registration that an import wrote, and whether that import was undone since."""

    registration: int
    version: int
    undone: bool


@dataclass(frozen=True, slots=True)
class KeptImport:
    """One sheet taken in; `body` is a JSON object, `undone_on` the day on which the whole of it was taken back."""

    id: int
    taken_on: date
    undone_on: date | None = None
    body: Mapping[str, Any] = field(default_factory=dict)


class Imports:
    """What was taken in from sheets, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, taken_on: date, body: Mapping[str, Any]) -> int:
        """A new import; its number."""
        told = {"taken_on": taken_on.isoformat(), "body": dict(body)}
        key = self._connection.execute(insert(imports), told).inserted_primary_key
        assert key is not None
        return int(key[0])

    def wrote(self, id: int, rows: Iterable[tuple[int, int]]) -> None:
        """Keep which registrations it wrote: their ids and the version each got by it."""
        told = [{"import_id": id, "registration_id": one, "version": version} for one, version in rows]
        if told:
            self._connection.execute(insert(import_rows), told)

    def rows(self, id: int) -> tuple[tuple[int, int], ...]:
        """Registration and version of everything that an import wrote, in the order of the register."""
        wanted = select(_ROW.registration_id, _ROW.version).where(_ROW.import_id == id).order_by(_ROW.registration_id)
        return tuple((int(one), int(version)) for one, version in self._connection.execute(wanted))

    def of_registration(self, registration_id: int) -> tuple[int, ...]:
        """The imports that wrote this registration, the newest first."""
        wanted = select(_ROW.import_id).where(_ROW.registration_id == registration_id).order_by(_ROW.import_id.desc())
        return tuple(int(id) for id in self._connection.scalars(wanted))

    def writings(self, ids: Collection[int]) -> tuple[Writing, ...]:
        """What imports wrote of these registrations, oldest first."""
        return tuple(
            Writing(id, version, bool(undone))
            for id, version, undone in asked(self._connection, _WRITINGS, json.dumps(sorted(ids)))
        )

    def get(self, id: int) -> KeptImport | None:
        """One import."""
        found = self._connection.execute(select(imports).where(_IMPORT.id == id)).first()
        return _import(found) if found else None

    def newest(self, limit: int) -> tuple[KeptImport, ...]:
        """The last imports, undone ones among them, the newest first."""
        wanted = select(imports).order_by(_IMPORT.id.desc()).limit(limit)
        return tuple(_import(row) for row in self._connection.execute(wanted))

    def mark_undone(self, id: int, on: date, body: Mapping[str, Any]) -> None:
        """The whole import was taken back on this day; `body` says what stayed and why."""
        told = {"undone_on": on.isoformat(), "body": dict(body)}
        self._connection.execute(update(imports).where(_IMPORT.id == id).values(**told))


def _import(row: Any) -> KeptImport:
    undone = date.fromisoformat(row.undone_on) if row.undone_on else None
    return KeptImport(row.id, date.fromisoformat(row.taken_on), undone, row.body)
