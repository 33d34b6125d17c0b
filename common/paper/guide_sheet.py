"""A page of the guide on A4, or a card to lay beside the keyboard: as large as one sheet allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from common import guide_text as guide
from common.guide_text import Block, GuidePage, rich
from common.paper.fonts import FAMILIES, Fonts
from common.words import guide as said

PLAIN, BOLD = "NotoSans", "NotoSans-Bold"
WIDTH, HEIGHT = A4
_LEFT, _RIGHT, _TOP, _BOTTOM = 20 * mm, WIDTH - 18 * mm, HEIGHT - 42 * mm, 20 * mm
_USUAL, _LARGEST, _STEP = 11.0, 19.0, 0.5
_INK = HexColor("#1B4A6B")
Line = tuple[Paragraph, Paragraph | None, float]
"""What is written, what hangs before it, and the room above, in points."""


def guide_pdf(page: GuidePage, fonts: Fonts, keys: Sequence[tuple[str, str]] = (), large: bool = False) -> bytes:
    """The page as a PDF, its own keys (key, what it does) below; `large`: in the largest type that leaves one sheet.
    Equal bytes for equal words."""
    fonts.register(FAMILIES[PLAIN])
    size = _largest(page, keys) if large else _USUAL
    raw = BytesIO()
    canvas = Canvas(raw, pagesize=A4, invariant=1, initialFontName=PLAIN)  # type: ignore[arg-type]  # as in flow
    canvas.setTitle(page.title)
    _head(canvas, page)
    y = _TOP
    for line in _lines(page, keys, size):
        tall = _tall(line)
        if y - tall < _BOTTOM:
            canvas.showPage()
            _head(canvas, page)
            y = _TOP
        y -= tall
        words, before, _ = line
        words.drawOn(canvas, _LEFT + _hang(size, before), y)
        if before is not None:
            before.drawOn(canvas, _LEFT, y + words.height - before.height)
    canvas.showPage()
    canvas.save()
    return raw.getvalue()


def _largest(page: GuidePage, keys: Sequence[tuple[str, str]]) -> float:
    size = _LARGEST
    while size > _USUAL and sum(map(_tall, _lines(page, keys, size))) > _TOP - _BOTTOM:
        size -= _STEP
    return size


def _head(canvas: Canvas, page: GuidePage) -> None:
    canvas.setFillColor(_INK)
    canvas.setStrokeColor(_INK)
    canvas.setFont(BOLD, 22)
    canvas.drawString(_LEFT, HEIGHT - 28 * mm, page.title.removeprefix(said.CARD_BEFORE))
    canvas.setLineWidth(1.2)
    canvas.line(_LEFT, HEIGHT - 34 * mm, _RIGHT, HEIGHT - 34 * mm)
    canvas.setFont(PLAIN, 8.5)
    canvas.drawString(_LEFT, 12 * mm, said.FOOT)


def _lines(page: GuidePage, keys: Sequence[tuple[str, str]], size: float) -> Iterator[Line]:
    for block in page.blocks:
        yield from _block(block, size)
    if keys:
        yield from _block(Block(guide.HEADING, said.KEYS), size)
        yield from (_line(escape(does), size, escape(key), wide=True) for key, does in keys)


def _block(block: Block, size: float) -> Iterator[Line]:
    if block.kind == guide.TABLE:
        yield from (_line(rich(" – ".join(row[1:])), size, rich(row[0]), wide=True) for row in block.rows[1:])
    elif block.kind == guide.HEADING:
        yield _line(f"<b>{rich(block.text)}</b>", size * 1.15, above=0.9)
    elif block.kind in (guide.POINT, guide.STEP):
        yield _line(rich(block.text), size, f"{block.mark}." if block.mark else "–")
    elif block.kind == guide.PARAGRAPH:
        yield _line(rich(block.text), size)


def _line(text: str, size: float, before: str = "", wide: bool = False, above: float = 0.35) -> Line:
    style = ParagraphStyle("line", fontName=PLAIN, fontSize=size, leading=size * 1.32)
    ahead = Paragraph(f"<b>{before}</b>", style) if before else None
    if ahead is not None:
        ahead.wide = wide  # type: ignore[attr-defined]
        ahead.wrap(_hang(size, ahead), HEIGHT)
    words = Paragraph(text, style)
    words.wrap(_RIGHT - _LEFT - _hang(size, ahead), HEIGHT)
    return words, ahead, size * above


def _hang(size: float, before: Paragraph | None) -> float:
    """How far a line stands in: behind a number, or behind a key."""
    if before is None:
        return 0.0
    return size * (9 if getattr(before, "wide", False) else 1.9)


def _tall(line: Line) -> float:
    words, before, above = line
    return float(max(words.height, before.height if before is not None else 0.0)) + above
