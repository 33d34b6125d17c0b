"""What is wished of a letter, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk_app.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk may choose for a letter; `anyway` is the reason to open a letter that is held back."""

    template: str | None = None
    anyway: str = ""
    free_line: str = ""
    ink: str = "colour"


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A letter that a family holds and the register lost: its serial (None: no code), its day, how many copies were
    printed, and day, way and word of the hand-over where that was noted."""

    serial: int | None
    dated: date
    copies: int
    handed: tuple[date, str, str] | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A letter that is archived: its page never changes again. `again` when it was prepared before."""

    letter: int
    kind: str
    covers: tuple[int, ...]
    code: str
    link: str
    steps: tuple[str, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """Registrations whose letter waits for a person, or lacks something, with every reason."""

    covers: tuple[int, ...]
    problems: tuple[Problem, ...]
