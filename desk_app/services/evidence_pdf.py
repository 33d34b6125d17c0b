"""PDF files as evidence: whole, open without a password, and without anything that runs or is hidden inside."""

from __future__ import annotations

import re
import zlib

from desk_app.services.trouble import Mistake

PDF = b"%PDF-"
MOST_UNPACKED = 64 * 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
_RUNS = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|Sound|Movie|SubmitForm|ImportData)(?![A-Za-z])"
)
_LOCKED = re.compile(rb"/Encrypt(?![A-Za-z])")


def look_at_pdf(raw: bytes, file: str) -> None:
    """Pass over a PDF that may be kept; raises Mistake: evidence-script, evidence-locked, evidence-broken,
    evidence-unpacks."""
    told = _HEX.sub(lambda found: bytes([int(found[1], 16)]), _objects(raw, file))
    if _LOCKED.search(told):
        raise Mistake("evidence-locked", {"file": file})
    if _RUNS.search(told):
        raise Mistake("evidence-script", {"file": file})
    _refuse_broken(raw, file)


def _objects(raw: bytes, file: str) -> bytes:
    """Everything that may say what the file does: what stands outside of streams, and the streams of objects."""
    kept, room, at = [], MOST_UNPACKED, 0
    for found in _STREAM.finditer(raw):
        before = raw[at : found.start()]
        kept.append(before)
        at = found.end()
        if b"ObjStm" not in _HEX.sub(lambda each: bytes([int(each[1], 16)]), before[before.rfind(b"obj") :]):
            continue
        unpacked = _unpacked(found[1], room)
        room -= len(unpacked)
        if room <= 0:
            raise Mistake("evidence-unpacks", {"file": file})
        kept.append(unpacked)
    return b"\n".join([*kept, raw[at:]])


def _unpacked(stream: bytes, room: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, room)
    except zlib.error:
        return stream


def _refuse_broken(raw: bytes, file: str) -> None:
    # It opens a library that nothing else of the register needs.
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
        try:
            pages = len(document)
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise Mistake("evidence-broken", {"file": file}) from error
    if not pages:
        raise Mistake("evidence-broken", {"file": file})
