"""What every letter has: signature, the block beside the QR symbol; and text that is made to fit."""

import unicodedata
from contextlib import suppress
from dataclasses import dataclass

from common.letter_text import Span
from desk_app.letters.fit import TooLong, sizes
from desk_app.letters.lines import Look, Text
from desk_app.letters.paragraphs import TooWide
from desk_app.letters.qr import QUIET_UM, SIDE_UM, BadLink, place_symbol
from desk_app.letters.shaping import MM_PER_POINT, Style
from desk_app.letters.sheet import Sheet

TITLE_OF_OFFICE, SIGNED = Style("EBGaramond-Bold", 11), Style("EBGaramond-Bold", 12.5)
AUTHORITY_LEADING = 4.9
SMALLEST_PART = 0.78
SIGNED_LEADING = 1.15
HEAD = Style("NotoSans-Bold", 8.6)
PLAIN = Style("NotoSans", 7.6)
DOMAIN = Style("NotoSans-SemiBold", 7.9)
CODE = Style("NotoSans-Bold", 8.4, tracking=40)
SMALL = Style("NotoSans", 7, "nho")
LEADING = 3.65
WIDE_COLUMN = 44
SMALLEST_SMALL, SMALLEST_DOMAIN = 6.0, 6.6
LABEL_GAP = 1.3
HALF_X_HEIGHT = 0.95
BLOCK_HEIGHT = 26.4
SPECIMEN_LINK, SPECIMEN_CODE = "MAU", "XXXX-XXXX-XXXX-XXXX"


@dataclass(frozen=True, slots=True)
class CodeWords:
    """What stands beside the symbol."""

    link: str
    code: str
    host: str
    head: str
    lines: tuple[str, ...]
    label: str
    small: str


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """Where a signature goes: left, width, baseline of the first authority line and of the name, in millimetres."""

    x: float
    width: float
    title_y: float
    name_y: float


@dataclass(frozen=True, slots=True)
class CodePlace:
    """Where the symbol goes: its corner; the column its words count as, and how wide they may really be; the baseline
    of the first words, or None to centre them on the symbol; how much larger the words are than on a card.
    """

    at: tuple[float, float]
    column: float
    room: float
    first_y: float | None = None
    scale: float = 1.0

    def style(self, style: Style) -> Style:
        """The style as large as words are here."""
        return style.at(round(style.size * self.scale, 1))


def capitals(text: str) -> str:
    """Capitals in NFC."""
    return unicodedata.normalize("NFC", text.upper())


def set_signature(sheet: Sheet, authority: tuple[str, ...], name: str, box: SignatureBox) -> None:
    """Authority above, name below, centred; the room between stays empty for ink and seal."""
    middle = box.x + box.width / 2
    for number, line in enumerate(authority):
        style = fitted(sheet, line, TITLE_OF_OFFICE, box.width, "signatory")
        sheet.text(line, (middle, box.title_y + number * AUTHORITY_LEADING), style, "centre")
    set_signed(sheet, name, (middle, box.name_y), SIGNED, box.width)


def set_signed(sheet: Sheet, name: str, at: tuple[float, float], style: Style, room: float) -> None:
    """The name under a signature, centred; one that is too wide even at its smallest stands on two lines, the last one
    where names stand. Raises TooLong."""
    for lines in ((name,), _halves(sheet, name, style)):
        widest = max(lines, key=lambda line: sheet.stock.shaper.width(line, style))
        with suppress(TooLong):
            fitting = fitted(sheet, widest, style, room, "signatory")
            for above, line in enumerate(reversed(lines)):
                y = at[1] - above * fitting.size * MM_PER_POINT * SIGNED_LEADING
                sheet.text(line, (at[0], y), fitting, "centre")
            return
    raise TooLong("signatory")


def _halves(sheet: Sheet, name: str, style: Style) -> tuple[str, ...]:
    """The name parted at the space that makes its two lines most alike."""
    words = name.split(" ")
    cuts = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    return min(cuts, key=lambda cut: max(sheet.stock.shaper.width(line, style) for line in cut), default=(name,))


def fitted(sheet: Sheet, text: str, style: Style, room: float, what: str) -> Style:
    """The style at the largest size that fits `room` millimetres, not under 0.78 of the full one; raises TooLong."""
    for size in sizes(style.size, round(style.size * SMALLEST_PART, 1), 0.1):
        at = style.at(size)
        if sheet.stock.shaper.width(text, at) <= room:
            return at
    raise TooLong(what)


def set_code(sheet: Sheet, words: CodeWords, place: CodePlace) -> None:
    """The symbol, and its words from the edge of the quiet zone."""
    at = place.at
    try:
        sheet.code = place_symbol(words.link, round(at[0] * 1000), round(at[1] * 1000))
    except BadLink as trouble:
        raise TooLong("office_host") from trouble
    x = at[0] + (SIDE_UM + QUIET_UM) / 1000
    rows = _rows(sheet, words, place)
    leading = place.scale * min(LEADING, BLOCK_HEIGHT / (len(rows) - 1))
    middle = at[1] + SIDE_UM / 2000 - (len(rows) - 1) * leading / 2 + HALF_X_HEIGHT
    first = middle if place.first_y is None else place.first_y
    for number, (text, style, indent) in enumerate(rows):
        y = first + number * leading
        if isinstance(text, tuple):
            sheet.text(text[0], (x, y), place.style(PLAIN))
            sheet.text(text[1], (x + indent, y), style)
        else:
            sheet.text(text, (x + indent, y), style)


Row = tuple[str | tuple[str, str], Style, float]


def _rows(sheet: Sheet, words: CodeWords, place: CodePlace) -> list[Row]:
    label, code, room = place.style(PLAIN), place.style(CODE), place.room
    rows: list[Row] = [(words.head, place.style(HEAD), 0.0)] if words.head else []
    plain = min((fitted(sheet, line, label, room, "template") for line in words.lines), key=lambda style: style.size)
    rows += [(line, plain, 0.0) for line in words.lines]
    rows += [(line, style, 0.0) for line, style in _domain(sheet, words.host, place)]
    indent = sheet.stock.shaper.width(words.label, label) + LABEL_GAP
    groups = words.code.split("-")
    pairs = ["-".join(groups)] if place.column >= WIDE_COLUMN else ["-".join(groups[:2]), "-".join(groups[2:])]
    code = fitted(sheet, max(pairs, key=len), code, room - indent, "office_host")
    rows.append(((words.label, pairs[0]), code, indent))
    rows += [(pair, code, indent) for pair in pairs[1:]]
    return rows + [(line, style, 0.0) for line, style in _small(sheet, words.small, place)]


def _domain(sheet: Sheet, host: str, place: CodePlace) -> list[tuple[str, Style]]:
    """The address, smaller or on two lines where it is long, broken after a dot if it can be."""
    full, room = place.style(DOMAIN), place.room
    for size in sizes(full.size, SMALLEST_DOMAIN, 0.1):
        style = full.at(size)
        if sheet.stock.shaper.width(host, style) <= room:
            return [(host, style)]
    style = full.at(SMALLEST_DOMAIN)
    dots = [place + 1 for place, character in enumerate(host) if character in ".-"]
    cuts = [*sorted(dots, key=lambda place: abs(place - len(host) / 2)), len(host) // 2]
    for cut in cuts:
        parts = [host[:cut], host[cut:]]
        if all(sheet.stock.shaper.width(part, style) <= room for part in parts):
            return [(part, style) for part in parts]
    raise TooLong("office_host")


def _small(sheet: Sheet, text: str, place: CodePlace) -> list[tuple[str, Style]]:
    if not text:
        return []
    words = Text(sheet.stock.shaper, (Span(text),), Look(SMALL, SMALL.font))
    for size in sizes(place.style(SMALL).size, SMALLEST_SMALL, 0.1):
        try:
            lines = words.balanced(size, place.room)
        except TooWide as trouble:
            raise TooLong("office_phone") from trouble
        if len(lines) <= 2:
            return [("".join(span.text for span in line.spans), SMALL.at(size)) for line in lines]
    raise TooLong("office_phone")
