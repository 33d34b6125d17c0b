"""Set pages as one PDF.

ReportLab writes the file and cuts out of the fonts what a document needs; a page is one stream of PDF's own operators,
fonts and ornaments are deflated once and kept (docs/adr/0019).
"""

from collections.abc import Iterable

from common.paper.fonts import CUTS
from desk_app.letters.content import UM_PER_POINT, Pen, Used
from desk_app.letters.pdf_file import Entries, PdfFile, box, packed_once
from desk_app.letters.setpage import CannotDraw, SetPage
from desk_app.letters.stock import Stock


def draw(pages: Iterable[SetPage], stock: Stock) -> bytes:
    """One PDF with a page for each set page; the same pages give the same bytes. Raises CannotDraw.

    Pages are asked for one after the other and let go again, so a pile never lies in memory as a whole.
    """
    file, used, pen, title = PdfFile(), Used(), Pen(stock), ""
    for page in pages:
        _check(page, stock)
        title = title or page.title
        file.put_page((page.width / UM_PER_POINT, page.height / UM_PER_POINT), pen.page(page, used))
    return file.finish(title, {"Font": _fonts(file, used, stock), "XObject": _forms(file, used, stock, pen)})


def _check(page: SetPage, stock: Stock) -> None:
    for face in page.faces:
        if face.font not in CUTS or stock.fonts.digest(face.font) != face.digest:
            raise CannotDraw(face.font)
    for place in page.ornaments:
        if stock.version(place.name) != place.version:
            raise CannotDraw(place.name)


def _fonts(file: PdfFile, used: Used, stock: Stock) -> Entries:
    """Of each font what all pages together need."""
    fonts: Entries = {}
    for font in sorted(used.characters):
        fonts.update(stock.cuts[font].put(file, used.characters[font]))
    return fonts


def _forms(file: PdfFile, used: Used, stock: Stock, pen: Pen) -> Entries:
    """The ornaments, each written once for all pages."""
    forms: Entries = {}
    for name, (place, ink) in sorted(used.forms.items()):
        if name not in stock.forms:
            stock.forms[name] = packed_once(pen.form(place, ink).encode())
        bounds = box(place.width / UM_PER_POINT, place.height / UM_PER_POINT)
        entries: Entries = {"Type": "/XObject", "Subtype": "/Form", "BBox": bounds, "Resources": "<< >>"}
        forms[name] = file.put_stream(entries, stock.forms[name])
    return forms
