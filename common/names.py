"""Vietnamese names: tidied as typed, folded for search, keyed for sorting; never corrected (DOMAIN 3)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

APOSTROPHES = frozenset("'’‘ʼ`´′ʹ＇")
_DASHES = frozenset("-‐‑‒–—")
_NO_MARKS = str.maketrans({"đ": "d", "ð": "d", "ƀ": "b"})
_MARKER_LETTERS = frozenset("hk")

# CLDR order of Vietnamese; ƀ is the Ê Đê and Gia Rai letter after b.
_ORDER = "0123456789aăâbƀcdđeêfghijklmnoôơpqrstuưvwxyz"
_WEIGHT = {letter: 0x20 + place for place, letter in enumerate(_ORDER)}
_BREVE, _CIRCUMFLEX, _HORN = "\u0306", "\u0302", "\u031b"
_LETTER_MARKS = {("a", _BREVE), ("a", _CIRCUMFLEX), ("e", _CIRCUMFLEX), ("o", _CIRCUMFLEX), ("o", _HORN), ("u", _HORN)}
# ngang < huyền < hỏi < ngã < sắc < nặng, the tone order of CLDR.
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_PART_END, _LEVEL_END, _WORD_END = b"\x00", b"\x01", b"\x08"


def tidy(text: str) -> str:
    """The text as it is kept: NFC, every kind of space one space, nothing invisible, no space at the ends."""
    if text.isprintable():  # then nothing in it is invisible, and every space is the usual one
        return " ".join(unicodedata.normalize("NFC", text).split())
    spaced = "".join(" " if character.isspace() else character for character in text)
    seen = "".join(character for character in spaced if unicodedata.category(character) not in ("Cc", "Cf", "Cs"))
    return " ".join(unicodedata.normalize("NFC", seen).split())


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The form names are found by: no case, no marks, đ as d, no apostrophes, dashes as spaces.

    `H'Hen`, `H’Hen`, `h hen` and `HHen` all become `hhen`: a lone h or k is no Vietnamese syllable, it is the marker of
    a highland name, so it joins the word after it. Both placements of a tone (hoà, hòa) fold to the same.
    """
    low = tidy(text).lower()
    bare = low.translate(_bare_letters())
    return " ".join(_join_markers((bare if bare.isascii() else _bared(low)).split()))


def _bared(low: str) -> str:
    decomposed = unicodedata.normalize("NFD", low)
    bare = (" " if c in _DASHES else c for c in decomposed if not unicodedata.combining(c) and c not in APOSTROPHES)
    return unicodedata.normalize("NFC", "".join(bare)).translate(_NO_MARKS)


@lru_cache(maxsize=1)
def _bare_letters() -> dict[int, str]:
    """What becomes of the letters and signs of names: the same as by `_bared`, letter by letter and much sooner."""
    signs = map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00), *map(ord, APOSTROPHES | _DASHES)))
    return {ord(sign): _bared(sign) for sign in signs}


def _join_markers(words: list[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and _is_marker(joined[-1]):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _is_marker(word: str) -> bool:
    return set(word) <= _MARKER_LETTERS


def sort_key(name: str) -> bytes:
    """Bytes that sort as office lists do: given name (last word), then middle names, then family name.

    Within each, Vietnamese letters decide first and tones second, in the order of ICU's `vi`; apostrophes do not count,
    and a tone belongs to its word, so hoà and hòa stand together. Case decides only between otherwise equal names.
    """
    words = "".join(c for c in tidy(name) if c not in APOSTROPHES).split()
    parts = (words[-1:], words[1:-1], words[: len(words) > 1])
    letters = b"".join(_part_key(part) for part in parts)
    case = bytes(2 if character.isupper() else 1 for part in parts for word in part for character in word)
    return letters + case


def _part_key(words: list[str]) -> bytes:
    weighed = [_word_key(word) for word in words]
    letters = _WORD_END.join(letters for letters, _ in weighed)
    tones = _WORD_END.join(tones for _, tones in weighed)
    return letters + _LEVEL_END + tones + _PART_END


@lru_cache(maxsize=4096)
def _word_key(word: str) -> tuple[bytes, bytes]:
    letters: list[str] = []
    tones = b""
    for character in unicodedata.normalize("NFD", word.lower().replace("ð", "đ")):
        if not unicodedata.combining(character):
            letters.append(character)
        elif letters and (letters[-1], character) in _LETTER_MARKS:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + character)
        else:
            tones += _tone_weight(character)
    return b"".join(_letter_weight(letter) for letter in letters), tones


def _letter_weight(letter: str) -> bytes:
    if letter in _WEIGHT:
        return bytes([_WEIGHT[letter]])
    group = 0xE0 if letter.isalnum() else 0x10
    return bytes([group]) + ord(letter).to_bytes(3, "big")


def _tone_weight(mark: str) -> bytes:
    if mark in _TONES:
        return bytes([0x10 + _TONES.index(mark)])
    return b"\x20" + ord(mark).to_bytes(3, "big")


def word_suffixes(folded: str) -> tuple[str, ...]:
    """Every ending of a folded name that starts at a word, the whole first."""
    words = folded.split()
    return tuple(" ".join(words[start:]) for start in range(len(words)))


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name as the person writes it, tidied and otherwise untouched; ValueError when nothing is left."""

    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", tidy(self.text))
        if not self.text:
            raise ValueError("a name has at least one letter")

    @property
    def folded(self) -> str:
        """The name as it is searched for."""
        return fold(self.text)

    @property
    def sort_key(self) -> bytes:
        """The name as it is sorted."""
        return sort_key(self.text)

    @property
    def upper(self) -> str:
        """The name in capitals with its marks, as registers and certificates write it (TT 04/2020 Điều 31)."""
        return unicodedata.normalize("NFC", self.text.upper())
