"""The bundle: journal lines after the last receipt, sealed to the level above, and opened there in one fixed order.

The desk stores the manifest's bytes first and seals afterwards, so that sealing again after a power cut gives the same
document. Bundles are cumulative: every line after the acknowledged position travels again until a receipt comes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import msgspec

from exchange.documents import (
    BUNDLE,
    Count,
    DeskNumber,
    Hex16,
    Hex64,
    LastReceipt,
    Member,
    Month,
    Number,
    ShortText,
    UnitCode,
    check_members,
    identity,
    is_moment,
    listed,
    read_manifest,
    write_manifest,
)
from exchange.journal import first_digest
from exchange.keys import DeskKeys, OfficeKeys, check_signature, key_id, signer
from exchange.lines import (
    MOST_LINES,
    RawLine,
    ReadBundle,
    chained,
    count_kinds,
    end_of_chain,
    joined,
    read_all,
    shared_line,
    split,
)
from exchange.parcel import Parcel, pack, unpack
from exchange.seal import open_seal, seal_to
from exchange.verdicts import Refused

__all__ = ["BundleManifest", "Frame", "OpenedBundle", "Sender", "final_manifest", "open_bundle", "read_lines"]
__all__ += ["seal_bundle", "shared_line"]

LINES = "lines.ndjson"
SHARED = "shared.ndjson"


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What the desk knows before it looks at the lines: `to` is the key id of the level above, `basis` the position
    acknowledged last, `last_receipt` the number of that receipt (0 = none), `created_at` UTC."""

    to: Hex16
    unit: UnitCode
    desk: DeskNumber
    register: Hex64
    epoch: Number
    seq: Number
    period: Month
    basis: Count
    digest_at_basis: Hex64
    last_receipt: LastReceipt
    created_at: str
    app: ShortText


class BundleManifest(Frame, frozen=True, kw_only=True):
    """The manifest of a bundle: positions basis+1 … head, the chain's digests at both ends, counts by kind."""

    format: Literal["motcua-bundle/1"] = "motcua-bundle/1"
    head: Count
    digest_at_head: Hex64
    counts: Mapping[str, Count]
    members: tuple[Member, ...]

    def __post_init__(self) -> None:
        if not is_moment(self.created_at):
            raise ValueError("created_at is a moment in UTC")
        if self.head < self.basis:
            raise ValueError("head is not before basis")


Known = Callable[[str, BundleManifest], bool]


def _never(document: str, manifest: BundleManifest) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Sender:
    """What the level above knows of an enrolled desk: its key, its place, what it may send, and whether to trust it."""

    verify: str
    unit: str
    desk: int
    register: str
    profile: Literal["figures", "register"] = "figures"
    revoked: bool = False

    def __post_init__(self) -> None:
        key_id(self.verify)


@dataclass(frozen=True)
class OpenedBundle:
    """A bundle that passed every check up to the counts; `document` is its identity, `key_id` its signing key.
    Its lines are not read yet: judge first (history.judge), then read_lines."""

    manifest: BundleManifest
    member: bytes
    chain: tuple[RawLine, ...] | None
    shared: tuple[bytes, ...]
    document: str
    key_id: str

    @cached_property
    def lines(self) -> tuple[RawLine, ...]:
        """Its lines as they came, each with the chain's digest after it."""
        if self.chain is not None:
            return self.chain
        return chained(bytes.fromhex(self.manifest.digest_at_basis), self.manifest.basis, split(self.member) or ())


def final_manifest(frame: Frame, lines: Sequence[bytes], shared: Sequence[bytes] | None = None) -> bytes:
    """The manifest's bytes over these stored lines, to be kept before sealing; raises ValueError.

    `shared` is None for the profile figures, else the entries made by shared_line.
    """
    if len(lines) > MOST_LINES or len(shared or ()) > MOST_LINES:
        raise ValueError(f"a bundle holds at most {MOST_LINES} lines")
    manifest = BundleManifest(
        **msgspec.structs.asdict(frame),
        head=frame.basis + len(lines),
        digest_at_head=end_of_chain(bytes.fromhex(frame.digest_at_basis), lines).hex(),
        counts=count_kinds(lines),
        members=listed(_members(lines, shared)),
    )
    return write_manifest(manifest)


def seal_bundle(
    manifest: bytes,
    lines: Sequence[bytes],
    shared: Sequence[bytes] | None,
    keys: DeskKeys,
    recipients: Sequence[str],
) -> bytes:
    """The bundle's file; the same manifest and lines always make the same document, whatever the seal.

    Raises ValueError when the manifest does not describe these lines or the file would be too long.
    """
    fields = read_manifest(manifest, BUNDLE, BundleManifest)
    members = _members(lines, shared)
    if fields.members != listed(members):
        raise ValueError("the manifest describes other lines")
    comment = f"{BUNDLE} {fields.unit}-{fields.desk} {fields.period} so {fields.seq}"
    return seal_to(pack(Parcel(manifest, keys.sign(manifest, comment), None, members)), recipients)


def open_bundle(
    raw: bytes, ours: OfficeKeys, senders: Callable[[str], Sender | None], known: Known = _never
) -> OpenedBundle:
    """Open a file as a bundle for us, in the order of ARCHITECTURE 5 and no other; raises Refused, nothing else.

    `senders` finds the enrolled desk by the key id of a signature (16 hex digits). `known` says whether this very
    document was opened here before and all its lines are held: chain and counts follow from manifest and members, which
    are the same bytes as then, and are not worked out again.
    """
    parcel = unpack(open_seal(raw, ours))
    sender = _signed_by_enrolled(parcel, senders)
    manifest = read_manifest(parcel.manifest, BUNDLE, BundleManifest)
    _check_address(manifest, ours, sender)
    _check_content(manifest, parcel)
    document, member = identity(parcel.manifest), parcel.members[LINES]
    chain = None
    if not known(document, manifest):
        chain = _chain(manifest, member)
        _check_counts(manifest, chain)
    return OpenedBundle(manifest, member, chain, _shared(parcel, sender), document, signer(parcel.signature))


def read_lines(opened: OpenedBundle, first: int = 1) -> ReadBundle:
    """The last step: read the lines from position `first` on, each alone; never refuses."""
    return read_all([line for line in opened.lines if line.position >= first], opened.shared)


def _members(lines: Sequence[bytes], shared: Sequence[bytes] | None) -> dict[str, bytes]:
    members = {LINES: joined(lines)}
    if shared is not None:
        members[SHARED] = joined(shared)
    return members


def _signed_by_enrolled(parcel: Parcel, senders: Callable[[str], Sender | None]) -> Sender:
    sender = senders(signer(parcel.signature))
    if sender is None:
        raise Refused("unknown-sender", "key")
    check_signature(sender.verify, parcel.manifest, parcel.signature)
    if sender.revoked:
        raise Refused("revoked", "key")
    return sender


def _check_address(manifest: BundleManifest, ours: OfficeKeys, sender: Sender) -> None:
    if manifest.to != ours.key_id:
        raise Refused("not-for-us", "to")
    for name in ("unit", "desk", "register"):
        if getattr(manifest, name) != getattr(sender, name):
            raise Refused("unknown-sender", name)


def _check_content(manifest: BundleManifest, parcel: Parcel) -> None:
    if parcel.previous is not None:
        raise Refused("damaged", "members")
    check_members(manifest.members, parcel.members)
    if LINES not in parcel.members:
        raise Refused("damaged", "no-lines")
    if parcel.members.keys() - {LINES, SHARED}:
        raise Refused("too-new", "member-unknown")


def _chain(manifest: BundleManifest, member: bytes) -> tuple[RawLine, ...]:
    if manifest.head - manifest.basis > MOST_LINES or member.count(b"\n") > MOST_LINES:
        raise Refused("too-large", "lines")
    lines = split(member)
    if lines is None or len(lines) != manifest.head - manifest.basis:
        raise Refused("damaged", "lines-missing")
    start = bytes.fromhex(manifest.digest_at_basis)
    if manifest.basis == 0 and start != first_digest(bytes.fromhex(manifest.register)):
        raise Refused("damaged", "digest-at-basis")
    chain = chained(start, manifest.basis, lines)
    if (chain[-1].digest if chain else start).hex() != manifest.digest_at_head:
        raise Refused("damaged", "digest-at-head")
    return chain


def _check_counts(manifest: BundleManifest, lines: Sequence[RawLine]) -> None:
    if count_kinds([line.raw for line in lines]) != manifest.counts:
        raise Refused("damaged", "counts")


def _shared(parcel: Parcel, sender: Sender) -> tuple[bytes, ...]:
    # A desk enrolled for figures only has nothing more taken from it, whatever it sends.
    if SHARED not in parcel.members or sender.profile == "figures":
        return ()
    if parcel.members[SHARED].count(b"\n") > MOST_LINES:
        raise Refused("too-large", "shared")
    entries = split(parcel.members[SHARED])
    if entries is None:
        raise Refused("damaged", "shared-cut")
    return tuple(entries)
