"""What the ratings page knows and does; no widget."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from common.words import follow_ups as tasks_said
from common.words import ratings_page as said
from common.words.reports import levels
from desk_app.services.calls import CallBacks
from desk_app.services.desk import Desk
from desk_app.services.follow_ups import LONGEST, FollowUp, FollowUps
from desk_app.services.ratings_view import KindShare, Voices, periods_on_offer, voices


@dataclass(frozen=True, slots=True)
class Line:
    """One row of words: a comment, a message, a call-back request (`note` is its id) or words taken at the desk (`note`
    is the channel)."""

    kind: str
    on: date
    text: str
    phone: str = ""
    note: str = ""
    called: bool = False
    taken: str = ""
    """What became of it where somebody took it on."""

    @property
    def opinion(self) -> tuple[str, str]:
        """What a task comes from: its source, and which opinion it is. Words joined to no score are known by
        themselves."""
        if self.kind in ("call", "message"):
            return ("call-back" if self.kind == "call" else "message"), self.note
        return "comment", hashlib.sha256(f"{self.on}\n{self.text}".encode()).hexdigest()[:16]

    @property
    def waits(self) -> bool:
        """Whether somebody still has to ring."""
        return self.kind == "call" and not self.called


class RatingsModel:
    """One period at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        offered, today = periods_on_offer(desk.seat), desk.seat.today()
        self.periods = tuple(one.name for one in offered)
        self.period_words = tuple(said.period_of(one, today) for one in offered)
        self.period = self.periods[0]
        self.shown = voices(desk.seat, self.period)

    def choose(self, period: str) -> Voices:
        """Another period, or the same one read again."""
        self.period = period
        self.shown = voices(self._desk.seat, period)
        return self.shown

    def lines(self) -> tuple[Line, ...]:
        """Those who wait for a call first, then everything by day, the newest first."""
        comments = [Line("comment", one.on, one.text) for one in self.shown.comments]
        notes = [
            Line("call" if note.phone else "message", note.on, note.text, note.phone, note.id, note.called)
            for note in self.shown.notes
        ]
        taken = [Line("desk", one.on, one.text, note=one.channel) for one in self.shown.desk_words]
        lines = sorted((*notes, *comments, *taken), key=lambda line: (not line.waits, -line.on.toordinal()))
        tasks = {(task.source, task.source_ref): task for task in FollowUps(self._desk.seat).listed()}
        return tuple(replace(line, taken=_taken(tasks.get(line.opinion))) for line in lines)

    def take_on(self, line: Line) -> str:
        """Take on what was said as a task; the sentence to say. Raises Trouble."""
        source, ref = line.opinion
        task = FollowUps(self._desk.seat).open(source, ref, line.text[:LONGEST])
        return tasks_said.opened(task.id, task.due_on)

    def bars(self) -> tuple[tuple[str, int], ...]:
        """Level and count, the best first; nothing under five answers."""
        answers = self.shown.answers
        told = levels(answers) if self.shown.enough else ()
        return tuple((word, answers.by_score.get(score, 0)) for score, word in told)

    def groups(self) -> tuple[KindShare, ...]:
        """Pooled letter kinds."""
        return self.shown.kinds

    def how_note(self) -> str:
        """Why no bar is shown, or what stands together in them."""
        if not self.shown.enough:
            return said.few(self.shown.answers.n or self.shown.waiting)
        return said.MIXED if self.shown.mixed else ""

    def kind_note(self) -> str:
        """Why kinds stand together, or why none is shown."""
        if not self.shown.kinds:
            return said.KIND_TOO_FEW
        return said.POOLED if any(len(group.kinds) > 1 for group in self.shown.kinds) else ""

    def content(self) -> tuple[str, str]:
        """The figure and the line under it."""
        if not self.shown.enough:
            return said.TOO_FEW, said.TOO_FEW_UNDER
        n = self.shown.answers.n
        return said.out_of(self.shown.content, n), said.share(self.shown.content, n)

    def calls(self) -> tuple[int, int]:
        """Rung back, and still waiting."""
        done = sum(note.called for note in self.shown.calls)
        return done, len(self.shown.calls) - done

    def called(self, line: Line) -> None:
        """Somebody rang this person."""
        CallBacks(self._desk.seat).called(line.note)
        self.choose(self.period)


def _taken(task: FollowUp | None) -> str:
    if task is None or task.source == "call-back":
        return ""
    return said.taken_on(task.due_on, task.done_on)
