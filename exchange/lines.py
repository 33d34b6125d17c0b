"""Many journal lines at once: joined into a member, split again, chained, counted, and read one by one.

Chain and counts work over raw bytes and never look at a line's meaning; reading comes last and refuses nothing: a bad
line is set aside with its reason and the rest goes on.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from exchange import canonical
from exchange.documents import Count, Hex64, SetAside
from exchange.journal import LINE_BYTES, BadLine, Line, commitment, next_digest, read_line

MOST_LINES = 50_000
_KIND = re.compile(r"[a-z0-9][a-z0-9-]{0,31}", re.ASCII)


class _Kind(msgspec.Struct):
    kind: str


class _Shared(msgspec.Struct):
    part: str
    position: Count
    salt: Hex64


_KINDS_FOUND = msgspec.json.Decoder(_Kind)


class RawLine(msgspec.Struct, frozen=True, gc=False):
    """A line as it came: its place in the chain, its bytes, and the chain's digest after it."""

    position: int
    raw: bytes
    digest: bytes

    def read(self) -> Line:
        """The line's meaning; raises BadLine, also when it claims another position than it has."""
        line = read_line(self.raw)
        if line.position != self.position:
            raise BadLine("position-of-another-line")
        return line


class ReadLine(msgspec.Struct, frozen=True, gc=False):
    """A line that was understood, with the bytes to keep and the chain's digest after it."""

    position: int
    raw: bytes
    digest: bytes
    line: Line


@dataclass(frozen=True, slots=True)
class SharedPart:
    """What a line's `shared` commitment stands for, proven by its salt; `part` as the desk wrote it."""

    position: int
    salt: bytes
    part: bytes


@dataclass(frozen=True, slots=True)
class ReadBundle:
    """The outcome of reading: lines understood, what was set aside and why, shared parts by position."""

    lines: tuple[ReadLine, ...]
    set_aside: tuple[SetAside, ...]
    shared: Mapping[int, SharedPart]


def joined(lines: Sequence[bytes]) -> bytes:
    """The member that holds these lines, each ended by a line feed; raises ValueError for a line that holds one."""
    member = b"\n".join([*lines, b""])
    if member.count(b"\n") != len(lines):
        raise ValueError("a line of the exchange holds no line feed")
    return member


def split(member: bytes) -> list[bytes] | None:
    """The lines of a member, or None when its last line has no end."""
    lines = member.split(b"\n")
    return lines if lines.pop() == b"" else None


def chained(digest: bytes, basis: int, lines: Sequence[bytes]) -> tuple[RawLine, ...]:
    """The lines after position `basis`, each with the chain's digest after it."""
    chain: list[RawLine] = []
    for position, raw in enumerate(lines, basis + 1):
        digest = next_digest(digest, raw)
        chain.append(RawLine(position, raw, digest))
    return tuple(chain)


def end_of_chain(digest: bytes, lines: Sequence[bytes]) -> bytes:
    """The chain's digest after these lines."""
    for raw in lines:
        digest = next_digest(digest, raw)
    return digest


def count_kinds(lines: Sequence[bytes]) -> dict[str, int]:
    """How many lines of each kind, as any JSON parser finds `kind`, and how many `lines` in all.

    A line over 64 KiB or one whose kind cannot be found counts only under `lines`.
    """
    found = Counter(_kinds_of(lines))
    counts = {kind: count for kind, count in found.items() if _KIND.fullmatch(kind)}
    return counts | {"lines": len(lines)}


def shared_line(position: int, salt: bytes, part: bytes) -> bytes:
    """One entry of `shared.ndjson`: the part of the line at this position, with the salt of its commitment."""
    return canonical.encode({"part": part.decode(), "position": position, "salt": salt.hex()})


def read_all(lines: Sequence[RawLine], shared: Sequence[bytes]) -> ReadBundle:
    """Read lines and their shared parts; whatever cannot be taken is set aside alone. Never refuses, never raises."""
    taken, aside = [], []
    for raw_line in lines:
        try:
            line = raw_line.read()
        except BadLine as trouble:
            aside.append(SetAside(raw_line.position, trouble.code))
        else:
            taken.append(ReadLine(raw_line.position, raw_line.raw, raw_line.digest, line))
    parts, parts_aside = _read_shared(taken, shared)
    return ReadBundle(tuple(taken), (*aside, *parts_aside), parts)


def _read_shared(
    taken: Sequence[ReadLine], shared: Sequence[bytes]
) -> tuple[Mapping[int, SharedPart], Sequence[SetAside]]:
    promised = {read.position: read.line.shared for read in taken}
    parts: dict[int, SharedPart] = {}
    aside = []
    for raw in shared:
        part = _part(raw)
        if part is None:
            aside.append(SetAside(0, "part-form"))
        elif part.position not in promised:
            continue  # belongs to a line that we hold already or that was set aside
        elif part.position in parts:
            aside.append(SetAside(part.position, "part-twice"))
        elif commitment("shared", part.salt, part.part) != promised[part.position]:
            aside.append(SetAside(part.position, "part-mismatch"))
        else:
            parts[part.position] = part
    return parts, aside


def _part(raw: bytes) -> SharedPart | None:
    if len(raw) > LINE_BYTES:
        return None
    try:
        entry = msgspec.convert(canonical.decode(raw), _Shared)
    except (canonical.NotCanonical, msgspec.ValidationError):
        return None
    return SharedPart(entry.position, bytes.fromhex(entry.salt), entry.part.encode())


def _kinds_of(lines: Sequence[bytes]) -> list[str]:
    decode = _KINDS_FOUND.decode
    try:
        if len(max(lines, key=len, default=b"")) <= LINE_BYTES:
            return [decode(raw).kind for raw in lines]
    except (msgspec.DecodeError, RecursionError, ValueError):
        pass  # one of them is no JSON or names no kind: each alone
    return [_kind_of(raw) for raw in lines]


def _kind_of(raw: bytes) -> str:
    if len(raw) > LINE_BYTES:
        return ""
    try:
        return _KINDS_FOUND.decode(raw).kind
    except (msgspec.DecodeError, RecursionError, ValueError):
        return ""
