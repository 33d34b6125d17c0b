"""Vietnamese from before Unicode: TCVN3 (ABC), VNI, Windows-1258, and UTF-8 read by the wrong table.

Such text lies in the letters of Western Europe and looks like `NguyÔn V¨n` or `Nguyeãn Vaên`. Nothing is converted by
itself: a column is only suspected, a person sees it before and after, and says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache

from common.words.syllables import is_syllable

TCVN3, TCVN3_CAPITALS, VNI, WINDOWS_1258, UTF_8 = "tcvn3", "tcvn3-capitals", "vni", "windows-1258", "utf-8"
ENCODINGS: tuple[str, ...] = (TCVN3, TCVN3_CAPITALS, VNI, WINDOWS_1258, UTF_8)

_CAPITALS, _SMALL = "ĂÂÊÔƠƯĐ", "ăâêôơưđ"
_TONED: tuple[tuple[int, str], ...] = (
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
"""TCVN 5712:1993, its third set: where each run of letters begins."""
_GREEK_MU = "\u03bc"
"""What the micro sign of `à` becomes where text was tidied on its way."""

# VNI puts a sign for tone, or for hat and tone together, behind the plain letter; ơ, ư and đ are letters of their own.
_TONE_SIGNS = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_HAT_SIGNS = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
_BREVE_SIGNS = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
_ALONE = {"ơ": "ô", "ư": "ö", "đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}

_UNDEFINED = {code: chr(code) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""What Windows leaves open in its Western table and passes on as it is."""
_DOUBLED = re.compile(f"([AĂÂEÊIOÔƠUƯY])([{''.join(run for _, run in _TONED)}])")
_WORD = re.compile(r"[^\s\d.,;:/\\()\[\]\"'’‘“”|_+=*?!<>-]+")
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_FEWEST = 2
"""So many different words must become Vietnamese before a column is suspected."""


def convert(text: str, encoding: str) -> str:
    """The text in Unicode, NFC; text that already holds letters beyond Western Europe stays as it is.

    Raises KeyError for an encoding that is not in ENCODINGS.
    """
    change = _CHANGES[encoding]
    return unicodedata.normalize("NFC", change(text) if _may_be_old(text) else text)


def suspected(samples: Iterable[str]) -> str:
    """The encoding that the texts of a column seem to be in, "" where they are well as they stand or nobody can tell.

    A word counts that is no Vietnamese syllable as it stands and is one afterwards; what is none afterwards (foreign
    names, names of the highlands) speaks against, and so does every text that only Unicode can write.
    """
    marked = [text for text in samples if text and not text.isascii()]
    texts = [text for text in marked if _may_be_old(text)]
    if len(texts) * 2 <= len(marked):
        return ""
    weighed = {encoding: _weight(texts, encoding) for encoding in (TCVN3, VNI, WINDOWS_1258, UTF_8)}
    best = max(weighed, key=lambda one: weighed[one])
    if weighed[best] == 0:
        return ""
    return TCVN3_CAPITALS if best == TCVN3 and _no_capitals(texts) else best


def _weight(texts: list[str], encoding: str) -> int:
    """How many different words become Vietnamese; 0 where too few do, or too many do not."""
    mended: set[str] = set()
    well: set[str] = set()
    strange: set[str] = set()
    for text in texts:
        for before, after in zip(_words(text), _words(_CHANGES[encoding](text)), strict=False):
            if before.isascii():
                continue
            kind = strange if not _vietnamese(after) else well if _vietnamese(before) else mended
            kind.add(before)
    signs = {sign for word in mended for sign in word if ord(sign) > 127}
    enough = len(mended) >= _FEWEST and len(signs) >= _FEWEST
    return len(mended) if enough and len(strange) * 4 <= len(mended) and len(well) <= len(mended) * 2 else 0


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


@lru_cache(maxsize=4096)
def _vietnamese(word: str) -> bool:
    """Whether a word is a syllable with a tone that its ending allows: of those ending in c, p, t only two."""
    composed = unicodedata.normalize("NFC", word)
    if not is_syllable(composed):
        return False
    decomposed = unicodedata.normalize("NFD", composed.lower())
    return _STOPPED.search(composed.lower()) is None or "\u0301" in decomposed or "\u0323" in decomposed


def _no_capitals(texts: list[str]) -> bool:
    """Whether all of it is small letters, as under the capital fonts of TCVN3, which draw them large."""
    return not any("A" <= sign <= "Z" for text in texts for sign in text)


def _may_be_old(text: str) -> bool:
    """Whether a text has no letter that only Unicode has."""
    return all(ord(sign) < 0x100 or sign == _GREEK_MU or sign in _western() for sign in text)


@cache
def _western() -> frozenset[str]:
    """The signs that Windows' Western table has beyond the first 256 of Unicode."""
    return frozenset(bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in _UNDEFINED)


@cache
def _tcvn3() -> dict[int, str]:
    letters = {0xA1 + at: letter for at, letter in enumerate(_CAPITALS)}
    letters |= {0xA8 + at: letter for at, letter in enumerate(_SMALL)}
    letters |= {first + at: letter for first, run in _TONED for at, letter in enumerate(run)}
    return letters | {ord(_GREEK_MU): letters[0xB5]}


def _from_tcvn3(text: str) -> str:
    """Letters with a tone are small in this table: among capitals they were meant large."""
    words = text.split()
    loud = any(_capitals(word) > 1 for word in words) and not any("a" <= sign <= "z" for sign in text)
    return re.sub(r"\S+", lambda found: _raised(found[0], 1 if loud else 2), text)


def _raised(word: str, fewest: int) -> str:
    """A word in Unicode, all large where so many plain capitals and no small letter stand in it."""
    small = any("a" <= sign <= "z" for sign in word)
    converted = _DOUBLED.sub(_one_capital, word.translate(_tcvn3()))
    return converted.upper() if _capitals(word) >= fewest and not small else converted


def _one_capital(found: re.Match[str]) -> str:
    """Some programs put a large letter before the small one with the tone: `Aá` is Á."""
    return found[2].upper() if _without_tone(found[2]).upper() == found[1] else found[0]


def _without_tone(letter: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONE_SIGNS))


def _capitals(word: str) -> int:
    return sum(1 for sign in word if "A" <= sign <= "Z")


def _from_tcvn3_capitals(text: str) -> str:
    return text.translate(_tcvn3()).upper()


@cache
def _vni() -> tuple[re.Pattern[str], Mapping[str, str]]:
    signs: dict[str, str] = {}
    for letter in "aeouy":
        signs |= {letter + sign: letter + tone for tone, sign in _TONE_SIGNS.items()}
    signs |= {f"i{_TONE_SIGNS[tone]}": f"i{tone}" for tone in ("\u0301", "\u0300")}
    for letter in "aeo":
        signs |= {letter + sign: f"{letter}\u0302{tone}" for tone, sign in _HAT_SIGNS.items()}
    signs |= {f"a{sign}": f"a\u0306{tone}" for tone, sign in _BREVE_SIGNS.items()}
    signs |= {f"{_ALONE[letter]}{sign}": letter + tone for letter in "ơư" for tone, sign in _TONE_SIGNS.items()}
    signs |= {sign: letter for letter, sign in _ALONE.items()}
    small = {old: unicodedata.normalize("NFC", new) for old, new in signs.items()}
    found: dict[str, str] = {}
    for old, new in small.items():
        # A capital letter may carry either form of the sign behind it.
        found |= {old: new, old.upper(): new.upper(), old[0].upper() + old[1:]: new.upper()}
    pattern = re.compile("|".join(sorted(map(re.escape, found), key=len, reverse=True)))
    return pattern, found


def _from_vni(text: str) -> str:
    pattern, letters = _vni()
    return pattern.sub(lambda found: letters[found[0]], text)


def _bytes(text: str) -> bytes:
    """The bytes that were read by Windows' Western table."""
    return b"".join(bytes([ord(s)]) if ord(s) < 0x100 else s.encode("cp1252", errors="replace") for s in text)


def _from_1258(text: str) -> str:
    return _bytes(text).decode("cp1258", errors="replace")


def _from_utf_8(text: str) -> str:
    """Text that was read letter by letter; what was never UTF-8 stays as it is."""
    try:
        return _bytes(text).decode("utf-8")
    except UnicodeDecodeError:
        return text


_CHANGES: Mapping[str, Callable[[str], str]] = {
    TCVN3: _from_tcvn3,
    TCVN3_CAPITALS: _from_tcvn3_capitals,
    VNI: _from_vni,
    WINDOWS_1258: _from_1258,
    UTF_8: _from_utf_8,
}
