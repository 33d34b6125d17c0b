"""Simple office papers about people's data: what is held, what was erased, which copies are to be destroyed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.lib.units import mm

from common.paper.flow import BOLD, ITALIC, LEFT, REGULAR, RIGHT, Flow
from common.paper.fonts import Fonts
from common.words.month import PREVIEW_SIGN

_SIGN_ROOM = 24 * mm


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines, which are paragraphs or entries of a list; an empty heading goes on without one."""

    heading: str
    lines: Sequence[str]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class PrivacySheet:
    """One paper: whose office, place and date, title and line under it, sections, small notes, who signs at left and at
    right ("" for nobody). `name` stands in the PDF's own title and holds no name of a person."""

    unit: str
    place_and_date: str
    title: str
    under: str
    sections: Sequence[Section]
    notes: Sequence[str] = field(default=())
    signs: tuple[str, str] = ("", "")


def privacy_pdf(sheet: PrivacySheet, fonts: Fonts) -> bytes:
    """The paper as A4 pages; the same bytes for the same sheet."""
    flow = Flow(fonts, sheet.title.capitalize())
    flow.centred(sheet.unit.upper(), (BOLD, 13))
    flow.gap(1)
    flow.centred(sheet.place_and_date, (ITALIC, 12))
    flow.gap(6)
    flow.centred(sheet.title, (BOLD, 15))
    flow.centred(sheet.under, (ITALIC, 12))
    flow.gap(4)
    for section in sheet.sections:
        if section.heading:
            flow.heading(section.heading)
        for line in section.lines:
            (flow.item if section.listed else flow.paragraph)(line)
    for note in sheet.notes:
        flow.note(note)
    if any(sheet.signs):
        _signing(flow, sheet.signs)
    return flow.finish()


def _signing(flow: Flow, signs: tuple[str, str]) -> None:
    flow.need(_SIGN_ROOM)
    flow.gap(8)
    quarter = (RIGHT - LEFT) / 4
    for x, caption in ((LEFT + quarter, signs[0]), (RIGHT - quarter, signs[1])):
        if caption:
            flow.text(x, flow.y, caption, (BOLD, 12))
            flow.text(x, flow.y - 5 * mm, PREVIEW_SIGN, (REGULAR, 11))
