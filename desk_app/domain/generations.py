"""Which copies of a register are worth keeping as they grow old."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

DAYS, MONTHS = 14, 12
"""The last copy of each of so many working days and of so many months is kept; that of a year always."""

_SPANS: tuple[tuple[Callable[[datetime], object], int | None], ...] = (
    (lambda made: made.date(), DAYS),
    (lambda made: (made.year, made.month), MONTHS),
    (lambda made: made.year, None),
)


def superfluous(copies: Iterable[datetime]) -> tuple[datetime, ...]:
    """The moments of copies that no longer have to be kept, oldest first.

    Days and months without a copy do not count: a desk that stood still for a year loses nothing by waking up, and a
    clock set wrong drops nothing that was the last of its day."""
    newest_first = sorted(set(copies), reverse=True)
    kept: set[datetime] = set()
    for span, most in _SPANS:
        last_of: dict[object, datetime] = {}
        for made in newest_first:
            last_of.setdefault(span(made), made)
        kept.update(list(last_of.values())[:most])
    return tuple(made for made in reversed(newest_first) if made not in kept)
