"""Whether words out of a scan can stand on a card: letters of Viet Nam's languages, whole syllables, capitals."""

import re
import unicodedata
from functools import cache
from itertools import pairwise

from common.names import APOSTROPHES, fold

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SHAPES = {
    "\u0302": frozenset("aeiou"),
    "\u0306": frozenset("aeiou"),
    "\u031b": frozenset("ou"),
    "\u030c": frozenset("c"),
    "\u0303": frozenset("n"),
}
_VOWELS = frozenset("aeiouy")
_OWN_LETTERS = frozenset("đƀ")
_UNREADABLE = frozenset("?\ufffd")
_KINDS = ("xã", "phường", "huyện", "tỉnh", "thôn", "xóm", "thành phố", "thị trấn", "thị xã", "khu phố", "đặc khu")
# Xa Dung and Tinh Nhuệ are communes; a province stands last.
_UNSURE_KINDS = frozenset({"xa", "tinh", "xom"})
_COUNTED = re.compile(r"(?:so|to|ap) [0-9]", re.IGNORECASE)
# fmt: off
_FAMILIES = (
    "nguyễn", "trần", "lê", "phạm", "huỳnh", "hoàng", "phan", "vũ", "võ", "đặng", "bùi",
    "đỗ", "hồ", "ngô", "dương", "lý", "đinh", "đào", "đoàn", "trịnh", "trương", "lâm",
    "mai", "tạ", "thái", "tô", "hà", "châu", "cao", "lương", "lưu", "vương", "tống",
    "đàm", "triệu", "phùng",
)
# fmt: on
# Names in their own right somewhere in the country, though a spoilt family looks the same.
_OTHER_FAMILIES = frozenset({"ha", "ta", "to", "l", "ng", "h"})
# Vowels that stand in no Vietnamese syllable without their own mark, and stops that always bear a tone.
_BARE_VOWELS = re.compile(r"uye|ie(?=[ntumpc])|ye(?=[ntum])|uo(?=[ntcmpiu])|(?<!q)ua(?=[nt])")
_STOPS = re.compile(r"(?:c|ch|p|t)\Z")
_WORD = re.compile(r"[\w'’]+")
_PIECE = re.compile(r"[^\W\d_]+")


def is_vietnamese(text: str) -> bool:
    """Whether every letter and sign of a text may stand on a card."""
    return all(map(_may_stand, unicodedata.normalize("NFC", text)))


@cache
def _may_stand(character: str) -> bool:
    if character.isascii() or character in APOSTROPHES or character in "–—…°№":
        return True
    if unicodedata.category(character) in ("Cf", "Zs") or character in "\ufffd":
        return True
    if unicodedata.combining(character):
        return character in _TONES or character in _SHAPES
    base, *marks = list(unicodedata.normalize("NFD", character.lower()))
    if base in _OWN_LETTERS or character in "Ðð":
        return not marks
    return base.isascii() and base.isalpha() and bool(marks) and all(_fits(base, mark) for mark in marks)


def _fits(base: str, mark: str) -> bool:
    return base in _SHAPES.get(mark, ()) or (mark in _TONES and base in _VOWELS)


def is_unreadable(text: str) -> bool:
    """Question marks, and letters that no name and no place of Viet Nam is written with."""
    return not _UNREADABLE.isdisjoint(text) or not is_vietnamese(text)


def lost_letters(name: str) -> bool:
    """Whether a word is left without any vowel, as words are whose letters a scanner could not send."""
    return any(_VOWELS.isdisjoint(word) for word in fold(name).split())


def place_lost_letters(place: str) -> bool:
    """The same of an address, whose short forms in capitals (TP, KP 3, 12A) are no losses."""
    return any(_VOWELS.isdisjoint(fold(word)) and not _is_short_form(word) for word in _WORD.findall(place))


def _is_short_form(word: str) -> bool:
    return word.isupper() or any(letter.isdigit() for letter in word)


def lost_marks(name: str) -> bool:
    """Whether the family is one whose own letters are gone, or a name of a Kinh family has a syllable without a mark
    that every Vietnamese word of these letters bears."""
    words = unicodedata.normalize("NFC", name).lower().split()
    if not words:
        return False
    return words[0] in _spoilt_families() or (words[0] in _FAMILIES and any(map(_is_bare, words)))


@cache
def _spoilt_families() -> frozenset[str]:
    """What is left of families when letters beyond a code page are dropped, or stand as their base letters."""
    left = set[str]()
    for family in _FAMILIES:
        for highest in (0x7F, 0xFF):
            left.add("".join(c for c in family if ord(c) <= highest))
            left.add("".join(c if ord(c) <= highest else fold(c) for c in family))
    return frozenset(left - set(_FAMILIES) - _OTHER_FAMILIES - {""})


def _is_bare(word: str) -> bool:
    toneless = _TONES.isdisjoint(unicodedata.normalize("NFD", word))
    return bool(_BARE_VOWELS.search(word)) or (toneless and bool(_STOPS.search(word)))


def place_lost_marks(place: str) -> bool:
    """Whether kinds of units stand in an address without all of their marks (`Xa`, never `Xã`)."""
    parts = [part.strip().lower() for part in place.split(",")]
    bare = [kind for part in parts if (kind := _bare_kind(part))]
    last = _bare_kind(parts[-1]) == "tinh"
    return last or len(bare) > 1 or not _UNSURE_KINDS.issuperset(bare) or any(map(_COUNTED.match, parts))


def _bare_kind(part: str) -> str:
    """The kind with which a part begins, where letters of it are left without their marks."""
    for kind in _KINDS:
        written = part[: len(kind)]
        if part[len(kind) : len(kind) + 1] == " " and written != kind and _is_worn(written, kind):
            return written
    return ""


def _is_worn(written: str, kind: str) -> bool:
    return len(written) == len(kind) and all(c in (whole, fold(whole)) for c, whole in zip(written, kind, strict=True))


def odd_capitals(text: str) -> bool:
    """Whether a capital follows a small letter inside a word (nGUYỄN), or one with a mark stands inside it (VĂn);
    SRó, KBang and H'Hen are names."""
    return any(_is_odd(piece) for piece in _PIECE.findall(text))


def _is_odd(piece: str) -> bool:
    inside = pairwise(piece)
    return not piece.isupper() and any(
        after.isupper() and (before.islower() or not after.isascii()) for before, after in inside
    )
