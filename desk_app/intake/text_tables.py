"""Tables kept as text: CSV and TSV in the encodings Vietnamese offices have, and what a clipboard holds."""

import codecs
import csv
from collections import Counter
from collections.abc import Sequence

from desk_app.intake.cells import MOST_ROWS, Cell, NotATable, Sheet, TableFile, check_size

SEPARATORS = ("\t", ";", ",")
_LOOKED_AT = 40
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read(raw: bytes) -> TableFile:
    """The table in the bytes of a text file; raises NotATable."""
    text, encoding = decoded(raw)
    _refuse_other(text.lstrip("\ufeff \t\r\n")[:500].lower())
    return TableFile((Sheet("", rows_of(text.removeprefix("\ufeff"))),), encoding)


def decoded(raw: bytes) -> tuple[str, str]:
    """The text and how it was written; raises NotATable for what is no text."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strictly(raw, encoding), encoding
    if raw[:2000].count(0) > len(raw[:2000]) // 5:
        return _strictly(raw, "utf-16-be" if raw[:1] == b"\x00" else "utf-16-le"), "utf-16"
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _old(raw)


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as wrong:
        raise NotATable("damaged") from wrong


def _old(raw: bytes) -> tuple[str, str]:
    """Text of the days before Unicode: Windows-1258, else the letters of Western Windows, under which TCVN3 and VNI
    were typed."""
    if b"\x00" in raw:
        raise NotATable("not-a-table")
    for encoding in ("windows-1258", "windows-1252"):
        try:
            return raw.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1"), "windows-1252"


def _refuse_other(begins: str) -> None:
    """Web pages and XML with the name of a table; Excel opens them and saves them as XLSX."""
    if begins.startswith(("<!doctype html", "<html", "<table", "<meta", "<style")):
        raise NotATable("other-kind", {"kind": "HTML"})
    if begins.startswith("<?xml") or "mime-version:" in begins:
        raise NotATable("other-kind", {"kind": "XML"})
    if begins.startswith(("%pdf", "{\\rtf")):
        raise NotATable("not-a-table")


def rows_of(text: str) -> Sequence[Sequence[Cell]]:
    """The cells of a text by its own separator; raises NotATable."""
    lines = text.splitlines()
    if len(lines) > MOST_ROWS * 4:
        check_size(len(lines), 1)
    separator = _separator(lines[:_LOOKED_AT])
    try:
        return [list(row) for row in csv.reader(text.splitlines(keepends=True), delimiter=separator)]
    except csv.Error as wrong:
        raise NotATable("damaged") from wrong


def _separator(lines: list[str]) -> str:
    """The sign that cuts most lines into the same number of cells, more than one; the first of equals."""
    return max(SEPARATORS, key=lambda sign: _evenness(lines, sign))


def _evenness(lines: list[str], sign: str) -> tuple[int, int]:
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1)
    width, often = max(widths.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    return often, width
