"""Scales of satisfaction: three levels or five, and how answers on both are put together.

Three levels: circular 32/2017/TT-BTTTT, article 12; five are asked on the pages of ministries and provinces.

A score is a digit as text, the highest the most satisfied: of three levels 3 is very satisfied and 1 not yet; of five
levels 5 is very satisfied, 3 neither ("bình thường"), 1 very dissatisfied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

SCALES = (3, 5)
CONTENT: Mapping[int, tuple[str, ...]] = {3: ("3", "2"), 5: ("5", "4")}
"""Satisfied or better. "Bình thường" is not."""
_TO_THREE: Mapping[str, str] = {"5": "3", "4": "2", "3": "1", "2": "1", "1": "1"}


@dataclass(frozen=True, slots=True)
class Spread:
    """How answers divide over the levels of one scale."""

    scale: int = 3
    by_score: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.scale not in SCALES or not set(self.by_score) <= set(levels(self.scale)):
            raise ValueError(f"{sorted(self.by_score)} are not levels of a scale of {self.scale}")

    @property
    def n(self) -> int:
        """How many answers."""
        return sum(self.by_score.values())

    @property
    def content(self) -> int:
        """How many are satisfied or better."""
        return sum(self.by_score.get(score, 0) for score in CONTENT[self.scale])


def levels(scale: int) -> tuple[str, ...]:
    """The scores of a scale, the most satisfied first."""
    return tuple(str(score) for score in range(scale, 0, -1))


def as_three(score: str, scale: int) -> str:
    """The same answer on three levels, for comparing answers given on different scales."""
    return _TO_THREE[score] if scale == 5 else score


def together(spreads: Iterable[Spread]) -> Spread:
    """All answers in one: on the scale they share, else on three levels. Who is satisfied stays the same."""
    held = [spread for spread in spreads if spread.n]
    scale = held[0].scale if len({spread.scale for spread in held}) == 1 else 3
    counted: Counter[str] = Counter()
    for spread in held:
        for score, n in spread.by_score.items():
            counted[score if spread.scale == scale else as_three(score, spread.scale)] += n
    return Spread(scale, {score: counted[score] for score in levels(scale) if counted[score]})
