"""How a survey lies in the register, and what must hold before anything about it is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from common.questions import QuestionSet
from desk_app.db.ratings import DeskAnswer
from desk_app.db.register import Reading, Work
from desk_app.db.surveys import KeptPlace, KeptSurvey
from desk_app.feedback.counter import CounterAnswer
from desk_app.feedback.survey import Place, Plan
from desk_app.services.question_sets import question_sets
from desk_app.services.trouble import Mistake


def offered_sets(store: Reading | Work) -> tuple[QuestionSet, ...]:
    """The newest version of each set: a new survey asks one of these."""
    sets = question_sets(store)
    return tuple(sets.newest(id) for id in sets.ids)


def marks_of(sets: Iterable[QuestionSet]) -> tuple[str, ...]:
    """What a survey keeps of the set that it asks."""
    return tuple(one.mark for one in sets)


def questions_of(store: Reading | Work, plan: Plan) -> QuestionSet:
    """The set that a survey asks. Raises Mistake("survey-other-questions") for one that only a newer program knows."""
    found = question_sets(store).get(plan.question_set)
    if found is None:
        raise Mistake("survey-other-questions", {"set": plan.question_set})
    return found


def read_survey(store: Reading | Work, id: int) -> KeptSurvey:
    """The survey of this id. Raises Mistake("no-such-survey")."""
    kept = store.surveys.get(id)
    if kept is None:
        raise Mistake("no-such-survey", {"id": str(id)})
    return kept


def open_survey(store: Reading | Work, id: int) -> KeptSurvey:
    """The same, where it may still be written to. Raises Mistake("survey-closed")."""
    kept = read_survey(store, id)
    if kept.closed_on is not None:
        raise Mistake("survey-closed", {"day": f"{kept.closed_on:%d/%m/%Y}"})
    return kept


def read_kept_place(store: Reading | Work, survey: int, id: int) -> KeptPlace:
    """A place of this survey. Raises Mistake("no-such-survey-place")."""
    found = next((one for one in store.surveys.places(survey) if one.id == id), None)
    if found is None:
        raise Mistake("no-such-survey-place")
    return found


def plan_of(kept: KeptSurvey) -> Plan:
    """What was typed when it began."""
    body = kept.body
    planned = str(body.get("planned_on", ""))
    return Plan(
        name=kept.name,
        begun_on=kept.begun_on,
        planned_on=date.fromisoformat(planned) if planned else None,
        **{name: str(body.get(name, "")) for name in ("kind", "by", "by_name", "respondents", "question_set", "note")},
    )


def with_plan(kept: KeptSurvey, plan: Plan) -> KeptSurvey:
    """The survey as it is kept with this plan; what became of it stays."""
    told = {name: getattr(plan, name) for name in ("kind", "by", "by_name", "respondents", "question_set", "note")}
    planned = plan.planned_on.isoformat() if plan.planned_on else ""
    body: Mapping[str, object] = {**kept.body, **told, "planned_on": planned}
    return replace(kept, name=plan.name, begun_on=plan.begun_on, body=body)


def kept_place(survey: int, place: Place, id: int = 0) -> KeptPlace:
    """A place as it is kept."""
    return KeptPlace(id, survey, place.name, place.handed, place.returned, place.spoiled)


def kept_slip(place: KeptPlace, slip: CounterAnswer) -> DeskAnswer:
    """A slip as it is kept."""
    told = (slip.on, slip.channel, slip.score, slip.comment, slip.scale, slip.question_set, slip.asked)
    return DeskAnswer(0, *told, survey_id=place.survey_id, place_id=place.id)
