"""What is held against a QR symbol (ISO/IEC 18004, 7.8.3), reckoned on all its modules at once.

A symbol is weighed as `qrcode` did, from which the symbols of letters already handed out come: before its format is
written. The choice of the mask, and so the symbol, is the same to the last module.
"""

from functools import cache

from desk_app.letters.qr_grid import PITCH, SIDE, bit

BLOCK, FINDER, SHADE = 3, 40, 10


def weight(grid: int) -> int:
    """Penalty points of a symbol; the lightest of eight masks is taken."""
    light = _all() ^ grid
    along = ~(grid ^ grid << 1) & _within(0, 1)
    down = ~(grid ^ grid << PITCH) & _within(1, 0)
    blocks = along & along << PITCH & down
    points = _runs(along, 1) + _runs(down, PITCH) + BLOCK * blocks.bit_count()
    points += FINDER * (_finders(grid, light, 1) + _finders(grid, light, PITCH))
    return points + SHADE * int(abs(grid.bit_count() / SIDE**2 * 100 - 50) / 5)


def _runs(alike: int, step: int) -> int:
    """Five of one shade in a line cost three points, each further one a point; `alike`: the next one is the same."""
    long = alike & alike << step & alike << 2 * step & alike << 3 * step
    return long.bit_count() + 2 * (long & ~(long >> step)).bit_count()


def _finders(grid: int, light: int, step: int) -> int:
    """How often something stands in a line that looks like a finder with four light modules before or behind it."""
    four = light & light << step
    four &= four << 2 * step
    core = grid & light << step & grid << 2 * step & grid << 3 * step & grid << 4 * step
    core &= light << 5 * step & grid << 6 * step
    within = _within(0, 10) if step == 1 else _within(10, 0)
    return ((core & four << 7 * step | four & core << 4 * step) & within).bit_count()


@cache
def _within(down: int, right: int) -> int:
    """The modules with so many more below and to the right of them."""
    return sum(bit(row, column) for row in range(SIDE - down) for column in range(SIDE - right))


def _all() -> int:
    return _within(0, 0)
