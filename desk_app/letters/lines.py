"""Text with bold pieces as words, measured and broken into lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desk_app.letters.paragraphs import Paragraph
from desk_app.letters.shaping import MM_PER_POINT, Shaper, Style
from desk_app.letters.templates import Span

Word = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How text with bold pieces is set."""

    regular: Style
    bold_font: str

    def style(self, bold: bool) -> Style:
        """The style of a piece."""
        return replace(self.regular, font=self.bold_font) if bold else self.regular

    def at(self, size: float) -> "Look":
        """The same at another size in points."""
        return Look(replace(self.regular, size=size), self.bold_font)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces with the spaces between, and its natural width in millimetres; `indent` of it is blank."""

    spans: tuple[Span, ...]
    width: float
    indent: float = 0.0

    @property
    def gaps(self) -> int:
        """How many spaces can stretch."""
        return sum(span.text.count(" ") for span in self.spans)


_TIE = "\u00a0"


def tied(spans: Sequence[Span], phrase: str) -> tuple[Span, ...]:
    """The spans with a phrase, such as a commune's name, that no line end may part."""
    return tuple(replace(span, text=span.text.replace(phrase, phrase.replace(" ", _TIE))) for span in spans)


def words_of(spans: Sequence[Span]) -> list[Word]:
    """The words; a bold name and the comma behind it are one word, and so is what was tied."""
    words: list[list[Span]] = [[]]
    for span in spans:
        for number, part in enumerate(span.text.split(" ")):
            if number:
                words.append([])
            if part:
                words[-1].append(Span(part.replace(_TIE, " "), span.bold))
    return [tuple(word) for word in words if word]


def joined(words: Sequence[Word]) -> tuple[Span, ...]:
    """Words as a line's spans; a space is bold only between bold neighbours."""
    spans: list[Span] = []
    for number, word in enumerate(words):
        if number:
            _append(spans, Span(" ", spans[-1].bold and word[0].bold))
        for piece in word:
            _append(spans, piece)
    return tuple(spans)


class Text:
    """Words measured once, to be broken at any size."""

    def __init__(self, shaper: Shaper, spans: Sequence[Span], look: Look) -> None:
        self._words = words_of(spans)
        widths = [sum(shaper.shape(p.text, look.style(p.bold)).width for p in word) for word in self._words]
        gaps = [_gap(shaper, left[-1], right[0], look) for left, right in pairwise(self._words)]
        self._widths, self._gaps = widths, gaps
        self._paragraph = Paragraph(widths, gaps)

    def justified(self, size: float, column: float, indent: float = 0.0) -> list[Line]:
        """Lines for a justified column of `column` millimetres, the first one indented; raises paragraphs.TooWide."""
        unit = size * MM_PER_POINT / 1000
        if not indent:
            return self._lines(self._paragraph.justified(column / unit), unit)
        breaks = Paragraph([self._widths[0] + indent / unit, *self._widths[1:]], self._gaps).justified(column / unit)
        first, *others = self._lines(breaks, unit)
        return [Line(first.spans, first.width + indent, indent), *others]

    def balanced(self, size: float, column: float) -> list[Line]:
        """Lines of about equal width, at most `column` millimetres; raises paragraphs.TooWide."""
        unit = size * MM_PER_POINT / 1000
        return self._lines(self._paragraph.balanced(column / unit), unit)

    def _lines(self, breaks: list[tuple[int, int]], unit: float) -> list[Line]:
        words, paragraph = self._words, self._paragraph
        return [Line(joined(words[first:end]), paragraph.width(first, end) * unit) for first, end in breaks]


def spans_width(shaper: Shaper, spans: Sequence[Span], look: Look) -> float:
    """Width in millimetres of spans set one after the other."""
    return sum(shaper.width(span.text, look.style(span.bold)) for span in spans)


def _gap(shaper: Shaper, left: Span, right: Span, look: Look) -> float:
    space = look.style(left.bold and right.bold)
    return shaper.gap((left.text, look.style(left.bold)), (right.text, look.style(right.bold)), space)


def _append(spans: list[Span], piece: Span) -> None:
    if spans and spans[-1].bold == piece.bold:
        spans[-1] = Span(spans[-1].text + piece.text, piece.bold)
    else:
        spans.append(piece)
