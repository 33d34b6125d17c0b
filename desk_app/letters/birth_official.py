"""The birth letter on A4 (LOOK 3.3, picture 04): heads of an administrative paper, a lotus at the foot."""

from dataclasses import dataclass
from typing import cast

from desk_app.domain.events import Birth
from desk_app.letters.blocks import CodePlace
from desk_app.letters.card import Card
from desk_app.letters.fit import Block, Step, TooLong, first_within, name_blocks, points
from desk_app.letters.official import (
    BODY,
    BOLD,
    FULL,
    ITALIC,
    MIDDLE,
    WORDS_ON_A4,
    Paragraphs,
    body_sizes,
    paragraphs,
    set_foot,
    set_heads,
    set_title,
)
from desk_app.letters.paragraphs import TooWide
from desk_app.letters.shaping import Style
from desk_app.letters.sheet import Box

TITLE, SUBJECT = Style(BOLD, 19, "son", 40), Style(BOLD, 14)
NAME, UNDER = Style(BOLD, 24, "la", 20), Style(ITALIC, 14)
SUBJECT_Y, SUBJECT_RULE_Y, SALUTATION_Y = 73.5, 76.6, 88.8
SALUTATION_TO_BODY, NAME_Y, UNDER_Y, SECOND_Y, END_Y = 10.3, 135.0, 142.2, 152.9, 203.0
NAME_WIDTH, BODY_TO_NAME, NAME_TO_UNDER, UNDER_TO_BODY = 158.0, 5.2, 7.2, 10.7
SALUTATION_COLUMN, SALUTATION_LEADING, RAISED = 156.0, 6.4, 2.4
SIGNATURE_YS, CODE = (212.5, 251.2), CodePlace((33.2, 216.6), 44.0, 47.2, scale=WORDS_ON_A4)
LOTUS, BANDS, BAND_Y, BAND_WIDTH = Box(88.5, 254.6, 43), (29.7, 135.3), 268.3, 55.0


@dataclass(frozen=True, slots=True)
class _Flow:
    """Both texts and the names as they fit, with their baselines."""

    first: Paragraphs
    first_y: float
    names: Block
    name_y: float
    second: Paragraphs

    @property
    def under_y(self) -> float:
        return max(UNDER_Y, self.name_y + self.names.drops[-1] + NAME_TO_UNDER)

    @property
    def second_y(self) -> float:
        return max(SECOND_Y, self.under_y + UNDER_TO_BODY)


def set_official_birth(card: Card) -> tuple[Step, ...]:
    """Set the letter; returns the fitting steps taken. Raises fit.TooLong."""
    sheet = card.sheet
    set_heads(card)
    set_title(sheet, card.paragraph("tiêu đề"), TITLE, SUBJECT_RULE_Y)
    sheet.text(card.paragraph("chủ đề"), (MIDDLE, SUBJECT_Y), SUBJECT, "centre")
    first_y = _salutation(card)
    flow, steps = _fitted(card, first_y)
    flow.first.place(sheet, flow.first_y)
    for name, drop in zip(flow.names.lines, flow.names.drops, strict=True):
        sheet.text(name, (MIDDLE, flow.name_y + drop), flow.names.style, "centre")
    sheet.text(card.paragraph("dưới tên"), (MIDDLE, flow.under_y), UNDER, "centre")
    flow.second.place(sheet, flow.second_y)
    set_foot(card, CODE, *SIGNATURE_YS)
    sheet.ornament("hoa-sen", LOTUS, tone="son")
    for x in BANDS:
        sheet.ornament("dai-trong-54", Box(x, BAND_Y, BAND_WIDTH), tone="la")
    return (*flow.names.steps, *steps)


def _salutation(card: Card) -> float:
    """Centred, on two lines where both names are long; returns the baseline of the text below."""
    try:
        lines = card.text("lời chào", BODY).balanced(FULL, SALUTATION_COLUMN)
    except TooWide as trouble:
        raise TooLong("mother_name") from trouble
    y = SALUTATION_Y - (len(lines) - 1) * RAISED
    for line in lines:
        card.sheet.line(line.spans, (MIDDLE, y), BODY, "centre")
        y += SALUTATION_LEADING
    return y - SALUTATION_LEADING + SALUTATION_TO_BODY


def _fitted(card: Card, first_y: float) -> tuple[_Flow, tuple[Step, ...]]:
    births = cast(tuple[Birth, ...], card.order.registrations)
    blocks = name_blocks(card.sheet.stock.shaper, [birth.child.name.upper for birth in births], NAME, NAME_WIDTH)
    if not blocks:
        raise TooLong("child_name")
    for short in (False, True):
        for size in body_sizes():
            flow = _flow(card, blocks, (size, short), first_y)
            if flow is not None:
                smaller = () if size == FULL else (Step("body-smaller", points(size)),)
                return flow, (*smaller, *((Step("short-text"),) if short else ()))
    raise TooLong(card.order.long_field)


def _flow(card: Card, blocks: list[Block], tried: tuple[float, bool], first_y: float) -> _Flow | None:
    size, short = tried
    try:
        first = paragraphs(card, ("lời thư 1",), size)
        second = paragraphs(card, ("lời thư 2 ngắn" if short else "lời thư 2", "lời thư 3"), size)
    except TooWide as trouble:
        raise TooLong("child_name") from trouble
    room = END_Y - second.height - UNDER_TO_BODY - NAME_TO_UNDER - first_y - first.height - BODY_TO_NAME
    try:
        names = first_within(blocks, room)
    except TooLong:
        return None
    above = first_y + first.height + BODY_TO_NAME + names.top
    name_y = max(NAME_Y - names.drops[-1] / 2, above)
    flow = _Flow(first, first_y, names, name_y, second)
    return flow if flow.second_y + second.height <= END_Y else None
