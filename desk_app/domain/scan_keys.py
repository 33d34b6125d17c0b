"""What an input method left on (UniKey, EVKey) did to the keys of a scanner, told from the letters it rubbed out.

Such a program swallows a key, rubs letters out and writes them again with a mark: `o`, `r` arrives as `o`, a step back,
`ỏ`. The mark tells which key was swallowed.
"""

import unicodedata
from dataclasses import dataclass

from common.names import fold

MEDDLED = "\x0e"
"""Stands in a scan where an input method wrote instead of the scanner, and nobody can tell what was meant."""

_BACK = "\b"
_CAPITALS_FROM = 2
_TELEX_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_VNI_TONES = {"\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5"}
_VNI_SHAPES = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}


def replayed(text: str, notes: list[str]) -> str:
    """The text with every step back carried out; where an input method meddled, as the scanner sent it.

    A scanner that sends finished letters (some came without being rewritten) meant the keys that were swallowed. One
    that sends plain keys only meant what the input method made of them.
    """
    if _BACK not in text and MEDDLED not in text:
        return text
    keys = _Keys(sure=MEDDLED not in text)
    rest = text.replace(MEDDLED, "")
    while rest:
        rest = keys.rubbed_out(rest) if rest[0] == _BACK else keys.typed(rest)
    undone = keys.finished and keys.sure
    notes.append("unikey-undone" if undone else "unikey-changed")
    return keys.sent if undone else keys.shown


@dataclass
class _Keys:
    """What has been shown so far, which keys were sent for it, and whether finished letters came among them."""

    sure: bool
    shown: str = ""
    sent: str = ""
    finished: bool = False

    def typed(self, rest: str) -> str:
        """One plain key; what is left of the text."""
        self.finished |= not rest[0].isascii()
        self.shown += rest[0]
        self.sent += rest[0]
        return rest[1:]

    def rubbed_out(self, rest: str) -> str:
        """Steps back and what was written instead; what is left of the text."""
        back = len(rest) - len(rest.lstrip(_BACK))
        put, after = rest[back : 2 * back], rest[2 * back :]
        stays, removed = self.shown[:-back], self.shown[-back:]
        key = _swallowed(self.shown, removed, put)
        if not key:
            self.sure, self.shown = False, stays
            return rest[back:]
        self.sent += key.upper() if _in_capitals(self.shown, after) else key
        self.shown = stays + put
        return after


def _swallowed(before: str, removed: str, put: str) -> str:
    """The one key that turns what was removed into what was put; nothing where no single key does."""
    if not removed or len(removed) != len(put) or fold(removed) != fold(put):
        return ""
    tones, shapes = _new_marks(removed, put)
    if len(tones) + len(shapes) != 1:
        return ""
    word = before.replace("|", " ").split(" ")[-1]
    digits = len(word) == 1 or any(letter.isdigit() for letter in word)
    return _vni(tones, shapes) if digits else _telex(tones, shapes, put)


def _in_capitals(before: str, after: str) -> bool:
    """Whether the part of the card around a place is written in capitals."""
    letters = [c for c in before.split("|")[-1] + after.split("|")[0] if c.isalpha()]
    return len(letters) > _CAPITALS_FROM and all(letter.isupper() for letter in letters)


def _new_marks(removed: str, put: str) -> tuple[str, str]:
    tones, shapes = set[str](), set[str]()
    for old, new in zip(removed, put, strict=True):
        if (old in "dD") and (new in "đĐ"):
            shapes.add("đ")
        had, has = (set(unicodedata.normalize("NFD", letter)[1:]) for letter in (old, new))
        tones |= (has - had) & set(_TELEX_TONES)
        shapes |= (has - had) & set(_VNI_SHAPES)
    return "".join(tones), "".join(shapes)


def _telex(tones: str, shapes: str, put: str) -> str:
    if tones:
        return _TELEX_TONES[tones]
    if shapes == "đ":
        return "d"
    letter = next(c for c in put if shapes in unicodedata.normalize("NFD", c))
    return unicodedata.normalize("NFD", letter)[0].lower() if shapes == "\u0302" else "w"


def _vni(tones: str, shapes: str) -> str:
    return _VNI_TONES[tones] if tones else _VNI_SHAPES.get(shapes, "9")
