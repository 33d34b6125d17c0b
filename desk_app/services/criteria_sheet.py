"""One year as it is being scored, or as it was confirmed: every criterion with what the register says, the office's
own points, and the province's beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from common.criteria import CriteriaSet, Criterion, Group, Level
from common.criteria_figures import Value, proposed
from common.criteria_year import Score, ScoredYear, read_content
from common.periods import Period
from desk_app.db.criteria import KeptYear
from desk_app.db.register import Reading
from desk_app.services.criteria_fed import Fed, fed, year_of_set
from desk_app.services.criteria_sets import set_named, usual_set
from desk_app.services.seat import Seat


@dataclass(frozen=True, slots=True)
class Province:
    """What the level above decided: number and day of the decision, its points of all (None: the sum of the single
    ones), and of single criteria."""

    number: str
    on: date
    total: int | None
    points: Mapping[str, int]

    @property
    def sum(self) -> int | None:
        """The points of all, None where nothing was told."""
        return self.total if self.total is not None else sum(self.points.values()) if self.points else None


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion of a year. `points` are those typed, else those proposed, None where nobody scored it yet;
    `lacks` a code where something is still to be done; `before` its points of the year before."""

    group: Group
    criterion: Criterion
    value: Value | None
    proposed: int | None
    points: int | None
    typed: bool
    reason: str
    evidence: int
    lacks: str = ""
    province: int | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One year. `version` 0: nothing was typed yet; `before` the year before as it was confirmed."""

    criteria: CriteriaSet
    year: int
    period: Period
    as_of: date
    version: int
    rows: tuple[Row, ...]
    confirmed_on: date | None = None
    digest: str = ""
    reason: str = ""
    province: Province | None = None
    before: ScoredYear | None = None

    @property
    def points(self) -> int:
        """All points so far, in hundredths."""
        return sum(row.points or 0 for row in self.rows)

    @property
    def level(self) -> Level | None:
        """The level, None while something is not scored."""
        return None if any(row.points is None for row in self.rows) else self.criteria.level(self.points)

    def lacking(self, code: str) -> tuple[str, ...]:
        """Criteria of which this is missing: "criteria-unscored", "criteria-unreasoned"."""
        return tuple(row.criterion.code for row in self.rows if row.lacks == code)

    def get(self, code: str) -> Row | None:
        """The row of a criterion."""
        return next((row for row in self.rows if row.criterion.code == code), None)


def sheet_of(seat: Seat, reading: Reading, year: int, mark: str = "") -> Sheet:
    """A year by the set of this mark, or by the one in use. Raises Mistake("no-such-criteria", "criteria-year")."""
    one = set_named(reading, mark) if mark else usual_set(reading, year)
    kept = next(iter(reading.criteria.versions(one.id, year)), None)
    if kept is not None:
        one = set_named(reading, f"{one.id}/{kept.body['edition']}")
    before = confirmed_before(reading, one, year)
    if kept is not None and kept.confirmed_on is not None:
        return _confirmed(seat, kept, before)
    period = year_of_set(seat, one, year)
    given = fed(reading, period, (one.id, year), seat.today())
    body: Mapping[str, Any] = kept.body if kept else {}
    rows = tuple(_row(given, body.get("typed", {}), (group, each)) for group in one.groups for each in group.criteria)
    province = province_of(body)
    return Sheet(
        criteria=one,
        year=year,
        period=period,
        as_of=given.as_of,
        version=kept.version if kept else 0,
        rows=tuple(_beside(row, province, before) for row in rows),
        reason=str(body.get("reason", "")),
        province=province,
        before=before,
    )


def confirmed_before(reading: Reading, one: CriteriaSet, year: int) -> ScoredYear | None:
    """The year before as it was confirmed last, by the same set where there is one."""
    found = [kept for kept in reading.criteria.years() if kept.year == year - 1 and kept.confirmed_on]
    same = [kept for kept in found if kept.set_id == one.id] or found
    return frozen(same[0]) if same else None


def frozen(kept: KeptYear) -> ScoredYear:
    """A confirmed year as it was frozen."""
    return read_content(str(kept.body["content"]).encode())


def province_of(body: Mapping[str, Any]) -> Province | None:
    """What was typed from the decision."""
    told = body.get("province")
    if not told:
        return None
    return Province(told["number"], date.fromisoformat(told["on"]), told.get("total"), dict(told.get("points", {})))


def lacks(one: Criterion, suggested: int | None, points: int | None, reason: str) -> str:
    """What is still to be done: nobody scored it; or a reason, where the points depart from what the register
    proposes, or stand below the most with no figure that says why."""
    if points is None:
        return "criteria-unscored"
    wanted = points != suggested if suggested is not None else points < one.most
    return "criteria-unreasoned" if wanted and not reason else ""


def _row(given: Fed, typed: Mapping[str, Any], where: tuple[Group, Criterion]) -> Row:
    group, one = where
    value = given.value(one)
    suggested, told = proposed(one, value), typed.get(one.code)
    points = told["points"] if told else suggested
    reason = told["reason"] if told else ""
    return Row(
        group=group,
        criterion=one,
        value=value,
        proposed=suggested,
        points=points,
        typed=told is not None,
        reason=reason,
        evidence=given.files.get(one.code, 0),
        lacks=lacks(one, suggested, points, reason),
    )


def _confirmed(seat: Seat, kept: KeptYear, before: ScoredYear | None) -> Sheet:
    held, province = frozen(kept), province_of(kept.body)
    rows = []
    for group in held.criteria.groups:
        for one in group.criteria:
            score = held.get(one.code) or Score(one.code, 0)
            told = (score.value, score.proposed, score.points, True, score.reason, score.evidence)
            rows.append(_beside(Row(group, one, *told), province, before))
    return Sheet(
        criteria=held.criteria,
        year=held.year,
        period=Period(f"{held.year}", held.first, held.last),
        as_of=held.as_of,
        version=kept.version,
        rows=tuple(rows),
        confirmed_on=held.confirmed_on,
        digest=str(kept.body["digest"]),
        reason=held.reason,
        province=province,
        before=before,
    )


def _beside(row: Row, province: Province | None, before: ScoredYear | None) -> Row:
    code = row.criterion.code
    then = before.criteria.get(code) if before else None
    # Another edition may use the code for something else: only the same sentence is compared.
    score = before.get(code) if before and then and then.text == row.criterion.text else None
    return Row(
        **{name: getattr(row, name) for name in Row.__slots__ if name not in ("province", "before")},
        province=province.points.get(code) if province else None,
        before=score.points if score else None,
    )
