"""The handover sheet, A4: what is open, what is handed over by hand, what is done then, three signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from common.paper.flow import BOLD, ITALIC, LEFT, RIGHT, Flow, Table
from common.paper.fonts import Fonts
from common.words import people_handover as said

_WIDTHS = (88, 52, 22)
_SIGN_ROOM = 42 * mm
_NAME_BELOW, _NAME_ROOM = 30 * mm, 50 * mm

Rows = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """Whose office, place and date; who gives and who takes, with their work (taker "" is written by hand); the rows of
    both tables: a thing and how it stands; the names under the signatures."""

    unit: str
    place_and_date: str
    giver: str
    taker: str
    open: Rows
    kept: Rows
    names: tuple[str, str, str]


def handover_pdf(sheet: HandoverSheet, fonts: Fonts) -> bytes:
    """The sheet as A4; the same bytes for the same sheet."""
    flow = Flow(fonts, said.NAME)
    flow.centred(sheet.unit.upper(), (BOLD, 13))
    flow.gap(1)
    flow.centred(sheet.place_and_date, (ITALIC, 12))
    flow.gap(6)
    flow.centred(said.TITLE, (BOLD, 15))
    flow.gap(3)
    flow.item(f"{said.GIVER}: {sheet.giver}")
    flow.item(f"{said.TAKER}: {sheet.taker or said.BLANK}")
    flow.gap(1)
    flow.heading(said.OPEN)
    _table(flow, said.OPEN_HEAD, sheet.open)
    flow.note(said.COUNTS_NOTE)
    flow.heading(said.KEPT)
    _table(flow, said.KEPT_HEAD, sheet.kept)
    flow.heading(said.THEN)
    for step in said.STEPS:
        flow.item(step)
    _signing(flow, sheet.names)
    return flow.finish()


def _table(flow: Flow, head: Sequence[str], rows: Rows) -> None:
    flow.table(Table(head, _WIDTHS, [(thing, state, said.TICK) for thing, state in rows]))


def _signing(flow: Flow, names: Sequence[str]) -> None:
    flow.need(_SIGN_ROOM)
    flow.gap(8)
    third = (RIGHT - LEFT) / 3
    for place, (caption, name) in enumerate(zip(said.SIGNS, names, strict=True)):
        x = LEFT + third * (place + 0.5)
        flow.text(x, flow.y, caption, (BOLD, 12))
        flow.text(x, flow.y - 5 * mm, said.SIGN_HINT, (ITALIC, 11))
        _name(flow, x, flow.y - _NAME_BELOW, name)


def _name(flow: Flow, x: float, y: float, name: str) -> None:
    """A name too long for its third of the page stands in two lines."""
    words = name.split()
    lines = [name]
    if flow.fonts.width(name, BOLD, 12) > _NAME_ROOM and len(words) > 1:
        cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
        lines = list(min(cuts, key=lambda cut: max(flow.fonts.width(line, BOLD, 12) for line in cut)))
    for line in lines:
        size = min(12.0, 12.0 * _NAME_ROOM / max(flow.fonts.width(line, BOLD, 12), 1.0))
        flow.text(x, y, line, (BOLD, size))
        y -= 5 * mm
