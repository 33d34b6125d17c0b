"""Versions of letter templates that the office wrote or was given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from desk_app.db.brought_rows import letter_templates
from desk_app.db.quick import asked

DRAFT, APPROVED, WITHDRAWN = "draft", "approved", "withdrawn"
_ROW = letter_templates.c


@dataclass(frozen=True, slots=True)
class KeptTemplate:
    """One version of a template: `state` draft, approved or withdrawn; approved ones are in force from `from_day`;
    `body` is a JSON object (text, title, kind, layout, who wrote it, who approved it, where it came from)."""

    name: str
    version: int
    state: str
    from_day: date | None = None
    body: Mapping[str, Any] = field(default_factory=dict)


class LetterTemplates:
    """The templates of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[KeptTemplate, ...]:
        """Every version of every template, by name, the newest first."""
        wanted = select(letter_templates).order_by(_ROW.name, _ROW.version.desc())
        return tuple(_template(row) for row in self._connection.execute(wanted))

    def get(self, name: str, version: int) -> KeptTemplate | None:
        """One version."""
        found = self._connection.execute(select(letter_templates).where(self._is(name, version))).first()
        return _template(found) if found else None

    def approved(self) -> tuple[tuple[Any, ...], ...]:
        """Name, version and first day of every approved version: by these alone it is seen whether any came or went,
        for the words of an approved version never change."""
        sql = "SELECT name, version, from_day FROM letter_templates WHERE state = 'approved' ORDER BY name, version"
        return tuple(asked(self._connection, sql))

    def in_force(self, day: date) -> tuple[KeptTemplate, ...]:
        """Of each template the version in force on this day: approved, begun, the latest of those."""
        known = (one for one in self.all() if one.state == APPROVED and one.from_day and one.from_day <= day)
        latest: dict[str, KeptTemplate] = {}
        for one in known:
            before = latest.get(one.name)
            if before is None or (one.from_day, one.version) > (before.from_day, before.version):
                latest[one.name] = one
        return tuple(latest.values())

    def add(self, one: KeptTemplate) -> None:
        """Keep a new version."""
        self._connection.execute(insert(letter_templates), {"name": one.name, "version": one.version, **_told(one)})

    def keep(self, one: KeptTemplate) -> None:
        """Keep a version in another state, or a draft with other words."""
        self._connection.execute(update(letter_templates).where(self._is(one.name, one.version)).values(**_told(one)))

    def drop(self, name: str, version: int) -> None:
        """Forget a draft; what was approved stays for ever."""
        mine = self._is(name, version) & (_ROW.state == DRAFT)
        self._connection.execute(delete(letter_templates).where(mine))

    @staticmethod
    def _is(name: str, version: int) -> Any:
        return (_ROW.name == name) & (_ROW.version == version)


def _told(one: KeptTemplate) -> dict[str, Any]:
    day = one.from_day.isoformat() if one.from_day else None
    return {"state": one.state, "from_day": day, "body": dict(one.body)}


def _template(row: Any) -> KeptTemplate:
    day = date.fromisoformat(row.from_day) if row.from_day else None
    return KeptTemplate(row.name, row.version, row.state, day, row.body)
