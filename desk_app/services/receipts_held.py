"""Receipts that came back, as they are listed and shown again: which bundle, what was taken, what was laid aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from msgspec import convert

from desk_app.db.receipts import KeptReceipt
from desk_app.db.register import Reading
from desk_app.services.receiving import Received, is_ours, number_of, told_again
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake
from desk_app.sync.outgoing import fields_of
from exchange.bundle import BundleManifest
from exchange.canonical import decode
from exchange.receipt import Receipt

_NO_LINES: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class HeldReceipt:
    """One receipt under the number that it bears, kept under `place`: the bundle that it answers (`seq` 0 where this
    register does not know it, after a restore), how many lines that held and of which kinds, how many were laid aside,
    how many batches with how many answers came along."""

    number: int
    taken_on: date
    verdict: str
    upto: int
    seq: int = 0
    month: str = ""
    lines: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    aside: int = 0
    batches: int = 0
    answers: int = 0
    messages: int = 0
    place: int = 0
    ours: bool = True
    """Whether it speaks of the history that this register has; not so after a restore."""


def receipts(seat: Seat) -> tuple[HeldReceipt, ...]:
    """Every receipt of this desk, the newest first."""
    with seat.reading() as reading:
        bundles = {bundle.digest: fields_of(bundle.manifest) for bundle in reading.bundles.all() if bundle.digest}
        return tuple(_held(reading, kept, bundles) for kept in reversed(reading.receipts.all()))


def held_receipt(seat: Seat, place: int) -> tuple[HeldReceipt, Received]:
    """One receipt, and what it told when it was taken in. Raises Mistake("receipt-unknown")."""
    with seat.reading() as reading:
        kept = reading.receipts.get(place)
        if kept is None:
            raise Mistake("receipt-unknown")
        return _held(reading, kept, _bundle_of(reading, kept)), told_again(reading, kept)


def _bundle_of(reading: Reading, kept: KeptReceipt) -> dict[str, BundleManifest]:
    return {one.digest: fields_of(one.manifest) for one in reading.bundles.all() if one.digest == kept.bundle}


def _held(reading: Reading, kept: KeptReceipt, bundles: Mapping[str, BundleManifest]) -> HeldReceipt:
    receipt = convert(decode(kept.manifest), Receipt, strict=False)
    sent = bundles.get(kept.bundle)
    return HeldReceipt(
        number=number_of(kept),
        place=kept.number,
        taken_on=kept.taken_on,
        verdict=kept.verdict,
        upto=kept.upto,
        seq=sent.seq if sent else 0,
        month=sent.period if sent else "",
        lines=sent.head - sent.basis if sent else 0,
        counts={kind: n for kind, n in sent.counts.items() if kind != "lines"} if sent else _NO_LINES,
        aside=len(receipt.set_aside),
        batches=len(receipt.batches),
        answers=sum(batch.n for batch in receipt.batches),
        messages=len(receipt.messages) + len(receipt.call_backs),
        ours=is_ours(reading, kept),
    )
