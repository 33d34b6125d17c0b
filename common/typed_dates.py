"""Dates as tired hands type them: one plain writing for all of them, before anybody asks which day is meant."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from common.names import tidy

# Whole words only, so that no name becomes a date; the second forms are what Telex and VNI leave behind without UniKey.
_MOON_DAY = frozenset({"mung", "mungf", "mufng", "mong", "mongf", "moong", "moongf", "moofng"})
_DAY = frozenset({"ngay", "ngayf", "ngafy", "hom", "sinh", "sn"}) | _MOON_DAY
_MONTH = frozenset({"thang", "thangs", "thasng", "th", "t"})
_YEAR = frozenset({"nam", "nawm", "namw"})
_LUNAR, _SOLAR = frozenset({"al", "am", "aml", "aam"}), frozenset({"dl", "duong", "dlich"})
_LEAP = frozenset({"nhuan", "nhuaan", "nhuanaj"})
_LICH = frozenset({"lich", "lichj", "lijch"})
_KNOWN = _DAY | _MONTH | _YEAR | _LUNAR | _SOLAR | _LEAP | _LICH

_WORD = re.compile(r"[^\W\d_]+(?:[0-9][^\W\d_]+)*")
_SIGNS = re.compile(r"[\s/.,;:\\\-–—_'’]+")
_ONLY_FIGURES = re.compile(r"[0-9ol/.\- ]*[0-9][0-9ol/.\- ]*")
_FIGURES = re.compile(r"[0-9/]*")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}/(?:0[0-9]|1[0-2])")
"""`tháng 3 năm 12`: two figures that would read as a day and a month."""
_SLIPS = str.maketrans("ol", "01")


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed date in figures with slashes between (5/3/2026, 3/1998, 05032026), and the calendar it was said in:
    `lunar`, `leap` for the second month of that number, `unsaid` where "mùng" leaves the calendar open."""

    figures: str
    lunar: bool = False
    leap: bool = False
    unsaid: bool = False


def plain(text: str) -> Typed | None:
    """What was typed, in figures; None where it holds a word that no date has."""
    low = unicodedata.normalize("NFKC", tidy(text)).lower()
    if _ONLY_FIGURES.fullmatch(low):
        low = low.translate(_SLIPS)
    said: set[str] = set()
    signs = _WORD.sub(lambda found: _heard(found[0], said), low)
    figures = _SIGNS.sub("/", signs).strip("/")
    if not said <= _KNOWN or not _FIGURES.fullmatch(figures) or (said & _YEAR and _SHORT_YEAR.fullmatch(figures)):
        return None
    lunar, solar = bool(said & _LUNAR), bool(said & _SOLAR)
    return Typed(figures, lunar, bool(said & _LEAP), bool(said & _MOON_DAY) and not lunar and not solar)


def _heard(word: str, said: set[str]) -> str:
    """The word noted and gone; figures in its middle stay unless VNI wrote a tone with it."""
    if _bare(word) in _KNOWN:
        said.add(_bare(word))
        return "/"
    said.update(_bare(part) for part in re.split("[0-9]", word))
    return f"/{'/'.join(sign for sign in word if sign.isdigit())}/"


def _bare(word: str) -> str:
    """Without marks, and without the tone that VNI writes as a figure inside."""
    letters = unicodedata.normalize("NFD", "".join(sign for sign in word if not sign.isdigit()))
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).replace("đ", "d")
