"""The letter of apology on A4 (LOOK 3.3, picture 10): no ornament, the facts in a table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from common.letter_text import Span
from desk_app.letters.blocks import CodePlace
from desk_app.letters.card import Card
from desk_app.letters.fit import Step, TooLong, points
from desk_app.letters.lines import Line, Look, Text
from desk_app.letters.official import (
    BODY,
    BOLD,
    COLUMN,
    FULL,
    ITALIC,
    LEFT,
    MIDDLE,
    PLAIN,
    WORDS_ON_A4,
    Paragraphs,
    body_sizes,
    paragraphs,
    set_foot,
    set_heads,
    set_rule,
    set_title,
)
from desk_app.letters.paragraphs import TooWide
from desk_app.letters.shaping import Style
from desk_app.letters.sheet import Sheet

TITLE = Style(BOLD, 18, tracking=40)
TITLE_RULE_Y, SALUTATION_Y, FIRST_Y = 69.1, 81.6, 91.6
LABEL, CELL = Look(Style(ITALIC, 13.5), ITALIC), Look(Style(PLAIN, 13.5), BOLD)
NOTE = Look(Style(ITALIC, 10.5), ITALIC)
LABEL_X, CELL_X, CELL_ROOM = 32.0, 72.0, 114.0
ROW, IN_ROW, ROW_LEADING = 9.45, 6.4, 6.4
BODY_TO_TABLE, TABLE_TO_BODY, BODY_TO_SIGNATURE, RAISED = 6.6, 8.9, 22.0, 1.6
EDGE, BETWEEN_ROWS = (0.45, "cham"), (0.15, "xam")
END_Y, NOTE_RULE_Y, NOTE_Y, NOTE_LEADING = 212.5, 267.0, 272.0, 4.6
SIGNATURE_YS, CODE = (220.5, 262.2), CodePlace((33.2, 227.6), 44.0, 47.2, scale=WORDS_ON_A4)

Row = tuple[list[Line], list[Line]]


@dataclass(frozen=True, slots=True)
class _Flow:
    """Both texts and the table between them as they fit."""

    first_y: float
    first: Paragraphs
    rows: tuple[Row, ...]
    second: Paragraphs
    scale: float

    @property
    def table(self) -> float:
        """Height of the table in millimetres."""
        return sum(_height(row, self.scale) for row in self.rows)

    @property
    def second_y(self) -> float:
        """Where the text after the table begins."""
        end = self.first_y + self.first.height
        if not self.rows:
            return end + self.first.leading + 2.1
        return end + BODY_TO_TABLE + self.table + TABLE_TO_BODY


def set_apology(card: Card) -> tuple[Step, ...]:
    """Set the letter; returns the fitting steps taken. Raises fit.TooLong."""
    sheet = card.sheet
    set_heads(card)
    set_title(sheet, card.paragraph("tiêu đề"), TITLE, TITLE_RULE_Y)
    flow, steps = _fitted(card, _salutation(card))
    end = flow.first.place(sheet, flow.first_y)
    if flow.rows:
        _table(sheet, flow, end + BODY_TO_TABLE)
    raised = max(0.0, SIGNATURE_YS[0] - BODY_TO_SIGNATURE - flow.second.place(sheet, flow.second_y))
    code = replace(CODE, at=(CODE.at[0], CODE.at[1] - raised))
    set_foot(card, code, SIGNATURE_YS[0] - raised, SIGNATURE_YS[1] - raised)
    _note(card)
    return steps


def _salutation(card: Card) -> float:
    """Centred, a long name on two lines; returns where the text begins."""
    try:
        lines = card.text("lời chào", BODY).balanced(FULL, COLUMN)
    except TooWide as trouble:
        raise TooLong("to_name") from trouble
    first = SALUTATION_Y - (len(lines) - 1) * RAISED
    for number, line in enumerate(lines):
        card.sheet.line(line.spans, (MIDDLE, first + number * ROW_LEADING), BODY, "centre")
    return first + (len(lines) - 1) * ROW_LEADING + FIRST_Y - SALUTATION_Y


def _fitted(card: Card, first_y: float) -> tuple[_Flow, tuple[Step, ...]]:
    for size in body_sizes():
        try:
            first, second = (paragraphs(card, (section,), size) for section in ("lời thư 1", "lời thư 2"))
            flow = _Flow(first_y, first, _rows(card, size / FULL), second, size / FULL)
        except TooWide as trouble:
            raise TooLong(card.order.long_field) from trouble
        if flow.second_y + second.height <= END_Y:
            return flow, () if size == FULL else (Step("body-smaller", points(size)),)
    raise TooLong(card.order.long_field)


def _rows(card: Card, scale: float) -> tuple[Row, ...]:
    cells = card.template.rows("bảng", card.words)
    room = CELL_X - LABEL_X - 1.0
    return tuple(
        (_cell(card, label, (LABEL, scale, room)), _cell(card, value, (CELL, scale, CELL_ROOM)))
        for label, value in cells
    )


def _cell(card: Card, spans: Sequence[Span], how: tuple[Look, float, float]) -> list[Line]:
    look, scale, room = how
    return Text(card.sheet.stock.shaper, spans, look).justified(look.regular.size * scale, room)


def _height(row: Row, scale: float) -> float:
    return (ROW + (max(map(len, row)) - 1) * ROW_LEADING) * scale


def _table(sheet: Sheet, flow: _Flow, y: float) -> None:
    set_rule(sheet, y, *EDGE)
    for number, row in enumerate(flow.rows):
        for x, look, lines in ((LABEL_X, LABEL, row[0]), (CELL_X, CELL, row[1])):
            for place, line in enumerate(lines):
                at = (x, y + (IN_ROW + place * ROW_LEADING) * flow.scale)
                sheet.line(line.spans, at, look.at(look.regular.size * flow.scale))
        y += _height(row, flow.scale)
        set_rule(sheet, y, *(EDGE if number == len(flow.rows) - 1 else BETWEEN_ROWS))


def _note(card: Card) -> None:
    sheet = card.sheet
    set_rule(sheet, NOTE_RULE_Y, *BETWEEN_ROWS)
    lines = card.text("lời cuối", NOTE).justified(NOTE.regular.size, COLUMN)
    for number, line in enumerate(lines):
        sheet.line(line.spans, (LEFT, NOTE_Y + number * NOTE_LEADING), NOTE)
