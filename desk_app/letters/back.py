"""The other side of a glad letter: a translation, centred, no ornament but a tooth band; millimetres and points."""

from dataclasses import dataclass

from desk_app.letters.card import A5_HEIGHT, Card, Fit, first_that_fits
from desk_app.letters.fit import Block, TooLong, first_within, name_blocks
from desk_app.letters.lines import Line, Look
from desk_app.letters.paragraphs import TooWide
from desk_app.letters.shaping import Style
from desk_app.letters.sheet import Box

NAME_ROOM, NAME_WIDTH, BAND, EDGE, HIGHEST = 34.0, 150.0, 60.0, 17.0, 34.0
TITLE_Y, BAND_Y, BETWEEN, BEFORE_NAME, BEFORE_UNDER = 25.0, 29.5, 4.2, 3.6, 6.2


@dataclass(frozen=True, slots=True)
class _Looks:
    """The faces of the front: those of cards, or on A4 those of administrative papers."""

    title: Style
    body: Look
    name: Style
    under: Style
    last: Style
    full: float
    leading: float
    column: float


CARD = _Looks(
    Style("EBGaramond-MediumItalic", 17),
    Look(Style("EBGaramond", 12), "EBGaramond-Bold"),
    Style("EBGaramond-Bold", 20, "muc", 30),
    Style("EBGaramond-Italic", 12),
    Style("EBGaramond-Italic", 10, "nho"),
    12.0,
    5.1,
    150.0,
)
PAPER = _Looks(
    Style("LiberationSerif-Italic", 17),
    Look(Style("LiberationSerif", 13), "LiberationSerif-Bold"),
    Style("LiberationSerif-Bold", 20),
    Style("LiberationSerif-Italic", 13),
    Style("LiberationSerif-Italic", 10.5, "nho"),
    13.0,
    6.4,
    160.0,
)


def set_back(card: Card) -> None:
    """Set the translation in the middle of the sheet. Raises fit.TooLong."""
    sheet, middle, looks = card.sheet, card.sheet.width / 2, _looks(card)
    sheet.text(card.paragraph("tiêu đề"), (middle, TITLE_Y), looks.title, "centre")
    sheet.ornament("dai-rang-luoc", Box(middle - BAND / 2, BAND_Y, BAND))
    names = [name.upper for registration in card.order.registrations for name in registration.principals()]
    blocks = name_blocks(sheet.stock.shaper, names, looks.name, NAME_WIDTH)
    if not blocks:
        raise TooLong(card.order.name_field)
    block = first_within(blocks, NAME_ROOM)
    room = sheet.height - EDGE - BAND_Y - 2 * BETWEEN - looks.leading
    found: list[tuple[Look, dict[str, list[Line]], float]] = []

    def attempt(_: str, size: float) -> Fit:
        parts = _measured(card, size)
        found.append((looks.body.at(size), parts, _height(card, parts, block, size)))
        return "good" if found[-1][2] <= room else "no"

    first_that_fits(card, ("lời thư 2",), looks.full, attempt)
    look, parts, height = found[-1]
    _place(card, look, parts, (block, BAND_Y + BETWEEN + looks.leading + min(HIGHEST, max(0.0, room - height) / 2)))
    sheet.text(card.paragraph("lời cuối"), (middle, sheet.height - EDGE), looks.last, "centre")


def _measured(card: Card, size: float) -> dict[str, list[Line]]:
    looks = _looks(card)
    said = [part for part in ("lời chào", "lời thư 1", "lời thư 2") if card.paragraph(part)]
    try:
        return {part: card.text(part, looks.body).balanced(size, looks.column) for part in said}
    except TooWide as trouble:
        raise TooLong(card.order.name_field) from trouble


def _height(card: Card, parts: dict[str, list[Line]], block: Block, size: float) -> float:
    lines = sum(map(len, parts.values())) * _looks(card).leading * size / _looks(card).full
    under = BEFORE_UNDER if card.paragraph("dưới tên") else 0.0
    return lines + len(parts) * BETWEEN + block.top + block.drops[-1] + BEFORE_NAME + under


def _place(card: Card, look: Look, parts: dict[str, list[Line]], begins: tuple[Block, float]) -> None:
    (block, y), looks = begins, _looks(card)
    for part, lines in parts.items():
        if part == "lời thư 2":
            y = _names(card, block, y) + BETWEEN + looks.leading * (0.5 if card.paragraph("dưới tên") else 0.9)
        for line in lines:
            card.sheet.line(line.spans, (card.sheet.width / 2, y), look, "centre")
            y += looks.leading * look.regular.size / looks.full
        y += BETWEEN / 2 if part == "lời chào" else BEFORE_NAME


def _names(card: Card, block: Block, y: float) -> float:
    """The names, and the line under them; returns the last baseline."""
    sheet, middle = card.sheet, card.sheet.width / 2
    y += block.top - BEFORE_NAME / 2
    for name, drop in zip(block.lines, block.drops, strict=True):
        sheet.text(name, (middle, y + drop), block.style, "centre")
    y += block.drops[-1]
    under = card.paragraph("dưới tên")
    if not under:
        return y
    sheet.text(under, (middle, y + BEFORE_UNDER), _looks(card).under, "centre")
    return y + BEFORE_UNDER


def _looks(card: Card) -> _Looks:
    return CARD if card.sheet.height == A5_HEIGHT else PAPER
