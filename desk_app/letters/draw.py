"""Set pages as one PDF.

The file is written by our own pdf_file: fonts and ornaments are deflated once and kept, a page is one stream of our own
operators. ReportLab reads the fonts and cuts out what a document needs of them (docs/adr/0019).
"""

import zlib
from collections.abc import Iterable

from common.paper.fonts import CUTS
from desk_app.letters.content import UM_PER_POINT, Pen, Used
from desk_app.letters.pdf_file import PdfFile, packed_once, text_string
from desk_app.letters.setpage import CannotDraw, SetPage
from desk_app.letters.stock import Stock

LANGUAGE, PRODUCER = "vi", "mot-cua"


def draw(pages: Iterable[SetPage], stock: Stock) -> bytes:
    """One PDF with a page for each set page; the same pages give the same bytes. Raises CannotDraw.

    Pages are asked for one after the other and let go again, so a pile never lies in memory as a whole.
    """
    file, used, pen = PdfFile(), Used(), Pen(stock)
    root, tree, shared = file.reserve(), file.reserve(), file.reserve()
    kids, title = [], ""
    for page in pages:
        _check(page, stock)
        title = title or page.title
        stream = file.put_stream("", zlib.compress(pen.page(page, used).encode("latin-1")))
        box = _box(page.width, page.height)
        body = f"<< /Type /Page /Parent {tree} 0 R /MediaBox [{box}] /Resources {shared} 0 R /Contents {stream} 0 R >>"
        kids.append(file.put(body.encode()))
    children = " ".join(f"{kid} 0 R" for kid in kids)
    file.put(f"<< /Type /Pages /Count {len(kids)} /Kids [{children}] >>".encode(), tree)
    file.put(_resources(file, used, stock, pen), shared)
    file.put(f"<< /Type /Catalog /Pages {tree} 0 R /Lang ({LANGUAGE}) >>".encode(), root)
    about = file.put(f"<< /Title {text_string(title)} /Producer ({PRODUCER}) >>".encode())
    return file.finish(root, about)


def _check(page: SetPage, stock: Stock) -> None:
    for face in page.faces:
        if face.font not in CUTS or stock.fonts.digest(face.font) != face.digest:
            raise CannotDraw(face.font)
    for place in page.ornaments:
        if stock.version(place.name) != place.version:
            raise CannotDraw(place.name)


def _resources(file: PdfFile, used: Used, stock: Stock, pen: Pen) -> bytes:
    """Fonts and ornaments, written once for all pages."""
    fonts = [entry for font in sorted(used.characters) for entry in stock.cuts[font].put(file, used.characters[font])]
    forms = [(name, _form(file, name, stock, pen, used)) for name in sorted(used.forms)]
    return f"<< /Font << {_named(fonts)} >> /XObject << {_named(forms)} >> >>".encode()


def _named(entries: Iterable[tuple[str, int]]) -> str:
    return " ".join(f"/{name} {number} 0 R" for name, number in entries)


def _form(file: PdfFile, name: str, stock: Stock, pen: Pen, used: Used) -> int:
    place, ink = used.forms[name]
    if name not in stock.forms:
        stock.forms[name] = packed_once(pen.form(place, ink).encode())
    box = _box(place.width, place.height)
    return file.put_stream(f"/Type /XObject /Subtype /Form /BBox [{box}] /Resources << >>", stock.forms[name])


def _box(width: int, height: int) -> str:
    return f"0 0 {width / UM_PER_POINT:.4f} {height / UM_PER_POINT:.4f}"
