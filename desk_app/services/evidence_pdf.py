"""PDF files as evidence: whole, open without a password, and without anything that runs or is hidden inside.

A PDF may be written so that no two programs read it alike. So the bytes are looked through without believing where its
objects begin, what lies packed as objects is unpacked and looked through too, and the library that will draw it is
asked as well. What is kept is opened by a program of the PC, never by ours."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from desk_app.services.trouble import Mistake

PDF = b"%PDF-"
MOST_UNPACKED = 64 * 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n")
_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_RUNS = re.compile(rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|Rendition)(?![A-Za-z])")
_LOCKED = re.compile(rb"/Encrypt(?![A-Za-z])")
_ODDLY_PACKED = re.compile(
    rb"/(ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|AHx|A85)(?![A-Za-z0-9])|/FlateDecode\s*/FlateDecode"
)
_OBJECTS = re.compile(rb"\s*\d+\s")
"""How objects that are packed together begin: the number of the first one."""
_PEEK = 64


def look_at_pdf(raw: bytes, file: str) -> None:
    """Pass over a PDF that may be kept; raises Mistake: evidence-script, evidence-locked, evidence-broken,
    evidence-unpacks."""
    told = _named(raw)
    packed = b"/ObjStm" in told
    if packed and _ODDLY_PACKED.search(told):
        raise Mistake("evidence-script", {"file": file})
    for part in (told, *map(_named, _packed(raw, file) if packed else ())):
        if _LOCKED.search(part):
            raise Mistake("evidence-locked", {"file": file})
        if _RUNS.search(part):
            raise Mistake("evidence-script", {"file": file})
    _ask_library(raw, file)


def _named(raw: bytes) -> bytes:
    """The same with names written plainly: /J#61vaScript is one way to write a name."""
    return _NAME.sub(lambda found: bytes([int(found[1], 16)]), raw)


def _packed(raw: bytes, file: str) -> Iterator[bytes]:
    """What is packed in the way that objects are, wherever it stands."""
    room = MOST_UNPACKED
    for found in _STREAM.finditer(raw):
        if not _OBJECTS.match(_unpacked(raw[found.end() : found.end() + 4096], _PEEK)):
            continue
        unpacked = _unpacked(raw[found.end() :], room)
        room -= len(unpacked)
        if room <= 0:
            raise Mistake("evidence-unpacks", {"file": file})
        yield unpacked


def _unpacked(stream: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, most)
    except zlib.error:
        return b""


def _ask_library(raw: bytes, file: str) -> None:
    # It opens a library that nothing else of the register needs.
    import pypdfium2
    from pypdfium2 import raw as pdfium

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise Mistake("evidence-broken", {"file": file}) from error
    try:
        pages = len(document)
        runs = pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0 or pdfium.FPDFDoc_GetAttachmentCount(document) > 0
        form = document.get_formtype() in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND)
    finally:
        document.close()
    if not pages:
        raise Mistake("evidence-broken", {"file": file})
    if runs or form:
        raise Mistake("evidence-script", {"file": file})
