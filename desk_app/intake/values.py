"""A cell as the ministry's form of what it says: dates dotted, codes as numbers, and what was found on the way."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from common.dates import NEWEST_SHORT_YEAR, NotADate, PartialDate, wrote_year
from common.names import tidy
from desk_app.domain.ministry import Kind
from desk_app.domain.ministry_codes import code_for
from desk_app.domain.ministry_said import dotted, is_citizen_id
from desk_app.intake.cells import Cell

Told = tuple[str, str, Mapping[str, str]] | None
"""The code of a finding with what stands there and what is taken; None where nothing is to be told."""

_EPOCH = date(1899, 12, 30)
_SERIALS = range(7306, 73416)  # 1920 to 2100
_YEARS = range(1800, 2201)
_WHOLE = re.compile(r"([0-9]+)\.0+")
_SCIENTIFIC = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+[0-9]+")


def value_of(cell: Cell, kind: Kind, newest: int = NEWEST_SHORT_YEAR) -> tuple[str, list[tuple[str, str]]]:
    """The text of a cell in the ministry's form for its kind, and (code, what stands there) of everything found."""
    if cell == "":
        return "", []
    if kind == "date":
        return _date(cell, newest)
    shown, found = _text(cell, kind)
    taken, more = _BY_KIND.get(kind, _plain)(shown, cell)
    return taken, found + more


Found = list[tuple[str, str]]


def _text(cell: Cell, kind: Kind) -> tuple[str, Found]:
    if isinstance(cell, str):
        return _typed(cell)
    if isinstance(cell, bool):
        return str(cell).upper(), []
    if isinstance(cell, float | int):
        return _number(cell, kind)
    return _moment(cell, kind)


def _typed(cell: str) -> tuple[str, Found]:
    """Text as it is kept; a sign before it that told a spreadsheet to leave it alone is no part of it."""
    text = tidy(cell)
    found: Found = []
    if not cell.isprintable() and any(unicodedata.category(sign) in ("Cf", "Cs") for sign in cell):
        found.append(("signs-dropped", text))
    if text.startswith("'") and len(text) > 1 and (text[1].isdigit() or text[1] in "=+-@0"):
        text = text[1:].strip()
    if text.startswith(("=", "+", "@")):
        found.append(("formula", text))
    return text, found


def _number(cell: float, kind: Kind) -> tuple[str, Found]:
    if kind == "time" and 0 <= cell < 1:
        return _clock(round(cell * 1440)), []
    whole = int(cell)
    return (str(whole), []) if cell == whole else (repr(cell), [])


def _moment(cell: date | datetime | time | timedelta, kind: Kind) -> tuple[str, Found]:
    if isinstance(cell, timedelta):
        return _clock(int(cell.total_seconds()) // 60), []
    if isinstance(cell, time):
        return f"{cell.hour:02d}:{cell.minute:02d}", []
    if kind == "time" and isinstance(cell, datetime):
        return f"{cell.hour:02d}:{cell.minute:02d}", []
    if kind == "number" and cell.day == 1:
        shown = f"{cell.month:02d}/{cell.year}"
        return shown, [("number-was-date", shown)]
    return dotted(PartialDate(cell.year, cell.month, cell.day)), []


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _date(cell: Cell, newest: int) -> tuple[str, Found]:
    if isinstance(cell, date):
        return dotted(PartialDate(cell.year, cell.month, cell.day)), []
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return _day_number(cell, newest)
    text, found = _text(cell, "date")
    taken, more = _day_text(text, newest)
    return taken, found + more


def _day_number(cell: float, newest: int) -> tuple[str, Found]:
    whole = int(cell)
    if whole in _YEARS and cell == whole:
        return str(whole), []
    if whole in _SERIALS:
        day = dotted(PartialDate.of(_EPOCH + timedelta(days=whole)))
        return day, [("date-from-serial", str(whole))]
    return _day_text(str(whole), newest)


def _day_text(text: str, newest: int) -> tuple[str, Found]:
    whole = _WHOLE.fullmatch(text)
    if whole or (len(text) == 5 and text.isdigit()):
        return _day_number(int(whole[1] if whole else text), newest)
    bare = text.removesuffix(" 00:00:00").removesuffix(" 0:00:00").removesuffix("T00:00:00")
    try:
        day = PartialDate.parse(bare, newest)
    except NotADate as wrong:
        return text, [(f"date-{wrong.code}", text)] if text else []
    return dotted(day), [] if wrote_year(bare, day) else [("short-year", text)]


def _plain(text: str, cell: Cell) -> tuple[str, Found]:
    return text, []


def _name(text: str, cell: Cell) -> tuple[str, Found]:
    found: Found = []
    if isinstance(cell, str) and "  " in cell.strip():
        found.append(("spaces", text))
    if text.isupper() and len(text) > 1:
        found.append(("all-caps", text))
    return text, found


def _counted(text: str, cell: Cell) -> tuple[str, Found]:
    """A number of a book: `5.0` is 5."""
    whole = _WHOLE.fullmatch(text)
    return (whole[1], [("number-shown-whole", text)]) if whole else (text, [])


def _id(text: str, cell: Cell) -> tuple[str, Found]:
    bare = _WHOLE.sub(r"\1", "".join(text.replace("-", " ").split()))
    if _SCIENTIFIC.fullmatch(bare):
        return "", [("digits-lost", text)]
    digits = bare.replace(".", "")
    if is_citizen_id(digits):
        return digits, []
    if digits.isdigit() and digits.isascii() and len(digits) in (10, 11):
        return digits.zfill(12), [("zero-lost", text)]
    if digits.isdigit() and len(digits) == 8 and not isinstance(cell, str):
        return digits.zfill(9), [("zero-lost", text)]
    return (digits if digits.isdigit() else text), []


def _coded(kind: Kind) -> Callable[[str, Cell], tuple[str, Found]]:
    def read(text: str, cell: Cell) -> tuple[str, Found]:
        bare = _WHOLE.sub(r"\1", text)
        code = code_for(kind, bare)
        return (bare, [("code-unknown", text)]) if code is None else (code, [])

    return read


def _notice(text: str, cell: Cell) -> tuple[str, Found]:
    """A kind of notice is text of ours: only a bare number is a code."""
    return _WHOLE.sub(r"\1", text), []


_BY_KIND: Mapping[Kind, Callable[[str, Cell], tuple[str, Found]]] = {
    "name": _name,
    "number": _counted,
    "id": _id,
    "sex": _coded("sex"),
    "type": _coded("type"),
    "residence": _coded("residence"),
    "paper": _coded("paper"),
    "birth-case": _coded("birth-case"),
    "notice": _notice,
}
