"""The text of a scan made whole again: what scanner, keyboard layout, input method and code page did to it is undone
where that can be done without guessing, and noted."""

import re
import unicodedata

from desk_app.domain.problems import Problem
from desk_app.domain.scan_keys import replayed
from desk_app.domain.scan_signs import is_vietnamese, odd_capitals

LONGEST_SCAN = 4000

_BOM_AS_TEXT = "ï»¿"
# The symbology prefix some readers are set to send (ISO/IEC 15424): ]Q1 for a QR code.
_READER_PREFIX = re.compile(r"\A\][A-Za-z][0-9]")
_CODE_PAGES = ("cp1252", "latin1", "cp1258", "cp936", "cp932")
_INVISIBLE = frozenset({"Cf", "Cs", "Cc"})
_ETH = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})


class Refused(Exception):
    """What was scanned is no card; `problem` says what to do."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.problem = Problem("card", code, "error", details)


def mended(scan: str, notes: list[str]) -> str:
    """The scan as the card says it: lines end in newlines, letters are composed. Raises Refused for nothing at all."""
    if len(scan) > LONGEST_SCAN:
        raise Refused("card-not-read")
    lines = scan.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "\n")
    text = _decoded(replayed(lines, notes), notes)
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        notes.append("marks-composed")
    text = "".join(c for c in composed if c == "\n" or unicodedata.category(c) not in _INVISIBLE)
    text = _READER_PREFIX.sub("", text.strip().removeprefix(_BOM_AS_TEXT))
    if not text:
        raise Refused("card-empty")
    return _one_kind_of_d(_in_usual_case(text, notes), notes)


def _decoded(text: str, notes: list[str]) -> str:
    """UTF-8 that was taken for a one-byte or Chinese code page, read again; any other text as it is."""
    if is_vietnamese(text):
        return text
    for page in _CODE_PAGES:
        try:
            again = text.encode(page).decode("utf8")
        except UnicodeError:
            continue
        if is_vietnamese(again):
            notes.append("encoding-mended")
            return again
    return text


def _one_kind_of_d(text: str, notes: list[str]) -> str:
    alike = text.translate(_ETH)
    if alike != text:
        notes.append("letters-mended")
    return alike


def _in_usual_case(text: str, notes: list[str]) -> str:
    """Caps Lock turns the letters it can reach: all of them, or those of the keyboard alone."""
    if not odd_capitals(text):
        return text
    keyboard = "".join(c.swapcase() if c.isascii() else c for c in text)
    for turned in (keyboard, text.swapcase()):
        if not odd_capitals(turned) and len(turned) == len(text):
            notes.append("caps-lock")
            return turned
    return text
