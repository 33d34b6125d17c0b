"""What a clerk typed into the one box, taken apart: words of a name, figures (a number, a day, digits), a book."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from common.dates import NEWEST_SHORT_YEAR, NotADate, PartialDate, with_year
from common.names import fold, tidy

LONGEST = 200
"""Characters that are looked at: a scan is read elsewhere, and no name is as long."""

_EVENTS = {"khai sinh": "birth", "ket hon": "marriage", "khai tu": "death"}
_FIGURE = re.compile(r"(?<![^\W_])[0-9][0-9/.\-]*(?![^\W_])")
_ONLY_FIGURES = re.compile(r"[0-9][0-9\s/.\-]*")
_DIGITS = re.compile(r"[0-9]+")
_WORDS = re.compile(r"\w+")
_NUMBER = re.compile(r"0*([0-9]{1,9})(?:[/.\- ]+([0-9]{4}|[0-9]{2}))?")
_BOOK = re.compile(r"\bquyen\s+(?:so\s+)?([^\s,;]+)")
_SAID = (
    (
        re.compile(r"\b(?:ngay|mung|mong)?\s*([0-9]{1,2})\s+thang\s+([0-9]{1,2})\s+(?:nam\s+)?([0-9]{4})\b"),
        r" \1/\2/\3 ",
    ),
    (re.compile(r"\b(?:ngay|mung|mong)?\s*([0-9]{1,2})\s+thang\s+([0-9]{1,2})\b"), r" \1/\2 "),
    (re.compile(r"\bthang\s+([0-9]{1,2})\s*(?:[/\-]|\s(?:nam\s+)?)\s*([0-9]{4})\b"), r" \1/\2 "),
    (re.compile(r"\bso\s+([0-9]{1,9})\s+nam\s+([0-9]{4})\b"), r" \1/\2 "),
    (re.compile(r"\b(?:sinh|mat|chet|cuoi)?\s*\b(?:ngay|nam|mung|mong)\s+(?=[0-9])"), " "),
    (re.compile(r"\b(?:so|sinh|mat|no|n)\b[.:]?\s*(?=[0-9])"), " "),
    (re.compile(r"#\s*(?=[0-9])"), " "),
    (re.compile(r"(?<=[0-9])\s*/\s*(?=[0-9])"), "/"),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """Figures as typed: the `norm` of a book number and its year (0: any), days as digits of year, month, day, and
    all digits in a row."""

    norm: str = ""
    year: int = 0
    days: tuple[str, ...] = ()
    digits: str = ""


@dataclass(frozen=True, slots=True)
class Sought:
    """`typed` is tidied; `words` are folded and without figures; `event` is named in words, the rest beside it."""

    typed: str
    words: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    book: str = ""
    event: str = ""

    @property
    def only_figures(self) -> bool:
        """Whether nothing but figures was typed."""
        return bool(self.figures) and not self.words and not self.book


def read_sought(text: str, today: date | None = None) -> Sought:
    """Take typed words apart; what is understood wrongly costs nothing, for the words as typed are tried first.

    Without `today` a day without a year is no day."""
    typed = tidy(text[:LONGEST])
    if not any(map(str.isdigit, typed)):
        return _only_words(typed)
    whole, plain = _days(typed, today), _plain(typed)
    if whole and not _ONLY_FIGURES.fullmatch(plain):
        return Sought(typed, figures=(Figure(days=whole, digits="".join(_DIGITS.findall(typed))),))
    plain, book = _without_book(plain)
    for said, meant in _SAID:
        plain = said.sub(meant, plain)
    figures = tuple(_figure(found, today) for found in _figure_texts(plain))
    words, event = _without_event(fold(_FIGURE.sub(" ", plain)))
    return Sought(typed, tuple(_WORDS.findall(words)), figures, book, event)


def _only_words(typed: str) -> Sought:
    """The same where no digit stands: asked for with every key of a name, so no more is looked at than there is."""
    words, book = fold(typed), ""
    if "quyen" in words:
        plain, book = _without_book(_plain(typed))
        words = fold(plain)
    words, event = _without_event(words)
    return Sought(typed, tuple(_WORDS.findall(words)), (), book, event)


def _plain(text: str) -> str:
    """Lower case and without marks; signs stay, for a figure needs them."""
    low = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in low if not unicodedata.combining(letter)).translate({0x111: "d", 0x2013: "-"})


def _without_book(plain: str) -> tuple[str, str]:
    found = _BOOK.search(plain)
    return (_BOOK.sub(" ", plain), found[1]) if found else (plain, "")


def _without_event(words: str) -> tuple[str, str]:
    for told, event in _EVENTS.items():
        if f" {told} " in f" {words} ":
            return f" {words} ".replace(f" {told} ", " ").strip(), event
    return words, ""


def _figure_texts(plain: str) -> list[str]:
    whole = plain.strip()
    if _ONLY_FIGURES.fullmatch(whole):
        return [whole]
    return [found.strip("/.-") for found in _FIGURE.findall(plain)]


def _figure(text: str, today: date | None) -> Figure:
    number = _NUMBER.fullmatch(text)
    digits = "".join(_DIGITS.findall(text))
    norm, year = (number[1], int(number[2] or 0)) if number else ("", 0)
    return Figure(norm, year + 2000 if 0 < year < 100 else year, _days(text, today), digits)


def _days(text: str, today: date | None) -> tuple[str, ...]:
    """Every day the text may mean, solar or lunar."""
    found: dict[str, None] = {}
    for told in (text, with_year(text, today) if today else text):
        found.update((day.iso().replace("-", ""), None) for day in _readings(told, today))
    return tuple(found)


def _readings(text: str, today: date | None) -> tuple[PartialDate, ...]:
    try:
        return (PartialDate.parse(text, today.year if today else NEWEST_SHORT_YEAR),)
    except NotADate as unsure:
        # A day still without its year ("05/12/…") is a question put to the clerk, and no day to look for.
        return tuple(day for each in unsure.readings if (day := _whole_date(each)))


def _whole_date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except NotADate:
        return None
