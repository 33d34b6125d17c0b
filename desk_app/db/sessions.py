"""Buổi sáng với Nhân dân: the mornings of one register and what people said there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from desk_app.db.year_rows import session_opinions, sessions

_SESSION, _OPINION = sessions.c, session_opinions.c


@dataclass(frozen=True, slots=True)
class KeptSession:
    """One morning: planned, held where `held_on` has a day, or taken back. `body` is a JSON object."""

    id: int
    subject: str
    planned_on: date
    held_on: date | None = None
    taken_back_on: date | None = None
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptOpinion:
    """What one person said at a session; `body` a JSON object, the day of taking back in it."""

    id: int
    session: int
    subject: str
    due_on: date | None = None
    done_on: date | None = None
    body: Mapping[str, Any] = field(default_factory=dict)


class Sessions:
    """The sessions of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, session: KeptSession) -> int:
        """Keep a new session, whatever its id says; its id."""
        return int(self._connection.execute(insert(sessions), _session_values(session)).lastrowid)

    def keep(self, session: KeptSession) -> None:
        """Keep it in the place of what was kept under its id."""
        self._connection.execute(update(sessions).where(_SESSION.id == session.id).values(_session_values(session)))

    def get(self, id: int) -> KeptSession | None:
        """The session of this id."""
        row = self._connection.execute(select(sessions).where(_SESSION.id == id)).first()
        return _session(row) if row else None

    def all(self) -> tuple[KeptSession, ...]:
        """Every session, those taken back too, the latest day first."""
        wanted = select(sessions).order_by(_SESSION.planned_on.desc(), _SESSION.id.desc())
        return tuple(_session(row) for row in self._connection.execute(wanted))

    def add_opinion(self, opinion: KeptOpinion) -> int:
        """Keep a new opinion, whatever its id says; its id."""
        return int(self._connection.execute(insert(session_opinions), _opinion_values(opinion)).lastrowid)

    def keep_opinion(self, opinion: KeptOpinion) -> None:
        """Keep it in the place of what was kept under its id."""
        changed = update(session_opinions).where(_OPINION.id == opinion.id)
        self._connection.execute(changed.values(_opinion_values(opinion)))

    def opinion(self, id: int) -> KeptOpinion | None:
        """The opinion of this id."""
        row = self._connection.execute(select(session_opinions).where(_OPINION.id == id)).first()
        return _opinion(row) if row else None

    def opinions(self, session: int | None = None) -> tuple[KeptOpinion, ...]:
        """The opinions of a session or of all, those taken back too, as they were written down."""
        wanted = select(session_opinions).order_by(_OPINION.id)
        if session is not None:
            wanted = wanted.where(_OPINION.session_id == session)
        return tuple(_opinion(row) for row in self._connection.execute(wanted))


def _session_values(one: KeptSession) -> dict[str, object]:
    return {
        "subject": one.subject,
        "planned_on": one.planned_on.isoformat(),
        "held_on": _iso(one.held_on),
        "taken_back_on": _iso(one.taken_back_on),
        "body": dict(one.body),
    }


def _opinion_values(one: KeptOpinion) -> dict[str, object]:
    return {
        "session_id": one.session,
        "subject": one.subject,
        "due_on": _iso(one.due_on),
        "done_on": _iso(one.done_on),
        "body": dict(one.body),
    }


def _session(row: Any) -> KeptSession:
    days = (date.fromisoformat(row.planned_on), _day(row.held_on), _day(row.taken_back_on))
    return KeptSession(row.id, row.subject, *days, row.body)


def _opinion(row: Any) -> KeptOpinion:
    return KeptOpinion(row.id, row.session_id, row.subject, _day(row.due_on), _day(row.done_on), row.body)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
