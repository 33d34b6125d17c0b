"""The guide that ships with the program: its pages, its cards, and both on paper. Needs no open register."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from common.guide_text import GuidePage, read_contents, read_page
from common.names import fold
from common.words import guide as said
from desk_app import paths
from desk_app.services.files import write_file

CARD = "card-"
"""Ids of the cards, one A4 page each, begin so."""


@cache
def guide_pages() -> tuple[GuidePage, ...]:
    """Every page in the order of the contents."""
    folder = paths.resources() / "help"
    contents = read_contents((folder / "README.md").read_text(encoding="utf-8"))
    return tuple(read_page(id, part, (folder / f"{id}.md").read_text(encoding="utf-8")) for part, id in contents)


def guide_page(id: str) -> GuidePage:
    """The page of this id; where there is none, the first."""
    pages = guide_pages()
    return next((page for page in pages if page.id == id), pages[0])


def seek_pages(asked: str) -> tuple[GuidePage, ...]:
    """Pages in which every word typed stands, accents or none; those that have them in the title first."""
    wanted = fold(asked).split()
    found = [page for page in guide_pages() if all(word in fold(page.words()) for word in wanted)]
    return tuple(sorted(found, key=lambda page: not all(word in fold(page.title) for word in wanted)))


def page_on_paper(page: GuidePage, keys: Sequence[tuple[str, str]] = ()) -> bytes:
    """The page as an A4 PDF."""
    from common.paper.guide_sheet import guide_pdf
    from desk_app.services.typefaces import typefaces  # slow to load: not before a page is wanted on paper

    return guide_pdf(page, typefaces(), keys, large=page.id.startswith(CARD))


def write_cards(folder: Path) -> tuple[Path, ...]:
    """Every card as a PDF of one page into this folder; raises Trouble named after what the disk said."""
    written = []
    for page in guide_pages():
        if page.id.startswith(CARD):
            path = folder / said.CARD_FILE.format(id=page.id.removeprefix(CARD))
            write_file(path, page_on_paper(page))
            written.append(path)
    return tuple(written)
