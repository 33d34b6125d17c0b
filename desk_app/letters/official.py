"""What both letters on A4 have: two heads as administrative papers have them (NĐ 30/2020/NĐ-CP, Annex I), title,
indented paragraphs, signature; millimetres from the top left corner and points.
"""

from dataclasses import dataclass, replace

from common.words import agency
from desk_app.letters.blocks import CodePlace, capitals, fitted, set_code, set_signed
from desk_app.letters.card import Card
from desk_app.letters.fit import sizes
from desk_app.letters.lines import Line, Look
from desk_app.letters.setpage import Rule
from desk_app.letters.shaping import Style
from desk_app.letters.sheet import Sheet

LEFT, COLUMN, MIDDLE = 30.0, 160.0, 110.0
PLAIN, BOLD, ITALIC = "LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic"
AGENCY_MIDDLE, AGENCY_ROOM, NATION_MIDDLE, NATION_ROOM = 63.0, 66.0, 144.0, 92.0
HEAD_Y, AGENCY_Y, AGENCY_LEADING, MOTTO_Y, DATE_Y = 24.0, 29.8, 5.3, 29.8, 38.5
AGENCY_RULE_Y, AGENCY_RULE, MOTTO_RULE_Y, HEAD_RULE_WIDTH, NUMBER_Y = 37.3, 18.0, 31.8, 0.28, 43.7
UNDER_TITLE, TITLE_Y = 24.0, 65.8
BODY = Look(Style(PLAIN, 14), BOLD)
FULL, SMALLEST, LEADING, INDENT, BETWEEN = 14.0, 12.0, 7.1, 12.7, 2.1
SIGNATURE_MIDDLE, SIGNATURE_ROOM, AUTHORITY_LEADING = 150.0, 80.0, 6.0
AUTHORITY, SIGNED = Style(BOLD, 13.5), Style(BOLD, 14)
BLANK_NUMBER = " " * 7
WORDS_ON_A4 = 1.16
"""How much larger the words beside the symbol are than on a card."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Indented paragraphs as they fit one size; `height` from the first baseline to the last."""

    look: Look
    leading: float
    lines: tuple[list[Line], ...]

    @property
    def height(self) -> float:
        """In millimetres."""
        return (sum(map(len, self.lines)) - 1) * self.leading + (len(self.lines) - 1) * BETWEEN

    def place(self, sheet: Sheet, y: float) -> float:
        """Set them from the baseline `y`; returns the last baseline."""
        for lines in self.lines:
            sheet.column(lines, (LEFT, y), self.look, self.leading, COLUMN)
            y += len(lines) * self.leading + BETWEEN
        return y - self.leading - BETWEEN


def paragraphs(card: Card, sections: tuple[str, ...], size: float) -> Paragraphs:
    """The sections that say anything, measured; raises paragraphs.TooWide."""
    said = [section for section in sections if card.paragraph(section)]
    lines = tuple(card.text(section, BODY).justified(size, COLUMN, INDENT) for section in said)
    return Paragraphs(BODY.at(size), LEADING * size / FULL, lines)


def body_sizes() -> list[float]:
    """The sizes that the body may take, in points."""
    return list(sizes(FULL, SMALLEST, 0.5))


def set_heads(card: Card) -> None:
    """Agency and number left, nation, motto, place and date right. The number may be written in by hand later."""
    sheet = card.sheet
    parent = capitals(card.paragraph("cấp trên"))
    sheet.text(parent, (AGENCY_MIDDLE, HEAD_Y), _fit(sheet, parent, PLAIN, 12.5, AGENCY_ROOM), "centre")
    lower = _set_agency(card)
    _rule(sheet, AGENCY_MIDDLE, AGENCY_RULE_Y + lower, AGENCY_RULE)
    set_number(card, lower)
    nation = capitals(card.paragraph("quốc hiệu"))
    sheet.text(nation, (NATION_MIDDLE, HEAD_Y), _fit(sheet, nation, BOLD, 12.5, NATION_ROOM), "centre")
    width = sheet.text(card.paragraph("tiêu ngữ"), (NATION_MIDDLE, MOTTO_Y), Style(BOLD, 13.5), "centre")
    _rule(sheet, NATION_MIDDLE, MOTTO_RULE_Y, width)
    date = card.date_line()
    sheet.text(date, (NATION_MIDDLE, DATE_Y), fitted(sheet, date, Style(ITALIC, 13.5), NATION_ROOM, "place"), "centre")


def _set_agency(card: Card) -> float:
    """The committee, and the unit's name on as many lines as its groups of words take, as on every paper of the
    office; tells how much lower than usual that ends."""
    sheet, style = card.sheet, Style(BOLD, 12.5)
    committee, unit = map(capitals, card.lines("cơ quan"))
    lines = (committee, *agency.lines(unit, lambda line: sheet.stock.shaper.width(line, style) <= AGENCY_ROOM))
    for number, line in enumerate(lines):
        fitting = fitted(sheet, line, style, AGENCY_ROOM, "office_unit_name")
        sheet.text(line, (AGENCY_MIDDLE, AGENCY_Y + number * AGENCY_LEADING), fitting, "centre")
    return (len(lines) - 2) * AGENCY_LEADING


def set_number(card: Card, lower: float) -> None:
    """Under the agency: "Số: 05/TCM-UBND", numbers under 10 with a zero before them, or room to write it in."""
    numbering = card.order.numbering
    if not numbering.shown:
        return
    number = BLANK_NUMBER if numbering.number is None else f" {numbering.number:02d}"
    text = f"Số:{number}/{numbering.sign or card.paragraph('số')}"
    style = fitted(card.sheet, text, Style(PLAIN, 13), AGENCY_ROOM, "office_number_sign")
    card.sheet.text(text, (AGENCY_MIDDLE, NUMBER_Y + lower), style, "centre")


def set_title(sheet: Sheet, title: str, style: Style, rule_y: float) -> None:
    """The title in capitals, a short rule at `rule_y`."""
    sheet.text(capitals(title), (MIDDLE, TITLE_Y), style, "centre")
    _rule(sheet, MIDDLE, rule_y, UNDER_TITLE)


def set_foot(card: Card, code: CodePlace, title_y: float, name_y: float) -> None:
    """The symbol left; authority and name right, with the room for ink and seal between them."""
    words = card.code_words()
    if words is not None:
        set_code(card.sheet, words, code)
    for number, line in enumerate(card.authority()):
        style = fitted(card.sheet, line, AUTHORITY, SIGNATURE_ROOM, "signatory")
        card.sheet.text(line, (SIGNATURE_MIDDLE, title_y + number * AUTHORITY_LEADING), style, "centre")
    set_signed(card.sheet, card.signed(), (SIGNATURE_MIDDLE, name_y), SIGNED, SIGNATURE_ROOM)


def set_rule(sheet: Sheet, y: float, width: float, tone: str) -> None:
    """A rule as wide as the column."""
    _line(sheet, (LEFT, LEFT + COLUMN), y, (width, tone))


def _rule(sheet: Sheet, middle: float, y: float, width: float) -> None:
    _line(sheet, (middle - width / 2, middle + width / 2), y, (HEAD_RULE_WIDTH, "muc"))


def _line(sheet: Sheet, ends: tuple[float, float], y: float, stroke: tuple[float, str]) -> None:
    left, right, down = (round(length * 1000) for length in (*ends, y))
    sheet.rules.append(Rule(left, down, right, down, round(stroke[0] * 1000), stroke[1]))  # type: ignore[arg-type]


def _fit(sheet: Sheet, text: str, font: str, size: float, room: float) -> Style:
    return fitted(sheet, text, replace(Style(font, size)), room, "office_parent_name")
