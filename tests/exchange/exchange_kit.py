"""A desk, an office and a short register with fixed keys, and ways to build bundles that no honest desk would write."""

import hashlib
import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import plain_age
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from exchange import canonical
from exchange.bundle import Frame, Sender, final_manifest, shared_line
from exchange.documents import listed
from exchange.journal import Line, commitment, first_digest, write_line
from exchange.keys import DeskKeys, Keys, OfficeKeys
from exchange.parcel import MANIFEST, SIGNATURE, Parcel, pack


def stream(seed: str) -> Callable[[int], bytes]:
    """Bytes that look random and are the same every time."""
    count = 0

    def draw(size: int) -> bytes:
        nonlocal count
        count += 1
        return hashlib.shake_256(f"{seed} {count}".encode()).digest(size)

    return draw


DESK = DeskKeys.make(stream("desk"))
NEW_DESK = DeskKeys.make(stream("desk after a rotation"))
STRANGER = DeskKeys.make(stream("a desk that nobody enrolled"))
REVOKED = DeskKeys.make(stream("a desk that was revoked"))
OFFICE = OfficeKeys.make(stream("office"))
OTHER_OFFICE = OfficeKeys.make(stream("another office"))
REGISTER = stream("register")(32)
UNIT, NUMBER = "21796", 7
MOMENT = "2026-10-31T09:00:00Z"
APP = "mot-cua 0.1.0"


def senders(profile: str = "register") -> Callable[[str], Sender | None]:
    """What the office knows: one desk enrolled, one revoked."""
    known = {
        keys.key_id: Sender(keys.public.verify, UNIT, NUMBER, REGISTER.hex(), profile, keys is REVOKED)
        for keys in (DESK, REVOKED)
    }
    return known.get


def part(position: int) -> tuple[bytes, bytes]:
    """Salt and bytes of the shared part of a line."""
    salt = hashlib.sha256(b"salt %d" % position).digest()
    return salt, canonical.encode({"child_name": "Nguyễn Thị Sen", "number": str(position)})


def line(position: int, kind: str = "registered", **figures: Any) -> bytes:
    """A stored line as an honest desk writes it."""
    usual = {"event": "birth", "registered_on": "2026-10-05", "registration_type": 1, "late": 0, "unit": UNIT}
    subject = hashlib.sha256(b"subject %d" % position).hexdigest()[:32]
    shared = commitment("shared", *part(position)) if kind == "registered" else None
    told = usual | figures if kind == "registered" else figures
    return write_line(Line(position, kind, "2026-10-05", subject, 1, told, shared, None))


def lines(last: int, first: int = 1) -> list[bytes]:
    """A stretch of an honest register: mostly births, every fifth line local."""
    return [line(position, "local" if position % 5 == 0 else "registered") for position in range(first, last + 1)]


def digests(raw_lines: Sequence[bytes]) -> list[bytes]:
    """digest(0) … digest(n) of a register that begins with these lines."""
    chain = [first_digest(REGISTER)]
    for raw in raw_lines:
        chain.append(hashlib.sha256(b"motcua-line/1\n" + chain[-1] + raw).digest())
    return chain


def frame(basis: int = 0, seq: int = 1, digest: bytes | None = None) -> Frame:
    """What the desk knows before the lines."""
    start = digest if digest is not None else digests(lines(basis))[basis]
    return Frame(
        to=OFFICE.key_id,
        unit=UNIT,
        desk=NUMBER,
        register=REGISTER.hex(),
        epoch=1,
        seq=seq,
        period="2026-10",
        basis=basis,
        digest_at_basis=start.hex(),
        last_receipt=0,
        created_at=MOMENT,
        app=APP,
    )


@dataclass(frozen=True)
class Build:
    """A bundle to be built, honest unless something is said: manifest fields changed or dropped (None), members."""

    lines: Sequence[bytes] = field(default_factory=lambda: lines(4))
    shared: Sequence[bytes] | None = None
    basis: int = 0
    seq: int = 1
    fields: Mapping[str, Any] = field(default_factory=dict)
    members: Mapping[str, bytes] | None = None
    keys: Keys = DESK

    def manifest(self) -> bytes:
        honest = final_manifest(frame(self.basis, self.seq), self.lines, self.shared)
        changes: dict[str, Any] = dict(self.fields)
        if self.members is not None:
            changes.setdefault("members", [_plain(member) for member in listed(self.members)])
        told = {name: value for name, value in (canonical.decode(honest) | changes).items() if value is not None}
        return canonical.encode(told)

    def content(self) -> dict[str, bytes]:
        if self.members is not None:
            return dict(self.members)
        content = {"lines.ndjson": b"".join(raw + b"\n" for raw in self.lines)}
        if self.shared is not None:
            content["shared.ndjson"] = b"".join(raw + b"\n" for raw in self.shared)
        return content

    def parcel(self) -> Parcel:
        manifest = self.manifest()
        return Parcel(manifest, self.keys.sign(manifest, "vector"), None, self.content())

    def entries(self) -> list["Entry"]:
        """The ZIP entries one by one, to be damaged before they are put together."""
        parcel = self.parcel()
        named = {MANIFEST: parcel.manifest, SIGNATURE: parcel.signature} | dict(parcel.members)
        return [Entry(name, raw) for name, raw in named.items()]

    def file(self) -> bytes:
        return seal(pack(self.parcel()))


def with_shared(last: int = 4) -> Build:
    """An honest bundle of the profile register."""
    entries = [shared_line(position, *part(position)) for position in range(1, last + 1) if position % 5]
    return Build(lines=lines(last), shared=entries)


def seal(raw: bytes, to: Keys = OFFICE, extra_stanzas: int = 0) -> bytes:
    """raw sealed as age by our second writer, the same every time."""
    secret = X25519PrivateKey.from_private_bytes(to.receiving)
    public = secret.public_key().public_bytes_raw()
    return plain_age.seal(raw, [public], hashlib.sha256(raw).digest(), extra_stanzas)


@dataclass(frozen=True)
class Entry:
    """One entry of a ZIP written by hand; `size`, `crc` and `method` may lie."""

    name: str
    raw: bytes
    method: int = 8
    size: int | None = None
    crc: int | None = None
    flags: int = 0

    def packed(self) -> bytes:
        deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
        return deflate.compress(self.raw) + deflate.flush() if self.method == 8 else self.raw

    def head(self) -> bytes:
        size = len(self.raw) if self.size is None else self.size
        crc = zlib.crc32(self.raw) if self.crc is None else self.crc
        flags = self.flags | (0 if self.name.isascii() else 0x800)
        return struct.pack("<5H3L2H", 20, flags, self.method, 0, 33, crc, len(self.packed()), size, self._length(), 0)

    def _length(self) -> int:
        return len(self.name.encode())


def hand_zip(entries: Sequence[Entry], count: int | None = None, comment: bytes = b"", prefix: bytes = b"") -> bytes:
    """A ZIP in which the end record may lie about the number of entries."""
    body, directory = prefix, b""
    for entry in entries:
        name = entry.name.encode()
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + entry.head()
        directory += struct.pack("<3H2L", 0, 0, 0, 0, len(body)) + name
        body += b"PK\x03\x04" + entry.head() + name + entry.packed()
    number = len(entries) if count is None else count
    end = struct.pack("<4H2LH", 0, 0, number, number, len(directory), len(body), len(comment))
    return body + directory + b"PK\x05\x06" + end + comment


def minisig_of(raw: bytes, keys: Keys, *, prehash: bool = True) -> bytes:
    """A signature file, also in the older form that is not pre-hashed."""
    with keys._secret() as secret:
        return bytes(secret.sign(raw, prehash=prehash, trusted_comment="vector")) + b"\n"


def _plain(member: Any) -> dict[str, Any]:
    return {"name": member.name, "sha256": member.sha256, "size": member.size}
