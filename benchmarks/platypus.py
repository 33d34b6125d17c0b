"""The peer of L1: the birth card as a ReportLab program is usually written, platypus for the text, qrcode for the code.

Fonts are registered and the ornament is read once; frame, code and text go through the public calls, one by one.
"""

from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

import qrcode
from reportlab.graphics import renderPDF
from reportlab.lib.pagesizes import A5, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table
from svglib.svglib import svg2rlg

from benchmarks import cards
from benchmarks.cards import LEAF, RED, Card


class Code(Flowable):
    """The code, one rectangle a module."""

    def __init__(self, link: str) -> None:
        super().__init__()
        self.link = link
        self.width = self.height = 26.4 * mm

    def wrap(self, *_: Any) -> tuple[float, float]:
        """Called by platypus."""
        return self.width, self.height

    def draw(self) -> None:
        """Called by platypus."""
        code = qrcode.QRCode(version=4, error_correction=qrcode.constants.ERROR_CORRECT_Q, border=0)
        code.add_data(self.link)
        code.make(fit=False)
        matrix = code.get_matrix()
        size = self.width / len(matrix)
        for j, line in enumerate(matrix):
            for i, dark in enumerate(line):
                if dark:
                    self.canv.rect(i * size, self.height - (j + 1) * size, size, size, stroke=0, fill=1)


@cache
def fonts(resources: Path) -> None:
    """Register the fonts once."""
    for name, file in (("S", "EBGaramond"), ("SB", "EBGaramond-Bold"), ("SI", "EBGaramond-Italic")):
        pdfmetrics.registerFont(TTFont(name, resources / "fonts" / f"{file}.ttf"))
    pdfmetrics.registerFontFamily("S", normal="S", bold="SB", italic="SI", boldItalic="SB")


@cache
def ornament(resources: Path) -> Any:
    """The picture at the left, read once."""
    return svg2rlg(str(resources / "ornaments" / "tranh-sen.svg"))


def plain_card(card: Card, resources: Path, out: BinaryIO) -> None:
    """Write one card as a PDF."""
    fonts(resources)
    page = landscape(A5)
    document = BaseDocTemplate(out, pagesize=page, pageCompression=1)
    column = Frame(71 * mm, 12 * mm, 127 * mm, 124 * mm, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate("card", [column], onPage=lambda c, _: _background(c, page, resources))])
    document.build(_story(card))


def _style(name: str, size: float, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(name, fontName="S", fontSize=size, leading=size * 1.17, **more)


def _story(card: Card) -> list[Any]:
    body = _style("body", 12, alignment=4)
    small = _style("small", 8)
    head = [Paragraph(cards.AGENCY[0], _style("a", 9.6)), Paragraph(f"<b>{cards.AGENCY[1]}</b>", _style("b", 9.6))]
    dated = Paragraph(f"<i>{cards.PLACE_AND_DATE}</i>", _style("d", 11, alignment=2))
    ask = [f"<b>{cards.ASKED[0]}</b>", *cards.ASKED[1:], card.host.lower(), card.spaced, cards.SMALL_PRINT]
    office, name = (f"<b>{said}</b>" for said in cards.SIGNED)
    signed = [Paragraph(office, _style("t", 11, alignment=1)), Spacer(1, 24 * mm)]
    signed += [Paragraph(name, _style("n", 12.5, alignment=1))]
    foot = [[Code(card.link), [Paragraph(line, small) for line in ask], signed]]
    return [
        Table([[head, dated]], colWidths=[57 * mm, 70 * mm]),
        Paragraph(f'<font color="{RED}"><i>{cards.TITLE}</i></font>', _style("title", 30, spaceAfter=8)),
        Paragraph(f"Thân gửi anh <b>{card.father}</b> và chị <b>{card.mother}</b>,", body),
        Paragraph(cards.FIRST, body),
        Paragraph(f'<font color="{LEAF}"><b>{card.child.upper()}</b></font>', _style("name", 20, alignment=1)),
        Paragraph(f"<i>{card.born_line}</i>", _style("born", 12, alignment=1)),
        Paragraph(cards.SECOND, body),
        Spacer(1, 2 * mm),
        Table(foot, colWidths=[30 * mm, 40 * mm, 57 * mm]),
    ]


def _background(canvas: Canvas, page: tuple[float, float], resources: Path) -> None:
    width, height = page
    canvas.setStrokeColor(LEAF)
    for inset, line in ((8, 0.45), (9.9, 0.2)):
        canvas.setLineWidth(line * mm)
        canvas.rect(inset * mm, inset * mm, width - 2 * inset * mm, height - 2 * inset * mm)
    _teeth(canvas, height)
    drawing = ornament(resources)
    renderPDF.draw(drawing, canvas, 10.6 * mm, height - 10 * mm - drawing.height)


def _teeth(canvas: Canvas, height: float) -> None:
    canvas.setLineWidth(0.3 * mm)
    for x1, y1, x2, y2 in cards.teeth():
        canvas.line(x1 * mm, height - y1 * mm, x2 * mm, height - y2 * mm)
