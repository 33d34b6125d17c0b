"""The result of a survey on A4: slips by place, how the answers divide, ranges; in black and grey alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.paper.flow import BOLD, Bar, Flow, Table
from common.paper.fonts import Fonts
from common.paper.sheet import Heading, letterhead
from common.words import survey_papers as said


@dataclass(frozen=True, slots=True)
class SurveySheet:
    """Ready words and numbers: `places` name and six cells, `levels` words, number, share and the bar's length (0 to
    1), `asked` question and what was ticked; sections without rows are left out."""

    heading: Heading
    opening: str
    returned: str
    place_title: str
    places: Sequence[tuple[str, ...]]
    share: str
    levels: Sequence[tuple[str, str, str, float]]
    asked: Sequence[tuple[str, str]]
    before: str = ""


def survey_sheet_pdf(sheet: SurveySheet, fonts: Fonts) -> bytes:
    """The sheet; the same bytes for the same result."""
    flow = Flow(fonts, said.RESULT)
    letterhead(flow, sheet.heading, "")
    flow.gap(4)
    flow.centred(said.RESULT_TITLE, (BOLD, 14))
    flow.gap(2)
    flow.paragraph(sheet.opening)
    flow.heading(said.SECTIONS[0])
    flow.paragraph(sheet.returned)
    if sheet.places:
        widths = (44.0, 14.0, 17.0, 19.0, 19.0, 17.0, 32.0)
        head = (sheet.place_title, *said.PLACE_HEAD)
        flow.table(Table(head, widths, sheet.places, total=True))
    flow.heading(said.SECTIONS[1])
    flow.paragraph(sheet.share)
    if sheet.levels:
        rows = [(words, n, share, Bar(1.0, filled)) for words, n, share, filled in sheet.levels]
        flow.table(Table(said.LEVEL_HEAD, (46.0, 24.0, 22.0, 70.0), rows))
    flow.note(said.RANGE_NOTE)
    if sheet.asked:
        flow.heading(said.SECTIONS[2])
        for question, counts in sheet.asked:
            flow.item(f"{question}: {counts}.")
    if sheet.before:
        flow.heading(said.SECTIONS[3].replace("4.", "4." if sheet.asked else "3."))
        flow.paragraph(sheet.before)
    return flow.finish()
