"""The papers of a yearly pack of evidence on A4: its index and its lists of letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from common.paper.flow import BOLD, CENTRE, REGULAR, Flow, Table
from common.paper.fonts import Fonts
from common.paper.sheet import Heading, letterhead
from common.words import evidence_pack as words

_WIDE = 162.0


@dataclass(frozen=True, slots=True)
class IndexSheet:
    """What an index tells: whose pack, sentences at the top, letters by kind and by way (with the sum), files and
    reports as pairs of a sentence and where it lies."""

    heading: Heading
    under: str
    told: Sequence[str]
    kinds: Sequence[Sequence[str]]
    ways: Sequence[Sequence[str]]
    files: Sequence[tuple[str, str]]
    reports: Sequence[tuple[str, str]]


def index_pdf(sheet: IndexSheet, fonts: Fonts) -> bytes:
    """The index as a PDF, the same bytes for the same content."""
    flow = Flow(fonts, words.NAME)
    letterhead(flow, sheet.heading, "")
    _title(flow, words.TITLE, sheet.under)
    for line in sheet.told:
        flow.paragraph(line)
    flow.heading(words.LETTERS_HEAD)
    flow.table(Table(words.COUNTS_HEAD, (78.0, 28.0, 28.0, 28.0), sheet.kinds, total=True))
    if sheet.ways:
        flow.table(Table(words.WAYS_HEAD, (78.0, 28.0), sheet.ways))
    _listed(flow, words.FILES_HEAD, sheet.files, words.NO_FILES)
    _listed(flow, words.REPORTS_HEAD, sheet.reports, words.NO_REPORTS)
    flow.heading(words.VOICES_HEAD)
    flow.paragraph(words.VOICES_TOLD)
    return flow.finish()


def list_pdf(title: str, under: str, table: tuple[Sequence[str], Sequence[Sequence[str]]], fonts: Fonts) -> bytes:
    """A list of letters as a PDF: the first column is the kind, each row one letter."""
    head, rows = table
    flow = Flow(fonts, title)
    _title(flow, title.upper(), under)
    first = 48.0
    widths = (first, *[(_WIDE - first) / (len(head) - 1)] * (len(head) - 1))
    flow.table(Table(head, widths, rows or [(words.NO_LETTERS, *[""] * (len(head) - 1))]))
    return flow.finish()


def _title(flow: Flow, title: str, under: str) -> None:
    flow.gap(2)
    flow.centred(title, (BOLD, 14))
    flow.centred(under, (REGULAR, 13))
    flow.rule(CENTRE, flow.y - 1.5 * mm, 36 * mm)
    flow.gap(6)


def _listed(flow: Flow, head: str, rows: Sequence[tuple[str, str]], nothing: str) -> None:
    flow.heading(head)
    for told, where in rows:
        flow.item(told)
        if where:
            flow.note(where)
    if not rows:
        flow.paragraph(nothing)
