"""Text with bold pieces as words, measured and broken into lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from common.paper.fonts import Fonts
from desk_app.letters.paragraphs import Paragraph
from desk_app.letters.shaping import MM_PER_POINT, Style, shape
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
    """One line: its pieces with the spaces between, and its natural width in millimetres."""

    spans: tuple[Span, ...]
    width: float

    @property
    def gaps(self) -> int:
        """How many spaces can stretch."""
        return sum(span.text.count(" ") for span in self.spans)


def words_of(spans: Sequence[Span]) -> list[Word]:
    """The words; a bold name and the comma behind it are one word."""
    words: list[list[Span]] = [[]]
    for span in spans:
        for number, part in enumerate(span.text.split(" ")):
            if number:
                words.append([])
            if part:
                words[-1].append(Span(part, span.bold))
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


def measured(fonts: Fonts, words: Sequence[Word], look: Look) -> Paragraph:
    """The words as a paragraph in millimetres."""
    widths = [spans_width(fonts, word, look) for word in words]
    gaps = []
    for left, right in pairwise(words):
        whole = spans_width(fonts, joined([left[-1:], right[:1]]), look)
        alone = spans_width(fonts, left[-1:], look) + spans_width(fonts, right[:1], look)
        gaps.append(whole - alone)
    return Paragraph(widths, gaps)


def spans_width(fonts: Fonts, spans: Sequence[Span], look: Look) -> float:
    """Width in millimetres of spans set one after the other."""
    unit = look.regular.size * MM_PER_POINT / 1000
    return sum(shape(fonts, span.text, look.style(span.bold)).width for span in spans) * unit


def justified(fonts: Fonts, spans: Sequence[Span], look: Look, column: float) -> list[Line]:
    """Lines for a justified column of `column` millimetres; raises paragraphs.TooWide."""
    words = words_of(spans)
    paragraph = measured(fonts, words, look)
    return _lines(words, paragraph, paragraph.justified(column))


def balanced(fonts: Fonts, spans: Sequence[Span], look: Look, column: float) -> list[Line]:
    """Lines of about equal width, at most `column` millimetres; raises paragraphs.TooWide."""
    words = words_of(spans)
    paragraph = measured(fonts, words, look)
    return _lines(words, paragraph, paragraph.balanced(column))


def _lines(words: list[Word], paragraph: Paragraph, breaks: list[tuple[int, int]]) -> list[Line]:
    return [Line(joined(words[first:end]), paragraph.width(first, end)) for first, end in breaks]


def _append(spans: list[Span], piece: Span) -> None:
    if spans and spans[-1].bold == piece.bold:
        spans[-1] = Span(spans[-1].text + piece.text, piece.bold)
    else:
        spans.append(piece)
