"""Envelopes C5: the office at the upper left, the recipient in the middle of the free part (LOOK 3.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.paper.fonts import Fonts
from common.paper.slip_page import CARD, CARD_BOLD, Face, SlipPage

WIDE, TALL = 229.0, 162.0
_AGENCY, _BAND_Y, _BAND_WIDE = 15.0, 23.0, 62.0
_X, _Y, _ROOM = 140.0, 92.0, 150.0
_NAME, _HOME = Face(CARD, 18, room=_ROOM), Face("EBGaramond", 13, room=_ROOM)
_LEADING, _HOME_LEADING, _MOST_HOME = 9.0, 6.4, 3


@dataclass(frozen=True, slots=True)
class Envelope:
    """To whom, one line or several; `home` where they live, only for whoever asked for it."""

    to: tuple[str, ...]
    home: str = ""


def envelopes_pdf(agency: tuple[str, str], envelopes: Sequence[Envelope], fonts: Fonts, title: str) -> bytes:
    """An envelope on each page; the same bytes for the same envelopes."""
    page = SlipPage(fonts, title, WIDE, TALL)
    for number, envelope in enumerate(envelopes):
        if number:
            page.turn()
        _envelope(page, agency, envelope)
    return page.finish()


def _envelope(page: SlipPage, agency: tuple[str, str], envelope: Envelope) -> None:
    page.text(_AGENCY, _AGENCY, agency[0], Face("EBGaramond", 10.5, room=92))
    page.text(_AGENCY, _AGENCY + 5, agency[1], Face(CARD_BOLD, 10.5, room=92))
    page.band(_AGENCY, _BAND_Y, _BAND_WIDE)
    y = _Y
    for name in envelope.to:
        text, face = page.sure(name, _NAME)
        for line in page.lines(text, face, _ROOM):
            page.text(_X, y, line, face, at="middle")
            y += _LEADING
    home, face = page.sure(envelope.home, _HOME)
    for line in page.lines(home, face, _ROOM)[:_MOST_HOME] if home else ():
        page.text(_X, y, line, face, at="middle")
        y += _HOME_LEADING
