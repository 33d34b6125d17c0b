"""One line of text as it will stand: advances with kerning, and combining marks that have no letter of their own.

Vietnamese in NFC needs no shaping engine. The letters of Ê Đê, Gia Rai and Ba Na names that Unicode has no single code
point for (ô̆ ơ̆ ê̆ ư̆) are drawn as base and mark, the mark centred above what is already there.
"""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from common.paper.fonts import Fonts
from desk_app.letters.setpage import Mark, Pair

MARK_GAP = 40
MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text looks: cut, size in points, tone, spacing between letters in thousandths of an em."""

    font: str
    size: float
    tone: str = "muc"
    tracking: int = 0


@dataclass(frozen=True, slots=True)
class Shaped:
    """A line measured: its width in thousandths of an em (without the spacing after the last letter)."""

    text: str
    width: float
    kern: tuple[Pair, ...]
    marks: tuple[Mark, ...]


def shape(fonts: Fonts, text: str, style: Style) -> Shaped:
    """Measure `text` (NFC) in a style."""
    kern = _kerning(fonts, text, style.font)
    marks = _marks(fonts, text, style)
    moving = [c for c in text if not unicodedata.combining(c)]
    width = sum(fonts.advance(c, style.font) for c in moving) + sum(amount for _, amount in kern)
    return Shaped(text, width + style.tracking * max(0, len(moving) - 1), kern, marks)


def width_mm(fonts: Fonts, text: str, style: Style) -> float:
    """Width of `text` on paper in millimetres."""
    return shape(fonts, text, style).width / 1000 * style.size * MM_PER_POINT


def _kerning(fonts: Fonts, text: str, font: str) -> tuple[Pair, ...]:
    found = ((place, fonts.kern(a, b, font)) for place, (a, b) in enumerate(pairwise(text)))
    return tuple((place, amount) for place, amount in found if amount)


def _marks(fonts: Fonts, text: str, style: Style) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    base, top, bottom = "", 0.0, 0.0
    for place, character in enumerate(text):
        if not unicodedata.combining(character):
            base = character
            continue
        if text[place - 1] == base:
            _, bottom, _, top = fonts.box(base, style.font)
        left, low, right, high = fonts.box(character, style.font)
        above = unicodedata.combining(character) != 220
        up = top + MARK_GAP - low if above else bottom - MARK_GAP - high
        middle = _middle(fonts, base, style.font) - fonts.advance(base, style.font) - style.tracking
        marks.append((place, round(middle - (left + right) / 2), round(up)))
        top, bottom = (high + up, bottom) if above else (top, low + up)
    return tuple(marks)


def _middle(fonts: Fonts, base: str, font: str) -> float:
    bare = unicodedata.normalize("NFD", base)[0]
    left, _, right, _ = fonts.box(bare, font)
    return (left + right) / 2
