"""Sheets in EB Garamond and Noto Sans, A5 landscape unless told otherwise: head, tooth band, texts, symbol; mm from the
top left corner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

from qrcode.constants import ERROR_CORRECT_Q
from qrcode.main import QRCode
from qrcode.util import MODE_ALPHA_NUM, QRData
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from common.paper.fonts import FAMILIES, Fonts

WIDTH, HEIGHT = 210.0, 148.0
LEFT, RIGHT, MIDDLE = 16.0, WIDTH - 16.0, WIDTH / 2
CARD, CARD_BOLD, CARD_ITALIC = "EBGaramond-SemiBold", "EBGaramond-Bold", "EBGaramond-Italic"
PLAIN, MEDIUM, STRONG = "NotoSans", "NotoSans-SemiBold", "NotoSans-Bold"
INK, SMALL = "#1C2326", "#3C4448"
HAIR = 0.2
_USED = (*FAMILIES["EBGaramond"], CARD, PLAIN, MEDIUM, STRONG)
_OTHER_CUTS = (PLAIN, "LiberationSerif")
_BLANK = "…"
_SPACES = re.compile(r"[ \n\t]+")
"""Where a line may end: a space that holds two words together is none of these."""
_HALVINGS = 9
_SMALLEST, _TOO_SMALL, _LEADING = 6.0, 0.8, 1.3
_BAND_TOP, _BAND_TALL, _PITCH = 27.0, 1.9, 0.8
_QR_VERSION = 3


@dataclass(frozen=True, slots=True)
class Face:
    """How a line is set: cut, points, colour, letter space in em, and the width in mm that it may not pass."""

    font: str
    size: float
    colour: str = INK
    spaced: float = 0.0
    room: float = RIGHT - LEFT


@dataclass(slots=True)
class SlipPage:
    """The sheet being drawn. Lines too long for their room are set smaller, never cut."""

    fonts: Fonts
    title: str
    wide: float = WIDTH
    tall: float = HEIGHT
    canvas: Any = field(init=False)
    _raw: BytesIO = field(default_factory=BytesIO)

    def __post_init__(self) -> None:
        self.fonts.register(_USED)
        # As in flow.Flow: no clock in the file, and no Helvetica that is listed and not embedded.
        options: dict[str, Any] = {"initialFontName": PLAIN, "invariant": 1, "pageCompression": 1, "lang": "vi"}
        self.canvas = Canvas(self._raw, pagesize=(self.wide * mm, self.tall * mm), **options)
        self.canvas.setTitle(self.title)

    def turn(self) -> None:
        """The next sheet."""
        self.canvas.showPage()

    def finish(self) -> bytes:
        """Close the last sheet and give the PDF."""
        self.canvas.showPage()
        self.canvas.save()
        return self._raw.getvalue()

    def head(self, agency: tuple[str, str], right: str) -> None:
        """Who writes at the left, a dated line at the right, the band of teeth under both."""
        self.text(LEFT, 18.2, agency[0], Face("EBGaramond", 10.5, room=92))
        self.text(LEFT, 23.2, agency[1], Face(CARD_BOLD, 10.5, room=92))
        self.text(self.wide - LEFT, 23.2, right, Face(CARD_ITALIC, 12, room=80), at="right")
        self.band(LEFT, _BAND_TOP, self.wide - 2 * LEFT)

    def text(self, x: float, y: float, text: str, face: Face, at: str = "left") -> float:
        """One line that begins, ends or has its middle at x, its foot on y; gives its width in mm."""
        size = self._fitting(text, face)
        space = face.spaced * size
        wide = self.fonts.width(text, face.font, size) + space * max(len(text) - 1, 0)
        start = x * mm - {"left": 0.0, "middle": wide / 2, "right": wide}[at]
        self.canvas.setFillColor(face.colour)
        line = self.canvas.beginText(start, self._up(y))
        line.setFont(face.font, size)
        line.setCharSpace(space)
        line.textOut(text)
        self.canvas.drawText(line)
        return wide / mm

    def blank(self, at: tuple[float, float], caption: str, width: float, face: Face) -> None:
        """A caption that begins at x, its foot on y, and dots to write upon, together `width` mm wide."""
        x, y = at
        wide = self.text(x, y, caption, face)
        self.dots(x + wide + 1.6, y + 0.3, width - wide - 1.6)

    def sure(self, text: str, face: Face) -> tuple[str, Face]:
        """The text in the first cut that has all its letters; a letter that no cut has is left for a hand to write."""
        cuts = (face.font, *_OTHER_CUTS)
        font = min(cuts, key=lambda cut: len(self.fonts.covers(cut, text.replace("\n", ""))))
        self.fonts.register((font,))
        blanks = dict.fromkeys(map(ord, self.fonts.covers(font, text.replace("\n", ""))), _BLANK)
        return text.translate(blanks), replace(face, font=font)

    def lines(self, text: str, face: Face, room: float, even: bool = True) -> list[str]:
        """The text in lines no wider than `room` mm, `even` ones of like length; a word wider than that stands alone
        and is set smaller."""
        wraps = self._wrapped(text, face, room)
        narrow, wide = 0.0, room
        for _ in range(_HALVINGS if even and len(wraps) > 1 else 0):
            tried = (narrow + wide) / 2
            if len(self._wrapped(text, face, tried)) > len(wraps):
                narrow = tried
            else:
                wide = tried
        return self._wrapped(text, face, wide)

    def _wrapped(self, text: str, face: Face, room: float) -> list[str]:
        lines: list[str] = []
        for word in _SPACES.split(text.strip(" \n\t")):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, face) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines or [""]

    def width(self, text: str, face: Face) -> float:
        """How wide a line of this face is, in mm, before it is set smaller."""
        spaced = face.spaced * face.size * max(len(text) - 1, 0)
        return (self.fonts.width(text, face.font, face.size) + spaced) / mm

    def stacked(self, x: float, y: float, text: str, face: Face) -> None:
        """A name about x that stands on y: on one line, or on two of like length where it would become too small."""
        if self._fitting(text, face) >= face.size * _TOO_SMALL or " " not in text:
            self.text(x, y, text, face, at="middle")
            return
        spaces = [place for place, letter in enumerate(text) if letter == " "]
        cut = min(spaces, key=lambda place: abs(2 * place - len(text)))
        self.text(x, y - face.size * _LEADING / mm, text[:cut], face, at="middle")
        self.text(x, y, text[cut + 1 :], face, at="middle")

    def rule(self, x: float, y: float, width: float, weight: float = HAIR) -> None:
        """A level line from x on; measures in mm."""
        self.canvas.setStrokeColor(INK)
        self.canvas.setLineWidth(weight * mm)
        self.canvas.line(x * mm, self._up(y), (x + width) * mm, self._up(y))

    def upright(self, x: float, y: float, height: float, weight: float = HAIR) -> None:
        """A line straight down from y."""
        self.canvas.setStrokeColor(INK)
        self.canvas.setLineWidth(weight * mm)
        self.canvas.line(x * mm, self._up(y), x * mm, self._up(y + height))

    def dots(self, x: float, y: float, width: float) -> None:
        """A dotted line to write on."""
        self.canvas.saveState()
        self.canvas.setDash(0.1, 1.1 * mm)
        self.canvas.setLineCap(1)
        self.rule(x, y, width, 0.25)
        self.canvas.restoreState()

    def band(self, x: float, y: float, width: float) -> None:
        """The band of teeth between two rules."""
        self.rule(x, y, width, 0.45)
        self.rule(x, y + _BAND_TALL, width, 0.2)
        count = round(width / _PITCH)
        pitch = width / count
        path = self.canvas.beginPath()
        for number in range(count):
            left = x + (number + 0.5) * pitch - 0.15
            path.rect(left * mm, self._up(y + 0.5 + 0.9), 0.3 * mm, 0.9 * mm)
        self.canvas.setFillColor(INK)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def box(self, x: float, y: float, width: float, height: float, corner: float = 1.2) -> None:
        """A fine box with soft corners."""
        self.canvas.setStrokeColor(INK)
        self.canvas.setLineWidth(HAIR * mm)
        self.canvas.roundRect(x * mm, self._up(y + height), width * mm, height * mm, corner * mm, stroke=1, fill=0)

    def symbol(self, x: float, y: float, side: float, code: str) -> None:
        """The code as a QR symbol of `side` mm, black, in one path."""
        self.rows(x, y, side, modules(code))

    def rows(self, x: float, y: float, side: float, rows: Sequence[Sequence[bool]]) -> None:
        """Any QR symbol of `side` mm, dark or not row by row."""
        module = side / len(rows)
        path = self.canvas.beginPath()
        for number, row in enumerate(rows):
            for start, length in _runs(row):
                below = self._up(y + (number + 1) * module)
                path.rect((x + start * module) * mm, below, length * module * mm, module * mm)
        self.canvas.setFillColor("#000000")
        self.canvas.drawPath(path, stroke=0, fill=1)

    def _fitting(self, text: str, face: Face) -> float:
        wide = self.fonts.width(text, face.font, face.size) + face.spaced * face.size * max(len(text) - 1, 0)
        return max(min(face.size, face.size * face.room * mm / max(wide, 1.0)), _SMALLEST)

    def _up(self, y: float) -> float:
        return (self.tall - y) * mm


def modules(code: str) -> tuple[tuple[bool, ...], ...]:
    """The QR symbol of a code, dark or not, row by row; capitals, figures and hyphens, 47 at most."""
    made: QRCode = QRCode(version=_QR_VERSION, error_correction=ERROR_CORRECT_Q, border=0)
    made.add_data(QRData(code, mode=MODE_ALPHA_NUM))
    made.make(fit=False)
    return tuple(tuple(bool(dark) for dark in row) for row in made.get_matrix())


def _runs(row: Iterable[bool]) -> list[tuple[int, int]]:
    """Dark runs as (column, length)."""
    runs: list[tuple[int, int]] = []
    for column, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == column:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((column, 1))
    return runs
