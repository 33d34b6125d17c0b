"""What the page Bộ tiêu chí knows and does; no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from common.criteria import Group
from common.words import criteria as told
from common.words import criteria_page as said
from desk_app.domain.problems import Problem
from desk_app.services.criteria_sheet import Row, Sheet
from desk_app.services.desk import Desk
from desk_app.ui.parts.rows import Column


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the table: a criterion, or the group that those under it belong to."""

    group: Group
    row: Row | None = None
    points: int = 0
    province: int | None = None


class CriteriaModel:
    """One year by the set in use, as it was last read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.year = desk.seat.today().year
        self.sheet: Sheet | None = None

    def refresh(self) -> tuple[Shown, ...]:
        """Read the year again: its lines."""
        self.sheet = self._desk.criteria.year(self.year)
        lines: list[Shown] = []
        for group, held in groupby(self.sheet.rows, lambda row: row.group):
            rows = tuple(held)
            given = [row.province for row in rows if row.province is not None]
            lines.append(Shown(group, None, sum(row.points or 0 for row in rows), sum(given) if given else None))
            lines += (Shown(group, row) for row in rows)
        return tuple(lines)

    @property
    def shown(self) -> Sheet:
        """The year in front. Raises LookupError before the first look."""
        if self.sheet is None:
            raise LookupError("nothing was read yet")
        return self.sheet

    @property
    def confirmed(self) -> bool:
        """Whether the leader confirmed the version in front."""
        return self.shown.confirmed_on is not None

    def years(self) -> tuple[str, ...]:
        """The years on offer: this one, the one before, and every year that was scored."""
        this = self._desk.seat.today().year
        scored = {one.year for one in self._desk.criteria.years()}
        return tuple(str(year) for year in sorted({this, this - 1, *scored}, reverse=True))

    # ---- what is told

    def context(self) -> str:
        """Beside the title."""
        sheet = self.shown
        state = said.state(sheet.version, sheet.confirmed_on)
        return said.context(sheet.criteria.name, sheet.year, state)

    def foot(self) -> str:
        """The total, the level, what is missing."""
        sheet = self.shown
        missing = (len(sheet.lacking("criteria-unscored")), len(sheet.lacking("criteria-unreasoned")))
        return said.foot(sheet.points, sheet.criteria.most, sheet.level, missing)

    def beside(self) -> str:
        """The year before, the province, all years, the mark of an example."""
        sheet = self.shown
        then, given = sheet.before, sheet.province
        before = (then.points, then.criteria.most) if then else None
        decided = (given.number, given.on, given.sum) if given else None
        parts = (said.beside(sheet.year, before, sheet.points, decided), self._years(), self._example())
        return " ".join(part for part in parts if part)

    def _years(self) -> str:
        """The confirmed years beside each other, where there are two or more."""
        rows = [one for one in self._desk.criteria.years() if one.confirmed_on]
        return said.years([(one.year, told.total(one.points, one.most), told.level(one.level)) for one in rows])

    def _example(self) -> str:
        return f"{told.EXAMPLE}." if self.shown.criteria.example else ""

    @staticmethod
    def whole(row: Row) -> str:
        """Everything of one criterion."""
        one = row.criterion
        rule = said.rule(one.rule, one.fed, told.bands_text(one.bands))
        return said.whole(f"{one.code}. {one.text}", one.evidence, rule, row.reason)

    # ---- what is typed

    def typed(self, row: Row) -> dict[str, str]:
        """The score of a criterion as it stands."""
        points = told.points(row.points) if row.typed and row.points is not None else ""
        return {"points": points, "reason": row.reason}

    def score(self, row: Row, values: Mapping[str, object]) -> Sequence[Problem]:
        """Keep a score."""
        return self._desk.criteria.score(self.year, row.criterion.code, values, self._set())

    def decision(self, row: Row | None) -> dict[str, str]:
        """The province's decision as it stands."""
        given = self.shown.province
        points = said.optional(row.province) if row else ""
        if given is None:
            return {"points": points}
        return {"number": given.number, "on": f"{given.on:%d/%m/%Y}", "total": said.optional(given.total)} | {
            "points": points
        }

    def decide(self, row: Row | None, values: Mapping[str, object]) -> Sequence[Problem]:
        """Keep the province's decision, with its points of the criterion under the bar."""
        points = {row.criterion.code: values.get("points", "")} if row else {}
        return self._desk.criteria.province(self.year, {**values, "points": points}, self._set())

    def confirm(self) -> str:
        """The leader confirms; what is said of it."""
        done = self._desk.criteria.confirm(self.year, self._set())
        return told.confirmed(done.year, done.version, told.total(done.points, done.most), done.digest)

    def reopen(self, reason: str) -> str:
        """The next version; what is said of it."""
        return told.reopened(self.year, self._desk.criteria.reopen(self.year, reason, self._set()))

    def ref(self, row: Row) -> str:
        """By which files of a criterion are known."""
        return f"{self.shown.criteria.id}/{self.year}/{row.criterion.code}"

    def _set(self) -> str:
        return self.shown.criteria.mark


def columns() -> tuple[Column, ...]:
    """A group, or a criterion with everything beside it."""
    code, text, value, proposed, own, files, province, before = said.COLUMNS
    return (
        Column(code, lambda one: one.row.criterion.code if one.row else one.group.code, tone=_group_tone, width=60),
        Column(text, lambda one: one.row.criterion.text if one.row else one.group.name, tone=_group_tone),
        Column(
            value,
            lambda one: told.value(one.row.criterion.fed, one.row.value) if one.row else "",
            width=104,
            right=True,
        ),
        Column(proposed, lambda one: said.optional(one.row.proposed) if one.row else "", width=112, right=True),
        Column(own, _own, tone=_own_tone, width=112, right=True),
        Column(files, lambda one: said.files(one.row.evidence) if one.row else "", width=88, right=True),
        Column(
            province, lambda one: said.optional(one.row.province if one.row else one.province), width=112, right=True
        ),
        Column(before, lambda one: said.optional(one.row.before) if one.row else "", width=116, right=True),
    )


def _group_tone(one: Shown) -> str:
    return "" if one.row else "cham"


def _own(one: Shown) -> str:
    if one.row is None:
        return said.own(one.points, one.group.most)
    return said.own(one.row.points, one.row.criterion.most)


def _own_tone(one: Shown) -> str:
    if one.row is None:
        return "cham"
    return "hoe" if one.row.lacks else ""
