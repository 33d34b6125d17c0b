"""Citizens' answers of a period on A4: communes by name with share and range, what was noted, how it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from common.paper.flow import BOLD, CENTRE, REGULAR, Cell, Flow, Table
from common.paper.fonts import Fonts
from common.paper.sheet import Heading, letterhead, signature
from common.words import flags
from common.words import opinions as words

WIDTHS = (44, 16, 15, 16, 33, 38)


@dataclass(frozen=True, slots=True)
class OpinionPaper:
    """Which period (`quý IV/2026`), days and letters, the rows with the sum last, sentences on reading them, notes."""

    period: str
    under: str
    rows: Sequence[Sequence[Cell]]
    told: Sequence[str]
    notes: Sequence[str]


def opinion_pdf(paper: OpinionPaper, heading: Heading, fonts: Fonts) -> bytes:
    """The sheet as a PDF, the same bytes for the same figures."""
    flow = Flow(fonts, f"{words.TITLE}, {paper.period}")
    letterhead(flow, heading, "")
    flow.centred(words.PAPER_TITLE, (BOLD, 15))
    flow.centred(f"{words.TITLE}, {paper.period}", (BOLD, 14))
    flow.rule(CENTRE, flow.y - 1.5 * mm, 36 * mm)
    flow.gap(5)
    flow.centred(paper.under, (REGULAR, 12))
    flow.gap(2)
    flow.table(Table(words.PAPER_HEAD, WIDTHS, paper.rows, total=True))
    flow.note(f"{words.PAPER_FEW_TOLD} {words.COUNTING}")
    flow.heading(words.FAIR)
    for told in paper.told:
        flow.paragraph(told)
    if paper.notes:
        flow.heading(flags.HEAD)
        for note in paper.notes:
            flow.paragraph(note)
    signature(flow, heading)
    return flow.finish()
