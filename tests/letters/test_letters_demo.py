"""Every letter of the demo read back: its text, its one page, its fonts, its code from a bad copy."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pypdfium2
import pytest
from PIL import Image, ImageFilter
from test_letters_code import read_like_a_phone
from test_letters_pdf import squeezed

from demo.communes import COMMUNES, HOST, Commune
from demo.plan import Wanted, plan
from demo.visits import Visit
from desk_app.domain.cards import read_card
from desk_app.domain.drafts import draft_from
from desk_app.domain.events import AnyRegistration
from desk_app.domain.office import Office, Signatory
from desk_app.domain.reading import read_draft
from desk_app.domain.rules import Rules
from desk_app.letters.compose import compose
from desk_app.letters.draw import draw
from desk_app.letters.order import Order, PrintedCode
from desk_app.letters.setpage import SetPage
from desk_app.letters.stock import Stock
from exchange.token import Token, link, mint, spaced

TODAY = date(2024, 6, 1)
KEY = bytes(32)
DPI = 300
EACH = 1 if os.environ.get("ENDURE") else 3
"""Of so many sheets one is copied badly and read; `make endure` copies every one."""
BLUR_MM, SKEW, SCALE = 0.4, 2, 1.08


@dataclass(frozen=True)
class Pile:
    """The letters of one desk as one file."""

    pages: tuple[SetPage, ...]
    links: tuple[str, ...]
    pdf: bytes

    @cached_property
    def document(self) -> pypdfium2.PdfDocument:
        return pypdfium2.PdfDocument(self.pdf)


def registration(visit: Visit, commune: Commune) -> AnyRegistration:
    """What the desk makes of the visit, cards read by the real parser."""
    cards = {part: read_card(text).value for part, text in visit.cards.items()}
    read = {
        part: {"name": card.name.text, "born": card.born.iso()}
        for part, card in cards.items()
        if card and card.name and card.born
    }
    draft = draft_from(visit.event, {**visit.draft(read), "number": "1", "book": "01/2024", "unit": commune.code})
    value = read_draft(draft, Rules.standard(commune.code), TODAY).value
    assert value is not None
    return value


def sheets(visits: tuple[Visit, ...], commune: Commune) -> Iterator[tuple[AnyRegistration, ...]]:
    """One sheet a registration, twins together."""
    twins: dict[str, list[AnyRegistration]] = {}
    for visit in visits:
        if visit.twin:
            twins.setdefault(visit.twin, []).append(registration(visit, commune))
        else:
            yield (registration(visit, commune),)
    yield from (tuple(pair) for pair in twins.values())


def order(registrations: tuple[AnyRegistration, ...], commune: Commune, serial: int) -> Order:
    """The order of one sheet with a real code; for this test a condolence letter carries the gentle one too."""
    code = mint(Token(registrations[0].event, commune.desk, serial), KEY)
    office = Office(commune.code, f"xã {commune.name}", "huyện Tuy Phước", commune.name, commune.phone)
    signer = Signatory(commune.leader, ("CHỦ TỊCH",), date(2024, 1, 1))
    return Order(registrations, office, signer, TODAY, PrintedCode(link(HOST, code), spaced(code), HOST))


@pytest.fixture(scope="module", params=COMMUNES, ids=lambda commune: f"desk-{commune.desk}")
def pile(request: pytest.FixtureRequest, stock: Stock) -> Pile:
    commune: Commune = request.param
    pages, links = [], []
    for serial, registrations in enumerate(sheets(plan(Wanted())[commune.desk], commune), start=1):
        wanted = order(registrations, commune, serial)
        outcome = compose(wanted, stock)
        assert outcome.value is not None, outcome.problems
        pages.append(outcome.value.page)
        links.append(wanted.code.link if wanted.code else "")
    return Pile(tuple(pages), tuple(links), draw(pages, stock))


def test_the_pilot_fills_136_sheets() -> None:
    visits = plan(Wanted())
    counts = [sum(1 for _ in sheets(visits[commune.desk], commune)) for commune in COMMUNES]
    assert (sum(len(one) for one in visits.values()), sum(counts)) == (137, 136)


def test_every_letter_is_one_page_with_its_own_text(pile: Pile) -> None:
    assert len(pile.document) == len(pile.pages)
    for number, page in enumerate(pile.pages):
        text = str(pile.document[number].get_textpage().get_text_range())
        assert squeezed(text).replace("\ufffe", "-") == squeezed(page.text)


def test_every_font_of_the_pile_is_embedded(pile: Pile) -> None:
    fonts = re.findall(rb"<<[^<>]*/Type /FontDescriptor[^<>]*>>", pile.pdf)
    assert fonts
    assert all(b"/FontFile2" in font for font in fonts)
    assert b"/BaseFont /Helvetica" not in pile.pdf


def test_codes_are_read_from_a_blurred_skewed_copy(pile: Pile) -> None:
    unread = [n for n in range(0, len(pile.pages), EACH) if read_like_a_phone(copied(pile, n)) != [pile.links[n]]]
    assert unread == []


def copied(pile: Pile, number: int) -> Image.Image:
    """The lower left of a 1-bit print, where the code stands, blurred by 0.4 mm, skewed by 2 degrees, 8 % larger."""
    page = pile.document[number]
    width, height = page.get_size()
    left, top, right, bottom = (mm * 72 / 25.4 for mm in (10, 98, 115, 140))
    crop = (left, height - bottom, width - right, top)
    grey = page.render(scale=DPI / 72, crop=crop, grayscale=True).to_pil().convert("L")
    printed = grey.point(lambda tone: 255 if tone > 127 else 0)
    part = printed.filter(ImageFilter.GaussianBlur(BLUR_MM * DPI / 25.4))
    turned = part.rotate(SKEW, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return turned.resize((round(turned.width * SCALE), round(turned.height * SCALE)), Image.Resampling.BICUBIC)
