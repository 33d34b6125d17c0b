"""Our ornaments as PDF operators: everything that is drawn is read, anything else is refused."""

from itertools import pairwise
from pathlib import Path

import pytest

from desk_app.letters.frames import FRAMES
from desk_app.letters.ornaments import BadOrnament, operators, read_ornament
from desk_app.letters.svgpath import BadPath, path_operators

FOLDER = Path(__file__).parents[2] / "resources" / "ornaments"
BLACK = dict.fromkeys(("muc", "son", "la", "cham", "nho", "#17405c", "#ffd766"), "0 0 0") | {"giay": "1 1 1"}


def svg(inside: str) -> bytes:
    """A drawing with a view box of 10 by 10."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{inside}</svg>'.encode()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_every_ornament_is_read_whole(path: Path) -> None:
    raw = path.read_bytes()
    ornament = read_ornament(path.stem, raw)
    assert len(ornament.shapes) == raw.count(b"<path") + raw.count(b"<rect")
    assert all(shape.path and shape.paint != "n" for shape in ornament.shapes)


def test_black_ink_leaves_only_black_and_paper() -> None:
    drawn = operators(read_ornament("tranh-sen", (FOLDER / "tranh-sen.svg").read_bytes()), BLACK)
    colours = {line for line in drawn.split("\n") if line.endswith((" rg", " RG"))}
    assert {colour[:5] for colour in colours} == {"0 0 0", "1 1 1"}


def test_the_version_changes_with_the_file() -> None:
    one = read_ornament("x", svg('<path d="M0,0L1,1"/>'))
    assert one.version != read_ornament("x", svg('<path d="M0,0L1,2"/>')).version


@pytest.mark.parametrize("inside", ["<circle r='1'/>", "<text>a</text>", "<image/>"])
def test_a_drawing_that_uses_more_of_svg_is_refused(inside: str) -> None:
    with pytest.raises(BadOrnament):
        read_ornament("x", svg(inside))


def test_a_drawing_without_a_view_box_is_refused() -> None:
    with pytest.raises(BadOrnament):
        read_ornament("x", b"<svg/>")


@pytest.mark.parametrize(
    ("path", "drawn"),
    [
        ("M1,2L3,4Z", "1 2 m 3 4 l h"),
        ("M1,2 3,4 5,6", "1 2 m 3 4 l 5 6 l"),
        ("m1,2l1,1v2h-1z", "1 2 m 2 3 l 2 5 l 1 5 l h"),
        ("M0,0C1,1 2,1 3,0S5,-1 6,0", "0 0 m 1 1 2 1 3 0 c 4 -1 5 -1 6 0 c"),
        ("M0,0Q1.5,3 3,0", "0 0 m 1 2 2 2 3 0 c"),
        ("M1,0A1,1 0 0 1 0,1", "1 0 m 1 0.55 0.55 1 0 1 c"),
        ("M1,0a1,1 0 0 0 -1,-1", "1 0 m 1 -0.55 0.55 -1 0 -1 c"),
    ],
)
def test_path_data_becomes_pdf_operators(path: str, drawn: str) -> None:
    assert path_operators(path) == drawn


def test_a_whole_circle_is_four_curves_and_comes_back_to_its_start() -> None:
    drawn = path_operators("M-2,0a2,2 0 1 0 4,0a2,2 0 1 0 -4,0Z")
    assert drawn.count(" c") == 4
    assert drawn.endswith("-2 0 c h")


@pytest.mark.parametrize("path", ["1,2", "M1", "M0,0Z1,1", "M0,0C1,1 2,2"])
def test_path_data_with_missing_parts_is_refused(path: str) -> None:
    with pytest.raises(BadPath):
        path_operators(path)


def test_the_comb_frame_has_evenly_spaced_teeth_and_four_corners() -> None:
    drawn = FRAMES["khung-rang-luoc"].draw(210, 148, "0 0 0", "1 1 1")
    teeth = [line.split() for line in drawn.split("\n") if line.endswith("re") and line.count(" ") == 4]
    top = sorted(float(x) for x, y, w, h, _ in teeth if (y, w, h) == ("8.5", "0.3", "0.9"))
    steps = {round(b - a, 3) for a, b in pairwise(top)}
    assert len(top) == 238
    assert max(steps) - min(steps) < 0.002
    assert drawn.count("re B") == 4
