"""The card of thanks, A5 landscape (LOOK 3.3, picture 09): bamboo and shoots; millimetres and points."""

from dataclasses import dataclass

from desk_app.letters.blocks import CodePlace, SignatureBox, fitted, set_code, set_signature
from desk_app.letters.card import Card, Fit, first_that_fits, fit_of
from desk_app.letters.fit import Step, TooLong, fit_names
from desk_app.letters.heads import DATE, HeadPlace, set_head
from desk_app.letters.lines import Line, Look
from desk_app.letters.paragraphs import TooWide
from desk_app.letters.shaping import Style
from desk_app.letters.sheet import Box

LEFT, COLUMN = 16.0, 134.0
TITLE = Style("EBGaramond-MediumItalic", 30, "la")
SALUTATION = Style("EBGaramond", 12.2)
NAME = Style("EBGaramond-Bold", 20, tracking=20)
BODY = Look(Style("EBGaramond", 12.2), "EBGaramond-Bold")
FULL, LEADING, BETWEEN = 12.2, 5.2, 6.7
SALUTATION_Y, NAME_Y, FIRST_Y, END_Y = 42.0, 51.0, 58.4, 98.0
NAME_ROOM, SEVERAL_LINES_DROP = 11.5, 1.6
LOWERED, SPARE = 3.0, 2.0
DATE_MIDDLE, DATE_Y, DATE_ROOM = 117.0, 105.3, 66.0
HEAD = HeadPlace((LEFT, 16.0), 120)
SIGNATURE = SignatureBox(88, 58, 110.6, 135.3)
CODE = CodePlace((19.2, 106.4), 36.0, 37.0)
BAMBOO = Box(149.6, 9.9, 50)


@dataclass(frozen=True, slots=True)
class _Body:
    look: Look
    leading: float
    first: list[Line]
    second: list[Line]

    @property
    def height(self) -> float:
        """From the first baseline to the last, in millimetres."""
        return (len(self.first) + len(self.second) - 2) * self.leading + BETWEEN


def set_thanks(card: Card) -> tuple[Step, ...]:
    """Set the card; returns the fitting steps taken. Raises fit.TooLong."""
    sheet = card.sheet
    sheet.frame("khung-rang-luoc", "la")
    sheet.ornament("tranh-tre", BAMBOO)
    set_head(sheet, card.lines("cơ quan"), "", HEAD)
    sheet.text(card.paragraph("tiêu đề"), (15.4, 33), TITLE)
    sheet.text(card.paragraph("lời chào"), (LEFT, SALUTATION_Y), SALUTATION)
    name_steps, first_y = _name(card)
    steps = _body(card, first_y)
    date = card.date_line()
    sheet.text(date, (DATE_MIDDLE, DATE_Y), fitted(sheet, date, DATE, DATE_ROOM, "office_place"), "centre")
    words = card.code_words()
    if words is not None:
        set_code(sheet, words, CODE)
    set_signature(sheet, card.authority(), card.signed(), SIGNATURE)
    return (*name_steps, *steps)


def _name(card: Card) -> tuple[tuple[Step, ...], float]:
    """Whom it thanks, large; returns where the text begins."""
    try:
        block = fit_names(card.sheet.stock.shaper, [card.paragraph("tên").upper()], NAME, COLUMN, NAME_ROOM)
    except TooLong as trouble:
        raise TooLong("to_name") from trouble
    first = NAME_Y - (SEVERAL_LINES_DROP if len(block.lines) > 1 else 0.0)
    for line, drop in zip(block.lines, block.drops, strict=True):
        card.sheet.text(line, (LEFT, first + drop), block.style)
    return block.steps, max(FIRST_Y, first + block.drops[-1] + FIRST_Y - NAME_Y)


def _body(card: Card, first_y: float) -> tuple[Step, ...]:
    found: list[_Body] = []

    def attempt(_: str, size: float) -> Fit:
        try:
            first, second = (card.text(part, BODY).justified(size, COLUMN) for part in ("lời thư 1", "lời thư 2"))
        except TooWide as trouble:
            raise TooLong(card.order.long_field) from trouble
        body = _Body(BODY.at(size), LEADING * size / FULL, first, second)
        if first_y + body.height > END_Y:
            return "no"
        found.append(body)
        return fit_of(first, second)

    steps = first_that_fits(card, ("lời thư 2",), FULL, attempt)
    body = found[-1]
    first_y += min(LOWERED, max(0.0, END_Y - first_y - body.height - SPARE) / 3)
    second_y = first_y + (len(body.first) - 1) * body.leading + BETWEEN
    card.sheet.column(body.first, (LEFT, first_y), body.look, body.leading, COLUMN)
    card.sheet.column(body.second, (LEFT, second_y), body.look, body.leading, COLUMN)
    return steps
