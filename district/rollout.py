"""The roll-out: which commune was to begin when, when it truly did, and which share works against what was asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from common.dates import NotADate, PartialDate
from common.names import tidy
from common.units import Unit, UnitTable
from district.dashboards import COUNTING, communes
from district.living import commune_under, communes_under
from district.moments import day_of, utc_text
from district.places import Place, Places
from district.recounting import recounts
from district.store.desks import DeskRow
from district.store.office import Act
from district.store.rollout import GoalRow, PlanRow
from district.store.store import Store, Work
from district.trouble import Mistake
from district.users import Member

STAGES = ("pilot", "volunteer", "everyone")
LONGEST = 200
"""Characters of a note or of the name of a letter."""


@dataclass(frozen=True, slots=True)
class Step:
    """One commune of the plan, by its name on the planned day; the days on which its first desk was enrolled, its first
    bundle came and its first letter was handed over, None while that is still to come."""

    code: str
    name: str
    now: Place
    stage: str
    planned: date
    note: str
    enrolled: date | None = None
    first_bundle: date | None = None
    first_letter: date | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """By that day, that share (percent) is to work, as that letter asks; how many do by then, or by today before it."""

    by: date
    share: int
    source: str
    working: int
    of: int

    @property
    def is_met(self) -> bool:
        """Whether the share is reached."""
        return self.of > 0 and 100 * self.working >= self.share * self.of


@dataclass(frozen=True, slots=True)
class Rollout:
    """The plan as it stands on a day; a commune works from the day on which it handed its first letter over."""

    on: date
    steps: tuple[Step, ...]
    goals: tuple[Goal, ...]
    left: tuple[Unit, ...]

    @property
    def months(self) -> list[tuple[date, int]]:
        """The last day of each month since the first planned one, up to today, and how many communes worked by then."""
        if not self.steps:
            return []
        day, found = min(step.planned for step in self.steps).replace(day=1), []
        while day <= self.on:
            end = (day + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            found.append((min(end, self.on), working(self.steps, min(end, self.on))))
            day = end + timedelta(days=1)
        return found


def working(steps: Sequence[Step], on: date) -> int:
    """How many of these communes had handed a letter over by that day."""
    return sum(step.first_letter is not None and step.first_letter <= on for step in steps)


@dataclass(frozen=True, slots=True)
class RolloutDesk:
    """Who reads and changes the plan of one office."""

    store: Store
    places: Places
    units: UnitTable
    office: Unit
    now: Callable[[], datetime]

    def look(self, today: date) -> Rollout:
        """The plan and what came of it."""
        counted = recounts(self.store, ())
        with self.store.reading() as work:
            plan, goals, ends = work.rollout.plan(), work.rollout.goals(), work.mail.ends()
            found = communes(self.places, (desk for desk in work.desks.all() if desk.state in COUNTING))
        handed = {desk: one.first_handed for desk, one in counted.items()}
        desks = {place.code: ours for place, ours in found}
        steps = [self._step(row, desks, (ends, handed)) for row in plan]
        steps.sort(key=lambda step: (STAGES.index(step.stage), step.planned, step.now.by_name))
        told = tuple(_goal(goal, steps, today) for goal in goals)
        planned = {row.unit for row in plan} | {step.now.code for step in steps}
        left = tuple(unit for unit in communes_under(self.units, self.office, today) if unit.code not in planned)
        return Rollout(today, tuple(steps), told, left)

    def put(self, member: Member, codes: Sequence[str], stage: str, planned: str, note: str = "") -> int:
        """Write what is planned for these communes. Raises Mistake: no-such-stage, not-a-day, note-too-long, and what a
        code can be wrong in; then nothing is written."""
        if stage not in STAGES:
            raise Mistake("no-such-stage", stage=stage)
        day, note = _day(planned), _short(note)
        for code in codes:
            self._check(code, day)
        with self.store.work() as work:
            for code in codes:
                work.rollout.put(PlanRow(code, stage, day.isoformat(), note))
                self._note(work, member, "plan", f"unit {code} {stage} {day}")
        return len(codes)

    def drop(self, member: Member, code: str) -> None:
        """Take a commune out of the plan."""
        with self.store.work() as work:
            if work.rollout.drop(code):
                self._note(work, member, "plan-drop", f"unit {code}")

    def put_goal(self, member: Member, by: str, share: int, source: str) -> date:
        """Write by when which share is to work; the day as it was read. Raises Mistake: not-a-day, no-such-share,
        note-too-long."""
        if not 1 <= share <= 100:
            raise Mistake("no-such-share", share=str(share))
        day, source = _day(by), _short(source)
        with self.store.work() as work:
            work.rollout.put_goal(GoalRow(day.isoformat(), share, source))
            self._note(work, member, "plan-goal", f"{day} {share}%")
        return day

    def drop_goal(self, member: Member, by: str) -> None:
        """Take the goal of that ISO day away."""
        with self.store.work() as work:
            if work.rollout.drop_goal(by):
                self._note(work, member, "plan-goal-drop", by)

    def _check(self, code: str, planned: date) -> None:
        """A unit may be planned for under its name of today, or of the planned day."""
        today = self.units.unit(code, planned) is None
        commune_under(self.units, code, self.office, day_of(utc_text(self.now())) if today else planned)

    def _note(self, work: Work, member: Member, act: str, subject: str) -> None:
        work.office.note(Act(utc_text(self.now()), member.name, act, subject))

    def _step(
        self,
        row: PlanRow,
        desks: Mapping[str, Sequence[DeskRow]],
        told: tuple[Mapping[int, tuple[str, str]], Mapping[int, str]],
    ) -> Step:
        planned, place = date.fromisoformat(row.planned_on), self.places.of(row.unit)
        unit = self.units.unit(row.unit, planned)
        ours, (ends, handed) = desks.get(place.code, ()), told
        sent = {number: day_of(first) for number, (first, _) in ends.items()}
        given = {number: date.fromisoformat(day) for number, day in handed.items() if day}
        known = {desk.number: date.fromisoformat(desk.enrolled_on[:10]) for desk in ours}
        since = {desk.number: self._together(row.unit, desk.unit) for desk in ours}

        def first(days: Mapping[int, date]) -> date | None:
            return min((max(days[number], day) for number, day in since.items() if number in days), default=None)

        return Step(
            row.unit,
            unit.official if unit else place.official,
            place,
            row.stage,
            planned,
            row.note,
            first(known),
            first(sent),
            first(given),
        )

    def _together(self, planned: str, enrolled: str) -> date:
        """Since when a desk enrolled under one code speaks for the unit of another: a commune that was merged away
        works by its heir's desk from that day on, or a merger would change what was told of earlier years."""
        if planned == enrolled:
            return date.min
        ended = (self.places.of(code).ended for code in (planned, enrolled))
        return max((day + timedelta(days=1) for day in ended if day), default=date.min)


def _goal(row: GoalRow, steps: Sequence[Step], today: date) -> Goal:
    by = date.fromisoformat(row.by_day)
    return Goal(by, row.share, row.source, working(steps, min(by, today)), len(steps))


def _day(text: str) -> date:
    try:
        read = PartialDate.parse(text)
    except NotADate as refusal:
        raise Mistake("not-a-day", text=text[:40]) from refusal
    if read.earliest() != read.latest():
        raise Mistake("not-a-day", text=text[:40])
    return read.earliest()


def _short(text: str) -> str:
    if len(tidy(text)) > LONGEST:
        raise Mistake("note-too-long", limit=str(LONGEST))
    return tidy(text)
