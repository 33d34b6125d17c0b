"""Fonts as they go into a PDF: what a character is called there, and the part of a cut that a document needs.

A cut is written as simple TrueType fonts of up to 255 characters, for only in these does word spacing work. Which
character has which code is fixed for each cut, so what stands on a page does not depend on the other pages of its
document. Alphabet 0 holds all that Vietnamese and the names of the highlands are written with; what else a cut can draw
follows in the order of Unicode.
"""

import hashlib
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from threading import Lock
from typing import Any

from common.paper.fonts import CUTS, Fonts
from desk_app.letters.pdf_cutting import Cutter
from desk_app.letters.pdf_file import Entries, PdfFile, Reference, begun, packed_once, stream

ASCII = "".join(map(chr, range(32, 127)))
VOWELS, TONES = "aăâeêioôơuưy", ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
HIGHLAND, PUNCTUATION = "ƀɃĕĔĭĬŏŎŭŬčČñÑ\u0306\u030c", "·–—‘’“”…№₫"
MORE_SLOTS = (*range(128, 256), *range(1, 32), 127)
"""Codes besides ASCII."""
ESCAPED = {10: "\\n", 13: "\\r"} | {ord(sign): f"\\{sign}" for sign in "()\\"}
SYMBOLIC, NONSYMBOLIC = 1 << 2, 1 << 5
TOGETHER = {
    "NotoSans-Bold": frozenset("-0123456789ABCDEFGHJKMNPQRSTVWXYZ"),
    "EBGaramond-Italic": frozenset("0123456789"),
}
"""Signs of codes and of days, which are others on every letter: a cut that writes some has all, and is made once."""
MOST_KEPT = 64
TAG = "ABCDEFGHIJK"
CUTTING = Lock()
"""A face reads its file at one place at a time."""


class Alphabet:
    """Up to 255 characters of a cut with a code each; `name` is what a page calls it."""

    def __init__(self, name: str, codes: dict[int, int]) -> None:
        self.name, self.codes = name, codes
        self.escapes = {point: ESCAPED.get(code, chr(code)) for point, code in codes.items()}

    @cached_property
    def reading(self) -> bytes:
        """How a reader turns codes into Unicode, deflated; the same for the first alphabet of every cut."""
        return packed_once(_reading({code: point for point, code in self.codes.items()}).encode())

    def string(self, text: str) -> str:
        """Text of this alphabet as a string of PDF, each character a byte."""
        return f"({text.translate(self.escapes)})"


@dataclass(frozen=True, slots=True)
class Part:
    """What a document needs of a cut: the font file as a stream, two dictionaries begun, still without what they refer
    to."""

    program: bytes
    described: str
    font: str


class Cut:
    """One cut: its alphabets, and its parts as PDF wants them."""

    def __init__(self, font: str, face: Any) -> None:
        self._font, self._face, self._cutter = font, face, Cutter(face)
        self._alphabets = tuple(
            Alphabet(f"F{CUTS.index(font)}.{number}", codes) for number, codes in enumerate(_codes(face.charToGlyph))
        )
        self.usual = frozenset(map(chr, self._alphabets[0].codes))
        self._of = {point: alphabet for alphabet in self._alphabets for point in alphabet.codes}
        self._parts = lru_cache(MOST_KEPT)(self._made_for)

    def stretches(self, text: str) -> Iterator[tuple[Alphabet, int, int]]:
        """Pieces of the text that one alphabet writes, as (alphabet, first, end)."""
        if self.usual.issuperset(text):
            yield self._alphabets[0], 0, len(text)
            return
        end = 0
        for alphabet, piece in groupby(self._of[ord(character)] for character in text):
            first, end = end, end + len(list(piece))
            yield alphabet, first, end

    def put(self, file: PdfFile, used: set[str]) -> Iterator[tuple[str, Reference]]:
        """Write what `used` needs; yields the name and the object of each font."""
        together = TOGETHER.get(self._font, frozenset[str]())
        for alphabet, part in self._parts(frozenset(used) if together.isdisjoint(used) else together.union(used)):
            descriptor = file.put_begun(part.described, {"FontFile2": file.put_made(part.program)})
            objects: Entries = {"FontDescriptor": descriptor, "ToUnicode": file.put_once(alphabet.reading)}
            yield alphabet.name, file.put_begun(part.font, objects)

    def _made_for(self, used: frozenset[str]) -> tuple[tuple[Alphabet, Part], ...]:
        points = {ord(character) for character in used}
        found = ((alphabet, points & alphabet.codes.keys()) for alphabet in self._alphabets)
        return tuple((alphabet, self._made(alphabet, sorted(needed))) for alphabet, needed in found if needed)

    def _made(self, alphabet: Alphabet, points: Sequence[int]) -> Part:
        by_code = {alphabet.codes[point]: point for point in points}
        first, last = min(by_code), max(by_code)
        placed = [0] * (last + 1)
        for code, point in by_code.items():
            placed[code] = point
        with CUTTING:
            program = self._cutter.program(placed)
        base = f"{_tag(program)}+{self._font}"
        widths = ["0"] * (last + 1 - first)
        for code, point in by_code.items():
            widths[code - first] = f"{self._face.charWidths[point]:g}"
        told = f"[{' '.join(widths)}]"
        font: Entries = {"Type": "/Font", "Subtype": "/TrueType", "BaseFont": f"/{base}", "Widths": told}
        codes: Entries = {"FirstChar": first, "LastChar": last}
        made = stream({"Length1": len(program)}, zlib.compress(program))
        return Part(made, begun(self._described(base)), begun(font | codes))

    def _described(self, base: str) -> Entries:
        face = self._face
        numbers = {
            "ItalicAngle": face.italicAngle,
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.capHeight,
            "StemV": face.stemV,
            "MissingWidth": face.defaultWidth,
        }
        return {
            "Type": "/FontDescriptor",
            "FontName": f"/{base}",
            "Flags": face.flags & ~NONSYMBOLIC | SYMBOLIC,
            "FontBBox": f"[{' '.join(f'{side:g}' for side in face.bbox)}]",
            **{name: f"{value:g}" for name, value in numbers.items()},
        }


class Cuts(dict[str, Cut]):
    """Cuts by name, each prepared when first asked for."""

    def __init__(self, fonts: Fonts) -> None:
        super().__init__()
        self._fonts = fonts

    def __missing__(self, font: str) -> Cut:
        return self.setdefault(font, Cut(font, self._fonts.face(font).face))


def _codes(known: dict[int, int]) -> Iterator[dict[int, int]]:
    """Unicode to code for each alphabet of a cut that knows these characters."""
    small = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]
    beyond = {ord(letter) for word in small for letter in (word, word.upper()) if not letter.isascii()}
    beyond |= set(map(ord, HIGHLAND + PUNCTUATION))
    usual = dict(zip(map(ord, ASCII), range(32, 127), strict=True))
    usual |= dict(zip(sorted(beyond), MORE_SLOTS, strict=False))
    yield {point: code for point, code in usual.items() if point in known}
    rest = sorted(point for point in known if point not in usual)
    for first in range(0, len(rest), len(MORE_SLOTS)):
        yield dict(zip(rest[first : first + len(MORE_SLOTS)], MORE_SLOTS, strict=False))


def _tag(program: bytes) -> str:
    """The six letters that tell a part of a cut from its other parts."""
    digest = int.from_bytes(hashlib.sha256(program).digest()[:8], "big")
    return "".join(TAG[digest // len(TAG) ** place % len(TAG)] for place in range(6))


def _reading(by_code: dict[int, int]) -> str:
    ranges: list[list[int]] = []
    for code, point in sorted(by_code.items()):
        last = ranges[-1] if ranges else [-1, -1, -1]
        if code == last[1] + 1 and point - last[2] == code - last[0] and point % 256:
            last[1] = code
        else:
            ranges.append([code, code, point])
    lines = [f"<{first:02X}> <{last:02X}> <{point:04X}>" for first, last, point in ranges]
    blocks = [lines[first : first + 100] for first in range(0, len(lines), 100)]
    return _READING.format("\n".join("\n".join((f"{len(b)} beginbfrange", *b, "endbfrange")) for b in blocks))


_READING = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
