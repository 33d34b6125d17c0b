"""The list of what could not be read of a damaged register, on A4, to go through with the paper book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from common.words import salvage as said

if TYPE_CHECKING:
    from common.paper.flow import Flow
    from common.paper.fonts import Fonts

_WIDTHS = (100, 32, 30)


@dataclass(frozen=True, slots=True)
class LostSheet:
    """Whose register and when it was read; sentences under three headings; rows by book: names, number, day."""

    head: str
    pages: Sequence[str]
    journal: Sequence[str]
    registrations: Sequence[str]
    books: Sequence[tuple[str, Sequence[Sequence[str]]]]
    letters: Sequence[str]


def lost_pdf(sheet: LostSheet, fonts: Fonts) -> bytes:
    """The list as a PDF; the same bytes for the same list."""
    from common.paper.flow import BOLD, ITALIC, Flow, Table  # slow to load: not before the first sheet

    flow = Flow(fonts, said.PAPER_TITLE)
    flow.centred(said.PAPER_TITLE, (BOLD, 15))
    flow.centred(sheet.head, (ITALIC, 12))
    flow.gap(3)
    _lines(flow, said.PAPER_PAGES, sheet.pages)
    _lines(flow, said.PAPER_LOST, sheet.registrations)
    for book, rows in sheet.books:
        flow.heading(book)
        flow.table(Table(said.PAPER_COLUMNS, _WIDTHS, rows))
    _lines(flow, said.PAPER_LETTERS, sheet.letters)
    _lines(flow, said.PAPER_JOURNAL, sheet.journal)
    return flow.finish()


def _lines(flow: Flow, heading: str, lines: Sequence[str]) -> None:
    flow.heading(heading)
    for line in lines:
        flow.paragraph(line)
