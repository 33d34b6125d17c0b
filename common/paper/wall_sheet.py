"""A4 sheets for the wall of the one-stop room: what was mended, and what is kept about people (LOOK 3.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.paper.fonts import Fonts
from common.paper.listed_sheet import A4_TALL, A4_WIDE, ROOM
from common.paper.slip_page import CARD, CARD_BOLD, CARD_ITALIC, LEFT, MEDIUM, PLAIN, SMALL, Face, SlipPage

_MIDDLE, _LAST, _FURTHER = A4_WIDE / 2, 280.0, 24.0
_SAID, _DONE = Face("EBGaramond", 18, room=ROOM), Face(CARD, 18, room=ROOM)
_LABEL = Face(MEDIUM, 11, SMALL)
_FIGURE, _RANGE = Face(CARD_BOLD, 17, room=ROOM), Face(PLAIN, 11, SMALL, room=ROOM)
_HEADING, _BODY = Face(CARD_BOLD, 15), Face("EBGaramond", 13.5)
_BODY_LEADING = 5.9


@dataclass(frozen=True, slots=True)
class Board:
    """Whose office, place and date, title, quarter; pairs of what people said and what the office did, under `labels`;
    the figure of the quarter and the line that explains it."""

    agency: tuple[str, str]
    dated: str
    title: str
    under: str
    labels: tuple[str, str]
    lines: Sequence[tuple[str, str]]
    figure: str
    note: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Whose office, place and date, title, sections of (heading, paragraphs), the line at the foot."""

    agency: tuple[str, str]
    dated: str
    title: str
    under: str
    sections: Sequence[tuple[str, Sequence[str]]]
    foot: str = ""


def board_pdf(board: Board, fonts: Fonts) -> bytes:
    """One sheet; a pair nobody filled leaves lines to write on."""
    page = SlipPage(fonts, board.title.capitalize(), A4_WIDE, A4_TALL)
    y = _head(page, board.agency, board.dated, (board.title, board.under))
    for heard, done in board.lines:
        y = _part(page, y + 10, (board.labels[0], heard, _SAID), 8.0)
        y = _part(page, y + 8, (board.labels[1], done, _DONE), 8.0)
        y += 5
        page.rule(LEFT, y, ROOM, 0.15)
    y = max(y + 14, 246)
    page.text(_MIDDLE, y, board.figure, _FIGURE, at="middle")
    for line in page.lines(board.note, _RANGE, ROOM):
        y += 6
        page.text(_MIDDLE, y, line, _RANGE, at="middle")
    return page.finish()


def notice_pdf(notice: Notice, fonts: Fonts) -> bytes:
    """The notice, one sheet or as many as its words need."""
    page = SlipPage(fonts, notice.title.capitalize(), A4_WIDE, A4_TALL)
    y = _head(page, notice.agency, notice.dated, (notice.title, notice.under))
    for heading, paragraphs in notice.sections:
        texts = [page.lines(*page.sure(text, _BODY), ROOM, even=False) for text in paragraphs]
        tall = 12 + sum(map(len, texts[:1])) * _BODY_LEADING
        if y + tall > _LAST:
            page.turn()
            y = _FURTHER
        y += 10
        page.text(LEFT, y, heading, _HEADING)
        for lines in texts:
            y = _paragraph(page, y + 1, lines)
    for line in page.lines(notice.foot, Face(CARD_ITALIC, 12.5), ROOM) if notice.foot else ():
        y += 7
        page.text(LEFT, y, line, Face(CARD_ITALIC, 12.5, room=ROOM))
    return page.finish()


def _head(page: SlipPage, agency: tuple[str, str], dated: str, heads: tuple[str, str]) -> float:
    page.head(agency, dated)
    page.text(_MIDDLE, 46, heads[0], Face(CARD_BOLD, 24, room=ROOM), at="middle")
    page.text(_MIDDLE, 54, heads[1], Face(CARD_ITALIC, 13, room=ROOM), at="middle")
    return 56.0


def _part(page: SlipPage, y: float, part: tuple[str, str, Face], leading: float) -> float:
    label, typed, face = part
    page.text(LEFT, y, label, _LABEL)
    if not typed:
        page.dots(LEFT, y + leading + 1, ROOM)
        return y + leading + 1
    text, face = page.sure(typed, face)
    for line in page.lines(text, face, ROOM):
        y += leading
        page.text(LEFT, y, line, face)
    return y


def _paragraph(page: SlipPage, y: float, lines: Sequence[str]) -> float:
    for line in lines:
        if y + _BODY_LEADING > _LAST:
            page.turn()
            y = _FURTHER
        y += _BODY_LEADING
        page.text(LEFT, y, line, Face(_BODY.font, _BODY.size, room=ROOM))
    return y + 1.2
