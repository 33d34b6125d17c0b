"""A share with its range on a line from 0 to 100 %, as places in a drawing: no script, no style."""

from dataclasses import dataclass

from district.opinions import Share

WIDE, EDGE = 404, 2
TICKS = ((0, "start"), (25, "middle"), (50, "middle"), (75, "middle"), (100, "end"))


@dataclass(frozen=True, slots=True)
class RangeLine:
    """Where the dot lies, and from where to where the range and the pale band reach (None: no band)."""

    dot: float
    low: float
    high: float
    band: tuple[float, float] | None


def place(share: float) -> float:
    """Where a share from 0 to 1 lies."""
    return round(EDGE + (WIDE - 2 * EDGE) * share, 1)


def ticks() -> list[tuple[float, str, str]]:
    """Place, words and anchor of the numbers above the lines."""
    return [(place(share / 100), f"{share}%", anchor) for share, anchor in TICKS]


def range_line(share: Share | None, whole: Share | None) -> RangeLine | None:
    """The drawing of a share before the band of the whole; None where there is none to draw."""
    if share is None:
        return None
    low, high = share.reach
    return RangeLine(place(share.part), place(low), place(high), band_of(whole))


def band_of(whole: Share | None) -> tuple[float, float] | None:
    """From where to where the band of the whole reaches."""
    if whole is None:
        return None
    low, high = whole.reach
    return place(low), place(high)
