"""Minutes of a morning with the people and the sheet for the notice board, as PDF and DOCX by NĐ 30/2020, Annex III."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from common.paper.flow import BOLD, CENTRE, ITALIC, LEFT, RIGHT, Flow
from common.paper.fonts import Fonts
from common.paper.office_docx import OfficeDocument
from common.paper.sheet import Heading, letterhead

_SIGNING = (LEFT + 38 * mm, RIGHT - 40 * mm)
_SEAL_ROOM, _ROOM = 24 * mm, 48 * mm


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the paragraphs under it."""

    heading: str
    paragraphs: Sequence[str]


@dataclass(frozen=True, slots=True)
class SessionPaper:
    """Ready words. `signing`: for each who signs the lines from the top, last the name; none on a notice board."""

    heading: Heading
    number: str
    titles: tuple[str, ...]
    opening: Sequence[str]
    sections: Sequence[Section]
    closing: Sequence[str]
    signing: Sequence[tuple[str, ...]] = ()
    note: str = ""


def session_pdf(paper: SessionPaper, fonts: Fonts) -> bytes:
    """A4 portrait, the same bytes for the same words."""
    flow = Flow(fonts, " ".join(paper.titles))
    letterhead(flow, paper.heading, paper.number)
    flow.gap(4)
    for place, title in enumerate(paper.titles):
        flow.centred(title, (BOLD, 15 if not place else 14))
    flow.gap(1.5)
    flow.rule(CENTRE, flow.y, 36 * mm)
    flow.gap(4)
    _write(flow, paper)
    _close(flow, paper)
    if paper.signing:
        _sign(flow, paper.signing)
    return flow.finish()


def session_docx(paper: SessionPaper) -> bytes:
    """The same words as a document to be worked on."""
    document = OfficeDocument(" ".join(paper.titles))
    document.letterhead(paper.heading, paper.number)
    for place, title in enumerate(paper.titles):
        document.centred(title, 15 if not place else 14)
    document.rule()
    _write(document, paper)
    for text in paper.closing:
        document.paragraph(text)
    if paper.note:
        document.note(paper.note)
    if paper.signing:
        document.document.paragraphs[-1].paragraph_format.keep_with_next = True
        document.signatures(paper.signing)
    return document.finish()


def _write(onto: Flow | OfficeDocument, paper: SessionPaper) -> None:
    sections = (Section("", paper.opening), *paper.sections)
    for section in sections:
        if section.heading:
            onto.heading(section.heading)
        for text in section.paragraphs:
            onto.paragraph(text)


def _close(flow: Flow, paper: SessionPaper) -> None:
    """The last sentence stays with the signatures: nobody signs a page that says nothing."""
    for left, text in enumerate(paper.closing, start=1 - len(paper.closing)):
        if left == 0 and paper.signing:
            flow.need(_ROOM + 18 * mm)
        flow.paragraph(text)
    if paper.note:
        flow.gap(3)
        flow.note(paper.note)


def _sign(flow: Flow, signing: Sequence[tuple[str, ...]]) -> None:
    flow.gap(3)
    flow.need(_ROOM)
    top = flow.y - 4 * mm
    for x, (role, hint, name) in zip(_SIGNING, signing, strict=True):
        flow.text(x, top, role, (BOLD, 13))
        flow.text(x, top - 5.4 * mm, hint, (ITALIC, 11.5))
        flow.text(x, top - 5.4 * mm - _SEAL_ROOM, name, (BOLD, 13))
