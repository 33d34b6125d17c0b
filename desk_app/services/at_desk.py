"""Answers taken at the desk, by question set and question: the desk's own counts, shown apart.

What was tapped on the screen turned to citizens is told from the next day on and in whole groups of five: whoever
watched a person tap, and the counts before and after, would else know what that person said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from common.questions import REASON, QuestionSet, choices_told
from desk_app.db.ratings import DeskAnswer
from desk_app.services.question_sets import question_sets
from desk_app.services.ratings_view import SMALLEST
from desk_app.services.seat import Seat

_OLD = "service-3/1"
"""Answers of before sets were kept: three levels."""


@dataclass(frozen=True, slots=True)
class OfSet:
    """What was answered to one set: by channel, by level, and {question: {choice: n}} of what else was asked."""

    questions: QuestionSet
    by_channel: Mapping[str, int]
    by_score: Mapping[str, int]
    asked: Mapping[str, Mapping[str, int]]

    @property
    def n(self) -> int:
        """How many answers."""
        return sum(self.by_score.values())


@dataclass(frozen=True, slots=True)
class AtDesk:
    """The counts of one period; `later` were tapped and are not told yet."""

    sets: tuple[OfSet, ...]
    later: int


def at_desk(seat: Seat, period: str) -> AtDesk:
    """The desk's own answers of a period ("2026-Q4", "2026-Q4@quy-14"), none out of surveys."""
    seat.may("read")
    with seat.reading() as reading:
        answers, sets = reading.ratings.desk_answers(seat.calendars().read_period(period)), question_sets(reading)
    tapped = [one for one in answers if one.channel == "counter" and one.on < seat.today()]
    whole = tapped[: len(tapped) // SMALLEST * SMALLEST]
    told = [*(one for one in answers if one.channel != "counter"), *whole]
    marks = sorted({one.question_set or _OLD for one in told})
    found = ((sets.get(mark), [one for one in told if (one.question_set or _OLD) == mark]) for mark in marks)
    return AtDesk(tuple(_counted(held, of) for held, of in found if held), len(answers) - len(told))


def _counted(questions: QuestionSet, answers: Iterable[DeskAnswer]) -> OfSet:
    channels, scores, asked = Counter[str](), Counter[str](), dict[str, Counter[str]]()
    for answer in answers:
        channels[answer.channel] += 1
        scores[str(answer.score)] += 1
        for told in choices_told(answer.asked):
            question, _, choice = told.partition(".")
            asked.setdefault(question, Counter())[choice] += 1
    order = (*(question.code for question in questions.more), REASON)
    return OfSet(questions, channels, scores, {code: asked[code] for code in order if code in asked})
