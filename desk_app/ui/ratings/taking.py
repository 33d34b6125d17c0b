"""Answers being taken at the desk: the last one, and how many there are. No widget."""

from __future__ import annotations

from collections.abc import Mapping

from common.dates import NotADate, PartialDate
from common.words import desk_answers as said
from desk_app.domain.problems import Problem
from desk_app.services.citizen_voice import Taken
from desk_app.services.desk import Desk


class Taking:
    """One sitting with a pile of slips."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.day_text = desk.seat.today().strftime("%d/%m/%Y")
        self.last: Taken | None = None

    def keep(self, values: Mapping[str, object]) -> tuple[Problem, ...]:
        """Keep one answer, or say what is wrong with it."""
        kept = self._desk.voice.keep(values)
        if not isinstance(kept, Taken):
            return kept
        self.last = kept
        return ()

    def take_back(self) -> bool:
        """Forget the answer kept last in this sitting; the one before it stays."""
        last, self.last = self.last, None
        return last is not None and self._desk.voice.take_back(last)

    @property
    def last_text(self) -> str:
        """What was kept last."""
        if self.last is None:
            return ""
        answer = self.last.answer
        return said.kept(answer.channel, answer.score, answer.comment)

    def count_text(self, typed: str) -> str:
        """How many answers of the typed day are kept; nothing while it is no day."""
        try:
            day = PartialDate.parse(typed).exact() if typed.strip() else self._desk.seat.today()
        except NotADate:
            return ""
        return said.counted(day, self._desk.voice.of_day(day)) if day else ""
