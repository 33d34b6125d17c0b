"""Khảo sát: slips handed out to people, bodies and units, come back and typed in; a survey hangs on no letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from common.names import fold, tidy
from common.questions import Question, QuestionSet
from desk_app.db.register import Work
from desk_app.db.surveys import KeptPlace, KeptSurvey
from desk_app.domain.problems import Problem
from desk_app.feedback.counter import CounterAnswer, read_answer
from desk_app.feedback.survey import NOTE_LENGTH, Plan, read_place, read_plan
from desk_app.services.lines import act_entry
from desk_app.services.question_sets import question_sets
from desk_app.services.seat import Seat
from desk_app.services.survey_kept import (
    kept_place,
    kept_slip,
    marks_of,
    offered_sets,
    open_survey,
    plan_of,
    questions_of,
    read_kept_place,
    read_survey,
    with_plan,
)
from desk_app.services.survey_results import Difference, Listed, Survey, listed, survey_of, tally_of
from desk_app.services.trouble import Mistake

__all__ = ["Closed", "Difference", "Listed", "Survey", "Surveys", "TypedSlip"]

Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class TypedSlip:
    """A slip as it was kept; `id` takes it back, `typed` is how many of its place there are now."""

    id: int
    slip: CounterAnswer
    typed: int


@dataclass(frozen=True, slots=True)
class _Pile:
    """Slips kept together, and how many of their place there are now; or what is wrong, by place in the pile."""

    ids: tuple[int, ...] = ()
    slips: tuple[CounterAnswer, ...] = ()
    typed: int = 0
    problems: tuple[tuple[int, Problem], ...] = ()


@dataclass(frozen=True, slots=True)
class Closed:
    """A survey that counts: its journal line says `n` answers, as the `version`-th telling."""

    id: int
    n: int
    version: int


@dataclass(frozen=True, slots=True)
class Surveys:
    """The surveys of one desk. What a clerk can mend comes back as problems, everything else is a Mistake."""

    seat: Seat

    # ---- looking

    def listed(self) -> tuple[Listed, ...]:
        """Every survey, the latest begun first."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return listed(reading, self.seat.today())

    def open(self, id: int) -> Survey:
        """One survey with everything that may be told of it. Raises Mistake("no-such-survey")."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return survey_of(reading, read_survey(reading, id), self.seat.today())

    def questions(self, id: int) -> tuple[Question, ...]:
        """What its slips ask, the overall question first."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            asked = questions_of(reading, plan_of(read_survey(reading, id)))
        return (asked.overall, *asked.more)

    def question_sets(self) -> tuple[QuestionSet, ...]:
        """What a new survey may ask."""
        with self.seat.reading() as reading:
            return offered_sets(reading)

    # ---- the survey itself

    def begin(self, values: Mapping[str, object]) -> int | Problems:
        """A new survey; its id."""
        self.seat.may("rate")
        outcome = read_plan(values, marks_of(self.question_sets()), self.seat.today())
        if outcome.value is None:
            return outcome.problems
        with self.seat.work() as work:
            kept = KeptSurvey(0, self.seat.subject(), outcome.value.name, outcome.value.begun_on)
            id = work.surveys.add(with_plan(kept, outcome.value))
            work.commit()
        return id

    def change(self, id: int, values: Mapping[str, object]) -> Problems:
        """Other facts; other questions only while no slip was typed. Raises Mistake("survey-closed")."""
        self.seat.may("rate")
        with self.seat.work() as work:
            kept = open_survey(work, id)
            held = plan_of(kept)
            outcome = read_plan(values, (*marks_of(offered_sets(work)), held.question_set), self.seat.today())
            problems = outcome.problems or self._settled(work, kept, outcome.value)
            if problems or outcome.value is None:
                return problems
            work.surveys.keep(with_plan(kept, outcome.value))
            work.commit()
        return ()

    def drop(self, id: int) -> None:
        """Forget one that was begun by mistake. Raises Mistake("survey-has-slips", "survey-told")."""
        self.seat.may("rate")
        with self.seat.work() as work:
            kept = open_survey(work, id)
            if work.ratings.survey_answers(id):
                raise Mistake("survey-has-slips")
            if kept.body.get("ended_on"):
                raise Mistake("survey-told")
            work.surveys.drop(id)
            work.commit()

    # ---- where slips went

    def add_place(self, id: int, values: Mapping[str, object]) -> int | Problems:
        """One more place; its id."""
        self.seat.may("rate")
        outcome = read_place(values)
        if outcome.value is None:
            return outcome.problems
        with self.seat.work() as work:
            open_survey(work, id)
            place = kept_place(id, outcome.value)
            if problems := _twice(work, place):
                return problems
            added = work.surveys.add_place(place)
            work.commit()
        return added

    def change_place(self, id: int, place: int, values: Mapping[str, object]) -> Problems:
        """Another name, or other counts."""
        self.seat.may("rate")
        outcome = read_place(values)
        if outcome.value is None:
            return outcome.problems
        with self.seat.work() as work:
            open_survey(work, id)
            read_kept_place(work, id, place)
            kept = kept_place(id, outcome.value, place)
            if problems := _twice(work, kept):
                return problems
            work.surveys.keep_place(kept)
            work.commit()
        return ()

    def drop_place(self, id: int, place: int) -> None:
        """Slips never went there. Raises Mistake("survey-place-has-slips")."""
        self.seat.may("rate")
        with self.seat.work() as work:
            open_survey(work, id)
            read_kept_place(work, id, place)
            if any(slip.place_id == place for slip in work.ratings.survey_answers(id)):
                raise Mistake("survey-place-has-slips")
            work.surveys.drop_place(place)
            work.commit()

    # ---- slips

    def type_slip(self, id: int, place: int, values: Mapping[str, object]) -> TypedSlip | Problems:
        """Keep one slip that came back from a place, or say what is wrong with it."""
        kept = self._type(id, place, (values,))
        if kept.problems:
            return tuple(problem for _, problem in kept.problems)
        return TypedSlip(kept.ids[0], kept.slips[0], kept.typed)

    def type_slips(self, id: int, place: int, several: Sequence[Mapping[str, object]]) -> int | Problems:
        """Keep all of them, how many; or none, and what is wrong with each: fields as "answers[3].score"."""
        kept = self._type(id, place, several)
        if kept.problems:
            return tuple(replace(problem, field=f"answers[{at}].{problem.field}") for at, problem in kept.problems)
        return len(kept.ids)

    def _type(self, id: int, place: int, several: Sequence[Mapping[str, object]]) -> _Pile:
        self.seat.may("rate")
        with self.seat.work() as work:
            questions = questions_of(work, plan_of(open_survey(work, id)))
            held = read_kept_place(work, id, place)
            asked = {"channel": "slip", "question_set": questions.mark, "scale": questions.scale}
            read = [read_answer({**values, **asked}, self.seat.today(), question_sets(work)) for values in several]
            wrong = tuple((at, problem) for at, one in enumerate(read, 1) for problem in one.problems)
            if wrong:
                return _Pile(problems=wrong)
            slips = tuple(one.value for one in read if one.value)
            ids = tuple(work.ratings.keep_answer(kept_slip(held, slip)) for slip in slips)
            typed = work.surveys.typed_at(held)
            work.commit()
        return _Pile(ids, slips, typed)

    def take_back(self, id: int, slip: int) -> bool:
        """Forget a slip typed by mistake; False when it is gone already."""
        self.seat.may("rate")
        with self.seat.work() as work:
            open_survey(work, id)
            mine = any(one.id == slip for one in work.ratings.survey_answers(id))
            gone = mine and work.ratings.drop_answer(slip)
            work.commit()
        return gone

    # ---- its end

    def close(self, id: int, seen: bool = False) -> Closed:
        """Count it and tell the level above with the next bundle: one journal line, in the same transaction; after a
        correction the next version of the same. `seen`: somebody looked at what is missing.

        Raises Mistake: survey-to-come, survey-no-places, survey-more-typed, survey-differs (unless seen)."""
        self.seat.may("rate")
        with self.seat.work() as work:
            kept = open_survey(work, id)
            today = self.seat.today()
            survey = survey_of(work, kept, today)
            _refuse(survey, today, seen)
            ended = str(kept.body.get("ended_on") or today.isoformat())
            version = 1 + sum(line.kind == "survey-tally" for line in work.journal.of_subject(kept.subject))
            figures = tally_of(survey, date.fromisoformat(ended))
            entry = act_entry(self.seat, "survey-tally", kept.subject, figures, {})
            work.journal.append(replace(entry, version=version))
            work.surveys.keep(replace(kept, closed_on=today, body={**kept.body, "ended_on": ended}))
            work.commit()
        return Closed(id, survey.spread.n, version)

    def reopen(self, id: int, reason: str) -> None:
        """Something has to be corrected; what was told stands until it is closed again.

        Raises Mistake: survey-open, survey-reason, survey-reason-long."""
        self.seat.may("rate")
        reason = tidy(reason)
        if not reason:
            raise Mistake("survey-reason")
        if len(reason) > NOTE_LENGTH:
            raise Mistake("survey-reason-long", {"limit": str(NOTE_LENGTH)})
        with self.seat.work() as work:
            kept = read_survey(work, id)
            if kept.closed_on is None:
                raise Mistake("survey-open")
            told = {"on": self.seat.today().isoformat(), "who": self.seat.user, "reason": reason}
            body = {**kept.body, "reopened": [*kept.body.get("reopened", ()), told]}
            work.surveys.keep(replace(kept, closed_on=None, body=body))
            # The reason stays with the survey: there it can be erased by law, a line of the journal could not.
            home = {"act": "survey-reopened", "what": str(id)}
            work.journal.append(act_entry(self.seat, "local", self.seat.subject(), {}, home))
            work.commit()

    def _settled(self, work: Work, kept: KeptSurvey, plan: Plan | None) -> Problems:
        """What may not change any more: the questions once a slip was typed, the first day past the last one told."""
        if plan is None:
            return ()
        found = []
        if plan.question_set != plan_of(kept).question_set and work.ratings.survey_answers(kept.id):
            found.append(Problem("question_set", "survey-questions-typed", "error"))
        ended = kept.body.get("ended_on")
        if ended and plan.begun_on.isoformat() > str(ended):
            found.append(Problem("begun_on", "survey-day", "error"))
        return tuple(found)


def _twice(work: Work, place: KeptPlace) -> Problems:
    """The same place twice would split its slips."""
    others = (one for one in work.surveys.places(place.survey_id) if one.id != place.id)
    held = any(fold(one.name) == fold(place.name) for one in others)
    return (Problem("name", "survey-place-twice", "error"),) if held else ()


def _refuse(survey: Survey, today: date, seen: bool) -> None:
    if survey.plan.begun_on > today:
        raise Mistake("survey-to-come", {"day": f"{survey.plan.begun_on:%d/%m/%Y}"})
    if not survey.handed:
        raise Mistake("survey-no-places")
    over = next((one for one in survey.differences if one.more), None)
    if over is not None:
        raise Mistake("survey-more-typed", {"place": over.place, "count": str(over.more), "held": str(over.readable)})
    if survey.differences and not seen:
        raise Mistake("survey-differs", {"count": str(sum(one.left for one in survey.differences))})
