"""Text with bold pieces as words, measured and broken into lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from common.letter_text import Span
from desk_app.letters.paragraphs import Break, Paragraph
from desk_app.letters.shaping import MM_PER_POINT, Shaper, Style

Word = tuple[Span, ...]
MOST_TEXTS, MOST_STYLES = 200, 500


@dataclass(frozen=True, slots=True)
class Look:
    """How text with bold pieces is set."""

    regular: Style
    bold_font: str

    def style(self, bold: bool) -> Style:
        """The style of a piece."""
        return _in_cut(self.regular, self.bold_font) if bold else self.regular

    def at(self, size: float) -> "Look":
        """The same at another size in points."""
        return Look(self.regular.at(size), self.bold_font)


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


@lru_cache(MOST_STYLES)
def _in_cut(style: Style, font: str) -> Style:
    return replace(style, font=font)


_TIE = "\u00a0"


def tied(spans: Sequence[Span], phrase: str) -> tuple[Span, ...]:
    """The spans with a phrase, such as a commune's name, that no line end may part."""
    whole = phrase.replace(" ", _TIE)
    return tuple(Span(span.text.replace(phrase, whole), span.bold) if phrase in span.text else span for span in spans)


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
    """Words measured once, to be broken at any size. What was measured and broken before is remembered: from letter to
    letter most paragraphs are the same.
    """

    def __init__(self, shaper: Shaper, spans: Sequence[Span], look: Look) -> None:
        self._measured = _measured(shaper, tuple(spans), look)

    def justified(self, size: float, column: float, indent: float = 0.0) -> list[Line]:
        """Lines for a justified column of `column` millimetres, the first one indented; raises paragraphs.TooWide."""
        return [*self._measured.justified(size, column, indent)]

    def balanced(self, size: float, column: float) -> list[Line]:
        """Lines of about equal width, at most `column` millimetres; raises paragraphs.TooWide."""
        return [*self._measured.balanced(size, column)]


class _Measured:
    """The words of a paragraph with their widths, and the lines they were broken into."""

    def __init__(self, shaper: Shaper, spans: Sequence[Span], look: Look) -> None:
        styles = (look.style(False), look.style(True))
        self._words = words_of(spans)
        self._widths = [sum(shaper.shape(p.text, styles[p.bold]).width for p in word) for word in self._words]
        ends = ((left[-1], right[0]) for left, right in pairwise(self._words))
        self._gaps = [_gap(shaper, left, right, styles) for left, right in ends]
        self._paragraph = Paragraph(self._widths, self._gaps)
        self._joined: dict[Break, tuple[Span, ...]] = {}
        self._found: dict[tuple[float, ...], tuple[Line, ...]] = {}

    def justified(self, size: float, column: float, indent: float) -> tuple[Line, ...]:
        """As Text.justified."""
        key = (size, column, indent)
        if key not in self._found:
            self._found[key] = self._justified(size * MM_PER_POINT / 1000, column, indent)
        return self._found[key]

    def balanced(self, size: float, column: float) -> tuple[Line, ...]:
        """As Text.balanced."""
        key = (size, column)
        if key not in self._found:
            unit = size * MM_PER_POINT / 1000
            self._found[key] = self._lines(self._paragraph.balanced(column / unit), unit)
        return self._found[key]

    def _justified(self, unit: float, column: float, indent: float) -> tuple[Line, ...]:
        if not indent:
            return self._lines(self._paragraph.justified(column / unit), unit)
        breaks = Paragraph([self._widths[0] + indent / unit, *self._widths[1:]], self._gaps).justified(column / unit)
        first, *others = self._lines(breaks, unit)
        return (Line(first.spans, first.width + indent, indent), *others)

    def _lines(self, breaks: Sequence[Break], unit: float) -> tuple[Line, ...]:
        return tuple(Line(self._between(each), self._paragraph.width(*each) * unit) for each in breaks)

    def _between(self, ends: Break) -> tuple[Span, ...]:
        """The words of a line; other sizes break at the same places more often than not."""
        if ends not in self._joined:
            self._joined[ends] = joined(self._words[ends[0] : ends[1]])
        return self._joined[ends]


@lru_cache(MOST_TEXTS)
def _measured(shaper: Shaper, spans: tuple[Span, ...], look: Look) -> _Measured:
    return _Measured(shaper, spans, look)


def spans_width(shaper: Shaper, spans: Sequence[Span], look: Look) -> float:
    """Width in millimetres of spans set one after the other."""
    return sum(shaper.width(span.text, look.style(span.bold)) for span in spans)


def _gap(shaper: Shaper, left: Span, right: Span, styles: tuple[Style, Style]) -> float:
    space = styles[left.bold and right.bold]
    return shaper.gap((left.text, styles[left.bold]), (right.text, styles[right.bold]), space)


def _append(spans: list[Span], piece: Span) -> None:
    if spans and spans[-1].bold == piece.bold:
        spans[-1] = Span(spans[-1].text + piece.text, piece.bold)
    else:
        spans.append(piece)
