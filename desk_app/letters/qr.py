"""The QR symbol: version 4, level Q, alphanumeric, 33 modules, drawn as one path of merged runs."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from desk_app.letters.qr_code import LONGEST, encode
from desk_app.letters.qr_grid import rows_of
from desk_app.letters.setpage import QrPlace

MODULES = 33
MODULE_UM = 800
QUIET_UM = 4 * MODULE_UM
SIDE_UM = MODULES * MODULE_UM
PART = 12
WHOLE = (1 << PART) - 1
ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+\-./:]+")


class BadLink(ValueError):
    """A link that the fixed symbol cannot hold: not in capitals, or longer than 67 characters."""


def symbol(link: str) -> tuple[str, ...]:
    """The rows of the symbol for `link`, top down, each as a hexadecimal number of 33 bits; raises BadLink."""
    if not ALPHANUMERIC.fullmatch(link):
        raise BadLink("characters")
    if len(link) > LONGEST:
        raise BadLink("length")
    return rows_of(encode(link))


def place_symbol(link: str, x: int, y: int) -> QrPlace:
    """The symbol for `link` with its top left corner at (x, y) micrometres; raises BadLink."""
    return QrPlace(x, y, MODULE_UM, link, symbol(link))


def merged_runs(rows: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Dark runs as (column, row, length) in modules, top down."""
    for number, row in enumerate(rows):
        dark = int(row, 16)
        edges = (dark ^ dark << 1) << 3 * PART - MODULES - 1
        turns = (*_turns(edges >> 2 * PART, 0), *_turns(edges >> PART & WHOLE, PART), *_turns(edges & WHOLE, 2 * PART))
        for first, end in zip(turns[::2], turns[1::2], strict=True):
            yield first, number, end - first


@cache
def _turns(edges: int, first: int) -> tuple[int, ...]:
    """Columns at which the shade turns, in a third of a row that begins at column `first`: its edges as bits."""
    return tuple(first + column for column in range(PART) if edges >> PART - 1 - column & 1)
