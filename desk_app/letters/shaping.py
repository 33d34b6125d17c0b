"""One line of text as it will stand: advances with kerning, and combining marks that have no letter of their own.

Vietnamese in NFC needs no shaping engine. The letters of Ê Đê, Gia Rai and Ba Na names that Unicode has no single code
point for (ô̆ ơ̆ ê̆ ư̆) are drawn as base and mark, the mark centred above what is already there.
"""

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from common.paper.fonts import Fonts
from desk_app.letters.setpage import Mark, Pair

MARK_GAP = 40
ABOVE, BELOW = 230, 220
MOST_REMEMBERED, MOST_STYLES = 20_000, 500
MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text looks: cut, size in points, tone, spacing between letters in thousandths of an em."""

    font: str
    size: float
    tone: str = "muc"
    tracking: int = 0

    def at(self, size: float) -> "Style":
        """The same at another size."""
        return self if size == self.size else _sized(self, size)


@lru_cache(MOST_STYLES)
def _sized(style: Style, size: float) -> Style:
    return replace(style, size=size)


@dataclass(frozen=True, slots=True)
class Shaped:
    """A piece of text measured: its width in thousandths of an em (without the spacing after the last letter)."""

    text: str
    width: float
    kern: tuple[Pair, ...]
    marks: tuple[Mark, ...]


class Shaper:
    """Measures text with one set of fonts and remembers the words it has seen."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._seen: dict[tuple[str, str, int], Shaped] = {}

    def shape(self, text: str, style: Style) -> Shaped:
        """Measure `text` (NFC) in a style; the size does not matter, for widths are parts of an em."""
        key = (text, style.font, style.tracking)
        found = self._seen.get(key)
        if found is None:
            found = self._shape(text, style)
            if len(self._seen) >= MOST_REMEMBERED:
                self._seen.clear()
            self._seen[key] = found
        return found

    def width(self, text: str, style: Style) -> float:
        """Width of `text` on paper in millimetres."""
        return self.shape(text, style).width * style.size * MM_PER_POINT / 1000

    def gap(self, left: tuple[str, Style], right: tuple[str, Style], style: Style) -> float:
        """Width of a space in `style` between two pieces, kerned to a neighbour of the same cut, in parts of an em."""
        width = self.fonts.advance(" ", style.font) + 2 * style.tracking
        if left[1].font == style.font:
            width += self.fonts.kern(left[0][-1], " ", style.font)
        if right[1].font == style.font:
            width += self.fonts.kern(" ", right[0][0], style.font)
        return width

    def _shape(self, text: str, style: Style) -> Shaped:
        kern = self._kerning(text, style.font)
        marks = self._marks(text, style) if not text.isascii() else ()
        marked = {place for place, _, _ in marks}
        moving = [c for place, c in enumerate(text) if place not in marked]
        width = sum(self.fonts.advance(c, style.font) for c in moving) + sum(amount for _, amount in kern)
        return Shaped(text, width + style.tracking * max(0, len(moving) - 1), kern, marks)

    def _kerning(self, text: str, font: str) -> tuple[Pair, ...]:
        kern = self.fonts.kern
        found = ((place, kern(left, right, font)) for place, (left, right) in enumerate(pairwise(text)))
        return tuple((place, amount) for place, amount in found if amount)

    def _marks(self, text: str, style: Style) -> tuple[Mark, ...]:
        marks: list[Mark] = []
        base, top, bottom = "", 0.0, 0.0
        for place, character in enumerate(text):
            if not unicodedata.combining(character):
                base = character
                continue
            if text[place - 1] == base:
                _, bottom, _, top = self.fonts.box(_seat(base), style.font)
            left, low, right, high = self.fonts.box(character, style.font)
            above = unicodedata.combining(character) != BELOW
            up = top + MARK_GAP - low if above else bottom - MARK_GAP - high
            over = self._middle(base, style.font) - self.fonts.advance(base, style.font) - style.tracking
            marks.append((place, round(over - (left + right) / 2), round(up)))
            top, bottom = (high + up, bottom) if above else (top, low + up)
        return tuple(marks)

    def _middle(self, base: str, font: str) -> float:
        left, _, right, _ = self.fonts.box(unicodedata.normalize("NFD", base)[0], font)
        return (left + right) / 2


def _seat(base: str) -> str:
    """The letter whose top a mark sits on: a horn is beside the letter, not under the mark."""
    parts = unicodedata.normalize("NFD", base)
    return base if any(unicodedata.combining(part) == ABOVE for part in parts) else parts[0]
