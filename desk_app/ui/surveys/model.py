"""What the page Khảo sát knows, without a widget: the surveys, one of them, what is said of each number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from common.words import surveys as told
from common.words import surveys_page as said
from common.words.reports import amount
from desk_app.domain.problems import Problem
from desk_app.services.desk import Desk
from desk_app.services.survey_results import Listed, PlaceRow, Survey
from desk_app.ui.parts.rows import Column


@dataclass(frozen=True, slots=True)
class Comment:
    """One line of the list of words."""

    text: str


class SurveysModel:
    """The list, or the survey that is in front."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.rows: tuple[Listed, ...] = ()
        self.shown: Survey | None = None
        self.at = 0

    def refresh(self) -> None:
        """Read list and survey again; one that is gone is shown no more."""
        self.rows = self._desk.surveys.listed()
        held = self.shown.id if self.shown else 0
        self.show(held if any(row.id == held for row in self.rows) else 0)
        self.at = min(self.at, max(len(self.rows) - 1, 0))

    def show(self, id: int) -> None:
        """This survey in front; 0: the list."""
        self.shown = self._desk.surveys.open(id) if id else None
        self.at = next((at for at, row in enumerate(self.rows) if row.id == id), self.at)

    @property
    def survey(self) -> Survey:
        """The survey in front. Raises LookupError over the list."""
        if self.shown is None:
            raise LookupError("no survey is in front")
        return self.shown

    # ---- what is typed

    def blank(self) -> dict[str, str]:
        """The facts of a new survey before anything is typed."""
        first = {name: each[0][0] for name, each in self.choices().items()}
        return {**first, "begun_on": f"{self._desk.seat.today():%d/%m/%Y}"}

    def facts(self) -> dict[str, str]:
        """The facts of the survey in front."""
        plan = self.survey.plan
        days = {"begun_on": plan.begun_on, "planned_on": plan.planned_on}
        texts = {name: str(getattr(plan, name)) for name in said.PLAN_FIELDS if name not in days}
        return {**texts, **{name: f"{day:%d/%m/%Y}" if day else "" for name, day in days.items()}}

    def choices(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """What may be chosen in each field that offers a choice."""
        sets = self._desk.surveys.question_sets()
        offered = tuple((one.mark, said.set_words(one.id, one.version)) for one in sets)
        held = self.shown.plan.question_set if self.shown else ""
        older = () if not held or held in dict(offered) else ((held, held),)
        return {**said.choices(), "question_set": (*offered, *older)}

    def begin(self, values: Mapping[str, object]) -> tuple[Problem, ...]:
        """A new survey, which comes in front."""
        kept = self._desk.surveys.begin(values)
        if isinstance(kept, tuple):
            return kept
        self.refresh()
        self.show(kept)
        return ()

    # ---- what is told

    def context(self) -> str:
        """The line beside the name."""
        plan = self.survey.plan
        sort = (plan.kind, plan.by, plan.by_name, plan.respondents)
        return said.context(sort, plan.begun_on, plan.planned_on, self.survey.ended_on)

    def figures(self) -> tuple[tuple[str, str], ...]:
        """The four figures and the line under each."""
        one, n = self.survey, self.survey.spread.n
        left = sum(each.left for each in one.differences)
        share = told.share(one.spread.content, n) if one.enough else ""
        return (
            (amount(one.handed), said.NO_PLACES if not one.places else f"{len(one.places)} nơi"),
            (amount(one.returned), said.returned_under(one.returned, one.handed)),
            (amount(n), said.typed_under(one.returned, one.spoiled, left)),
            (
                share.partition(",")[0] or told.TOO_FEW,
                f"{share.partition(', ')[2]}, n = {amount(n)}" if share else f"n = {n}",
            ),
        )

    def bars(self) -> tuple[tuple[str, int], ...]:
        """How the answers divide, the best first; nothing where too few."""
        one = self.survey
        by_score = one.spread.by_score
        return tuple((words, by_score.get(score, 0)) for score, words in one.levels) if one.enough else ()

    def asked(self) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
        """Each further question that somebody ticked: the question, what was ticked, the counts."""
        found = []
        for one in self.survey.asked:
            counts = [(choice.say(), n) for choice, n in one.counts]
            line = said.counts_line(counts) or told.TOO_FEW
            found.append((said.asked_line(one.question.say(), one.n), line, tuple(n for _, n in counts)))
        return tuple(found) if any(one.n for one in self.survey.asked) else ()

    def before(self) -> str:
        """This survey beside the last one of its sort, where both may be told."""
        one, then = self.survey, self.survey.before
        if then is None or not (one.enough and then.enough):
            return ""
        here, there = ((each.spread.content, each.spread.n) for each in (one, then))
        return told.compared(here, there, then.plan.name)

    def missing(self) -> str:
        """What came back and was not typed."""
        return told.left_told([(each.place, each.left) for each in self.survey.differences if each.left])

    def comments(self) -> tuple[Comment, ...]:
        """Words, sorted by themselves."""
        return tuple(Comment(text) for text in self.survey.comments)


def list_columns() -> tuple[Column, ...]:
    """The list of surveys."""
    name, year, state, typed, back = said.COLUMNS
    return (
        Column(name, lambda row: row.plan.name, lambda row: _sort(row)),
        Column(year, lambda row: said.year(row.plan.begun_on), width=70),
        Column(state, lambda row: told.STATES[row.state], tone=_state_tone, tag=True, width=180),
        Column(typed, lambda row: amount(row.n), width=100),
        Column(
            back,
            lambda row: said.back_told(row.returned, row.handed)[0],
            lambda row: said.back_told(row.returned, row.handed)[1],
            width=120,
        ),
    )


def place_columns() -> tuple[Column, ...]:
    """Where slips went."""
    name, handed, returned, spoiled, typed, content = said.PLACE_COLUMNS
    return (
        Column(name, lambda row: row.name, _place_under, second_tone=lambda row: "" if not _left(row) else "hoe"),
        Column(handed, lambda row: amount(row.handed), width=70),
        Column(returned, lambda row: amount(row.returned), width=92),
        Column(spoiled, lambda row: amount(row.spoiled), width=126),
        Column(typed, lambda row: amount(row.typed), width=100),
        Column(content, lambda row: _content(row)[0], lambda row: _content(row)[1], width=190),
    )


def _sort(row: Listed) -> str:
    plan = row.plan
    return said.second_line(plan.kind, plan.by, plan.by_name, plan.respondents)


def _state_tone(row: Listed) -> str:
    return {"closed": "sen", "running": "cham", "overdue": "hoe"}.get(row.state, "xam")


def _left(row: PlaceRow) -> int:
    return row.readable - row.typed


def _place_under(row: PlaceRow) -> str:
    return said.place_under(row.returned, row.handed, _left(row))


def _content(row: PlaceRow) -> tuple[str, str]:
    if row.spread is None:
        return said.place_few(row.typed)
    share, _, span = told.share(row.spread.content, row.spread.n).partition(", ")
    return share, f"{span}, n = {amount(row.spread.n)}"
