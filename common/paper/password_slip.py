"""The slip that carries a first password to its owner: one A5 sheet each, printed and kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from common.paper.fonts import Fonts
from common.paper.slip_page import CARD, CARD_ITALIC, LEFT, MEDIUM, MIDDLE, PLAIN, RIGHT, SMALL, STRONG, Face, SlipPage
from common.words import password_slip as said
from common.words.slips import agency, made_on

_TITLE, _UNDER = Face(CARD, 22, spaced=0.08), Face(CARD_ITALIC, 12.5)
_CAPTION, _NOTE = Face(PLAIN, 9, SMALL), Face(PLAIN, 9.6)
_WIDE, _TALL, _TOP = 118.0, 21.0, 84.0


@dataclass(frozen=True, slots=True)
class FirstPassword:
    """Whose it is: the shown name, the login where it is another word, and the password exactly as it is typed."""

    name: str
    login: str
    password: str


def password_slips_pdf(unit: str, day: date, people: Sequence[FirstPassword], fonts: Fonts) -> bytes:
    """A sheet for each of them; `unit` as inside a sentence ("xã An Liên"). The file's own title names nobody. Keep the
    bytes in memory: they are keys."""
    page = SlipPage(fonts, said.TITLE)
    for number, person in enumerate(people):
        if number:
            page.turn()
        page.head(agency(unit), made_on(day))
        page.text(MIDDLE, 43.5, said.TITLE.upper(), _TITLE, at="middle")
        page.text(MIDDLE, 50.5, said.UNDER, _UNDER, at="middle")
        _person(page, person)
        _how(page, person.password)
    return page.finish()


def _person(page: SlipPage, person: FirstPassword) -> None:
    half = (RIGHT - LEFT) / 2
    told = [(said.OWNER, person.name), (said.LOGIN, person.login)]
    for place, (caption, value) in enumerate(told):
        page.text(LEFT + place * half, 62.0, caption, _CAPTION)
        page.text(LEFT + place * half, 69.5, value, Face(MEDIUM, 15, room=half - 6))
    page.rule(LEFT, 74.5, RIGHT - LEFT)


def _how(page: SlipPage, password: str) -> None:
    left = MIDDLE - _WIDE / 2
    page.text(MIDDLE, 81.0, said.PASSWORD, _CAPTION, at="middle")
    page.box(left, _TOP, _WIDE, _TALL)
    page.text(MIDDLE, _TOP + 13.6, password, Face(MEDIUM, 25, spaced=0.06, room=_WIDE - 10), at="middle")
    for number, line in enumerate(said.lines("-" in password)):
        page.text(LEFT, 114.0 + number * 5.6, line, _NOTE)
    page.text(LEFT, 136.5, said.WARNING, Face(STRONG, 10.5))
