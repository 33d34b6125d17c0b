"""From the journal to a sealed bundle: the frame of the manifest, the sealing, the counts said on the screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.sync.link import DistrictLink
from exchange.bundle import BundleManifest, Frame, seal_bundle
from exchange.documents import BUNDLE, read_manifest
from exchange.journal import read_line
from exchange.keys import DeskKeys, key_id

MOST_LINES = 50_000
"""A longer history is several bundles (ARCHITECTURE.md 5)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bundle begins: its running number, its month, the acknowledged position and the digest there."""

    seq: int
    period: str
    basis: int
    digest_at_basis: bytes


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes it: register id, epoch, the last receipt taken, the program's name."""

    register: str
    epoch: int
    last_receipt: int
    app: str


def frame_of(tie: DistrictLink, place: Place, sender: Sender, created_at: datetime) -> Frame:
    """What the desk knows of a bundle before its lines; `created_at` in UTC."""
    return Frame(
        to=key_id(tie.office_verify),
        unit=tie.unit,
        desk=tie.desk,
        register=sender.register,
        epoch=sender.epoch,
        seq=place.seq,
        period=place.period,
        basis=place.basis,
        digest_at_basis=place.digest_at_basis.hex(),
        last_receipt=sender.last_receipt,
        created_at=created_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        app=sender.app,
    )


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a bundle: journal lines as stored, and the shared parts when names travel."""

    lines: tuple[bytes, ...]
    shared: tuple[bytes, ...] | None


def sealed(manifest: bytes, contents: Contents, keys: DeskKeys, receive: str) -> bytes:
    """The file of a bundle, signed by the desk, sealed to the office's receiving key."""
    return seal_bundle(manifest, contents.lines, contents.shared, keys, [receive])


def fields_of(manifest: bytes) -> BundleManifest:
    """The fields of a manifest that this desk stored before it wrote the bundle."""
    return read_manifest(manifest, BUNDLE, BundleManifest)


def span_counts(lines: Sequence[bytes]) -> dict[str, int]:
    """How many lines of each kind a bundle carries, for people."""
    return dict(sorted(Counter(read_line(raw).kind for raw in lines).items()))
