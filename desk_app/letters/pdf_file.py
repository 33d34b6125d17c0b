"""A PDF file under way: ReportLab's document, given streams that were deflated before and dictionaries made before.

ReportLab numbers the objects, writes them, the table of where they lie and the trailer; nothing in the file depends on
the clock or on chance.
"""

import zlib
from typing import Any, cast

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFStream,
)

BEST = 9
VERSION, LANGUAGE, PRODUCER = (1, 5), "vi", "mot-cua"
DEFLATED = {"Filter": PDFName("FlateDecode")}
Entries = dict[str, Any]
"""A dictionary of PDF: numbers, references, and text in PDF's own writing ("/Font")."""


class PdfFile:
    """Streams, dictionaries and pages in the order in which they are put; each gives what others refer to it by."""

    def __init__(self) -> None:
        self._document: Any = PDFDocument(invariant=1, pdfVersion=VERSION, lang=LANGUAGE)
        self._resources = PDFDictionary({})
        self._shared: dict[bytes, PDFObjectReference] = {}

    def put(self, entries: Entries) -> PDFObjectReference:
        """A dictionary."""
        return self._put(PDFDictionary(entries))

    def put_stream(self, entries: Entries, packed: bytes) -> PDFObjectReference:
        """A stream that is deflated already; `entries` of its dictionary besides length and filter."""
        return self._put(PDFStream(PDFDictionary(entries | DEFLATED), packed, []))

    def put_once(self, packed: bytes) -> PDFObjectReference:
        """A stream alone; one that was put before is not written again."""
        if packed not in self._shared:
            self._shared[packed] = self.put_stream({}, packed)
        return self._shared[packed]

    def put_page(self, size: tuple[float, float], content: str) -> None:
        """A page, its size in points; what it refers to by name is told once for all, at the end."""
        page = PDFPage()
        page.Override_default_compilation = 1
        page.MediaBox = box(*size)
        page.Contents = self.put_stream({}, zlib.compress(content.encode("latin-1")))
        page.Resources = self._put(self._resources)
        page.Parent = self._put(self._document.Pages)
        self._document.addPage(page)

    def finish(self, title: str, resources: Entries) -> bytes:
        """The whole file; `resources` are the names that pages use, by kind ("Font", "XObject")."""
        for kind, named in resources.items():
            self._resources[kind] = PDFDictionary(named)
        for put in (self._document.setTitle, self._document.setSubject):
            put(title)
        for put in (self._document.setAuthor, self._document.setCreator, self._document.setProducer):
            put(PRODUCER)
        return cast(bytes, self._document.GetPDFData(None))

    def _put(self, thing: Any) -> PDFObjectReference:
        return cast(PDFObjectReference, self._document.Reference(thing))


def packed_once(content: bytes) -> bytes:
    """Deflated as small as it gets, for what is kept and used again."""
    return zlib.compress(content, BEST)


def box(width: float, height: float) -> str:
    """A box from the origin, in points."""
    return f"[0 0 {width:.4f} {height:.4f}]"


def text_string(text: str) -> str:
    """Text for a reader of the file, in any letters."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def number(value: float) -> str:
    """A number with at most four decimals."""
    return f"{round(value, 4):g}"
