"""Office files that are ZIP archives inside: looked through entry by entry, nothing of them is ever run or unpacked to
the disk."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from desk_app.services.trouble import Mistake

_WORD, _OPEN = "application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument."
DOCX, XLSX, PPTX = (
    f"{_WORD}{kind}" for kind in ("wordprocessingml.document", "spreadsheetml.sheet", "presentationml.presentation")
)
ODT, ODS = f"{_OPEN}text", f"{_OPEN}spreadsheet"
MOST_ENTRIES = 3000
MOST_UNPACKED = 96 * 1024 * 1024
"""Bytes of all entries together, counted while they are unpacked: what an archive says of itself is not believed."""
_MAIN = {f"{kind}.main+xml".encode(): kind for kind in (DOCX, XLSX, PPTX)}
_RUNS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"#!")
_MACROS = re.compile(
    r"(^|/)(vbaProject[^/]*|vbaData[^/]*|activeX/.*|macrosheets/.*|Basic/.*|Scripts/.*|customUI/.*|[^/]*\.(bin|exe|dll|js|vbs|bat|cmd|ps1|jar|com|scr|msi|lnk|hta))$",
    re.IGNORECASE,
)
_PRINTER = re.compile(r"^xl/printerSettings/[^/]+\.bin$")
_RELATION = re.compile(rb"<Relationship\b[^>]*>", re.IGNORECASE)


def office_type(raw: bytes, file: str) -> str:
    """The media type of an office file; raises Mistake: evidence-type, evidence-macro, evidence-program,
    evidence-locked, evidence-broken, evidence-unpacks."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                raise Mistake("evidence-unpacks", {"file": file})
            told = dict(_looked_through(archive, entries, file))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as error:
        raise Mistake("evidence-broken", {"file": file}) from error
    return _type(told, file)


def _looked_through(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], file: str) -> Iterator[tuple[str, bytes]]:
    """Every entry is read to its end; those that tell what the file is are given."""
    room, seen = MOST_UNPACKED, set[str]()
    for entry in entries:
        _refuse_entry(entry, seen, file)
        whole = entry.filename in ("[Content_Types].xml", "mimetype") or entry.filename.endswith(".rels")
        with archive.open(entry) as stream:
            told = stream.read(1 << 20)
            read, first = len(told), told[:8]
            while room >= read and (more := stream.read(1 << 20)):
                read += len(more)
        room -= read
        if room < 0:
            raise Mistake("evidence-unpacks", {"file": file})
        if first.startswith(_RUNS):
            raise Mistake("evidence-program", {"file": file})
        if whole:
            yield entry.filename, told
    return


def _refuse_entry(entry: zipfile.ZipInfo, seen: set[str], file: str) -> None:
    name = entry.filename
    if entry.flag_bits & 1:
        raise Mistake("evidence-locked", {"file": file})
    astray = name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name or "\\" in name
    if astray or name in seen:
        raise Mistake("evidence-broken", {"file": file})
    if _MACROS.search(name) and not _PRINTER.match(name):
        raise Mistake("evidence-macro", {"file": file})
    seen.add(name)


def _type(told: dict[str, bytes], file: str) -> str:
    types = told.get("[Content_Types].xml", b"")
    if b"macroenabled" in types.lower():
        raise Mistake("evidence-macro", {"file": file})
    if any(_fetches(raw) for name, raw in told.items() if name.endswith(".rels")):
        raise Mistake("evidence-macro", {"file": file})
    plain = told.get("mimetype", b"").decode("ascii", "replace")
    found = next((kind for main, kind in _MAIN.items() if main in types), plain if plain in (ODT, ODS) else "")
    if not found:
        raise Mistake("evidence-type", {"file": file})
    return found


def _fetches(relations: bytes) -> bool:
    """Whether a file would fetch something by itself when it is opened; a link that a person clicks is none."""
    return any(
        b'targetmode="external"' in each.lower() and b"/hyperlink" not in each.lower()
        for each in _RELATION.findall(relations)
    )
