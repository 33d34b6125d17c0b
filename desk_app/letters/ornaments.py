"""Our own ornaments: a small subset of SVG turned into PDF operators once.

Read are `svg g path rect` with fill, stroke, stroke-width, caps, joins and transform; anything else is refused, so that
a drawing never prints with something missing. Colours are names of tones, so that black ink can map them all.
"""

import hashlib
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from math import cos, radians, sin

from desk_app.letters.svgpath import path_operators

TONES = {"#1c2326": "muc", "#a11b1f": "son", "#1f5a45": "la", "#1b4a6b": "cham", "#3c4448": "nho"}
PAPER = {"#ffffff", "#fff"}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_STEP = re.compile(r"(translate|rotate|scale)\(([^)]*)\)")
_INHERITED = ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin")


class BadOrnament(ValueError):
    """A drawing that uses more of SVG than is read here."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One painted path: tone names ("" = none, "giay" = paper), and PDF operators of pen, matrix, path and painting."""

    fill: str
    stroke: str
    pen: str
    matrix: str
    path: str
    paint: str


@dataclass(frozen=True, slots=True)
class Ornament:
    """A drawing in its own units: its view box (left, top, width, height), its shapes from back to front."""

    name: str
    version: str
    box: tuple[float, float, float, float]
    shapes: tuple[Shape, ...]

    @property
    def ratio(self) -> float:
        """Height over width."""
        return self.box[3] / self.box[2]


def read_ornament(name: str, raw: bytes) -> Ornament:
    """The ornament in an SVG file of ours; its version is the beginning of the file's digest. Raises BadOrnament."""
    root = ET.fromstring(raw)
    numbers = [float(part) for part in root.get("viewBox", "").split()]
    if len(numbers) != 4:
        raise BadOrnament(f"{name}: no viewBox")
    shapes: list[Shape] = []
    for child in root:
        _collect(child, {}, "", shapes)
    left, top, width, height = numbers
    return Ornament(name, version_of(raw), (left, top, width, height), tuple(shapes))


def version_of(raw: bytes) -> str:
    """The version of an ornament: 12 hexadecimal digits of its file's SHA-256."""
    return hashlib.sha256(raw).hexdigest()[:12]


def operators(ornament: Ornament, colours: dict[str, str]) -> str:
    """PDF operators of the whole drawing, state only where it changes; `colours` maps each tone to "r g b"."""
    out: list[str] = []
    state: dict[str, str] = {}
    for shape in ornament.shapes:
        wanted = {"pen": shape.pen} if shape.stroke else {}
        wanted |= {"rg": f"{colours[shape.fill]} rg"} if shape.fill else {}
        wanted |= {"RG": f"{colours[shape.stroke]} RG"} if shape.stroke else {}
        out.extend(text for name, text in wanted.items() if state.get(name) != text)
        state |= wanted
        drawn = f"{shape.path} {shape.paint}"
        out.append(f"q {shape.matrix} {drawn} Q" if shape.matrix else drawn)
    return "\n".join(out)


def _collect(node: ET.Element, inherited: dict[str, str], matrix: str, shapes: list[Shape]) -> None:
    tag = node.tag.rpartition("}")[2]
    style = inherited | {name: node.attrib[name] for name in _INHERITED if name in node.attrib}
    here = " ".join(part for part in (matrix, _matrix(node.get("transform", ""))) if part)
    if tag == "g":
        for child in node:
            _collect(child, style, here, shapes)
    elif tag == "path":
        shapes.append(_shape(style, here, path_operators(node.attrib["d"])))
    elif tag == "rect":
        shapes.append(_shape(style, here, path_operators(_rounded(node))))
    elif tag != "title":
        raise BadOrnament(f"{tag} is not drawn")


def _shape(style: dict[str, str], matrix: str, path: str) -> Shape:
    fill, stroke = _tone(style.get("fill", "#1c2326")), _tone(style.get("stroke", "none"))
    caps, joins = _CAPS[style.get("stroke-linecap", "butt")], _JOINS[style.get("stroke-linejoin", "miter")]
    pen = f"{style.get('stroke-width', '1')} w {caps} J {joins} j"
    paint = {(True, True): "B", (True, False): "f", (False, True): "S"}.get((bool(fill), bool(stroke)), "n")
    return Shape(fill, stroke, pen, matrix, path, paint)


def _tone(colour: str) -> str:
    low = colour.lower()
    if low == "none":
        return ""
    if low in PAPER:
        return "giay"
    return TONES.get(low, low)


def _matrix(transform: str) -> str:
    steps = []
    for name, arguments in _STEP.findall(transform):
        numbers = [float(part) for part in arguments.replace(",", " ").split()]
        steps.append(_one_matrix(name, numbers))
    return " ".join(steps)


def _one_matrix(name: str, numbers: list[float]) -> str:
    if name == "translate":
        return f"1 0 0 1 {numbers[0]:g} {numbers[1]:g} cm"
    if name == "scale":
        return f"{numbers[0]:g} 0 0 {numbers[-1]:g} 0 0 cm"
    return turn_matrix(numbers[0])


def turn_matrix(degrees: float) -> str:
    """PDF operator that turns what follows, clockwise when y grows downwards."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return f"{c:.6f} {s:.6f} {-s:.6f} {c:.6f} 0 0 cm"


def _rounded(node: ET.Element) -> str:
    x, y, w, h = (float(node.attrib[name]) for name in ("x", "y", "width", "height"))
    r = float(node.get("rx", "0"))
    return (
        f"M{x + r},{y}h{w - 2 * r}a{r},{r} 0 0 1 {r},{r}v{h - 2 * r}a{r},{r} 0 0 1 {-r},{r}"
        f"h{2 * r - w}a{r},{r} 0 0 1 {-r},{-r}v{2 * r - h}a{r},{r} 0 0 1 {r},{-r}z"
    )
