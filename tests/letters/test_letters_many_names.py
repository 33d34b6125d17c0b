"""Every name is printed whole: read back from the PDF, each of its letters inside the sheet."""

import os
import unicodedata

import pypdfium2
import pytest
from letter_orders import BINH, LAN, birth, order
from many_names import many_names

from common.names import PersonName
from desk_app.letters.compose import compose
from desk_app.letters.draw import draw
from desk_app.letters.stock import Stock

ALL = 5000
COUNT, EACH = (ALL, 1) if os.environ.get("ENDURE") else (400, 16)


@pytest.mark.timeout(3600)
def test_a_name_is_printed_whole_and_inside_the_sheet(stock: Stock) -> None:
    names = list(many_names(COUNT))[::EACH]
    names.append(max(many_names(400), key=len))
    for first in range(0, len(names), 100):
        some = names[first : first + 100]
        outcomes = [compose(order(birth(name, BINH, LAN)), stock) for name in some]
        pages = [outcome.value.page for outcome in outcomes if outcome.value]
        assert len(pages) == len(some)
        prove(draw(pages, stock), some)


def prove(pdf: bytes, names: list[str]) -> None:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, name in enumerate(names):
            page = document[number]
            text = page.get_textpage()
            read = text.get_text_range().replace("\ufffe", "-")
            assert squeezed(PersonName(name).text) in squeezed(read), name
            assert all(inside(text.get_charbox(place), page.get_size()) for place in range(text.count_chars())), name
    finally:
        document.close()


def squeezed(text: str) -> str:
    """The letters alone, whatever the case and wherever a line ends."""
    return "".join(unicodedata.normalize("NFC", text).casefold().split())


def inside(box: tuple[float, float, float, float], sheet: tuple[float, float]) -> bool:
    left, bottom, right, top = box
    return 0 <= left <= right <= sheet[0] and 0 <= bottom <= top <= sheet[1]
