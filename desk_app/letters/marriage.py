"""The marriage card, A5 landscape (LOOK 3.3): song hỷ in a drum ring, two chim lạc; millimetres and points."""

from dataclasses import dataclass
from typing import cast

from desk_app.domain.events import Marriage
from desk_app.letters.blocks import (
    CodePlace,
    SignatureBox,
    capitals,
    set_code,
    set_signature,
)
from desk_app.letters.card import Card, Fit, first_that_fits, fit_of
from desk_app.letters.fit import Block, Step, TooLong, fit_names, points
from desk_app.letters.heads import HeadPlace, set_head
from desk_app.letters.lines import Line, Look
from desk_app.letters.paragraphs import TooWide
from desk_app.letters.shaping import Style
from desk_app.letters.sheet import Box

LEFT, COLUMN = 17.0, 176.0
BODY = Look(Style("EBGaramond", 12.1), "EBGaramond-Bold")
LEADING, FULL, FIRST_Y, END_Y = 4.95, 12.1, 81.9, 102.1
TITLE = Style("EBGaramond-SemiBold", 11.5, tracking=220)
WISH = Style("EBGaramond-MediumItalic", 32, "son")
NAME = Style("EBGaramond-Bold", 17.5, tracking=20)
ROLE = Style("EBGaramond-Italic", 12)
NAME_MIDDLES, NAME_WIDTH, NAME_ROOM = (52.5, 157.5), 70.0, 15.9
NAME_Y, ROLE_Y = 59.6, 67.0
SEVERAL_LINES_DROP = 2.6
BIRD_WIDTH, BIRD_RATIO = 19.0 * 62 / 60, 38.5 / 62  # 19 mm of bird in a view box that leaves a margin
BIRDS = ((41.0, False), (169.0, True))
BIRD_Y, BIRD_TURN = 36.4, -1000
RING = Box(91, 47.2, 28)
HEAD = HeadPlace((15, 16.4), 110, (195, 20.6))
SIGNATURE = SignatureBox(136, 58, 107.2, 135.5)
CODE = CodePlace((20.2, 106.4), 44.0, 44.0)


@dataclass(frozen=True, slots=True)
class _Body:
    look: Look
    leading: float
    lines: list[Line]


def set_marriage(card: Card) -> tuple[Step, ...]:
    """Set the card; returns the fitting steps taken. Raises fit.TooLong."""
    sheet = card.sheet
    sheet.frame("khung-rang-luoc", "son")
    set_head(sheet, card.lines("cơ quan"), card.date_line(), HEAD)
    sheet.text(capitals(card.paragraph("tiêu đề")), (105, 29.5), TITLE, "centre")
    for x, mirrored in BIRDS:
        box = Box(x - BIRD_WIDTH / 2, BIRD_Y - BIRD_WIDTH * BIRD_RATIO / 2, BIRD_WIDTH)
        sheet.ornament("chim-lac", box, BIRD_TURN, mirrored, "son")
    sheet.text(card.paragraph("lời chúc"), (105, 41), WISH, "centre")
    sheet.ornament("song-hy-vanh", RING)
    steps = (*_couple(card), *_body(card))
    words = card.code_words()
    if words is not None:
        set_code(sheet, words, CODE)
    set_signature(sheet, card.authority(), card.signed(), SIGNATURE)
    return steps


def _couple(card: Card) -> tuple[Step, ...]:
    """Both names at one size, so that neither stands above the other."""
    marriage = cast(Marriage, card.order.registrations[0])
    names = [name.upper for name in marriage.principals()]
    blocks = [_one_name(card, name, NAME) for name in names]
    smaller = min((block.style for block in blocks), key=lambda style: style.size)
    blocks = [_one_name(card, name, smaller) for name in names]
    for middle, block in zip(NAME_MIDDLES, blocks, strict=True):
        last = NAME_Y + (SEVERAL_LINES_DROP if len(block.lines) > 1 else 0.0)
        for line, drop in zip(block.lines, block.drops, strict=True):
            card.sheet.text(line, (middle, last - block.drops[-1] + drop), block.style, "centre")
    for middle, role in zip(NAME_MIDDLES, card.lines("dưới tên"), strict=False):
        card.sheet.text(role, (middle, ROLE_Y), ROLE, "centre")
    return _told(blocks, NAME.size)


def _one_name(card: Card, name: str, style: Style) -> Block:
    try:
        return fit_names(card.sheet.stock.shaper, (name,), style, NAME_WIDTH, NAME_ROOM)
    except TooLong as trouble:
        raise TooLong("husband_name") from trouble


def _told(blocks: list[Block], full: float) -> tuple[Step, ...]:
    size = blocks[0].style.size
    smaller = (Step("name-smaller", points(size)),) if size < full else ()
    lines = max(len(block.lines) for block in blocks)
    return (*smaller, Step("name-broken", str(lines))) if lines > 1 else smaller


def _body(card: Card) -> tuple[Step, ...]:
    found: list[_Body] = []

    def attempt(section: str, size: float) -> Fit:
        look, leading = BODY.at(size), LEADING * size / FULL
        try:
            lines = card.text(section, BODY).justified(size, COLUMN)
        except TooWide as trouble:
            raise TooLong("free_line") from trouble
        if FIRST_Y + (len(lines) - 1) * leading > END_Y:
            return "no"
        found.append(_Body(look, leading, lines))
        return fit_of(lines)

    steps = first_that_fits(card, ("lời thư", "lời thư ngắn"), FULL, attempt)
    body = found[-1]
    card.sheet.column(body.lines, (LEFT, FIRST_Y), body.look, body.leading, COLUMN)
    return steps
