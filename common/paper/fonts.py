"""The static TrueType cuts that print, and what a line needs to know of them: widths, coverage, kerning."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from struct import unpack
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

CUTS = (
    "EBGaramond",
    "EBGaramond-SemiBold",
    "EBGaramond-Bold",
    "EBGaramond-Italic",
    "EBGaramond-MediumItalic",
    "NotoSans",
    "NotoSans-Medium",
    "NotoSans-SemiBold",
    "NotoSans-Bold",
    "LiberationSerif",
    "LiberationSerif-Bold",
    "LiberationSerif-Italic",
    "LiberationSerif-BoldItalic",
)
FAMILIES = {  # regular, bold, italic, bold italic: without these ReportLab's <b> silently stays regular
    "EBGaramond": ("EBGaramond", "EBGaramond-Bold", "EBGaramond-Italic", "EBGaramond-Italic"),
    "NotoSans": ("NotoSans", "NotoSans-Bold", "NotoSans", "NotoSans-Bold"),
    "LiberationSerif": CUTS[9:],
}


class Kerning:
    """Pair distances of one cut in thousandths of an em, from class tables made by resources/fonts/build.py."""

    def __init__(self, left: Iterable[str], right: Iterable[str], table: list[list[int]]) -> None:
        self._left = {character: row for row, characters in enumerate(left) for character in characters}
        self._right = {character: column for column, characters in enumerate(right) for character in characters}
        self._table = table

    def between(self, left: str, right: str) -> int:
        """How much closer (negative) or wider `right` stands after `left`; 0 for characters it does not know."""
        row, column = self._left.get(left), self._right.get(right)
        return 0 if row is None or column is None else self._table[row][column]


class Faces(dict[str, TTFont]):
    """ReportLab's objects by the name of their cut, read when first asked for; KeyError outside CUTS."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, name: str) -> TTFont:
        if name not in CUTS:
            raise KeyError(name)
        # Two threads that ask at once must get the same object: it keeps what a document under way has used.
        return self.setdefault(name, TTFont(name, str(self._folder / f"{name}.ttf"), shapable=False))


class Fonts:
    """The cuts of one folder (`resources/fonts`), each read once; sizes in points, widths in points."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        raw = json.loads((folder / "kerning.json").read_text(encoding="utf-8"))
        self._kerning = {name: Kerning(entry["left"], entry["right"], entry["table"]) for name, entry in raw.items()}
        self._faces = Faces(folder)
        self._digests: dict[str, str] = {}

    def register(self, fonts: Iterable[str]) -> None:
        """Make these cuts known to ReportLab under their PostScript names, for a canvas that asks for them by name.

        Streams are then written as bytes: ASCII-85 makes every file a quarter larger and doubles the time it takes.
        """
        rl_config.useA85 = 0
        for name in fonts:
            pdfmetrics.registerFont(self._faces[name])
            pdfmetrics.registerFontFamily(name, name, name, name, name)
        for family, (regular, bold, italic, bold_italic) in FAMILIES.items():
            pdfmetrics.registerFontFamily(family, regular, bold, italic, bold_italic)

    def face(self, font: str) -> TTFont:
        """ReportLab's own object of the cut; KeyError for a name outside CUTS."""
        return self._faces[font]

    def digest(self, font: str) -> str:
        """First 16 hex digits of the SHA-256 of the font file: names the exact cut in an archived page."""
        if font not in self._digests:
            self._digests[font] = hashlib.sha256((self._folder / f"{font}.ttf").read_bytes()).hexdigest()[:16]
        return self._digests[font]

    def width(self, text: str, font: str, size: float) -> float:
        """Width of `text` in points at `size` points, unkerned, as ReportLab sets it."""
        return sum(self.advance(character, font) for character in text) * size / 1000

    def advance(self, character: str, font: str) -> float:
        """Advance of one character in thousandths of an em."""
        return float(self._faces[font].face.charWidths.get(ord(character), 0))

    def kern(self, left: str, right: str, font: str) -> int:
        """Kerning between two neighbours in thousandths of an em; 0 in cuts without a table."""
        table = self._kerning.get(font)
        return 0 if table is None else table.between(left, right)

    def covers(self, font: str, text: str) -> str:
        """The characters of `text` that the cut cannot draw, each once, in order; empty when all are there."""
        known = self._faces[font].face.charToGlyph
        return "".join(dict.fromkeys(character for character in text if ord(character) not in known))

    def box(self, character: str, font: str) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the drawn shape in thousandths of an em; all 0 for a space."""
        face: Any = self._faces[font].face
        glyph = face.charToGlyph[ord(character)]
        start, end = face.glyphPos[glyph], face.glyphPos[glyph + 1]
        if start == end:
            return (0.0, 0.0, 0.0, 0.0)
        outline = face.get_table("glyf")[start : start + 10]
        left, bottom, right, top = (n * 1000 / face.unitsPerEm for n in unpack(">hhhh", outline[2:10]))
        return (left, bottom, right, top)
