"""A line of shares over months as places in a drawing: no script, no style, numbers beside every mark."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

WIDE = 900
LEFT, RIGHT, TOP, FOOT = 46, 24, 26, 178
MOST_LABELS = 13
LABEL = 56
"""So wide is a month with the room beside it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One place in the drawing and what is written there; `anchor` is how the words lie to it."""

    x: int
    y: int
    told: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Drawing:
    """The line as the points of a path, its last place, the goals, the months below, the shares at the left."""

    line: str
    last: Mark | None
    goals: tuple[Mark, ...]
    months: tuple[Mark, ...]
    shares: tuple[Mark, ...]


def drawing(months: Sequence[tuple[date, int]], of: int, goals: Sequence[tuple[date, int]]) -> Drawing:
    """The share of `of` that worked at the end of each month, and goals as (day, percent), on one scale of days."""
    days = [day for day, _ in (*months, *goals)]
    first, last = min(days).replace(day=1), max(days)
    span = max(1, (last - first).days)

    def across(day: date) -> int:
        return LEFT + round((WIDE - LEFT - RIGHT) * (day - first).days / span)

    points = [(across(day), _high(100 * count / of)) for day, count in months]
    line = " ".join(f"{'L' if n else 'M'}{x} {y}" for n, (x, y) in enumerate(points))
    told = f"{months[-1][1]} trong {of} xã" if months else ""
    end = Mark(*points[-1], told, _side(points[-1][0])) if points else None
    marks = tuple(
        Mark(across(day), _high(share), f"{share}% đến {day:%d/%m/%Y}", _side(across(day))) for day, share in goals
    )
    every = max(1, -(-len(months) // MOST_LABELS))
    below = _apart(Mark(across(day), FOOT + 18, f"{day:%m/%Y}") for day, _ in months[::every])
    shares = tuple(Mark(LEFT - 8, _high(share) + 4, f"{share}%", "end") for share in (0, 50, 100))
    return Drawing(line, end, marks, below, shares)


def _apart(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Those that do not touch the one before: the month that runs is told by its day, close behind the last end."""
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.x - kept[-1].x >= LABEL:
            kept.append(mark)
    return tuple(kept)


def _high(share: float) -> int:
    return FOOT - round((FOOT - TOP) * share / 100)


def _side(x: int) -> str:
    """Words at the right edge lie to the left of their mark."""
    return "end" if x > WIDE * 0.8 else "start" if x < LEFT + 40 else "middle"
