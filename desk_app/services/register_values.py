"""What comes of entering, amending and voiding a registration."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Entered:
    """A registration is on disk under this number; the warnings it was entered with. Of a child that lived under 24
    hours: `follows`, the draft of its other act, or `beside`, where that stands already."""

    id: int
    number: str
    warnings: tuple[Problem, ...]
    follows: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Amended:
    """A new version is on disk; `letters` were prepared from the version before."""

    id: int
    version: int
    letters: tuple[int, ...]
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Voided:
    """The registration no longer counts; `letters` lost it."""

    id: int
    letters: tuple[int, ...]
