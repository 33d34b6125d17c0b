"""The condolence card, A5 landscape (LOOK 3.3): one white lotus, ink only, everything centred; millimetres, points."""

from dataclasses import dataclass, replace

from desk_app.letters.blocks import (
    CodePlace,
    SignatureBox,
    capitals,
    fitted,
    set_code,
    set_signature,
)
from desk_app.letters.card import Card, Fit, first_that_fits
from desk_app.letters.fit import Step, TooLong
from desk_app.letters.heads import HeadPlace, set_head
from desk_app.letters.lines import Line, Look
from desk_app.letters.paragraphs import TooWide
from desk_app.letters.shaping import Style
from desk_app.letters.sheet import Box

MIDDLE, COLUMN = 105.0, 160.0
TITLE = Style("EBGaramond-SemiBold", 17, tracking=160)
BODY = Look(Style("EBGaramond", 12.5), "EBGaramond-Bold")
CLOSING = Style("EBGaramond-Italic", 12.5)
CONTACT = Style("EBGaramond", 10.6, "nho")
LEADING, FULL = 5.3, 12.5
TITLE_Y, SALUTATION_Y, CLOSING_Y = 44.6, 53.4, 102.4
BETWEEN = 7.5
LOTUS = Box(86.5, 15.2, 37)
HEAD = HeadPlace((17, 18.8), 66, (193, 23.0), LOTUS.x + LOTUS.width)
SIGNATURE = SignatureBox(128, 56, 108.4, 132.3)
CONTACT_X, CONTACT_Y, CONTACT_LEADING = 25.0, 126.4, 4.6
CODE = CodePlace((25.0, 106.4), 60.0, 60.0, 107.7)
CONTACT_ROOM = 88.0
BESIDE_CODE, BESIDE_X, BESIDE_Y, BESIDE_LEADING = replace(CONTACT, size=10.2), 54.6, 132.6, 4.4


@dataclass(frozen=True, slots=True)
class _Body:
    """Salutation and both paragraphs as they fit."""

    look: Look
    leading: float
    salutation: list[Line]
    first: list[Line]
    second: list[Line]

    @property
    def height(self) -> float:
        """From the salutation to the closing line, in millimetres."""
        lines = len(self.salutation) + len(self.first) + len(self.second) - 3
        return lines * self.leading + 3 * BETWEEN


def set_condolence(card: Card) -> tuple[Step, ...]:
    """Set the card; returns the fitting steps taken. Raises fit.TooLong."""
    sheet = card.sheet
    child = "trẻ em" in card.words.holds
    sheet.frame("khung-chi-manh" if child else "khung-chi-kep", "muc")
    if not child:
        sheet.ornament("sen-trang", LOTUS)
    set_head(sheet, card.lines("cơ quan"), card.date_line(), HEAD)
    sheet.text(capitals(card.paragraph("tiêu đề")), (MIDDLE, TITLE_Y), TITLE, "centre")
    steps = _body(card)
    _contact(card)
    set_signature(sheet, card.authority(), card.signed(), SIGNATURE)
    return steps


def _body(card: Card) -> tuple[Step, ...]:
    found: list[_Body] = []

    def attempt(section: str, size: float) -> Fit:
        body = _measured(card, section, size)
        if body.height > CLOSING_Y - SALUTATION_Y:
            return "no"
        found.append(body)
        return "good"

    steps = first_that_fits(card, ("lời thư 2",), FULL, attempt)
    _place(card, found[-1])
    return steps


def _measured(card: Card, section: str, size: float) -> _Body:
    look = BODY.at(size)
    try:
        parts = [card.text(part, BODY).balanced(size, COLUMN) for part in ("lời chào", "lời thư 1", section)]
    except TooWide as trouble:
        raise TooLong("deceased_name") from trouble
    return _Body(look, LEADING * size / FULL, *parts)


def _place(card: Card, body: _Body) -> None:
    """Centred lines; what is left over is shared out above the salutation and before the closing line."""
    y = SALUTATION_Y + (CLOSING_Y - SALUTATION_Y - body.height) / 3
    for lines in (body.salutation, body.first, body.second):
        for line in lines:
            card.sheet.line(line.spans, (MIDDLE, y), body.look, "centre")
            y += body.leading
        y += BETWEEN - body.leading
    closing = replace(CLOSING, size=body.look.regular.size)
    card.sheet.text(card.paragraph("lời kết"), (MIDDLE, y), closing, "centre")


def _contact(card: Card) -> None:
    """Whom to call; beside the symbol where the office asks gently for an opinion."""
    words, sheet = card.code_words(), card.sheet
    if words is not None:
        set_code(sheet, words, CODE)
        beside = card.lines("liên hệ cạnh mã")
        for number, line in enumerate(beside):
            y = BESIDE_Y - (len(beside) - 1 - number) * BESIDE_LEADING
            sheet.text(line, (BESIDE_X, y), fitted(sheet, line, BESIDE_CODE, CODE.room, "office_officer"))
        return
    lines = card.lines("liên hệ")
    for number, line in enumerate(lines):
        y = CONTACT_Y + (number + 2 - len(lines)) * CONTACT_LEADING
        sheet.text(line, (CONTACT_X, y), fitted(sheet, line, CONTACT, CONTACT_ROOM, "office_officer"))
