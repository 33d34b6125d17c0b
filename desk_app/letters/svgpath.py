"""SVG path data as PDF path operators: moves, lines, Bézier curves and elliptical arcs, absolute and relative."""

import re
from collections.abc import Callable, Iterator
from math import acos, ceil, cos, degrees, hypot, pi, radians, sin, sqrt, tan

_TOKEN = re.compile(r"([MmLlHhVvCcSsQqAaZz])|(-?\d*\.?\d+(?:[eE]-?\d+)?)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}
DIGITS = 2
"""Digits kept: drawings are in millimetres, a dot of a 600 dpi printer is 0.04 mm."""
Point = tuple[float, float]


class BadPath(ValueError):
    """Path data that cannot be read."""


class _Pen:
    """Where the pen is while a path is written out."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.control: Point | None = None

    def move(self, to: Point) -> None:
        self.out.append(f"{_pair(to)} m")
        self.at = self.start = to

    def line(self, to: Point) -> None:
        self.out.append(f"{_pair(to)} l")
        self.at = to

    def curve(self, one: Point, two: Point, to: Point) -> None:
        self.out.append(f"{_pair(one)} {_pair(two)} {_pair(to)} c")
        self.at = to

    def close(self) -> None:
        self.out.append("h")
        self.at = self.start


def path_operators(path: str) -> str:
    """PDF operators of SVG path data, in the path's own units; raises BadPath."""
    pen = _Pen()
    for command, numbers in _segments(path):
        control = pen.control
        pen.control = None
        _DRAW[command.upper()](pen, _absolute(command, numbers, pen.at), control)
    return " ".join(pen.out)


def _segments(path: str) -> Iterator[tuple[str, list[float]]]:
    tokens = _TOKEN.findall(path)
    place, command = 0, ""
    while place < len(tokens):
        letter, _ = tokens[place]
        if letter:
            command, place = letter, place + 1
        elif not command or command in "Zz":
            raise BadPath("numbers without a command")
        count = _TAKES[command.upper()]
        numbers = [number for _, number in tokens[place : place + count]]
        if len(numbers) < count or "" in numbers:
            raise BadPath(f"{command} lacks numbers")
        yield command, [float(number) for number in numbers]
        place += count
        command = {"M": "L", "m": "l"}.get(command, command)


def _absolute(command: str, numbers: list[float], at: Point) -> list[float]:
    if command.isupper():
        return numbers
    if command == "h":
        return [numbers[0] + at[0]]
    if command == "v":
        return [numbers[0] + at[1]]
    if command == "a":
        return [*numbers[:5], numbers[5] + at[0], numbers[6] + at[1]]
    return [number + at[place % 2] for place, number in enumerate(numbers)]


def _pair(point: Point) -> str:
    return " ".join(f"{round(number, DIGITS) + 0.0:g}" for number in point)  # + 0.0 turns -0 into 0


def _draw_cubic(pen: _Pen, n: list[float], _: Point | None) -> None:
    pen.curve((n[0], n[1]), (n[2], n[3]), (n[4], n[5]))
    pen.control = (n[2], n[3])


def _draw_smooth(pen: _Pen, n: list[float], control: Point | None) -> None:
    first = pen.at if control is None else (2 * pen.at[0] - control[0], 2 * pen.at[1] - control[1])
    pen.curve(first, (n[0], n[1]), (n[2], n[3]))
    pen.control = (n[0], n[1])


def _draw_quadratic(pen: _Pen, n: list[float], _: Point | None) -> None:
    (x0, y0), (cx, cy), (x, y) = pen.at, (n[0], n[1]), (n[2], n[3])
    one = (x0 + 2 / 3 * (cx - x0), y0 + 2 / 3 * (cy - y0))
    pen.curve(one, (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y)), (x, y))


def _draw_arc(pen: _Pen, n: list[float], _: Point | None) -> None:
    rx, ry, turn, large, sweep, x, y = n
    for one, two, to in arc_curves(pen.at, (x, y), (rx, ry, radians(turn)), (bool(large), bool(sweep))):
        pen.curve(one, two, to)


_DRAW: dict[str, Callable[[_Pen, list[float], Point | None], None]] = {
    "M": lambda pen, n, _: pen.move((n[0], n[1])),
    "L": lambda pen, n, _: pen.line((n[0], n[1])),
    "H": lambda pen, n, _: pen.line((n[0], pen.at[1])),
    "V": lambda pen, n, _: pen.line((pen.at[0], n[0])),
    "Z": lambda pen, _n, _: pen.close(),
    "C": _draw_cubic,
    "S": _draw_smooth,
    "Q": _draw_quadratic,
    "A": _draw_arc,
}


def arc_curves(
    start: Point, end: Point, ellipse: tuple[float, float, float], flags: tuple[bool, bool]
) -> Iterator[tuple[Point, Point, Point]]:
    """Bézier curves (two controls and an end each) of an SVG arc; SVG 1.1, appendix F.6."""
    rx, ry, turn = ellipse
    half = ((start[0] - end[0]) / 2, (start[1] - end[1]) / 2)
    px, py = cos(turn) * half[0] + sin(turn) * half[1], -sin(turn) * half[0] + cos(turn) * half[1]
    grow = max(1.0, hypot(px / rx, py / ry))
    rx, ry = rx * grow, ry * grow
    middle = _middle((px, py), (rx, ry), flags)
    centre = (
        cos(turn) * middle[0] - sin(turn) * middle[1] + (start[0] + end[0]) / 2,
        sin(turn) * middle[0] + cos(turn) * middle[1] + (start[1] + end[1]) / 2,
    )
    first = _angle((1, 0), ((px - middle[0]) / rx, (py - middle[1]) / ry))
    sweep = _angle(((px - middle[0]) / rx, (py - middle[1]) / ry), ((-px - middle[0]) / rx, (-py - middle[1]) / ry))
    sweep += 2 * pi if flags[1] and sweep < 0 else -2 * pi if not flags[1] and sweep > 0 else 0
    yield from _slices(centre, (rx, ry, turn), first, sweep)


def _middle(p: Point, radii: Point, flags: tuple[bool, bool]) -> Point:
    (px, py), (rx, ry) = p, radii
    below = (rx * py) ** 2 + (ry * px) ** 2
    factor = sqrt(max(0.0, (rx * ry) ** 2 / below - 1)) if below else 0.0
    factor = -factor if flags[0] == flags[1] else factor
    return factor * rx * py / ry, -factor * ry * px / rx


def _angle(u: Point, v: Point) -> float:
    turn = acos(max(-1.0, min(1.0, (u[0] * v[0] + u[1] * v[1]) / (hypot(*u) * hypot(*v)))))
    return -turn if u[0] * v[1] - u[1] * v[0] < 0 else turn


def _slices(
    centre: Point, ellipse: tuple[float, float, float], first: float, sweep: float
) -> Iterator[tuple[Point, Point, Point]]:
    rx, ry, turn = ellipse
    count = max(1, ceil(abs(degrees(sweep)) / 90 - 1e-6))
    step = sweep / count
    reach = 4 / 3 * tan(step / 4)

    def place(x: float, y: float) -> Point:
        return (
            centre[0] + cos(turn) * rx * x - sin(turn) * ry * y,
            centre[1] + sin(turn) * rx * x + cos(turn) * ry * y,
        )

    for number in range(count):
        a, b = first + number * step, first + (number + 1) * step
        one = place(cos(a) - reach * sin(a), sin(a) + reach * cos(a))
        two = place(cos(b) + reach * sin(b), sin(b) - reach * cos(b))
        yield one, two, place(cos(b), sin(b))
