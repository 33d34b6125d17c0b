"""Thứ tự xướng tên, A4: names to be read aloud before people, how they are read under each (LOOK 3.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.paper.fonts import Fonts
from common.paper.listed_sheet import A4_TALL, A4_WIDE, ROOM
from common.paper.slip_page import CARD, CARD_BOLD, CARD_ITALIC, LEFT, PLAIN, SMALL, Face, SlipPage
from common.words import desk_papers as said

_NUMBER_WIDE = 15.0
_X, _WIDE = LEFT + _NUMBER_WIDE, ROOM - _NUMBER_WIDE
_NAME, _READ, _UNDER = Face(CARD, 22, room=_WIDE), Face(CARD_ITALIC, 13, room=_WIDE), Face("EBGaramond", 13, room=_WIDE)
_ASK = Face(CARD_ITALIC, 11, SMALL)
_NAME_LEADING, _READ_LEADING, _GAP = 9.6, 5.6, 5.0
_FIRST, _FURTHER, _LAST = 58.0, 20.0, 278.0


@dataclass(frozen=True, slots=True)
class Called:
    """One turn: the names, one reading for each ("" none is needed, None: nobody said yet, room is left to write it),
    and a line about the family."""

    number: int
    names: tuple[str, ...]
    readings: tuple[str | None, ...] = ()
    under: str = ""


@dataclass(frozen=True, slots=True)
class NameOrder:
    """Whose office, place and date, title, when and where, the turns in their order."""

    agency: tuple[str, str]
    dated: str
    title: str
    under: str
    called: Sequence[Called]


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    face: Face
    down: float
    dotted: bool = False


def name_order_pdf(order: NameOrder, fonts: Fonts) -> bytes:
    """The sheets; a turn is never divided between two pages. The same bytes for the same order."""
    page = SlipPage(fonts, said.NAMES, A4_WIDE, A4_TALL)
    page.head(order.agency, order.dated)
    page.text(A4_WIDE / 2, 42, order.title, Face(CARD_BOLD, 18, room=ROOM), at="middle")
    for at, line in enumerate(page.lines(*page.sure(order.under, Face(PLAIN, 10.5, SMALL)), ROOM)[:2]):
        page.text(A4_WIDE / 2, 49 + 5 * at, line, Face(PLAIN, 10.5, SMALL), at="middle")
    blocks = [(turn.number, _rows(page, turn)) for turn in order.called]
    pages = _paged([rows for _, rows in blocks])
    if not blocks:
        page.text(A4_WIDE / 2, 80, said.NOBODY, Face(CARD_ITALIC, 14), at="middle")
    drawn = iter(blocks)
    for number, count in enumerate(pages, 1):
        if number > 1:
            page.turn()
        y = _FIRST if number == 1 else _FURTHER
        for _ in range(count):
            y = _block(page, next(drawn), y)
        if len(pages) > 1:
            page.text(A4_WIDE - LEFT, 288, said.page_of(number, len(pages)), Face(PLAIN, 9, SMALL), at="right")
    return page.finish()


def _rows(page: SlipPage, turn: Called) -> list[_Row]:
    rows: list[_Row] = []
    readings = (*turn.readings, *("",) * len(turn.names))
    for name, reading in zip(turn.names, readings, strict=False):
        text, face = page.sure(name, _NAME)
        rows += [_Row(line, face, _NAME_LEADING) for line in page.lines(text, face, _WIDE)]
        if reading is None:
            rows.append(_Row(said.READ_AS, _ASK, _READ_LEADING, dotted=True))
        elif reading:
            told, face = page.sure(reading, _READ)
            rows += [_Row(line, face, _READ_LEADING) for line in page.lines(told, face, _WIDE)]
    if turn.under:
        text, face = page.sure(turn.under, _UNDER)
        rows += [_Row(line, face, _READ_LEADING + 0.6) for line in page.lines(text, face, _WIDE)]
    return rows


def _paged(blocks: Sequence[Sequence[_Row]]) -> list[int]:
    """How many turns stand on each page."""
    counts, y = [0], _FIRST
    for rows in blocks:
        tall = sum(row.down for row in rows) + _GAP
        if counts[-1] and y + tall - _GAP > _LAST:
            counts.append(0)
            y = _FURTHER
        counts[-1] += 1
        y += tall
    return counts


def _block(page: SlipPage, block: tuple[int, Sequence[_Row]], y: float) -> float:
    number, rows = block
    for at, row in enumerate(rows):
        y += row.down
        if not at:
            page.text(_X - 4, y, f"{number}", Face(PLAIN, 12, SMALL), at="right")
        wide = page.text(_X, y, row.text, row.face)
        if row.dotted:
            page.dots(_X + wide + 2, y + 0.6, 80)
    page.rule(LEFT, y + _GAP / 2 + 0.6, ROOM, 0.15)
    return y + _GAP
