"""The frames around a sheet, drawn by rule (LOOK 3.2): "răng lược" for glad letters, two plain rules for mourning.

Drawn in millimetres, y downwards, inside a box of the sheet's size; colours are PDF "r g b".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

OUTER_INSET, LANE = 8.0, 1.9
OUTER_WIDTH, INNER_WIDTH = 0.45, 0.2
TOOTH_WIDTH, TOOTH_LENGTH, TOOTH_OFF, PITCH = 0.3, 0.9, 0.5, 0.8
CORNER_WIDTH, DOT_RADIUS = 0.3, 0.42
ARC = 0.5523


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame's version and its drawing: (width, height, colour of the ink, colour of the paper) → PDF operators."""

    version: str
    draw: Callable[[float, float, str, str], str]


def comb_frame(width: float, height: float, ink: str, paper: str) -> str:
    """Two rules with a row of teeth between them and a dotted square in each corner."""
    inner = OUTER_INSET + LANE
    parts = [f"q {ink} RG {ink} rg 0 J 0 j"]
    parts.append(f"{OUTER_WIDTH} w {_box(OUTER_INSET, width, height)} S")
    parts.append(f"{INNER_WIDTH} w {_box(inner, width, height)} S")
    parts.extend(f"{_n(x)} {_n(y)} {_n(w)} {_n(h)} re" for x, y, w, h in _teeth(width, height))
    parts.append("f")
    for x in (OUTER_INSET, width - inner):
        for y in (OUTER_INSET, height - inner):
            parts.append(f"{paper} rg {CORNER_WIDTH} w {_n(x)} {_n(y)} {LANE} {LANE} re B")
            parts.append(f"{ink} rg {_dot(x + LANE / 2, y + LANE / 2, DOT_RADIUS)} f")
    parts.append("Q")
    return "\n".join(parts)


def plain_frame(width: float, height: float, ink: str, paper: str) -> str:
    """A rule of 0.5 mm at 9 mm and one of 0.2 mm at 10.3 mm."""
    del paper
    return f"q {ink} RG 0 j 0.5 w {_box(9, width, height)} S 0.2 w {_box(10.3, width, height)} S Q"


def thin_frame(width: float, height: float, ink: str, paper: str) -> str:
    """One rule of 0.2 mm at 9 mm, for a child."""
    del paper
    return f"q {ink} RG 0 j 0.2 w {_box(9, width, height)} S Q"


FRAMES = {
    "khung-rang-luoc": Frame("1", comb_frame),
    "khung-chi-kep": Frame("1", plain_frame),
    "khung-chi-manh": Frame("1", thin_frame),
}


def _teeth(width: float, height: float) -> Iterator[tuple[float, float, float, float]]:
    first = OUTER_INSET + LANE
    near, far = OUTER_INSET + TOOTH_OFF, OUTER_INSET + TOOTH_OFF + TOOTH_LENGTH
    for at in _places(first, width - first):
        yield at, near, TOOTH_WIDTH, TOOTH_LENGTH
        yield at, height - far, TOOTH_WIDTH, TOOTH_LENGTH
    for at in _places(first, height - first):
        yield near, at, TOOTH_LENGTH, TOOTH_WIDTH
        yield width - far, at, TOOTH_LENGTH, TOOTH_WIDTH


def _places(first: float, last: float) -> Iterator[float]:
    count = round((last - first) / PITCH)
    pitch = (last - first) / count
    return (first + pitch * (number + 0.5) - TOOTH_WIDTH / 2 for number in range(count))


def _box(inset: float, width: float, height: float) -> str:
    return f"{_n(inset)} {_n(inset)} {_n(width - 2 * inset)} {_n(height - 2 * inset)} re"


def _dot(x: float, y: float, r: float) -> str:
    k = ARC * r
    points = [
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    ]
    curves = " ".join(" ".join(_n(number) for number in curve) + " c" for curve in points)
    return f"{_n(x + r)} {_n(y)} m {curves} h"


def _n(number: float) -> str:
    return f"{round(number, 4):g}"
