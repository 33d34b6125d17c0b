"""Dates as registers know them: a day, a month or only a year; read as typed, written as forms want them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from common.lunar import LunarDay, day_of
from common.names import fold, tidy
from common.spoken_dates import day_words, month_words, year_words
from common.typed_dates import plain

NEWEST_SHORT_YEAR = 2050

Code = Literal["no-such-day", "not-a-date", "year-missing", "two-readings", "calendar-unsaid"]
Parts = tuple[int, ...]
"""Year, month, day; or year and month; or the year alone."""

_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
_ORDERS = (
    (re.compile(r"([0-9]{4})(?:/([0-9]{1,2})(?:/([0-9]{1,2}))?)?"), 1),
    (re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}|[0-9]{2})"), -1),
    (re.compile(r"([0-9]{1,2})/([0-9]{4}|[0-9]{2})"), -1),
)
"""Figures with slashes between, and whether the year stands first (1) or last (-1)."""
_RUNS: Mapping[int, tuple[tuple[tuple[int, ...], int], ...]] = {
    8: (((2, 2, 4), -1), ((4, 2, 2), 1)),
    7: (((1, 2, 4), -1), ((2, 1, 4), -1)),
    6: (((2, 4), -1), ((2, 2, 2), -1), ((1, 1, 4), -1)),
    5: (((1, 4), -1),),
}
"""How many figures without a sign between are cut; the first cut that the calendar knows counts, of seven both."""
_RUN_YEARS = range(1800, 2200)
_AGO = {"hom nay": 0, "nay": 0, "hom qua": 1, "qua": 1, "hom kia": 2}


class NotADate(ValueError):
    """Text that names no date: `no-such-day` when the calendar lacks it (31/02), `year-missing` (25/12), `two-readings`
    and `calendar-unsaid` (solar or lunar) with both `readings` when it may be two days, else `not-a-date`."""

    def __init__(self, code: Code, text: str, readings: tuple[str, str] = ("", "")) -> None:
        super().__init__(f"{code}: {text}")
        self.code: Code = code
        self.text = text
        self.readings = readings


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the month or the day may be unknown (births of older people often are); raises NotADate."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise NotADate("not-a-date", f"{self.year}-?-{self.day}")
        try:
            date(self.year, self.month or 1, self.day if self.day is not None else 1)
        except ValueError as wrong:
            raise NotADate("no-such-day", f"{self.day}/{self.month}/{self.year}") from wrong
        if self.month == 0:
            raise NotADate("no-such-day", f"{self.month}/{self.year}")

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The whole date of a calendar day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str, newest: int = NEWEST_SHORT_YEAR) -> PartialDate:
        """Read what a clerk types, a card holds or a sheet exports; raises NotADate.

        Day before month, as in Viet Nam, with any sign or word between: 5/3/26, 05-03-2026, 15.03.2018, 01021999,
        050326, ngày 5 tháng 3 năm 2026; month and year: 3/1998, 021999, 1999-02; year: 1998; ISO: 1999-02-01; a lunar
        day by its word: 15/8/2026 âm. A year of two digits is the newest such year not after `newest`.
        """
        return _parsed(text, newest)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """What `iso` wrote; raises NotADate, or ValueError for any other writing."""
        try:
            return cls(*(int(part) for part in text.split("-")))
        except NotADate as wrong:
            raise NotADate("no-such-day", text) from wrong

    def iso(self) -> str:
        """1999-02-01, 1999-02 or 1950."""
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __str__(self) -> str:
        return self.iso()

    def earliest(self) -> date:
        """The first day this may be."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """The last day this may be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def exact(self) -> date | None:
        """The day, when it is known."""
        return self.earliest() if self.day else None

    def slashed(self) -> str:
        """05/03/2026, 03/1998 or 1998, as screens show dates."""
        parts = [f"{part:02d}" for part in (self.day, self.month) if part is not None]
        return "/".join([*parts, f"{self.year:04d}"])

    def letter(self) -> str:
        """`05 tháng 3 năm 2026`; days under 10 and months 1 and 2 take a zero (NĐ 30/2020, Annex I).

        Without a day `tháng 3 năm 1998`, without a month `năm 1950`; `dated` puts "ngày" before it where it belongs.
        """
        if self.month is None:
            return f"năm {self.year}"
        month = f"tháng {self.month:02d}" if self.month < 3 else f"tháng {self.month}"
        day = f"{self.day:02d} " if self.day else ""
        return f"{day}{month} năm {self.year}"

    def dated(self) -> str:
        """`ngày 05 tháng 3 năm 2026`, `tháng 3 năm 1998` or `năm 1950`."""
        return f"ngày {self.letter()}" if self.day else self.letter()

    def words(self) -> str:
        """The date in words as registers want it beside the figures (TT 04/2020 Điều 31)."""
        parts = [] if self.day is None else [f"ngày {day_words(self.day)}"]
        if self.month is not None:
            parts.append(f"tháng {month_words(self.month)}")
        return " ".join([*parts, f"năm {year_words(self.year)}"])


def with_year(text: str, today: date) -> str:
    """`9/11` with the year in which that day last was, for what has just happened; `hôm qua` and a lunar `15/8 âm` as
    that day; any other text as it is."""
    typed = plain(text)
    if fold(text) in _AGO:
        return PartialDate.of(today - timedelta(days=_AGO[fold(text)])).slashed()
    found = _DAY_AND_MONTH.fullmatch(typed.figures) if typed else None
    if typed is None or found is None or int(found[2]) > 12:
        return text
    day, month = int(found[1]), int(found[2])
    years = range(today.year, today.year - 9, -1)
    if typed.lunar:
        days = (_lunar((year, month, day), typed.leap) for year in years)
        return next((one.slashed() for one in days if one and one.latest() <= today), text)
    year = next((year for year in years if _has_been((year, month, day), today)), today.year)
    return f"mùng {found[0]}/{year}" if typed.unsaid else f"{found[0]}/{year}"


def exact_day(text: str, newest: int = NEWEST_SHORT_YEAR) -> date | None:
    """The whole day that a text says; None where it says none, or only a part of one."""
    try:
        return PartialDate.parse(text, newest).exact()
    except NotADate:
        return None


def latest_day(text: str) -> date | None:
    """The last day that a text may mean; None where it means none."""
    try:
        return PartialDate.parse(text).latest()
    except NotADate:
        return None


def wrote_year(text: str, day: PartialDate) -> bool:
    """Whether the whole year of a date was typed, and not only its last two digits."""
    typed = plain(text)
    return typed is None or f"{day.year:04d}" in typed.figures


def place_and_date(place: str, day: date) -> str:
    """The line above a letter's signature: `An Liên, ngày 05 tháng 02 năm 2026` (NĐ 30/2020, Annex I)."""
    return f"{place}, {PartialDate.of(day).dated()}"


def _readings(figures: str, newest: int) -> list[Parts]:
    """What the figures may say; whether the calendar has such days is not asked yet."""
    for pattern, order in _ORDERS:
        match = pattern.fullmatch(figures)
        if match is not None:
            year, *rest = [part for part in match.groups() if part is not None][::order]
            return [(_whole_year(year, newest), *map(int, rest))]
    return _cut(figures, newest) if figures.isdigit() else []


def _cut(figures: str, newest: int) -> list[Parts]:
    cuts = []
    for lengths, order in _RUNS.get(len(figures), ()):
        ends = list(accumulate(lengths))
        year, *rest = [figures[end - length : end] for length, end in zip(lengths, ends, strict=True)][::order]
        cuts.append((_whole_year(year, newest), *map(int, rest)))
    # Eight figures stand on cards: their usual cut holds in any year.
    known = [one for one in cuts if _built(one) and (one[0] in _RUN_YEARS or (len(figures) == 8 and one is cuts[0]))]
    return known if len(figures) == 7 else known[:1] or cuts[:1]


def _refuse_without_year(figures: str, text: str, newest: int) -> None:
    """25/12 wants its year; 3/12 may also be a month of 2012. What has just happened never comes here so short."""
    found = _DAY_AND_MONTH.fullmatch(figures)
    if found is None or int(found[2]) > 12:
        return
    day = f"{int(found[1]):02d}/{int(found[2]):02d}/…"
    month = _built((_whole_year(found[2], newest), int(found[1]))) if len(found[2]) == 2 else None
    if month is None:
        raise NotADate("year-missing", text)
    raise NotADate("two-readings", text, (day, month.slashed()))


def _built(parts: Parts) -> PartialDate | None:
    try:
        return PartialDate(*parts)
    except NotADate:
        return None


def _lunar(parts: Parts, leap: bool) -> PartialDate | None:
    """The day of a lunar day; of a lunar month or year nobody knows the day."""
    day = day_of(LunarDay(*parts, leap=leap)) if len(parts) == 3 else None
    return PartialDate.of(day) if day else None


def _has_been(parts: tuple[int, int, int], today: date) -> bool:
    try:
        return date(*parts) <= today
    except ValueError:
        return False


def _whole_year(typed: str, newest: int) -> int:
    return newest - (newest - int(typed)) % 100 if len(typed) == 2 else int(typed)


@lru_cache(maxsize=1024)
def _parsed(text: str, newest: int) -> PartialDate:
    if _ISO.fullmatch(text):
        return PartialDate.from_iso(text)
    typed = plain(text)
    if typed is not None:
        _refuse_without_year(typed.figures, tidy(text), newest)
    found = [] if typed is None else _readings(typed.figures, newest)
    if typed is None or not found:
        raise NotADate("not-a-date", tidy(text))
    days = [day for day in (_lunar(parts, typed.leap) if typed.lunar else _built(parts) for parts in found) if day]
    if not days:
        raise NotADate("no-such-day", tidy(text))
    if len(days) > 1:
        raise NotADate("two-readings", tidy(text), (days[0].slashed(), days[1].slashed()))
    other = _lunar(found[0], typed.leap) if typed.unsaid else None
    if other is not None:
        raise NotADate("calendar-unsaid", tidy(text), (days[0].slashed(), other.slashed()))
    return days[0]
