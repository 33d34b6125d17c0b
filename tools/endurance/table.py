"""What a week in a small and in a large register cost, side by side, and what must hold."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles

from tools.endurance.probe import Held, slope
from tools.endurance.week import COPY

MOST_KIB, MOST_BLOCKS = 2.0, 25.0
"""So much may come with an act, by the straight line after the first day: resident KiB, blocks of Python's own."""
NOISE = {"kib": 16_384, "blocks": 4_000}
"""What a few days may come to by themselves: caches of SQLite and SQLAlchemy that are not full yet."""
FLAT = {"save": 1.25, "find": 2.5}
"""Acts with a bound of their own, at the median or (find) at p95; all others but GROWS may take at most USUAL times as
long in the large register, since no page and no queue walks through it."""
USUAL = 2.5
WALKS = frozenset({COPY})
"""What goes through a whole table, or copies every page."""
GROWS = WALKS | {
    "report of a month",
    "report of a year",
    "page: ratings",
    "page: month",
    "page: books",
    "page: numbers",
    "number",
    "page: handed over",
    "close the month",
}
"""What besides reads every line of its month, quarter or year, which are larger too in the larger register: the table
says how fast it grows."""


@dataclass(frozen=True, slots=True)
class Cost:
    """One act: how often, median milliseconds in the small register, in the large one on the first and on the last
    evening, the ratio large through small and what it may be at most (0: no bound)."""

    act: str
    times: int
    small: float
    first: float
    last: float
    ratio: float
    most: float

    @property
    def holds(self) -> bool:
        """Whether the ratio is within its bound."""
        return not self.most or self.ratio <= self.most


Times = Mapping[str, Sequence[float]]


def costs(small: Times, large: Times) -> list[Cost]:
    """Every act that both weeks did, in milliseconds each time."""
    return [_cost(act, small[act], took) for act, took in large.items() if act in small]


def _cost(act: str, small: Sequence[float], large: Sequence[float]) -> Cost:
    third = max(1, len(large) // 7)
    compared = _p95 if act == "find" else median
    ratio = compared(large) / compared(small)
    most = 0.0 if act in GROWS else FLAT.get(act, USUAL)
    first, last = median(large[:third]), median(large[-third:])
    return Cost(act, len(large), *(round(value, 2) for value in (median(small), first, last, ratio)), most)


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[-1]


def leaks(looks: Sequence[Held]) -> Iterator[str]:
    """What grew with every act after the first day; nothing may."""
    after = looks[1:]
    for name, most in (("kib", MOST_KIB), ("blocks", MOST_BLOCKS), ("handles", 0.0), ("threads", 0.0)):
        grown = slope(after, name)
        whole = grown * (after[-1].acts - after[0].acts)
        if grown > most + 1e-9 and whole > NOISE.get(name, 0):
            yield f"{name}: {grown:.2f} an act"


def told(rows: Sequence[Cost]) -> str:
    """The table as text."""
    head = f"{'act':20}{'n':>6}{'small':>10}{'first':>10}{'last':>10}{'ratio':>8}{'at most':>9}"
    lines = [
        f"{row.act:20}{row.times:>6}{row.small:>10.1f}{row.first:>10.1f}{row.last:>10.1f}{row.ratio:>8.2f}"
        f"{f'{row.most:.2f}' if row.most else 'grows':>9}{'' if row.holds else '  too slow'}"
        for row in rows
    ]
    return "\n".join((head, *lines))


def write(path: Path, rows: Sequence[Cost], looks: Sequence[Held], sizes: dict[str, int]) -> None:
    """Keep all of it as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {"sizes": sizes, "acts": [asdict(row) for row in rows], "held": [asdict(look) for look in looks]}
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
