"""What the letters' tests share: the stock, and every case of letter_orders set and drawn once."""

import os
from pathlib import Path

import pytest
from letter_orders import CASES, INKS

from desk_app.letters.compose import compose, open_stock
from desk_app.letters.draw import draw
from desk_app.letters.setpage import SetPage
from desk_app.letters.stock import Stock

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def stock() -> Stock:
    """Fonts, templates and ornaments of the repository."""
    return open_stock(RESOURCES)


@pytest.fixture(scope="session")
def pages(stock: Stock) -> dict[str, SetPage]:
    """Every case in colour and black ink, composed once."""
    composed = {f"{name}-{ink}": compose(make(ink=ink), stock) for name, make in CASES.items() for ink in INKS}
    return {name: outcome.value.page for name, outcome in composed.items() if outcome.value is not None}


@pytest.fixture(scope="session")
def sheets(stock: Stock, pages: dict[str, SetPage]) -> dict[str, bytes]:
    """The same as PDF."""
    return {name: draw([page], stock) for name, page in pages.items()}


@pytest.fixture(scope="session")
def rewrite_goldens() -> bool:
    """True only under `make golden`."""
    return os.environ.get("GOLDEN") == "1"
