"""A look at a workbook's bytes before anything large is made of them: of a few kilobytes may come millions of cells."""

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from desk_app.intake.cells import MOST_COLUMNS, NotATable, check_size, too_large
from desk_app.intake.ods_cells import look_at_ods
from desk_app.intake.ole_guard import Circle, check_chains

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_UNPACKED = 300_000_000
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    LookupError,
)
"""What a damaged or half copied pack is told by."""
_SEALED = "EncryptedPackage".encode("utf-16-le")
_BOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_CELL = re.compile(rb"""\br\s*=\s*["']([A-Za-z]+)([0-9]+)["']""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\br\s*=\s*["']([0-9]+)["']""")


def look_before(raw: bytes) -> None:
    """Raises NotATable for what is sealed with a password, is no workbook, or unpacks to more than an office has."""
    if raw.startswith(OLE):
        _look_at_ole(raw)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as pack:
            _look_into(pack)
    except _BROKEN as wrong:
        raise NotATable("damaged") from wrong


def _look_at_ole(raw: bytes) -> None:
    if _SEALED in raw:
        raise NotATable("password")
    if not any(name in raw for name in _BOOKS):
        raise NotATable("not-a-table")
    try:
        check_chains(raw)
    except Circle as wrong:
        raise NotATable("damaged") from wrong


def _look_into(pack: zipfile.ZipFile) -> None:
    names = {one.filename for one in pack.infolist()}
    if len(names) < len(pack.infolist()):
        # Two parts of one name: what is looked at here need not be what is read afterwards.
        raise NotATable("damaged")
    if sum(one.file_size for one in pack.infolist()) > MOST_UNPACKED:
        raise too_large("bytes", MOST_UNPACKED // 1_000_000)
    if "xl/workbook.bin" in names:
        raise NotATable("other-kind", {"kind": "XLSB"})
    if "xl/workbook.xml" in names:
        for name in names:
            _look_at_part(name, pack.read(name))
    elif "content.xml" in names and b"spreadsheet" in pack.read("mimetype"):
        _look_at_ods(pack)
    else:
        raise NotATable("not-a-table")


def _look_at_part(name: str, part: bytes) -> None:
    """A sheet, whatever its name: its last row and column decide how much would be laid out."""
    if name.endswith((".xml", ".rels")) or b"sheetData" in part:
        _check_xml(part)
    if b"sheetData" not in part:
        return
    found = _CELL.findall(part)
    columns = max((_column(name) for name in {name for name, _ in found}), default=0)
    rows = max((int(number) for number in {number for _, number in found}.union(_ROW.findall(part))), default=0)
    check_size(rows, columns)


def _check_xml(part: bytes) -> None:
    """Raises NotATable for XML that is not whole: calamine may look for its end for ever. In letters of two bytes
    nothing here could count its cells, and no spreadsheet writes it so; nor does any declare a type of its own."""
    if b"\x00" in part[:200]:
        raise NotATable("damaged")
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_type
    try:
        parser.Parse(part, True)
    except expat.ExpatError as wrong:
        raise NotATable("damaged") from wrong


def _refuse_type(*told: object) -> None:
    raise NotATable("damaged")


def _column(name: bytes) -> int:
    """AB is 28."""
    if len(name) > 3:
        return MOST_COLUMNS + 1
    number = 0
    for letter in name.upper():
        number = number * 26 + letter - 64
    return number


def _look_at_ods(pack: zipfile.ZipFile) -> None:
    if b"encryption-data" in pack.read("META-INF/manifest.xml"):
        raise NotATable("password")
    content = pack.read("content.xml")
    _check_xml(content)
    look_at_ods(content)
