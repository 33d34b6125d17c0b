"""Tables kept as text: CSV and TSV in the encodings Vietnamese offices have, and what a clipboard holds."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Sequence

from common.legacy_text import TCVN3, TCVN3_CAPITALS, VNI, suspected
from desk_app.intake import html_tables
from desk_app.intake.cells import MOST_ROWS, Cell, NotATable, Sheet, TableFile, check_size, too_large

SEPARATORS = ("\t", ";", ",")
_LOOKED_AT = 40
_WEIGHED = 500
"""Lines by which the encoding of an old file is weighed."""
_FONTS = (TCVN3, TCVN3_CAPITALS, VNI)
_OTHER_FILES = (b"%PDF", b"{\\rtf", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"MZ")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read(raw: bytes) -> TableFile:
    """The tables in the bytes of a text file; raises NotATable."""
    if raw.startswith(_OTHER_FILES):
        raise NotATable("not-a-table")
    text, encoding = decoded(raw)
    text = text.removeprefix("\ufeff")
    begins = text[:2000].lstrip().lower()
    if begins.startswith(("<?xml", "mime-version:")) and "<html" not in begins:
        raise NotATable("other-kind", {"kind": "XML"})
    if begins.startswith("<"):
        return TableFile(html_tables.sheets_of(text), encoding)
    if sum(sign < " " and sign not in "\t\r\n" for sign in text[:2000]) > 5:
        raise NotATable("not-a-table")
    return TableFile((Sheet("", rows_of(text)),), encoding)


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
    """Text from before Unicode: Windows-1258, unless it looks as TCVN3 and VNI do under Western letters: those are left
    in Western letters, for a person to see before and after."""
    if b"\x00" in raw:
        raise NotATable("not-a-table")
    western = _western(raw)
    if suspected(western.splitlines()[:_WEIGHED]) in _FONTS:
        return western, "windows-1252"
    return raw.decode("cp1258", errors="replace"), "windows-1258"


def _western(raw: bytes) -> str:
    """Windows' Western letters, the few signs that table leaves open as they are."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def rows_of(text: str) -> Sequence[Sequence[Cell]]:
    """The cells of a text by its own separator; raises NotATable."""
    check_size(text.count("\n") // 4, 1)
    try:
        separator = _separator(text.splitlines()[:_LOOKED_AT])
        rows: list[list[Cell]] = []
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append(list(row))
            if len(rows) > MOST_ROWS:
                raise too_large("rows", MOST_ROWS)
    except csv.Error as wrong:
        raise NotATable("damaged") from wrong
    return rows


def _separator(lines: list[str]) -> str:
    """The sign that cuts most lines into the same number of cells, more than one; the first of equals."""
    return max(SEPARATORS, key=lambda sign: _evenness(lines, sign))


def _evenness(lines: list[str], sign: str) -> tuple[int, int]:
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1)
    width, often = max(widths.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    return often, width
