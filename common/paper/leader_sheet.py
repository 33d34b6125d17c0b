"""The leader's sheet of a month: five short lists and a chart on one page of A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from common.model_report import MonthBar
from common.paper.flow import BOLD, REGULAR, Flow
from common.paper.fonts import Fonts
from common.paper.model_sheet import chart
from common.paper.sheet import Heading, letterhead
from common.words import leader_sheet as words
from common.words import model_report as paper

_CHART, _MOST, _ROOMY = 36 * mm, 4, 15
"""One page is the promise: of a long list so many lines, and a low chart where all lists together have no more."""


@dataclass(frozen=True, slots=True)
class LeaderSheet:
    """Ready sentences by section, the months of the chart, and the foot."""

    title: str
    period: str
    sections: Sequence[tuple[str, Sequence[str]]]
    months: Sequence[MonthBar]
    foot: str


def leader_pdf(sheet: LeaderSheet, heading: Heading, fonts: Fonts) -> bytes:
    """The sheet as a PDF, the same bytes for the same words."""
    flow = Flow(fonts, words.NAME)
    letterhead(flow, heading, "")
    flow.gap(2)
    flow.centred(sheet.title, (BOLD, 15))
    flow.centred(sheet.period, (REGULAR, 12))
    roomy = sum(min(len(lines), _MOST + 1) for _, lines in sheet.sections) <= _ROOMY
    for title, lines in sheet.sections:
        flow.heading(title)
        for line in lines[:_MOST]:
            flow.item(f"- {line}")
        if len(lines) > _MOST:
            flow.item(f"- {words.more(len(lines) - _MOST)}")
        if title == words.DONE and roomy and any(one.registered or one.delivered for one in sheet.months):
            chart(flow, paper.CHART, sheet.months, _CHART)
    flow.note(sheet.foot)
    return flow.finish()
