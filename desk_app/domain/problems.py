"""What a clerk can mend: problems at fields, and an outcome that carries a value or all of them at once."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

T = TypeVar("T")
Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend (error) or look at (warning) in a draft field; common.words has the sentence for `code`."""

    field: str
    code: str
    level: Level
    details: Mapping[str, str] = dataclasses.field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A value read from what was typed, with its problems; the value is None exactly when a problem is an error."""

    value: T | None
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        if (self.value is None) != bool(self.errors):
            raise ValueError("an outcome has a value exactly when it has no error")

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Problems that keep the value from being saved."""
        return tuple(problem for problem in self.problems if problem.level == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Problems that never keep anything from being saved."""
        return tuple(problem for problem in self.problems if problem.level == "warning")
