"""The birth card, A5 landscape (LOOK 3.3): lotus rising from water under a drum sun; millimetres and points."""

from dataclasses import dataclass
from typing import cast

from desk_app.domain.events import Birth
from desk_app.letters.blocks import CodePlace, SignatureBox, set_code, set_signature
from desk_app.letters.card import Card, Fit, first_that_fits, fit_of
from desk_app.letters.fit import Block, Step, TooLong, first_within, name_blocks
from desk_app.letters.heads import HeadPlace, set_head
from desk_app.letters.lines import Line, Look
from desk_app.letters.paragraphs import TooWide
from desk_app.letters.shaping import Style
from desk_app.letters.sheet import Box

LEFT, COLUMN, NAME_WIDTH = 71.0, 127.0, 125.0
MIDDLE = LEFT + COLUMN / 2
TITLE = Style("EBGaramond-MediumItalic", 30, "son")
BODY = Look(Style("EBGaramond", 12), "EBGaramond-Bold")
NAME = Style("EBGaramond-Bold", 24, "la", 30)
UNDER = Style("EBGaramond-Italic", 12)
LEADING, FULL = 4.95, 12.0
SALUTATION_Y, FIRST_Y, NAME_Y, UNDER_Y, SECOND_Y, END_Y = 40.7, 46.5, 68.3, 74.8, 81.9, 102.1
SEVERAL_NAMES_DROP = 1.2
CLEAR_ABOVE_NAME, AIR = 1.7, 2.5
UNDER_TO_BODY, NAME_TO_UNDER, SEVERAL_TO_UNDER = 5.8, 6.0, 5.3
HEAD = HeadPlace((LEFT, 16.0), 68, (LEFT + COLUMN, 20.2))
SIGNATURE = SignatureBox(141, 57, 107.2, 135.5)
CODE = CodePlace((74.2, 106.4), 38.0, 35.2)


@dataclass(frozen=True, slots=True)
class _Flow:
    """The three texts and the names as they fit, with the baselines where they begin."""

    look: Look
    leading: float
    salutation: list[Line]
    first: tuple[float, list[Line]]
    names: tuple[float, Block]
    under_y: float
    second: tuple[float, list[Line]]


def set_birth(card: Card) -> tuple[Step, ...]:
    """Set the card; returns the fitting steps taken. Raises fit.TooLong."""
    sheet = card.sheet
    sheet.frame("khung-rang-luoc", "la")
    sheet.ornament("tranh-sen", Box(10.6, 10, 58))
    set_head(sheet, card.lines("cơ quan"), card.date_line(), HEAD)
    sheet.text(card.paragraph("tiêu đề"), (70.4, 33), TITLE)
    flow, steps = _fitted(card)
    _place(card, flow)
    words = card.code_words()
    if words is not None:
        set_code(sheet, words, CODE)
    set_signature(sheet, card.authority(), card.signed(), SIGNATURE)
    return steps


def _fitted(card: Card) -> tuple[_Flow, tuple[Step, ...]]:
    births = cast(tuple[Birth, ...], card.order.registrations)
    names = [birth.child.name.upper for birth in births]
    blocks = name_blocks(card.sheet.stock.shaper, names, NAME, NAME_WIDTH)
    if not blocks:
        raise TooLong("child_name")
    found: list[_Flow] = []

    def attempt(section: str, size: float) -> Fit:
        flow = _flow(card, blocks, section, size)
        if flow is None or flow.second[0] + (len(flow.second[1]) - 1) * flow.leading > END_Y:
            return "no"
        found.append(flow)
        return fit_of(flow.first[1], flow.second[1])

    steps = first_that_fits(card, ("lời thư 2", "lời thư 2 ngắn"), FULL, attempt)
    return found[-1], (*found[-1].names[1].steps, *steps)


def _flow(card: Card, blocks: list[Block], section: str, size: float) -> _Flow | None:
    look, leading = BODY.at(size), LEADING * size / FULL
    try:
        salutation = card.text("lời chào", BODY).justified(size, COLUMN)
        first = card.text("lời thư 1", BODY).justified(size, COLUMN)
        second = card.text(section, BODY).justified(size, COLUMN)
    except TooWide as trouble:
        raise TooLong("child_name") from trouble
    first_y = FIRST_Y + (len(salutation) - 1) * leading
    first_end = first_y + (len(first) - 1) * leading
    lowest_under = END_Y - (len(second) - 1) * leading - UNDER_TO_BODY
    room = lowest_under - SEVERAL_TO_UNDER - first_end - CLEAR_ABOVE_NAME
    block = _names(blocks, room)
    if block is None:
        return None
    name_y, under_y = _name_and_under(block, first_end)
    second_y = max(SECOND_Y, under_y + UNDER_TO_BODY)
    crowded = second_y > SECOND_Y or name_y - block.top - first_end < CLEAR_ABOVE_NAME + AIR / 2
    slack = min(AIR, END_Y - (second_y + (len(second) - 1) * leading)) if crowded else 0.0
    names_at, second_at = (name_y + slack / 2, block), (second_y + slack * 0.8, second)
    return _Flow(look, leading, salutation, (first_y, first), names_at, under_y + slack / 2, second_at)


def _names(blocks: list[Block], room: float) -> Block | None:
    """The names with a little air around them where there is any; None when they do not fit at all."""
    for height in (room - AIR, room):
        try:
            return first_within(blocks, height)
        except TooLong:
            continue
    return None


def _name_and_under(block: Block, first_end: float) -> tuple[float, float]:
    """Baseline of the first name line and of the line under the names; pushed down only as far as needed."""
    several = len(block.lines) > 1
    last = NAME_Y + (SEVERAL_NAMES_DROP if several else 0.0)
    first = max(last - block.drops[-1], first_end + CLEAR_ABOVE_NAME + block.top)
    last = first + block.drops[-1]
    return first, max(UNDER_Y, last + (SEVERAL_TO_UNDER if several else NAME_TO_UNDER))


def _place(card: Card, flow: _Flow) -> None:
    sheet = card.sheet
    for number, line in enumerate(flow.salutation):
        sheet.line(line.spans, (LEFT, SALUTATION_Y + number * flow.leading), flow.look)
    sheet.column(flow.first[1], (LEFT, flow.first[0]), flow.look, flow.leading, COLUMN)
    name_y, block = flow.names
    for name, drop in zip(block.lines, block.drops, strict=True):
        sheet.text(name, (MIDDLE, name_y + drop), block.style, "centre")
    sheet.text(card.paragraph("dưới tên"), (MIDDLE, flow.under_y), UNDER, "centre")
    sheet.column(flow.second[1], (LEFT, flow.second[0]), flow.look, flow.leading, COLUMN)
