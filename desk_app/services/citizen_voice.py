"""Answers taken at the desk. They carry no letter code and are shown apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from common.periods import Period
from common.scales import CONTENT
from desk_app.db.ratings import DeskAnswer
from desk_app.domain.problems import Problem
from desk_app.feedback.counter import CounterAnswer, read_answer
from desk_app.services.follow_ups_taken import follow_answer
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.question_sets import question_sets
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
        seat = self.seat.still()
        with seat.work() as work:
            outcome = read_answer(values, seat.today(), question_sets(work))
            answer = outcome.value
            if answer is None:
                return outcome.problems
            id = work.ratings.keep_answer(_row(answer))
            follow_answer(seat, work, id, _wish(answer))
            work.commit()
        return Taken(id, answer)

    def amend(self, taken: Taken, values: Mapping[str, object]) -> Taken | tuple[Problem, ...]:
        """The same answer anew, when more of it was said or it was typed wrong: it takes the place of what was kept."""
        self.seat.may("rate")
        seat = self.seat.still()
        with seat.work() as work:
            outcome = read_answer(values, seat.today(), question_sets(work))
            answer = outcome.value
            if answer is None:
                return outcome.problems
            work.ratings.amend_answer(replace(_row(answer), id=taken.id))
            follow_answer(seat, work, taken.id, _wish(answer))
            work.commit()
        return Taken(taken.id, answer)

    def take_back(self, taken: Taken) -> bool:
        """Forget an answer that was typed by mistake a moment ago; False when it is gone already."""
        self.seat.may("rate")
        seat = self.seat.still()
        with seat.work() as work:
            gone = work.ratings.drop_answer(taken.id)
            follow_answer(seat, work, taken.id, "")
            work.commit()
        return gone

    def office(self) -> tuple[str, str]:
        """Whose desk this is today, and of which province: ("xã An Liên", "tỉnh Nam Hải")."""
        with self.seat.reading() as reading:
            office = office_on(read_letterhead(reading.office), self.seat.units, self.seat.today())
        return office.unit_name, office.parent_name

    def of_day(self, day: date) -> Mapping[str, int]:
        """How many answers of that day are kept, by channel."""
        with self.seat.reading() as reading:
            return Counter(answer.channel for answer in reading.ratings.desk_answers(Period("", day, day)))


def _wish(answer: CounterAnswer) -> str:
    """What was said with a score that is not content; else empty."""
    return "" if str(answer.score) in CONTENT[answer.scale] else answer.comment


def _row(answer: CounterAnswer) -> DeskAnswer:
    told = (answer.on, answer.channel, answer.score, answer.comment)
    return DeskAnswer(0, *told, answer.scale, answer.question_set, answer.asked)
