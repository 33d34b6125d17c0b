"""The inner wrapping: a ZIP with the manifest, its signatures and the members, and nothing that surprises."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from exchange.verdicts import Refused

MANIFEST = "manifest.json"
SIGNATURE = "manifest.json.minisig"
PREVIOUS_SIGNATURE = "manifest.json.previous.minisig"
LARGEST_MANIFEST = 64 * 1024
LARGEST_SIGNATURE = 1024
LARGEST_CONTENT = 128 * 1024 * 1024

_CAPS = {MANIFEST: LARGEST_MANIFEST, SIGNATURE: LARGEST_SIGNATURE, PREVIOUS_SIGNATURE: LARGEST_SIGNATURE}
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}", re.ASCII)
_MOST_ENTRIES = 8
_LARGEST_DIRECTORY = 8 * 1024
_END = struct.Struct("<4s4H2LH")
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Parcel:
    """An unwrapped document: the manifest's bytes, what is signed over them, and the members by name."""

    manifest: bytes
    signature: bytes
    previous: bytes | None
    members: Mapping[str, bytes]


def pack(parcel: Parcel) -> bytes:
    """The ZIP of a parcel: same parcel, same bytes; manifest first, members in the order of their names.

    Raises ValueError for a parcel that no reader would unpack.
    """
    entries = {MANIFEST: parcel.manifest, SIGNATURE: parcel.signature}
    if parcel.previous is not None:
        entries[PREVIOUS_SIGNATURE] = parcel.previous
    entries |= dict(sorted(parcel.members.items()))
    if any(len(raw) > _CAPS.get(name, LARGEST_CONTENT) for name, raw in entries.items()):
        raise ValueError("a part is longer than the exchange allows")
    if len(entries) > _MOST_ENTRIES or sum(map(len, entries.values())) > LARGEST_CONTENT:
        raise ValueError("more than one file of the exchange may hold")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, raw in entries.items():
            archive.writestr(_entry(name), raw, compresslevel=6)
    return file.getvalue()


def unpack(raw: bytes) -> Parcel:
    """The parcel in a ZIP; raises Refused. The end record is looked at before the library."""
    entries = _check_end(raw)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            listed = archive.infolist()
            _check_entries(listed, entries)
            content = {entry.filename: _content(archive, entry) for entry in listed}
    except _UNREADABLE as trouble:
        raise Refused("damaged", "zip-content") from trouble
    manifest, signature = content.pop(MANIFEST), content.pop(SIGNATURE)
    return Parcel(manifest, signature, content.pop(PREVIOUS_SIGNATURE, None), content)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    return entry


def _check_end(raw: bytes) -> int:
    if len(raw) < _END.size:
        raise Refused("not-a-bundle", "zip-end")
    mark, disk, first_disk, here, entries, size, start, comment = _END.unpack(raw[-_END.size :])
    if mark != b"PK\x05\x06" or comment or disk or first_disk or here != entries:
        raise Refused("not-a-bundle", "zip-end")
    if entries > _MOST_ENTRIES or size > _LARGEST_DIRECTORY:
        raise Refused("too-large", "zip-entries")
    # Nothing before the first entry or between directory and end: no second archive hidden in the first.
    if start + size + _END.size != len(raw) or raw[-42:-38] == b"PK\x06\x07":
        raise Refused("not-a-bundle", "zip-end")
    return int(entries)


def _check_entries(listed: list[zipfile.ZipInfo], expected: int) -> None:
    names = [entry.orig_filename for entry in listed]
    if len(set(names)) != len(names) or not all(_NAME.fullmatch(name) for name in names):
        raise Refused("not-a-bundle", "zip-names")
    if len(names) != expected:
        raise Refused("not-a-bundle", "zip-entries-hidden")
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in listed):
        raise Refused("not-a-bundle", "zip-method")
    if not {MANIFEST, SIGNATURE} <= set(names):
        raise Refused("not-a-bundle", "no-manifest")
    if any(entry.file_size > _CAPS.get(entry.orig_filename, LARGEST_CONTENT) for entry in listed):
        raise Refused("too-large", "zip-member-size")
    if sum(entry.file_size for entry in listed) > LARGEST_CONTENT:
        raise Refused("too-large", "zip-content-size")


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        raw = file.read(entry.file_size + 1)
    if len(raw) != entry.file_size:
        raise Refused("damaged", "zip-content")
    return raw
