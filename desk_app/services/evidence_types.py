"""What may be kept as evidence, told by a file's bytes from first to last; its name is believed in nothing."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from desk_app.services.evidence_office import DOCX, ODS, ODT, PPTX, XLSX, office_type
from desk_app.services.evidence_pdf import PDF, look_at_pdf
from desk_app.services.evidence_photos import JPEG, PNG, NotWhole, without_traces
from desk_app.services.trouble import Mistake

LARGEST = 8 * 1024 * 1024
"""Bytes of one file: 8 MiB."""
ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "application/pdf": "pdf",
    **{DOCX: "docx", XLSX: "xlsx", PPTX: "pptx", ODT: "odt", ODS: "ods"},
}
_ZIP = b"PK\x03\x04"
_PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\xfe\xed\xfa",
    b"#!",
    b"L\x00\x00\x00\x01\x14\x02",
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that may be kept: its bytes as they will be, and whether the camera's words were left out of them."""

    media_type: str
    raw: bytes
    stripped: bool = False


def read_whole(path: Path) -> bytes:
    """The bytes of a plain file of a person's own choosing. Raises Mistake: file-unreadable, not-a-file,
    evidence-too-large, evidence-empty."""
    told = {"file": path.name}
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Mistake("not-a-file", told)
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise Mistake("file-unreadable", told) from error
    if len(raw) > LARGEST:
        raise Mistake("evidence-too-large", {**told, "limit": str(LARGEST // 1024**2)})
    if not raw:
        raise Mistake("evidence-empty", told)
    return raw


def look_at(raw: bytes, file: str) -> Looked:
    """What these bytes are. Raises Mistake with the reason why they are not kept."""
    if raw.startswith((JPEG, PNG)):
        return _photo(raw, file)
    if raw.startswith(PDF):
        look_at_pdf(raw, file)
        return Looked("application/pdf", raw)
    if raw.startswith(_ZIP):
        return Looked(office_type(raw, file), raw)
    if raw.startswith(_PROGRAMS):
        raise Mistake("evidence-program", {"file": file})
    raise Mistake("evidence-old-office" if raw.startswith(_OLD_OFFICE) else "evidence-type", {"file": file})


def _photo(raw: bytes, file: str) -> Looked:
    try:
        kept = without_traces(raw)
    except NotWhole as error:
        raise Mistake("evidence-broken", {"file": file}) from error
    return Looked("image/jpeg" if raw.startswith(JPEG) else "image/png", kept, kept != raw)
