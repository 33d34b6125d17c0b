"""Answers taken at the desk. They carry no letter code and are shown apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from common.periods import Period
from desk_app.domain.problems import Problem
from desk_app.feedback.counter import CounterAnswer, read_answer
from desk_app.services.seat import Seat


@dataclass(frozen=True, slots=True)
class Taken:
    """One answer as it was kept; `id` takes it back."""

    id: int
    answer: CounterAnswer


@dataclass(frozen=True, slots=True)
class CitizenVoice:
    """What citizens say at the counter, on a slip or by phone."""

    seat: Seat

    def take(self, values: Mapping[str, object]) -> CounterAnswer | tuple[Problem, ...]:
        """Keep one answer, or say what is wrong with it."""
        kept = self.keep(values)
        return kept.answer if isinstance(kept, Taken) else kept

    def keep(self, values: Mapping[str, object]) -> Taken | tuple[Problem, ...]:
        """The same, with what takes it back."""
        self.seat.may("rate")
        outcome = read_answer(values, self.seat.today())
        answer = outcome.value
        if answer is None:
            return outcome.problems
        with self.seat.work() as work:
            id = work.ratings.keep_answer(answer.channel, answer.score, answer.comment, answer.on)
            work.commit()
        return Taken(id, answer)

    def take_back(self, taken: Taken) -> bool:
        """Forget an answer that was typed by mistake a moment ago; False when it is gone already."""
        self.seat.may("rate")
        with self.seat.work() as work:
            gone = work.ratings.drop_answer(taken.id)
            work.commit()
        return gone

    def of_day(self, day: date) -> Mapping[str, int]:
        """How many answers of that day are kept, by channel."""
        with self.seat.reading() as reading:
            return Counter(answer.channel for answer in reading.ratings.desk_answers(Period("", day, day)))
