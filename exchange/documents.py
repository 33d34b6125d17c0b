"""What all signed documents have in common: formats, identity, members, and manifests read with every field checked."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, NamedTuple, TypeVar

import msgspec
from msgspec import Meta

from exchange import canonical
from exchange.verdicts import Refused

CARD = "motcua-card/1"
ENROLMENT = "motcua-enrolment/1"
BUNDLE = "motcua-bundle/1"
RECEIPT = "motcua-receipt/1"
UPDATE = "motcua-update/1"
FORMATS = frozenset({CARD, ENROLMENT, BUNDLE, RECEIPT, UPDATE})

_ANY_FORMAT = re.compile(r"motcua-[a-z]{1,20}/[1-9][0-9]{0,5}", re.ASCII)

Hex16 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{16}\Z")]
Hex32 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Hex64 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
UnitCode = Annotated[str, Meta(pattern=r"\A([0-9]{2}|[0-9]{3}|[0-9]{5})\Z")]
Month = Annotated[str, Meta(pattern=r"\A(?!0000)[0-9]{4}-(0[1-9]|1[0-2])\Z")]
DeskNumber = Annotated[int, Meta(ge=1, le=2**14 - 1)]
Number = Annotated[int, Meta(ge=1, le=2**31 - 1)]
Count = Annotated[int, Meta(ge=0, le=2**31 - 1)]
# Beyond the receipt that a desk says it has, the office must always be able to count on.
LastReceipt = Annotated[int, Meta(ge=0, le=2**30)]
ShortText = Annotated[str, Meta(max_length=200)]
LongText = Annotated[str, Meta(max_length=2000)]

D = TypeVar("D", bound=msgspec.Struct)


class Written(NamedTuple):
    """A finished document: its identity (64 hex digits) and the bytes of its file."""

    document: str
    raw: bytes


class Member(msgspec.Struct, frozen=True):
    """One member as the manifest lists it: name, bytes, SHA-256 in hex."""

    name: Annotated[str, Meta(pattern=r"\A[a-z0-9][a-z0-9._-]{0,63}\Z")]
    size: Count
    sha256: Hex64


class SetAside(msgspec.Struct, frozen=True):
    """A line that was not taken, by position, with the code of the reason."""

    position: Count
    reason: Annotated[str, Meta(pattern=r"\A[a-z0-9][a-z0-9-]{0,40}\Z")]


def identity(manifest: bytes) -> str:
    """The document's identity: SHA-256 of its manifest.json, 64 hex digits; never of the file."""
    return hashlib.sha256(manifest).hexdigest()


def is_moment(text: str) -> bool:
    """Whether text is a moment in UTC to the second, 2026-10-31T09:00:00Z."""
    try:
        return datetime.fromisoformat(text).strftime("%Y-%m-%dT%H:%M:%SZ") == text
    except ValueError:
        return False


def listed(members: Mapping[str, bytes]) -> tuple[Member, ...]:
    """How a manifest lists these members: by name, with size and digest."""
    return tuple(Member(name, len(raw), hashlib.sha256(raw).hexdigest()) for name, raw in sorted(members.items()))


def write_manifest(document: msgspec.Struct) -> bytes:
    """The canonical bytes of a manifest, every field checked; raises ValueError."""
    raw = canonical.encode(msgspec.to_builtins(document))
    try:
        msgspec.convert(canonical.decode(raw), type(document))
    except msgspec.ValidationError as trouble:
        raise ValueError(str(trouble)) from trouble
    return raw


def read_manifest(raw: bytes, form: str, shape: type[D]) -> D:
    """The manifest of a document of this format; raises Refused, and says too-new before it looks at a field."""
    fields = read_canonical(raw, "manifest-form")
    found = fields.get("format") if isinstance(fields, dict) else None
    if not isinstance(found, str) or not _ANY_FORMAT.fullmatch(found):
        raise Refused("not-a-bundle", "format")
    if found not in FORMATS:
        raise Refused("too-new", "format")
    if found != form:
        raise Refused("not-a-bundle", "format-of-another-document")
    return shaped(fields, shape, "manifest-fields")


def read_canonical(raw: bytes, detail: str) -> Any:
    """The value behind canonical bytes; raises Refused(damaged)."""
    try:
        return canonical.decode(raw)
    except canonical.NotCanonical as trouble:
        raise Refused("damaged", detail) from trouble


def shaped(value: Any, shape: type[D], detail: str) -> D:
    """The value as a document of this shape, unknown fields left out; raises Refused(damaged)."""
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as trouble:
        raise Refused("damaged", detail) from trouble


def check_members(members: Sequence[Member], found: Mapping[str, bytes]) -> None:
    """Exactly the members that the manifest lists, each with its size and digest; raises Refused(damaged)."""
    names = [member.name for member in members]
    if names != sorted(set(names)) or set(names) != set(found):
        raise Refused("damaged", "members")
    for member in members:
        raw = found[member.name]
        if len(raw) != member.size or hashlib.sha256(raw).hexdigest() != member.sha256:
            raise Refused("damaged", "member-digest")
