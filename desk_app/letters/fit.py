"""The fitting steps (LOOK 3.1), in this order and each one told: the big name smaller, then on several lines, then the
body smaller, then the short text. Nothing is stretched, cut or hyphenated.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from common.paper.fonts import Fonts
from desk_app.letters.paragraphs import Paragraph, TooWide
from desk_app.letters.shaping import MM_PER_POINT, Style, width_mm

STEP, SMALLEST_NAME = 0.2, 13.0
BODY_STEP, SMALLEST_BODY = 0.1, 11.0
CAPITALS = 0.95
"""Height of capitals with marks, as a part of the size."""


class TooLong(ValueError):
    """Text that does not fit even after every step; `what` is the draft field whose text is too long."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True, slots=True)
class Step:
    """A fitting step that was taken, as a problem code with its details."""

    code: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.code} {self.detail}".rstrip()


@dataclass(frozen=True, slots=True)
class Block:
    """Big names as they fit: the lines, their style, and the distance between baselines in millimetres."""

    lines: tuple[str, ...]
    style: Style
    steps: tuple[Step, ...]

    @property
    def leading(self) -> float:
        """Distance between baselines in millimetres."""
        return self.style.size * MM_PER_POINT

    @property
    def height(self) -> float:
        """From the top of the first line's marks to the last baseline, in millimetres."""
        return (len(self.lines) - 1) * self.leading + self.style.size * MM_PER_POINT * CAPITALS


def fit_names(fonts: Fonts, names: Sequence[str], style: Style, width: float, height: float) -> Block:
    """Each name on its own line as large as fits `width`, else broken at spaces into balanced lines; raises TooLong.

    `height` (mm) bounds the block; it is asked only where the names need several lines.
    """
    for size in sizes(style.size, SMALLEST_NAME, STEP):
        at = replace(style, size=size)
        if all(width_mm(fonts, name, at) <= width for name in names):
            block = Block(tuple(names), at, _size_step(size, style.size))
            if len(names) == 1 or block.height <= height:
                return block
    for size in sizes(style.size, SMALLEST_NAME, STEP):
        at = replace(style, size=size)
        lines = _broken(fonts, names, at, width)
        block = Block(lines, at, (*_size_step(size, style.size), Step("letter-name-lines", str(len(lines)))))
        if lines and block.height <= height:
            return block
    raise TooLong("child_name")


def body_sizes(full: float) -> Iterator[float]:
    """The sizes a body may take, from full down to 11 pt."""
    return sizes(full, SMALLEST_BODY, BODY_STEP)


def sizes(full: float, smallest: float, step: float) -> Iterator[float]:
    """From `full` down to `smallest` in steps."""
    return (round(full - number * step, 1) for number in range(round((full - smallest) / step) + 1))


def _broken(fonts: Fonts, names: Sequence[str], style: Style, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    for name in names:
        words = name.split(" ")
        space = fonts.advance(" ", style.font) + style.tracking * 2
        unit = style.size * MM_PER_POINT
        paragraph = Paragraph(
            [width_mm(fonts, word, style) for word in words], [space * unit / 1000] * (len(words) - 1)
        )
        try:
            breaks = paragraph.balanced(width)
        except TooWide:
            return ()
        lines.extend(" ".join(words[first:end]) for first, end in breaks)
    return tuple(lines)


def _size_step(size: float, full: float) -> tuple[Step, ...]:
    return () if size == full else (Step("letter-name-smaller", points(size)),)


def points(size: float) -> str:
    """A size for people: "13,4"."""
    return f"{size:.1f}".replace(".", ",").removesuffix(",0")
