"""Answers taken at the desk. They carry no letter code and are shown apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.domain.problems import Problem
from desk_app.feedback.counter import CounterAnswer, read_answer
from desk_app.services.seat import Seat


@dataclass(frozen=True, slots=True)
class CitizenVoice:
    """What citizens say at the counter, on a slip or by phone."""

    seat: Seat

    def take(self, values: Mapping[str, object]) -> CounterAnswer | tuple[Problem, ...]:
        """Keep one answer, or say what is wrong with it."""
        self.seat.may("rate")
        outcome = read_answer(values, self.seat.today())
        answer = outcome.value
        if answer is None:
            return outcome.problems
        with self.seat.work() as work:
            work.ratings.keep_answer(answer.channel, answer.score, answer.comment, answer.on)
            work.commit()
        return answer
