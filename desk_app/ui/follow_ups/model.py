"""What the page Việc sau góp ý knows and does; no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from common.voice_counts import FollowUps as Counted
from common.words import follow_ups as words
from desk_app.domain.problems import Problem
from desk_app.services.desk import Desk
from desk_app.services.follow_ups import Done, FollowUp, FollowUps
from desk_app.services.ratings_view import periods_on_offer, tasks_of


class FollowUpsModel:
    """The tasks as they were last read."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._tasks = desk, FollowUps(desk.seat)
        self.said = ""
        self.touched = 0
        """The task that the last act was about."""

    def rows(self) -> tuple[FollowUp, ...]:
        """The most urgent first, what was done last."""
        return self._tasks.listed()

    def quarter(self) -> Counted:
        """What was taken on and done in the running report quarter."""
        return tasks_of(self._desk.seat, periods_on_offer(self._desk.seat)[0])

    def late(self, task: FollowUp) -> bool:
        """Still to be done, its day over."""
        return task.late(self._desk.seat.today())

    def add(self, values: Mapping[str, object]) -> Sequence[Problem]:
        """A task of the office's own. Raises Mistake."""
        kept = self._tasks.open("own", "", str(values["task"]))
        self.said, self.touched = words.opened(kept.id, kept.due_on), kept.id
        return ()

    def done(self, task: FollowUp, values: Mapping[str, object]) -> Sequence[Problem]:
        """What was done. Raises Mistake."""
        told, outcome = (str(values[name]) for name in ("told", "outcome"))
        kept = self._tasks.done(task.id, Done(outcome, told, str(values["public"])))
        self.said, self.touched = words.done(kept.id, kept.outcome), kept.id
        return ()

    def reopen(self, task: FollowUp) -> None:
        """To be done again."""
        self.touched = self._tasks.reopen(task.id).id
