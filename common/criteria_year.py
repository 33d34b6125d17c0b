"""How an office scored itself in one year, frozen when its leader confirmed it: the set itself is part of it, so that
the sheet drawn years later is the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from msgspec import convert, to_builtins

from common.criteria import CriteriaSet, Level
from common.criteria_figures import Value

_TAG = b"motcua-criteria/1\n"
_FORMAT = "motcua-criteria/1"


class NotAScoredYear(ValueError):
    """The content is no scored year of this program, or of a newer one."""


@dataclass(frozen=True, slots=True)
class Score:
    """One criterion as it was scored; points in hundredths, `evidence` files kept for it."""

    code: str
    points: int
    reason: str = ""
    proposed: int | None = None
    value: Value | None = None
    evidence: int = 0


@dataclass(frozen=True, slots=True)
class ScoredYear:
    """One version of a year. `as_of` is the last day counted; `reason` says why it replaces the version before."""

    unit: str
    office: str
    year: int
    first: date
    last: date
    as_of: date
    version: int
    criteria: CriteriaSet
    scores: tuple[Score, ...]
    confirmed_on: date | None = None
    reason: str = ""

    @property
    def points(self) -> int:
        """All points, in hundredths."""
        return sum(one.points for one in self.scores)

    @property
    def level(self) -> Level | None:
        """The level that the points reach."""
        return self.criteria.level(self.points)

    def get(self, code: str) -> Score | None:
        """The score of a criterion."""
        return next((one for one in self.scores if one.code == code), None)

    def of(self, codes: Iterable[str]) -> int:
        """Points of these criteria together."""
        wanted = set(codes)
        return sum(one.points for one in self.scores if one.code in wanted)


def content_of(scored: ScoredYear) -> bytes:
    """The bytes of a confirmed year: keys sorted, no spaces, UTF-8."""
    told = {"format": _FORMAT, **to_builtins(scored)}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read_content(content: bytes) -> ScoredYear:
    """The year behind the bytes; raises NotAScoredYear."""
    try:
        told: dict[str, Any] = json.loads(content)
        if told.pop("format", None) != _FORMAT:
            raise NotAScoredYear("format")
        return convert(told, ScoredYear)
    except (ValueError, TypeError, AttributeError) as wrong:
        raise NotAScoredYear(str(wrong)) from wrong


def digest_of(content: bytes) -> str:
    """64 hex digits that name the content."""
    return hashlib.sha256(_TAG + content).hexdigest()
