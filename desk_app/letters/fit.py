"""The fitting steps (LOOK 3.1), in this order and each one told: the big name smaller, then on several lines, then the
body smaller, then the short text. Nothing is stretched, cut or hyphenated.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from desk_app.letters.paragraphs import Paragraph, TooWide
from desk_app.letters.shaping import MM_PER_POINT, Shaper, Style

_PIECE = re.compile(r"[^ -]+(?: +|-|$)|[ -]+")
"""A name may be broken at a space, or after a hyphen that it has itself."""
STEP, SMALLEST_NAME = 0.2, 13.0
MOST_STYLES = 500
BETWEEN_NAMES = 0.9
BODY_STEP, SMALLEST_BODY = 0.1, 11.0
CAPITALS = 0.95
"""Height of capitals with marks, as a part of the size."""
NAME_LEADING = 1.18
"""Distance between the baselines of big names, as a part of the size."""


class TooLong(ValueError):
    """Text that does not fit even after every step; `what` is the draft field whose text is too long."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True, slots=True)
class Step:
    """A fitting step that was taken, by name, with the size or count that was reached."""

    code: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.code} {self.detail}".rstrip()


@dataclass(frozen=True, slots=True)
class Block:
    """Big names as they fit: the lines and their style; `begins` marks the lines where another name begins."""

    lines: tuple[str, ...]
    style: Style
    steps: tuple[Step, ...]
    begins: tuple[bool, ...] = ()

    @property
    def drops(self) -> tuple[float, ...]:
        """Baseline of each line below the first one, in millimetres; names of several lines stand a little apart."""
        leading = self.style.size * MM_PER_POINT * NAME_LEADING
        apart = self.begins or (False,) * len(self.lines)
        return tuple(place * leading + sum(apart[: place + 1]) * BETWEEN_NAMES for place in range(len(self.lines)))

    @property
    def top(self) -> float:
        """From the top of the first line's marks to its baseline, in millimetres."""
        return self.style.size * MM_PER_POINT * CAPITALS

    @property
    def height(self) -> float:
        """From the top of the first line's marks to the last baseline, in millimetres."""
        return self.top + self.drops[-1]


def fit_names(shaper: Shaper, names: Sequence[str], style: Style, width: float, height: float) -> Block:
    """Each name on its own line as large as fits `width`, else broken at spaces into balanced lines; raises TooLong.

    `height` (mm) bounds the block; it is asked only where there are several lines.
    """
    return first_within(name_blocks(shaper, names, style, width), height)


def first_within(blocks: Sequence[Block], height: float) -> Block:
    """The first block of one line, or not higher than `height` (mm); raises TooLong."""
    for block in blocks:
        if len(block.lines) == 1 or block.height <= height:
            return block
    raise TooLong("child_name")


def name_blocks(shaper: Shaper, names: Sequence[str], style: Style, width: float) -> list[Block]:
    """The ways to set the names within `width`, the best first: one line each from the full size down to 13 pt; where
    even 13 pt is too wide, in as few lines as at 13 pt. Empty when a single word is too wide.
    """
    styles = _name_styles(style)
    widest = max(shaper.shape(name, style).width for name in names)
    whole = [at for at in styles if widest * at.size * MM_PER_POINT / 1000 <= width]
    if whole:
        # A single line is never too high: nobody asks for a smaller one.
        tried = whole if len(names) > 1 else whole[:1]
        return [Block(tuple(names), at, _size_step(at.size, style.size)) for at in tried]
    fewest = _counts(_broken(shaper, names, styles[-1], width))
    blocks = []
    for at in styles:
        broken = _broken(shaper, names, at, width)
        if all(broken) and _counts(broken) == fewest:
            blocks.append(_several(broken, at, style.size))
    return blocks


@lru_cache(MOST_STYLES)
def _name_styles(style: Style) -> tuple[Style, ...]:
    return tuple(replace(style, size=size) for size in sizes(style.size, SMALLEST_NAME, STEP))


def _several(broken: list[tuple[str, ...]], style: Style, full: float) -> Block:
    lines = tuple(line for parts in broken for line in parts)
    begins = tuple(bool(number) and not place for number, parts in enumerate(broken) for place in range(len(parts)))
    return Block(lines, style, (*_size_step(style.size, full), Step("name-broken", str(len(lines)))), begins)


def _counts(broken: list[tuple[str, ...]]) -> list[int]:
    return [len(parts) for parts in broken]


def body_sizes(full: float) -> Iterator[float]:
    """The sizes a body may take, from full down to 11 pt."""
    return sizes(full, SMALLEST_BODY, BODY_STEP)


def sizes(full: float, smallest: float, step: float) -> Iterator[float]:
    """From `full` down to `smallest` in steps."""
    return (round(full - number * step, 1) for number in range(round((full - smallest) / step) + 1))


def _broken(shaper: Shaper, names: Sequence[str], style: Style, width: float) -> list[tuple[str, ...]]:
    """Each name in balanced lines; no line at all for a name with a word that is wider than `width`."""
    return [_one_broken(shaper, name, style, width) for name in names]


def _one_broken(shaper: Shaper, name: str, style: Style, width: float) -> tuple[str, ...]:
    pieces = _PIECE.findall(name)
    space = shaper.width(" ", style) + 2 * style.tracking * style.size * MM_PER_POINT / 1000
    spaces = [0.0 if piece.endswith("-") else space for piece in pieces[:-1]]
    paragraph = Paragraph([shaper.width(piece.strip(), style) for piece in pieces], spaces)
    try:
        breaks = paragraph.balanced(width)
    except TooWide:
        return ()
    return tuple("".join(pieces[first:end]).strip() for first, end in breaks)


@lru_cache(MOST_STYLES)
def _size_step(size: float, full: float) -> tuple[Step, ...]:
    return () if size == full else (Step("name-smaller", points(size)),)


def points(size: float) -> str:
    """A size for people: "13,4"."""
    return f"{size:.1f}".replace(".", ",").removesuffix(",0")
