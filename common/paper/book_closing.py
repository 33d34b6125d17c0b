"""The closing of a register book on paper: counts in figures and words, numbers never given, room to sign and seal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from common.paper.flow import BOLD, CENTRE, LEFT, REGULAR, RIGHT, Flow, Table
from common.paper.fonts import Fonts
from common.paper.sheet import Heading, letterhead
from common.words import books as words
from common.words.reports import amount

_SIGN_ROOM = 52 * mm
_WIDTHS = (56, 28, 78)


@dataclass(frozen=True, slots=True)
class BookClosing:
    """One closing: whose office, title and line under it, paragraphs, rows of (what, count) with the total last,
    sections of (heading, lines), small notes, and who closes by name ("" leaves the line to a hand)."""

    heading: Heading
    title: str
    under: str
    told: Sequence[str]
    counts: Sequence[tuple[str, int]]
    sections: Sequence[tuple[str, Sequence[str]]]
    notes: Sequence[str] = ()
    officer: str = ""


def closing_pdf(closing: BookClosing, fonts: Fonts) -> bytes:
    """The paper as A4 pages; the same bytes for the same closing."""
    flow = Flow(fonts, closing.title.capitalize())
    letterhead(flow, closing.heading, "")
    flow.gap(2)
    flow.centred(closing.title, (BOLD, 15))
    flow.gap(0.8)
    flow.centred(closing.under, (BOLD, 14))
    flow.rule(CENTRE, flow.y - 1.5 * mm, 36 * mm)
    flow.gap(6)
    for told in closing.told:
        flow.paragraph(told)
    rows = [(what, amount(count), words.count_words(count)) for what, count in closing.counts]
    flow.gap(1)
    flow.table(Table(words.FIGURES_HEAD, _WIDTHS, rows, total=True, worded=(0, 2)))
    for heading, lines in closing.sections:
        flow.heading(heading)
        for line in lines:
            flow.item(line)
    flow.gap(2)
    for note in closing.notes:
        flow.note(note)
    _signing(flow, closing.officer)
    return flow.finish()


def _signing(flow: Flow, officer: str) -> None:
    flow.need(_SIGN_ROOM)
    flow.gap(9)
    quarter = (RIGHT - LEFT) / 4
    for x, caption, under in zip((LEFT + quarter, RIGHT - quarter), words.SIGNS, words.SIGN_UNDER, strict=True):
        flow.text(x, flow.y, caption, (BOLD, 12))
        flow.text(x, flow.y - 5.5 * mm, under, (REGULAR, 11.5))
    if officer:
        flow.text(LEFT + quarter, flow.y - 36 * mm, officer, (BOLD, 13))
