"""The square of the QR symbol, version 4 with error correction Q, as one large whole number: a bit for each module.

Row by row from the top, the left end of a row in the highest bits. Behind each row stands one bit that is always clear,
so that what is shifted past the end of a row does not reach the next.
"""

from collections.abc import Callable, Iterator
from functools import cache

SIDE = 33
PITCH = SIDE + 1
LEVEL_Q = 0b11
FINDERS = ((0, 0), (0, SIDE - 7), (SIDE - 7, 0))
ALIGNMENT = (26, 26)
FORMAT_ROOT, FORMAT_VEIL = 0b10100110111, 0b101010000010010
VEILS: tuple[Callable[[int, int], bool], ...] = (
    lambda i, j: (i + j) % 2 == 0,
    lambda i, j: i % 2 == 0,
    lambda i, j: j % 3 == 0,
    lambda i, j: (i + j) % 3 == 0,
    lambda i, j: (i // 2 + j // 3) % 2 == 0,
    lambda i, j: i * j % 2 + i * j % 3 == 0,
    lambda i, j: (i * j % 2 + i * j % 3) % 2 == 0,
    lambda i, j: (i * j % 3 + (i + j) % 2) % 2 == 0,
)
"""ISO/IEC 18004, table 10: whether mask number n turns the module in row i, column j."""
Module = tuple[int, int]


def bit(row: int, column: int) -> int:
    """The number in which only this module is dark."""
    return 1 << ((SIDE - row) * PITCH - 1 - column)


def rows_of(grid: int) -> tuple[str, ...]:
    """The rows from the top, each as a hexadecimal number of 33 bits."""
    return tuple(f"{grid >> ((SIDE - 1 - row) * PITCH + 1) & (1 << SIDE) - 1:09x}" for row in range(SIDE))


@cache
def fixed() -> int:
    """Finders, timing and alignment: dark in every symbol."""
    dark = {module for corner in FINDERS for module in _rings(corner, 7, {0, 2, 3})}
    dark |= {module for module in _rings((ALIGNMENT[0] - 2, ALIGNMENT[1] - 2), 5, {0, 2})}
    dark |= {module for n in range(8, SIDE - 8, 2) for module in ((6, n), (n, 6))}
    return sum(bit(*module) for module in dark)


@cache
def places() -> tuple[int, ...]:
    """The modules of the message from its first bit on: up and down in pairs of columns, from the right."""
    taken = _taken()
    found: list[int] = []
    rows = range(SIDE)
    for right in (*range(SIDE - 1, 6, -2), *range(5, 0, -2)):
        upwards = (SIDE - 1 - right if right > 6 else SIDE - 2 - right) // 2 % 2 == 0
        for row in reversed(rows) if upwards else rows:
            found += [bit(row, column) for column in (right, right - 1) if (row, column) not in taken]
    return tuple(found)


@cache
def masks() -> tuple[int, ...]:
    """What each of the eight masks turns over."""
    free = set(places())
    modules = [(i, j) for i in range(SIDE) for j in range(SIDE) if bit(i, j) in free]
    return tuple(sum(bit(i, j) for i, j in modules if turns(i, j)) for turns in VEILS)


@cache
def formats() -> tuple[int, ...]:
    """What stands in the format places for each mask, the module that is always dark with it."""
    return tuple(_format(mask) for mask in range(len(VEILS)))


def _rings(corner: Module, side: int, dark: set[int]) -> Iterator[Module]:
    """Modules of the rings at these distances from the edge of a square."""
    for row in range(side):
        for column in range(side):
            if min(row, column, side - 1 - row, side - 1 - column) in dark:
                yield corner[0] + row, corner[1] + column


def _taken() -> set[Module]:
    blocks = [(0, 9, 0, 9), (0, 9, SIDE - 8, SIDE), (SIDE - 8, SIDE, 0, 9), (24, 29, 24, 29)]
    blocks += [(6, 7, 0, SIDE), (0, SIDE, 6, 7)]
    return {(i, j) for top, end, left, right in blocks for i in range(top, end) for j in range(left, right)}


def _format(mask: int) -> int:
    word = LEVEL_Q << 3 | mask
    rest = word << 10
    while rest.bit_length() > 10:
        rest ^= FORMAT_ROOT << (rest.bit_length() - 11)
    bits = (word << 10 | rest) ^ FORMAT_VEIL
    down = [(row, 8) for row in (*range(6), 7, 8, *range(SIDE - 7, SIDE))]
    along = [(8, column) for column in (*range(SIDE - 1, SIDE - 9, -1), 7, *range(5, -1, -1))]
    lit = [place for line in (down, along) for n, place in enumerate(line) if bits >> n & 1]
    return sum(bit(*place) for place in (*lit, (SIDE - 8, 8)))
