"""Shapes of values that files of the exchange and their names share: counts, days, months, codes of units."""

import re
from datetime import date
from functools import lru_cache
from typing import Any

_UNIT = re.compile(r"[0-9]{2}|[0-9]{3}|[0-9]{5}", re.ASCII)
_MONTH = re.compile(r"(?!0000)[0-9]{4}-(0[1-9]|1[0-2])", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def is_count(value: Any, least: int = 0, most: int = 1_000_000) -> bool:
    """Whether a value is a whole number between two bounds (true and false are not numbers)."""
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def is_day(value: Any) -> bool:
    """Whether a value is an ISO date of a day that exists."""
    return isinstance(value, str) and _names_a_day(value)


@lru_cache(maxsize=4096)
def _names_a_day(text: str) -> bool:
    # The lines of a month name some thirty days some thousand times.
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_unit(value: Any) -> bool:
    """Whether a value has the form of an administrative unit code: 2, 3 or 5 digits."""
    return isinstance(value, str) and bool(_UNIT.fullmatch(value))


def is_month(value: Any) -> bool:
    """Whether a value is a month written YYYY-MM."""
    return isinstance(value, str) and bool(_MONTH.fullmatch(value))
