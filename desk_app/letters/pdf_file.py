"""A PDF file under way: ReportLab's document, given streams that were deflated before and dictionaries made before.

ReportLab numbers the objects, writes them, the table of where they lie and the trailer; nothing in the file depends on
the clock or on chance.
"""

import zlib
from typing import Any, cast

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

BEST = 9
VERSION, LANGUAGE, PRODUCER = (1, 5), "vi", "mot-cua"
Reference = str
"""What another object is referred to by, as PDF writes it: "12 0 R"."""
Entries = dict[str, str | int]
"""A dictionary of PDF by the names of its entries, each value in PDF's own writing ("/Font", "12 0 R")."""


class _Ready(PDFObject):
    """An object that is written as it stands: ReportLab asks each object for its bytes."""

    def __init__(self, raw: bytes = b"") -> None:
        self.raw = raw

    def format(self, _: Any) -> bytes:
        return self.raw


class PdfFile:
    """Streams, dictionaries and pages in the order in which they are put; each gives what others refer to it by."""

    def __init__(self) -> None:
        self._document: Any = PDFDocument(invariant=1, pdfVersion=VERSION, lang=LANGUAGE)
        self._resources = _Ready()
        self._shared: dict[bytes, Reference] = {}

    def put(self, entries: Entries) -> Reference:
        """A dictionary."""
        return self._put(_Ready(_written(entries)))

    def put_stream(self, entries: Entries, packed: bytes) -> Reference:
        """A stream that is deflated already; `entries` of its dictionary besides length and filter."""
        head = _written(entries | {"Filter": "/FlateDecode", "Length": len(packed)})
        return self._put(_Ready(b"%b\nstream\n%b\nendstream\n" % (head, packed)))

    def put_once(self, packed: bytes) -> Reference:
        """A stream alone; one that was put before is not written again."""
        if packed not in self._shared:
            self._shared[packed] = self.put_stream({}, packed)
        return self._shared[packed]

    def put_page(self, size: tuple[float, float], content: str) -> None:
        """A page, its size in points; what it refers to by name is told once for all, at the end."""
        stream = self.put_stream({}, zlib.compress(content.encode("latin-1")))
        tree, resources = self._put(self._document.Pages), self._put(self._resources)
        entries: Entries = {"Type": "/Page", "Parent": tree, "MediaBox": box(*size)}
        self._document.addPage(_Ready(_written(entries | {"Resources": resources, "Contents": stream})))

    def finish(self, title: str, resources: dict[str, Entries]) -> bytes:
        """The whole file; `resources` are the names that pages use, by kind ("Font", "XObject")."""
        self._resources.raw = _written({kind: _written(named).decode() for kind, named in resources.items()})
        for put in (self._document.setTitle, self._document.setSubject):
            put(title)
        for put in (self._document.setAuthor, self._document.setCreator, self._document.setProducer):
            put(PRODUCER)
        return cast(bytes, self._document.GetPDFData(None))

    def _put(self, thing: PDFObject) -> Reference:
        return cast(bytes, self._document.Reference(thing).format(self._document)).decode()


def _written(entries: Entries) -> bytes:
    return f"<< {' '.join(f'/{name} {value}' for name, value in entries.items())} >>".encode()


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
