"""A PDF file under way: objects in the order in which they are put, streams deflated before, dictionaries made before.
What ReportLab says of a document (its description, its identity) is asked of it once for each title.

The bytes are those that ReportLab's own document gives for the same objects; nothing in the file depends on the clock
or on chance.
"""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument

BEST = 9
VERSION, LANGUAGE, PRODUCER = (1, 5), "vi", "mot-cua"
HEAD = b"%%PDF-%d.%d\n%%\223\214\213\236 ReportLab Generated PDF document (opensource)\n" % VERSION
EMPTY, IN_A_ROW, MOST_TITLES = b"<<\n\n>>", 10, 64
Reference = str
"""What another object is referred to by, as PDF writes it: "12 0 R"."""
Entries = dict[str, str | int]
"""A dictionary of PDF by the names of its entries, each value in PDF's own writing ("/Font", "12 0 R")."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What ReportLab says of a document with one title: its description, and what tells it from others."""

    description: bytes
    identity: bytes


class PdfFile:
    """Streams, dictionaries and pages in the order in which they are put; each gives what others refer to it by."""

    def __init__(self) -> None:
        self._objects: list[bytes] = [EMPTY]  # where ReportLab keeps fonts that every reader has
        self._shared: dict[bytes, Reference] = {}
        self._pages: list[Reference] = []
        self._tree = self._resources = 0

    def put(self, entries: Entries) -> Reference:
        """A dictionary."""
        return self._put(_written(entries))

    def put_stream(self, entries: Entries, packed: bytes) -> Reference:
        """A stream that is deflated already; `entries` of its dictionary besides length and filter."""
        return self._put(stream(entries, packed))

    def put_made(self, stream: bytes) -> Reference:
        """A stream that was made before (see `stream`)."""
        return self._put(stream)

    def put_begun(self, begun: str, rest: Entries) -> Reference:
        """A dictionary that was begun before (see `begun`), and the rest of it."""
        return self._put(f"{begun} {_entered(rest)} >>".encode())

    def put_once(self, packed: bytes) -> Reference:
        """A stream alone; one that was put before is not written again."""
        if packed not in self._shared:
            self._shared[packed] = self.put_stream({}, packed)
        return self._shared[packed]

    def put_page(self, size: tuple[float, float], content: str) -> None:
        """A page, its size in points; what it refers to by name is told once for all, at the end."""
        stream = self.put_stream({}, zlib.compress(content.encode("latin-1")))
        self._tree = self._tree or self._later()
        self._resources = self._resources or self._later()
        told: Entries = {"Type": "/Page", "Parent": _to(self._tree), "MediaBox": box(*size)}
        self._pages.append(self.put(told | {"Resources": _to(self._resources), "Contents": stream}))

    def finish(self, title: str, resources: dict[str, Entries]) -> bytes:
        """The whole file; `resources` are the names that pages use, by kind ("Font", "XObject")."""
        said = _said(title)
        self._objects[self._resources - 1] = _written(
            {kind: _written(used).decode() for kind, used in resources.items()}
        )
        pages = b"/Count %d /Kids [ %b ] /Type /Pages" % (len(self._pages), _in_rows(self._pages).encode())
        self._objects[self._tree - 1] = b"<<\n%b\n>>" % pages
        catalog = f"/Lang ({LANGUAGE}) /PageMode /UseNone /Pages {_to(self._tree)} /Type /Catalog"
        root, info = self._put(b"<<\n%b\n>>" % catalog.encode()), self._put(said.description)
        written, places = [HEAD], list[int]()
        at = len(HEAD)
        for number, raw in enumerate(self._objects, 1):
            places.append(at)
            written.append(b"%d 0 obj\n%b\nendobj\n" % (number, raw))
            at += len(written[-1])
        lines = "".join(f"{place:010} 00000 n \n" for place in places)
        size = len(places) + 1
        told = f"xref\n0 {size}\n0000000000 65535 f \n{lines}trailer\n<<\n/ID "
        ends = f"\n/Info {info}\n/Root {root}\n/Size {size}\n>>\nstartxref\n{at}\n%%EOF\n"
        return b"".join((*written, told.encode(), said.identity, ends.encode()))

    def _put(self, raw: bytes) -> Reference:
        self._objects.append(raw)
        return _to(len(self._objects))

    def _later(self) -> int:
        self._objects.append(b"")
        return len(self._objects)


@lru_cache(MOST_TITLES)
def _said(title: str) -> _Said:
    document: Any = PDFDocument(invariant=1, pdfVersion=VERSION, lang=LANGUAGE)
    for put in (document.setTitle, document.setSubject):
        put(title)
    for put in (document.setAuthor, document.setCreator, document.setProducer):
        put(PRODUCER)
    document.info.invariant = document.invariant
    document.info.digest(document.signature)
    return _Said(document.info.format(document), document.ID())


def _to(number: int) -> Reference:
    return f"{number} 0 R"


def _in_rows(references: list[Reference]) -> str:
    """ReportLab breaks a long list after every tenth of them."""
    rows = [references[first : first + IN_A_ROW] for first in range(0, len(references), IN_A_ROW)]
    return " \n  ".join(" ".join(row) for row in rows)


def _written(entries: Entries) -> bytes:
    return f"<< {_entered(entries)} >>".encode()


def _entered(entries: Entries) -> str:
    return " ".join([f"/{name} {value}" for name, value in entries.items()])


def begun(entries: Entries) -> str:
    """A dictionary without its end, for what is kept and used again."""
    return f"<< {_entered(entries)}"


def stream(entries: Entries, packed: bytes) -> bytes:
    """A stream that is deflated already as it stands in the file, for what is kept and used again."""
    head = _written(entries | {"Filter": "/FlateDecode", "Length": len(packed)})
    return b"%b\nstream\n%b\nendstream" % (head, packed)


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
