"""What came in: a file's bytes, opened with the office's keys and judged against the lines that are held."""

from collections.abc import Callable
from dataclasses import dataclass

from district.cards import IN_FORCE, KnownKey, find_key
from district.store.desk_keys import REVOKED
from district.store.desks import DeskRow
from district.store.store import Work
from exchange.bundle import BundleManifest, Known, OpenedBundle, Sender, open_bundle
from exchange.documents import BUNDLE, read_manifest
from exchange.history import Judgement, judge
from exchange.journal import first_digest
from exchange.keys import OfficeKeys
from exchange.parcel import unpack
from exchange.seal import open_seal
from exchange.verdicts import Refused

Find = Callable[[str], Sender | None]
LAST = (2**31, 0, 0, 0)
"""Where a file stands that says nothing of itself: behind all bundles."""


@dataclass(frozen=True, slots=True)
class Peek:
    """What a bundle says of itself before anything of it is believed: enough to lay files in order and to name them."""

    unit: str
    desk: int
    seq: int
    period: str
    basis: int
    head: int
    epoch: int = 1

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Its place among others: by desk, then as the desk's history goes on; what a desk wrote before it was put back
        from a copy comes before what it wrote after, or the older book would look like the one put back."""
        return self.desk, self.epoch, self.basis, self.head


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that is genuine and ours, from a desk that we know, and what the history rule says of it."""

    bundle: OpenedBundle
    desk: DeskRow
    judgement: Judgement
    key: str = IN_FORCE
    """What the signing key is to its desk: in-force, waiting, older or retired."""


def peek(raw: bytes, keys: OfficeKeys) -> Peek | None:
    """What the bundle in a file says of itself; None for everything that is no bundle for us."""
    try:
        manifest = read_manifest(unpack(open_seal(raw, keys)).manifest, BUNDLE, BundleManifest)
    except Refused:
        return None
    told = (manifest.unit, manifest.desk, manifest.seq, manifest.period)
    return Peek(*told, manifest.basis, manifest.head, manifest.epoch)


def open_file(raw: bytes, keys: OfficeKeys, work: Work) -> Opened:
    """Open the bytes of a file and judge them. Raises exchange's Refused with the verdict."""
    known: list[KnownKey] = []
    bundle = open_bundle(raw, keys, _senders(work, known), _came_before(work))
    sender = work.desks.get(bundle.manifest.desk)
    if sender is None:
        raise AssertionError("a sender is always a desk")
    desk = sender
    judgement = judge(bundle, lambda position: digest_at(work, desk, position), work.lines.head(desk.number))
    return Opened(bundle, desk, judgement, known[-1].state)


def digest_at(work: Work, desk: DeskRow, position: int) -> bytes | None:
    """The digest of the desk's history at a position; position 0 is the register's own beginning."""
    if position == 0:
        return first_digest(bytes.fromhex(desk.register))
    return work.lines.digest_at(desk.number, position)


def _came_before(work: Work) -> Known:
    """Whether a bundle came before and our history still leads through its head: then it brings nothing."""

    def known(document: str, manifest: BundleManifest) -> bool:
        held = work.lines.digest_at(manifest.desk, manifest.head)
        return held == bytes.fromhex(manifest.digest_at_head) and work.bundles.get(document) is not None

    return known


def _senders(work: Work, known: list[KnownKey]) -> Find:
    def find(key_id: str) -> Sender | None:
        key = find_key(work, key_id)
        if key is None:
            return None
        known.append(key)
        return Sender(
            verify=key.verify,
            unit=key.unit,
            desk=key.desk.number,
            register=key.desk.register,
            profile="register" if key.profile == "register" else "figures",
            revoked=key.state == REVOKED,
        )

    return find
