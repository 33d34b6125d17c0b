"""The contents of a month's bundle on one A4 page, to be looked over before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from common.paper.flow import BOLD, ITALIC, LEFT, REGULAR, RIGHT, Flow, Table
from common.paper.fonts import Fonts
from common.words import month as said

_WIDTHS = (42, 24, 24, 24, 24, 24)
_SIGN_ROOM = 34 * mm


@dataclass(frozen=True, slots=True)
class ContentsSheet:
    """What stands on the page: whose bundle it is and which, rows of the table (the total last), the sum in words, what
    travels and what stays, notes under the table, and who printed it when."""

    unit: str
    title: str
    since: Sequence[str]
    rows: Sequence[Sequence[str]]
    total: str
    inside: Sequence[str]
    outside: Sequence[str]
    notes: Sequence[str]
    printed: str


def contents_pdf(sheet: ContentsSheet, fonts: Fonts) -> bytes:
    """The page as a PDF; the same bytes for the same contents."""
    flow = Flow(fonts, f"{sheet.title}, {sheet.unit}")
    flow.centred(sheet.unit.upper(), (BOLD, 13))
    flow.gap(4)
    flow.centred(said.PREVIEW_TITLE, (BOLD, 15))
    flow.centred(sheet.title, (BOLD, 13))
    for line in sheet.since:
        flow.centred(line, (ITALIC, 11.5))
    flow.gap(4)
    flow.table(Table(said.COLUMNS, _WIDTHS, sheet.rows, total=True))
    for note in sheet.notes:
        flow.note(note)
    flow.paragraph(sheet.total)
    for head, lines in ((said.IN_IT, sheet.inside), (said.NOT_IN_IT, sheet.outside)):
        flow.heading(head)
        for line in lines:
            flow.paragraph(f"- {line}")
    flow.note(said.PREVIEW_NOTE)
    flow.note(sheet.printed)
    _signing(flow)
    return flow.finish()


def _signing(flow: Flow) -> None:
    flow.need(_SIGN_ROOM)
    flow.gap(8)
    quarter = (RIGHT - LEFT) / 4
    for x, caption in ((LEFT + quarter, said.PREVIEW_MAKER), (RIGHT - quarter, said.PREVIEW_SEER)):
        flow.text(x, flow.y, caption, (BOLD, 12))
        flow.text(x, flow.y - 5 * mm, said.PREVIEW_SIGN, (REGULAR, 11))
