"""What is to be done after an opinion, by when, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from desk_app.db.voice_rows import follow_ups

_KEPT = follow_ups.c


@dataclass(frozen=True, slots=True)
class KeptFollowUp:
    """One task. `source` is answer, message, call-back, comment, survey or own, `source_ref` which one ("" where it
    comes from nothing kept); `letter_id` is the letter prepared from it; `body` a JSON object."""

    id: int
    subject: str
    source: str
    source_ref: str
    opened_on: date
    due_on: date
    done_on: date | None = None
    letter_id: int | None = None
    body: Mapping[str, Any] = field(default_factory=dict)


class FollowUps:
    """The follow-ups of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, task: KeptFollowUp) -> int:
        """Keep a new one, whatever its id says; its id."""
        return int(self._connection.execute(insert(follow_ups), _values(task)).lastrowid)

    def keep(self, task: KeptFollowUp) -> None:
        """Keep it in the place of what was kept under its id."""
        self._connection.execute(update(follow_ups).where(_KEPT.id == task.id).values(_values(task)))

    def get(self, id: int) -> KeptFollowUp | None:
        """The task of this id."""
        row = self._connection.execute(select(follow_ups).where(_KEPT.id == id)).first()
        return _task(row) if row else None

    def of_source(self, source: str, source_ref: str) -> KeptFollowUp | None:
        """The newest task that comes from this one opinion."""
        mine = (_KEPT.source == source) & (_KEPT.source_ref == source_ref)
        row = self._connection.execute(select(follow_ups).where(mine).order_by(_KEPT.id.desc())).first()
        return _task(row) if row else None

    def of_letter(self, letter: int) -> tuple[KeptFollowUp, ...]:
        """The tasks from which this letter was prepared."""
        wanted = select(follow_ups).where(_KEPT.letter_id == letter).order_by(_KEPT.id)
        return tuple(_task(row) for row in self._connection.execute(wanted))

    def open(self) -> tuple[KeptFollowUp, ...]:
        """Those still to be done, the most urgent first."""
        wanted = select(follow_ups).where(_KEPT.done_on.is_(None)).order_by(_KEPT.due_on, _KEPT.id)
        return tuple(_task(row) for row in self._connection.execute(wanted))

    def all(self) -> tuple[KeptFollowUp, ...]:
        """Every task, the latest opened first."""
        wanted = select(follow_ups).order_by(_KEPT.opened_on.desc(), _KEPT.id.desc())
        return tuple(_task(row) for row in self._connection.execute(wanted))

    def drop(self, id: int) -> None:
        """Forget one by law."""
        self._connection.execute(delete(follow_ups).where(_KEPT.id == id))


def _values(task: KeptFollowUp) -> dict[str, object]:
    return {
        "subject": task.subject,
        "source": task.source,
        "source_ref": task.source_ref,
        "opened_on": task.opened_on.isoformat(),
        "due_on": task.due_on.isoformat(),
        "done_on": task.done_on.isoformat() if task.done_on else None,
        "letter_id": task.letter_id,
        "body": dict(task.body),
    }


def _task(row: Any) -> KeptFollowUp:
    opened, due = date.fromisoformat(row.opened_on), date.fromisoformat(row.due_on)
    done = date.fromisoformat(row.done_on) if row.done_on else None
    return KeptFollowUp(row.id, row.subject, row.source, row.source_ref, opened, due, done, row.letter_id, row.body)
