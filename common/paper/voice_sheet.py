"""Citizens' answers of one commune in a period on A4: how they divide, letters to answers, ranges; in grey alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from common.paper.flow import BOLD, REGULAR, Bar, Flow, Reach, Table
from common.paper.fonts import Fonts
from common.paper.sheet import Heading, letterhead
from common.words import ratings_page as said
from common.words import voice_sheet as words


@dataclass(frozen=True, slots=True)
class Range:
    """A named share with its range: words beside it, and where it stands from 0 to 1; None where too few answered."""

    name: str
    n: str
    told: str
    reach: Reach | None = None


@dataclass(frozen=True, slots=True)
class VoiceSheet:
    """Ready words and numbers: `ways` name and three counts, the last row the sum; `levels` words, number and the bar's
    length; `lines` sentences. Sections without rows are left out, the others
    numbered in turn."""

    heading: Heading
    period: str
    ways: Sequence[tuple[str, ...]]
    share: str
    levels: Sequence[tuple[str, str, float]]
    kinds: Sequence[Range]
    quarters: Sequence[Range]
    lines: Sequence[str]


def voice_sheet_pdf(sheet: VoiceSheet, fonts: Fonts) -> bytes:
    """The sheet; the same bytes for the same figures."""
    flow = Flow(fonts, words.NAME)
    letterhead(flow, sheet.heading, "")
    flow.gap(4)
    flow.centred(words.TITLE, (BOLD, 14))
    flow.centred(sheet.period, (REGULAR, 12))
    flow.gap(2)
    shares, ways, kinds, quarters, done = words.SECTIONS
    numbers = count(1)
    flow.heading(f"{next(numbers)}. {shares}")
    flow.paragraph(sheet.share)
    if sheet.levels:
        rows = [(level, n, Bar(1.0, filled)) for level, n, filled in sheet.levels]
        flow.table(Table(words.LEVELS_HEAD, (46.0, 24.0, 92.0), rows))
    flow.heading(f"{next(numbers)}. {ways}")
    flow.table(Table(said.WAYS_HEAD, (72.0, 30.0, 30.0, 30.0), sheet.ways, total=True))
    for title, ranges in ((kinds, sheet.kinds), (quarters, sheet.quarters)):
        if ranges:
            flow.heading(f"{next(numbers)}. {title}")
            flow.table(Table(words.RANGE_HEAD, (52.0, 18.0, 46.0, 46.0), [_row(one) for one in ranges]))
    flow.heading(f"{next(numbers)}. {done}")
    for line in sheet.lines:
        flow.item(line)
    flow.note(words.NOTE)
    return flow.finish()


def _row(one: Range) -> tuple[str | Reach, ...]:
    return one.name, one.n, one.told, one.reach or ""
