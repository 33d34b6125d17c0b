"""What communes told of their papers of the year: reports that were issued, criteria that were scored, packs of
evidence; days and digests, so that a paper can be held against what was told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, TypeVar

from common.criteria import CriteriaSet, read_sets
from common.periods import Period
from district.paths import resources
from district.recount import Recount, ToldLine

State = Literal["in-time", "late", "missing", "due"]
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class IssuedTold:
    """The newest version of an issued report: the days it counts, the calendar's id ("" none), when this version and
    when the first one was issued, its digest and those of the versions before."""

    first: str
    last: str
    calendar: str
    version: int
    on: date
    since: date
    digest: str
    older: tuple[str, ...] = ()

    def is_of(self, period: Period) -> bool:
        """Whether it is the report of that period."""
        days = (period.first.isoformat(), period.last.isoformat())
        return (self.first, self.last, self.calendar) == (*days, period.name.partition("@")[2])


@dataclass(frozen=True, slots=True)
class ScoredTold:
    """A year's score by a set of criteria, confirmed by the commune's leader; points in hundredths."""

    set: str
    edition: int
    year: int
    points: int
    most: int
    digest: str
    version: int
    on: date


@dataclass(frozen=True, slots=True)
class PackTold:
    """A year's pack of evidence; `digest` names its manifest, `older` those of the versions before."""

    year: int
    files: int
    letters: int
    digest: str
    version: int
    on: date
    older: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What one commune told, the newest in front."""

    issued: tuple[IssuedTold, ...] = ()
    scored: tuple[ScoredTold, ...] = ()
    packs: tuple[PackTold, ...] = ()

    def issued_of(self, period: Period) -> IssuedTold | None:
        """The newest version of the report of that period."""
        return next((one for one in self.issued if one.is_of(period)), None)

    def scored_in(self, year: int) -> ScoredTold | None:
        """The score of that year that was told last."""
        return next((one for one in self.scored if one.year == year), None)

    def pack_of(self, year: int) -> PackTold | None:
        """The pack of that year that was told last."""
        return next((one for one in self.packs if one.year == year), None)


def told_by(counted: Iterable[Recount]) -> Told:
    """What the desks of one commune told."""
    # A subject is one desk's own, as everywhere.
    lines = [(desk, line) for desk, one in enumerate(counted) for line in one.told]
    return Told(
        _newest(lines, "report-issued", _issued),
        _newest(lines, "criteria-scored", _scored),
        _newest(lines, "evidence-pack", _pack),
    )


def state_of(issued: IssuedTold | None, due: date | None, today: date) -> State:
    """How a report that was asked for stands: nothing is late without a day that was set."""
    if issued is None:
        return "missing" if due and today > due else "due"
    return "late" if due and issued.since > due else "in-time"


def level_of(scored: ScoredTold) -> str:
    """What so many points are called in the set that they were given by; "" where the program does not know it."""
    for one in _sets():
        if (one.id, one.edition) == (scored.set, scored.edition):
            level = one.level(scored.points)
            return level.name if level else ""
    return ""


@cache
def _sets() -> tuple[CriteriaSet, ...]:
    return read_sets(resources() / "criteria")


def _newest(
    lines: Iterable[tuple[int, ToldLine]], kind: str, read: Callable[[list[ToldLine]], Thing]
) -> tuple[Thing, ...]:
    """One for each subject, out of its versions; the one told last in front."""
    subjects: dict[tuple[int, str], list[ToldLine]] = {}
    for desk, line in lines:
        if line.kind == kind:
            subjects.setdefault((desk, line.subject), []).append(line)
    versions = [sorted(found, key=lambda line: line.version) for found in subjects.values()]
    return tuple(read(found) for found in sorted(versions, key=lambda found: found[-1].on, reverse=True))


def _issued(versions: list[ToldLine]) -> IssuedTold:
    newest = versions[-1]
    told, older = newest.figures, tuple(str(line.figures["digest"]) for line in versions[:-1])
    span = (str(told["first"]), str(told["last"]), str(told.get("calendar", "")))
    days = (date.fromisoformat(newest.on), date.fromisoformat(versions[0].on))
    return IssuedTold(*span, newest.version, *days, str(told["digest"]), older)


def _scored(versions: list[ToldLine]) -> ScoredTold:
    newest = versions[-1]
    told = newest.figures
    return ScoredTold(
        str(told["set"]),
        int(told["edition"]),
        int(told["year"]),
        int(told["points"]),
        int(told["most"]),
        str(told["digest"]),
        newest.version,
        date.fromisoformat(newest.on),
    )


def _pack(versions: list[ToldLine]) -> PackTold:
    newest = versions[-1]
    year, files, letters = (int(newest.figures[name]) for name in ("year", "files", "letters"))
    digest, older = str(newest.figures["digest"]), tuple(str(line.figures["digest"]) for line in versions[:-1])
    return PackTold(year, files, letters, digest, newest.version, date.fromisoformat(newest.on), older)
