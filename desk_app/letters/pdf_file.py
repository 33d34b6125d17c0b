"""A PDF file being written, object after object; nothing in it depends on the clock or on chance."""

import zlib
from io import BytesIO

HEAD = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"
BEST = 9


class PdfFile:
    """Objects by their numbers, in any order; `finish` writes where each of them lies."""

    def __init__(self) -> None:
        self._out = BytesIO()
        self._out.write(HEAD)
        self._places: list[int] = []
        self._shared: dict[bytes, int] = {}

    def reserve(self) -> int:
        """A number for an object that is written later."""
        self._places.append(0)
        return len(self._places)

    def put(self, body: bytes, number: int = 0) -> int:
        """Write an object, under a reserved number or the next one; returns the number."""
        number = number or self.reserve()
        self._places[number - 1] = self._out.tell()
        self._out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return number

    def put_stream(self, entries: str, packed: bytes) -> int:
        """Write a stream that is deflated already; `entries` of its dictionary besides length and filter."""
        head = f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
        return self.put(b"%b%b\nendstream" % (head.encode(), packed))

    def put_once(self, entries: str, packed: bytes) -> int:
        """The same as put_stream, but a stream that was put once already is not written again."""
        if packed not in self._shared:
            self._shared[packed] = self.put_stream(entries, packed)
        return self._shared[packed]

    def finish(self, root: int, about: int) -> bytes:
        """The file with its table of objects; `root` is the catalogue, `about` the entry about the file."""
        start, size = self._out.tell(), len(self._places) + 1
        self._out.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        self._out.write(b"".join(b"%010d 00000 n \n" % place for place in self._places))
        trailer = f"trailer\n<< /Size {size} /Root {root} 0 R /Info {about} 0 R >>\nstartxref\n{start}\n%%EOF\n"
        self._out.write(trailer.encode())
        return self._out.getvalue()


def packed_once(content: bytes) -> bytes:
    """Deflated as small as it gets, for what is kept and used again."""
    return zlib.compress(content, BEST)


def text_string(text: str) -> str:
    """Text for a reader of the file, in any letters."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def number(value: float) -> str:
    """A number with at most four decimals."""
    return f"{round(value, 4):g}"
