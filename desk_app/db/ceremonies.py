"""Ceremony days: when, and in which order whose letters are handed over. Ids only, no names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from desk_app.db.letter_rows import ceremonies

_KEPT = ceremonies.c


@dataclass(frozen=True, slots=True)
class KeptCeremony:
    """One ceremony; `body` is a JSON object."""

    id: int
    held_on: date
    body: Mapping[str, Any]


class Ceremonies:
    """The ceremonies of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, held_on: date, body: Mapping[str, Any]) -> int:
        """Keep a new one; its id."""
        done = self._connection.execute(insert(ceremonies), {"held_on": held_on.isoformat(), "body": dict(body)})
        return int(done.lastrowid)

    def keep(self, kept: KeptCeremony) -> None:
        """Keep it in the place of what was kept under its id."""
        values = {"held_on": kept.held_on.isoformat(), "body": dict(kept.body)}
        self._connection.execute(update(ceremonies).where(_KEPT.id == kept.id).values(values))

    def get(self, id: int) -> KeptCeremony | None:
        """The ceremony of this id."""
        found = self._connection.execute(select(ceremonies).where(_KEPT.id == id)).first()
        return KeptCeremony(found.id, date.fromisoformat(found.held_on), found.body) if found else None

    def newest(self, limit: int) -> tuple[KeptCeremony, ...]:
        """The latest days first."""
        wanted = select(ceremonies).order_by(_KEPT.held_on.desc(), _KEPT.id.desc()).limit(limit)
        found = self._connection.execute(wanted)
        return tuple(KeptCeremony(row.id, date.fromisoformat(row.held_on), row.body) for row in found)

    def drop(self, id: int) -> None:
        """Forget one."""
        self._connection.execute(delete(ceremonies).where(_KEPT.id == id))
