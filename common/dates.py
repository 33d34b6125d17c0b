"""Dates as registers know them: a day, a month or only a year; read as typed, written as forms want them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from common.names import tidy

NEWEST_SHORT_YEAR = 2050

_DAY = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4}|[0-9]{2})")
_DAY_AND_MONTH = re.compile(r"([0-9]{1,2}) ?[/.\- ] ?([0-9]{1,2})")
_DAY_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_SHORT_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_MONTH = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{4})")
_MONTH_DIGITS = re.compile(r"([0-9]{2})((?:1[89]|2[01])[0-9]{2})")
_YEAR = re.compile(r"([0-9]{4})")
_SAID = re.compile(r"(?:(?:ngày )?([0-9]{1,2}) )?tháng ([0-9]{1,2}) năm ([0-9]{4})")

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


class NotADate(ValueError):
    """Text that names no date: `no-such-day` when the calendar lacks it (31/02), else `not-a-date`."""

    def __init__(self, code: Literal["no-such-day", "not-a-date"], text: str) -> None:
        super().__init__(f"{code}: {text}")
        self.code = code
        self.text = text


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

        Day before month, as in Viet Nam: 5/3/26, 05-03-2026, 15.03.2018, 01021999, 050326; month and year: 3/1998,
        021999, 1999-02; year: 1998; ISO: 1999-02-01. A year of two digits is the newest such year not after `newest`.
        """
        clean = re.sub(r" ?([/.\-]) ?", r"\1", tidy(text).replace("–", "-").lower())
        found = _fields(clean, newest)
        if found is None:
            raise NotADate("not-a-date", tidy(text))
        try:
            return cls(*found)
        except NotADate as wrong:
            raise NotADate("no-such-day", tidy(text)) from wrong

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
        parts = [] if self.day is None else [f"ngày {_day_words(self.day)}"]
        if self.month is not None:
            parts.append(f"tháng {'tư' if self.month == 4 else _under_hundred(self.month)}")
        return " ".join([*parts, f"năm {_year_words(self.year)}"])


def with_year(text: str, today: date) -> str:
    """`9/11` with the year in which that day last was, for what has just happened; any other text as it is."""
    found = _DAY_AND_MONTH.fullmatch(tidy(text))
    if found is None or int(found[2]) > 12:
        return text
    day, month = int(found[1]), int(found[2])
    years = (year for year in range(today.year, today.year - 9, -1) if _has_been((year, month, day), today))
    return f"{found[1]}/{found[2]}/{next(years, today.year)}"


def place_and_date(place: str, day: date) -> str:
    """The line above a letter's signature: `An Liên, ngày 05 tháng 02 năm 2026` (NĐ 30/2020, Annex I)."""
    return f"{place}, {PartialDate.of(day).dated()}"


def _fields(clean: str, newest: int) -> tuple[int, int | None, int | None] | None:
    for pattern in (_ISO, _DAY, _DAY_DIGITS, _MONTH, _MONTH_DIGITS, _SHORT_DIGITS, _YEAR, _SAID):
        match = pattern.fullmatch(clean)
        if match is not None:
            found = [part for part in match.groups() if part is not None]
            year, *rest = found if pattern is _ISO else found[::-1]
            month, day = [*map(int, rest), None, None][:2]
            return _whole_year(year, newest), month, day
    return None


def _has_been(parts: tuple[int, int, int], today: date) -> bool:
    try:
        return date(*parts) <= today
    except ValueError:
        return False


def _whole_year(typed: str, newest: int) -> int:
    return newest - (newest - int(typed)) % 100 if len(typed) == 2 else int(typed)


def _day_words(day: int) -> str:
    return f"mồng {_DIGITS[day]}" if day < 10 else _under_hundred(day)


def _year_words(year: int) -> str:
    thousands, rest = divmod(year, 1000)
    words = [f"{_DIGITS[thousands]} nghìn"] if thousands else []
    hundreds, rest_two = divmod(rest, 100)
    if hundreds or (rest and thousands):
        words.append(f"{_DIGITS[hundreds]} trăm")
    if 0 < rest_two < 10 and words:
        words.append(f"lẻ {_DIGITS[rest_two]}")
    elif rest_two:
        words.append(_under_hundred(rest_two))
    return " ".join(words)


def _under_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if not ones:
        return head
    return f"{head} {_ones_after_tens(tens, ones)}"


def _ones_after_tens(tens: int, ones: int) -> str:
    if ones == 5:
        return "lăm"
    if tens > 1 and ones in (1, 4):
        return {1: "mốt", 4: "tư"}[ones]
    return _DIGITS[ones]
