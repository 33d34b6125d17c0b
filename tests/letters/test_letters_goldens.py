"""Goldens: set pages and their pixels, equal to the last byte; rewritten only by `make golden` (GOLDEN=1)."""

from io import BytesIO
from pathlib import Path

import pytest
from letter_orders import CASES, INKS
from PIL import Image

from desk_app.letters.draw import draw
from desk_app.letters.raster import GreyImage, pixels
from desk_app.letters.setpage import SetPage, page_bytes, page_from
from desk_app.letters.stock import Stock

GOLDEN = Path(__file__).parent / "golden"
DPI = 60
ALL = [f"{name}-{ink}" for name in CASES for ink in INKS]


@pytest.fixture(scope="module", autouse=True)
def _rewritten(rewrite_goldens: bool, pages: dict[str, SetPage], sheets: dict[str, bytes]) -> None:
    if not rewrite_goldens:
        return
    GOLDEN.mkdir(exist_ok=True)
    for name, page in pages.items():
        (GOLDEN / f"{name}.json").write_bytes(page_bytes(page))
        (GOLDEN / f"{name}.png").write_bytes(_png(pixels(sheets[name], 0, DPI)))


@pytest.mark.parametrize("name", ALL)
def test_a_letter_is_set_exactly_as_its_golden_page(name: str, pages: dict[str, SetPage]) -> None:
    assert page_bytes(pages[name]) == (GOLDEN / f"{name}.json").read_bytes()


@pytest.mark.parametrize("name", ALL)
def test_a_golden_page_prints_equal_to_the_pixel(name: str, stock: Stock) -> None:
    """From the archived bytes alone, as a reprint years later."""
    drawn = pixels(draw([page_from((GOLDEN / f"{name}.json").read_bytes())], stock), 0, DPI)
    with Image.open(GOLDEN / f"{name}.png") as kept:
        assert (drawn.width, drawn.height) == kept.size
        assert drawn.pixels == kept.convert("L").tobytes()


def test_there_is_a_golden_for_each_case_and_no_other() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == set(ALL)
    assert {path.stem for path in GOLDEN.glob("*.png")} == set(ALL)


def _png(image: GreyImage) -> bytes:
    out = BytesIO()
    Image.frombytes("L", (image.width, image.height), image.pixels).save(out, "PNG", optimize=True)
    return out.getvalue()
