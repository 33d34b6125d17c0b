"""The Vietnamese lunar calendar (UTC+7): which lunar day a day is, and back. The reckoning is lunar-vn's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lunar_vn import SUPPORTED_YEAR_RANGE, LunarDate, lunar_to_solar, solar_to_lunar
from lunar_vn.can_chi import get_year_can_chi

FIRST_YEAR, LAST_YEAR = SUPPORTED_YEAR_RANGE
CERTAIN_FROM = date(1976, 1, 1)
"""Before that day North and South did not always count alike, so an older lunar day is told to nobody."""


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of a lunar year (1 to 30, month 1 to 12); `leap` in the second month of that number."""

    year: int
    month: int
    day: int
    leap: bool = False

    def short(self) -> str:
        """1/10, or 6/6 nhuận in a leap month."""
        return f"{self.day}/{self.month}{self._leap()}"

    def said(self) -> str:
        """12 tháng 10, Bính Ngọ."""
        return f"{self.day} tháng {self.month}{self._leap()}, {year_name(self.year)}"

    def _leap(self) -> str:
        return " nhuận" if self.leap else ""


def lunar_of(day: date) -> LunarDay | None:
    """The lunar day of a day; None outside the years 1900 to 2100."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    found: LunarDate = solar_to_lunar(day)
    return LunarDay(found.year, found.month, found.day, found.leap)


def day_of(lunar: LunarDay) -> date | None:
    """The day of a lunar day; None for one that its year does not have (a 30th, a leap month) or beyond 1900–2100."""
    try:
        day: date = lunar_to_solar(LunarDate(lunar.day, lunar.month, lunar.year, lunar.leap))
    except ValueError:
        return None
    return day if lunar_of(day) == lunar else None


def year_name(year: int) -> str:
    """Bính Ngọ for 2026."""
    name: str = get_year_can_chi(year)
    return name
