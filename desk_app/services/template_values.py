"""Letter templates as they are shown: a name with its versions, a draft, words that differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from common.words import letter_templates as words
from desk_app.db.letter_templates import KeptTemplate

SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Version:
    """One version: `state` shipped, draft, approved or withdrawn; who wrote and who approved it, the update it came
    with (64 hex digits, "" where it was written here), why it was withdrawn, and whether letters of today have it."""

    version: int
    state: str
    title: str
    from_day: date | None = None
    by: str = ""
    approved_by: str = ""
    origin: str = ""
    reason: str = ""
    in_force: bool = False

    @property
    def line(self) -> str:
        """The version in one line."""
        return words.version_line(self.version, self.state, self.from_day, self.in_force)


@dataclass(frozen=True, slots=True)
class Listed:
    """A template with its versions, the newest first; `own`: a letter beyond those that came with the program."""

    name: str
    title: str
    kind: str
    layout: str
    own: bool
    versions: tuple[Version, ...]

    @property
    def in_force(self) -> Version | None:
        """The version that letters of today have; None for an own letter that is not offered."""
        return next((one for one in self.versions if one.in_force), None)

    @property
    def draft(self) -> Version | None:
        """The version being written."""
        return next((one for one in self.versions if one.state == "draft"), None)

    @property
    def notice(self) -> str:
        """That a newer program brings a higher version while the office's own stays in force; "" otherwise."""
        shipped = next((one.version for one in self.versions if one.state == SHIPPED), 0)
        now = self.in_force
        newer = now is not None and now.state != SHIPPED and shipped > now.version
        return words.newer_shipped(shipped, now.version) if newer and now is not None else ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A version that is being written, with its text."""

    name: str
    version: int
    layout: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Saved:
    """A draft that is on disk."""

    name: str
    version: int


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of a section that stands in both texts, only in the old one, or only in the new one."""

    section: str
    which: Literal["same", "old", "new"]
    text: str


def version_of(kept: KeptTemplate, in_force: bool) -> Version:
    """A kept version as it is shown."""
    told: Mapping[str, str] = {name: str(value) for name, value in kept.body.items()}
    return Version(
        version=kept.version,
        state=kept.state,
        title=told.get("title", ""),
        from_day=kept.from_day,
        by=told.get("by", ""),
        approved_by=told.get("approved_by", ""),
        origin=told.get("origin", ""),
        reason=told.get("reason", ""),
        in_force=in_force,
    )
