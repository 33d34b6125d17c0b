"""What may be told of a survey: numbers with their n, places so that no subtraction gives a small one away, words
joined to no score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from common.questions import REASON, Choice, Question, QuestionSet
from common.scales import Spread, levels
from common.small_groups import SMALLEST, hidden
from desk_app.db.ratings import DeskAnswer
from desk_app.db.register import Reading, Work
from desk_app.db.surveys import KeptPlace, KeptSurvey
from desk_app.feedback.survey import Plan
from desk_app.services.survey_kept import plan_of, questions_of

COMING, RUNNING, OVERDUE, CLOSED = "coming", "running", "overdue", "closed"


@dataclass(frozen=True, slots=True)
class Difference:
    """Slips of a place that are not told as they came back: `left` readable ones not typed yet, or `more` typed than
    came back readable."""

    place: str
    readable: int
    left: int
    more: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Slips of one place; `spread` is None where its answers are not told on their own."""

    id: int
    name: str
    handed: int
    returned: int
    spoiled: int
    typed: int
    spread: Spread | None

    @property
    def readable(self) -> int:
        """Slips that came back and say something."""
        return self.returned - self.spoiled


@dataclass(frozen=True, slots=True)
class Asked:
    """One question beside the score: how many ticked it, and what; `counts` is empty under the smallest group."""

    question: Question
    n: int
    counts: tuple[tuple[Choice, int], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A survey in the list of them."""

    id: int
    plan: Plan
    state: str
    handed: int
    returned: int
    n: int


@dataclass(frozen=True, slots=True)
class Reopened:
    """When a closed survey was opened again, by whom, and why."""

    on: date
    who: str
    reason: str


@dataclass(frozen=True, slots=True)
class Survey:
    """One survey. `ended_on`: the day on which it was first told; `before`: the last one of the same kind, with nothing
    before it."""

    id: int
    plan: Plan
    state: str
    ended_on: date | None
    places: tuple[PlaceRow, ...]
    spread: Spread
    asked: tuple[Asked, ...]
    reasons: tuple[tuple[Choice, int], ...]
    """What was ticked as pleasing or to be mended, the most often first; empty where too few ticked anything."""
    comments: tuple[str, ...]
    reopened: tuple[Reopened, ...]
    levels: tuple[tuple[str, str], ...]
    """Score and words of each level, the best first."""
    before: Survey | None = None

    @property
    def enough(self) -> bool:
        """Whether a distribution or a share may be shown."""
        return self.spread.n >= SMALLEST

    @property
    def handed(self) -> int:
        """Slips handed out."""
        return sum(place.handed for place in self.places)

    @property
    def returned(self) -> int:
        """Slips that came back, readable or not."""
        return sum(place.returned for place in self.places)

    @property
    def spoiled(self) -> int:
        """Slips that came back and say nothing."""
        return sum(place.spoiled for place in self.places)

    @property
    def closed(self) -> bool:
        """Whether it is told as it stands."""
        return self.state == CLOSED

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Places whose typed slips are not those that came back readable."""
        each = ((place.name, place.readable, place.readable - place.typed) for place in self.places)
        return tuple(Difference(name, held, max(left, 0), max(-left, 0)) for name, held, left in each if left)


def listed(store: Reading | Work, today: date) -> tuple[Listed, ...]:
    """Every survey, the latest begun first."""
    typed = store.surveys.typed()
    found = []
    for kept in store.surveys.all():
        places = store.surveys.places(kept.id)
        handed, returned = (sum(getattr(place, name) for place in places) for name in ("handed", "returned"))
        found.append(Listed(kept.id, plan_of(kept), _state(kept, today), handed, returned, typed.get(kept.id, 0)))
    return tuple(found)


def survey_of(store: Reading | Work, kept: KeptSurvey, today: date) -> Survey:
    """The survey with the last one of the same kind beside it."""
    return _survey(store, kept, today, _before(store, kept, today))


def tally_of(survey: Survey, ended_on: date) -> dict[str, object]:
    """The figures of its journal line; under the smallest group no answer, and no question that fewer ticked."""
    told = survey.enough
    each = [(one.question.code, one.counts) for one in survey.asked] + [(REASON, survey.reasons)]
    asked = {f"{code}.{choice.code}": n for code, counts in each for choice, n in counts if told and n}
    plan = survey.plan
    return {
        "survey": plan.kind,
        "by": plan.by,
        "respondents": plan.respondents,
        "began_on": plan.begun_on.isoformat(),
        "ended_on": ended_on.isoformat(),
        "handed": survey.handed,
        "returned": survey.returned,
        "n": survey.spread.n,
        "by_score": dict(survey.spread.by_score) if told else {},
        "scale": survey.spread.scale,
        **({"asked": asked} if asked else {}),
    }


def _survey(store: Reading | Work, kept: KeptSurvey, today: date, before: Survey | None) -> Survey:
    plan = plan_of(kept)
    questions = questions_of(store, plan)
    slips = store.ratings.survey_answers(kept.id)
    ended = str(kept.body.get("ended_on", ""))
    return Survey(
        id=kept.id,
        plan=plan,
        state=_state(kept, today),
        ended_on=date.fromisoformat(ended) if ended else None,
        places=_places(store.surveys.places(kept.id), slips, questions.scale),
        spread=_spread(slips, questions.scale),
        asked=tuple(_asked(question, slips) for question in questions.more),
        reasons=_reasons(questions, slips),
        comments=tuple(sorted(slip.comment for slip in slips if slip.comment)),
        reopened=tuple(
            Reopened(date.fromisoformat(one["on"]), one["who"], one["reason"]) for one in kept.body.get("reopened", ())
        ),
        levels=tuple((choice.code, choice.say()) for choice in questions.overall.choices),
        before=before,
    )


def _before(store: Reading | Work, kept: KeptSurvey, today: date) -> Survey | None:
    """The last one that was closed and asked the same sort of people, in the same way and for the same office."""
    mine = _sort(plan_of(kept))
    former = (one for one in store.surveys.all() if (one.begun_on, one.id) < (kept.begun_on, kept.id) and one.closed_on)
    last = next((one for one in former if _sort(plan_of(one)) == mine), None)
    return _survey(store, last, today, None) if last else None


def _sort(plan: Plan) -> tuple[str, ...]:
    return plan.kind, plan.by, plan.by_name, plan.respondents


def _places(kept: Sequence[KeptPlace], slips: Sequence[DeskAnswer], scale: int) -> tuple[PlaceRow, ...]:
    spreads = [_spread((slip for slip in slips if slip.place_id == place.id), scale) for place in kept]
    away = hidden([spread.n for spread in spreads])
    return tuple(
        PlaceRow(
            *(place.id, place.name, place.handed, place.returned, place.spoiled, spread.n),
            spread=None if at in away or not spread.n else spread,
        )
        for at, (place, spread) in enumerate(zip(kept, spreads, strict=True))
    )


def _spread(slips: Iterable[DeskAnswer], scale: int) -> Spread:
    counted = Counter(str(slip.score) for slip in slips)
    return Spread(scale, {score: counted[score] for score in levels(scale) if counted[score]})


def _asked(question: Question, slips: Iterable[DeskAnswer]) -> Asked:
    ticked = Counter(slip.asked[question.code] for slip in slips if question.code in slip.asked)
    n = ticked.total()
    return Asked(question, n, tuple((one, ticked[one.code]) for one in question.choices) if n >= SMALLEST else ())


def _reasons(questions: QuestionSet, slips: Sequence[DeskAnswer]) -> tuple[tuple[Choice, int], ...]:
    ticked = [slip.asked[REASON].split() for slip in slips if REASON in slip.asked]
    counted = Counter(code for codes in ticked for code in codes)
    known = {choice.code: choice for choice in (*questions.low, *questions.high)}
    told = counted.most_common() if len(ticked) >= SMALLEST else []
    return tuple((known[code], n) for code, n in told if code in known)


def _state(kept: KeptSurvey, today: date) -> str:
    if kept.closed_on is not None:
        return CLOSED
    plan = plan_of(kept)
    if plan.begun_on > today:
        return COMING
    return OVERDUE if plan.planned_on and plan.planned_on < today else RUNNING
