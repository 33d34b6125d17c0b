"""Sets of criteria (Bộ tiêu chí) by which a friendly office scores itself, as data.

A set is one JSON object (resources/criteria/*.json, or kept by an office): `id` (a word), `edition`, `name`, `source`
(the decision that issued it), `example`, `first_day` and optionally `last_day` (days between which it is in force),
optionally `calendar` (the report calendar whose year is scored, "" for the year itself), `groups` and `levels`. A
group has `code`, `name`, `criteria`; a criterion `code`, `text`, `most` (points in hundredths), `evidence` (what is
asked as proof), `rule`, `fed` and `bands` (`least`, `points`). A level is `least` (hundredths) and `name`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path

from msgspec import ValidationError, convert, to_builtins

from common.names import tidy

SHARES = (
    "events-on-time",
    "letters-delivered",
    "letters-birth",
    "letters-marriage",
    "letters-death",
    "satisfaction",
    "survey-satisfaction",
    "surveys-returned",
    "follow-ups-in-time",
    "opinions-settled",
    "opinions-in-time",
    "complaints-settled",
)
"""Figures of the register that are a part of a whole."""
AMOUNTS = (
    "letters-thanks",
    "letters-apology",
    "sessions",
    "receptions",
    "dialogues",
    "surveys",
    "commendations",
    "reports-issued",
    "evidence",
)
"""Figures of the register that are a number; `evidence` are the files kept for the criterion itself."""
RULES = ("hand", "share", "amount", "yes-no")
"""How points follow: by hand; by bands of a share in per cent; by bands of a number; all of them from one on."""
MOST_POINTS = 100_000
LONGEST_TEXT, LONGEST_NAME = 600, 200

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,31}", re.ASCII)
_CODE = re.compile(r"[0-9A-Za-zĐđ](?:[0-9A-Za-zĐđ.\-]{0,15})")


@dataclass(frozen=True, slots=True)
class Finding:
    """What does not fit, and where: `place` as in "groups[0].criteria[2].most", `code` has a sentence."""

    place: str
    code: str


class NotACriteriaSet(ValueError):
    """The set breaks its form; `findings` name every place."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(f"{one.place}: {one.code}" for one in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Band:
    """From `least` on (per cent, or a number) these points."""

    least: int
    points: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line that is scored; points in hundredths."""

    code: str
    text: str
    most: int
    evidence: str = ""
    rule: str = "hand"
    fed: str = ""
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Criteria under one heading."""

    code: str
    name: str
    criteria: tuple[Criterion, ...] = ()

    @property
    def most(self) -> int:
        """Points of the whole group."""
        return sum(one.most for one in self.criteria)


@dataclass(frozen=True, slots=True)
class Level:
    """From so many points on the office is called so."""

    least: int
    name: str


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """One edition of a set; `draft` while it is still being written."""

    id: str
    edition: int
    name: str
    source: str
    first_day: date
    groups: tuple[Group, ...]
    levels: tuple[Level, ...]
    last_day: date | None = None
    calendar: str = ""
    example: bool = False
    draft: bool = field(default=False)

    @property
    def mark(self) -> str:
        """Set and edition in one word."""
        return f"{self.id}/{self.edition}"

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion in its order."""
        return tuple(one for group in self.groups for one in group.criteria)

    @property
    def most(self) -> int:
        """Points of the whole set, in hundredths."""
        return sum(group.most for group in self.groups)

    def get(self, code: str) -> Criterion | None:
        """The criterion of this code."""
        return next((one for one in self.criteria if one.code == code), None)

    def level(self, points: int) -> Level | None:
        """The level that so many points reach."""
        return next((one for one in self.levels if points >= one.least), None)

    def in_force(self, first: date, last: date) -> bool:
        """Whether it may score these days."""
        return not self.draft and self.first_day <= last and (self.last_day is None or self.last_day >= first)


def read_sets(folder: Path) -> tuple[CriteriaSet, ...]:
    """Every set in `*.json` of a folder; NotACriteriaSet names file and place."""
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            found.append(read_set(path.read_bytes()))
        except NotACriteriaSet as broken:
            named = (Finding(f"{path.name}: {one.place}", one.code) for one in broken.findings)
            raise NotACriteriaSet(tuple(named)) from broken
    return tuple(found)


def read_set(raw: bytes) -> CriteriaSet:
    """One set; NotACriteriaSet says everywhere it does not fit. A draft may be incomplete."""
    try:
        found = convert(json.loads(raw.decode("utf-8")), CriteriaSet)
    except ValidationError as wrong:
        _, at, place = str(wrong).rpartition("`$.")
        raise NotACriteriaSet((Finding(place.rstrip("`") if at else "$", "criteria-form"),)) from wrong
    except ValueError as broken:
        raise NotACriteriaSet((Finding("$", "criteria-form"),)) from broken
    findings = () if found.draft else check(found)
    if findings:
        raise NotACriteriaSet(findings)
    return found


def content_of(one: CriteriaSet) -> bytes:
    """The bytes of a set as they are kept: keys sorted, no spaces, UTF-8."""
    return json.dumps(to_builtins(one), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def check(one: CriteriaSet) -> tuple[Finding, ...]:
    """Everything that keeps a set from being put in force, in its order."""
    return tuple((*_head(one), *_groups(one), *_levels(one)))


def check_criterion(one: Criterion, place: str = "") -> Iterator[Finding]:
    """What does not fit in one criterion."""
    at = f"{place}." if place else ""
    if not _CODE.fullmatch(one.code):
        yield Finding(f"{at}code", "criteria-code")
    yield from _text(one.text, f"{at}text", LONGEST_TEXT)
    if not 0 < one.most <= MOST_POINTS:
        yield Finding(f"{at}most", "criteria-points")
    if len(one.evidence) > LONGEST_TEXT:
        yield Finding(f"{at}evidence", "criteria-long")
    if one.rule not in RULES:
        yield Finding(f"{at}rule", "criteria-rule")
    elif not _fed(one):
        yield Finding(f"{at}fed", "criteria-fed")
    elif not _banded(one):
        yield Finding(f"{at}bands", "criteria-bands")


def _fed(one: Criterion) -> bool:
    if one.rule == "hand":
        return not one.fed or one.fed in (*SHARES, *AMOUNTS)
    return one.fed in (SHARES if one.rule == "share" else AMOUNTS)


def _banded(one: Criterion) -> bool:
    """From the best on, each lower than the one before; the first gives all points."""
    if one.rule in ("hand", "yes-no"):
        return not one.bands
    highest = 100 if one.rule == "share" else 1_000_000
    falling = all(a.least > b.least and a.points > b.points for a, b in pairwise(one.bands))
    inside = all(0 <= band.least <= highest and 0 <= band.points <= one.most for band in one.bands)
    return bool(one.bands) and falling and inside and one.bands[0].points == one.most


def _head(one: CriteriaSet) -> Iterator[Finding]:
    if not _ID.fullmatch(one.id):
        yield Finding("id", "criteria-id")
    if not 1 <= one.edition <= 10_000:
        yield Finding("edition", "criteria-id")
    yield from _text(one.name, "name", LONGEST_NAME)
    yield from _text(one.source, "source", LONGEST_TEXT)
    if one.last_day is not None and one.last_day < one.first_day:
        yield Finding("last_day", "criteria-days")


def _groups(one: CriteriaSet) -> Iterator[Finding]:
    if not one.groups:
        yield Finding("groups", "criteria-none")
    codes: set[str] = set()
    for at, group in enumerate(one.groups):
        place = f"groups[{at}]"
        if not _CODE.fullmatch(group.code) or any(group.code == other.code for other in one.groups[:at]):
            yield Finding(f"{place}.code", "criteria-code")
        yield from _text(group.name, f"{place}.name", LONGEST_NAME)
        if not group.criteria:
            yield Finding(f"{place}.criteria", "criteria-none")
        for number, each in enumerate(group.criteria):
            yield from check_criterion(each, f"{place}.criteria[{number}]")
            if each.code in codes:
                yield Finding(f"{place}.criteria[{number}].code", "criteria-twice")
            codes.add(each.code)
    if one.most > MOST_POINTS:
        yield Finding("groups", "criteria-points")


def _levels(one: CriteriaSet) -> Iterator[Finding]:
    if not one.levels or one.levels[-1].least != 0:
        yield Finding("levels", "criteria-levels")
    for at, level in enumerate(one.levels):
        yield from _text(level.name, f"levels[{at}].name", LONGEST_NAME)
        higher = at and level.least >= one.levels[at - 1].least
        if higher or not 0 <= level.least <= max(one.most, 0):
            yield Finding(f"levels[{at}].least", "criteria-levels")


def _text(text: str, place: str, longest: int) -> Iterator[Finding]:
    if not text or text != tidy(text):
        yield Finding(place, "criteria-text")
    elif len(text) > longest:
        yield Finding(place, "criteria-long")
