"""What is kept of a morning with the people, as services and pages read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.db.sessions import KeptOpinion, KeptSession
from desk_app.domain.sessions import Done, Held, Opinion, Plan, done_of, held_of, opinion_of, plan_of


@dataclass(frozen=True, slots=True)
class Said:
    """An opinion as it stands; `done` where a promise was met, `why` it was taken back on `taken_back_on`."""

    id: int
    session: int
    opinion: Opinion
    done: Done | None
    version: int
    who: str
    taken_back_on: date | None = None
    why: str = ""

    @property
    def due(self) -> date:
        """The day by which something is owed; of what is owed nothing, the last day there is."""
        return self.opinion.due_on or date.max

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.opinion.answer != "answered" and self.done is None and self.taken_back_on is None

    def is_late(self, today: date) -> bool:
        """Whether it is owed past its day."""
        return self.is_open and self.due < today


@dataclass(frozen=True, slots=True)
class Session:
    """A session as it stands: `held` once it took place, `said` its opinions that stand."""

    id: int
    plan: Plan
    held: Held | None
    said: tuple[Said, ...]
    taken_back_on: date | None = None
    why: str = ""

    @property
    def on(self) -> date:
        """The day it was held, or else planned."""
        return self.held.on if self.held else self.plan.on


def said_of(kept: KeptOpinion) -> Said:
    """An opinion out of its row."""
    body = kept.body
    done = done_of(body["done"]) if body.get("done") else None
    gone = date.fromisoformat(body["taken_back_on"]) if body.get("taken_back_on") else None
    told = (int(body["version"]), str(body["who"]), gone, str(body.get("why", "")))
    return Said(kept.id, kept.session, opinion_of(body["opinion"]), done, *told)


def session_of(kept: KeptSession, said: Sequence[Said]) -> Session:
    """A session out of its row and its opinions."""
    body = kept.body
    held = held_of(body["held"]) if body.get("held") else None
    standing = tuple(one for one in said if one.taken_back_on is None)
    return Session(kept.id, plan_of(body["plan"]), held, standing, kept.taken_back_on, str(body.get("why", "")))
