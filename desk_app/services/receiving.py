"""Taking a receipt in: how far the level above holds this register, what it set aside, ratings and messages.

The pointer moves only forward and only over our own chain. A receipt over lines that we do not have is no stranger's:
the level above signed it, so it tells what a register that was put back has lost. Everything it brings is taken in, the
pointer stays, and nothing of two histories is ever mixed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from msgspec import convert, to_builtins

from common.words.follow_ups import CALL_TASK
from desk_app.db.check_draws import KeptDraw
from desk_app.db.ratings import Batch, Message
from desk_app.db.receipts import KeptReceipt
from desk_app.db.register import Reading, Work
from desk_app.services import after_restore, lacking
from desk_app.services.follow_ups import open_within
from desk_app.services.seat import Seat
from desk_app.services.trouble import Trouble
from exchange.canonical import decode, encode
from exchange.history import moved_pointer
from exchange.receipt import Batch as ReceiptBatch
from exchange.receipt import Receipt

_COUNTED_FROM = "receipts-counted-from"


@dataclass(frozen=True, slots=True)
class Beyond:
    """The level above holds this register up to line `held`; after a restore it reaches only to `ours`, and what was
    written after the day `since` has to be entered again."""

    held: int
    ours: int
    since: date


@dataclass(frozen=True, slots=True)
class Received:
    """What a receipt brought: the acknowledged position, lines of our history set aside with reason, batches and
    messages kept. `beyond` where the level above holds lines that this register lost; `restored` the epoch that began
    because this receipt proved it (0: known, or none); `lacking` how many things still wait to be entered again."""

    number: int
    verdict: str
    upto: int
    set_aside: tuple[tuple[int, str], ...]
    batches: int
    messages: int
    beyond: Beyond | None = None
    restored: int = 0
    lacking: int = 0
    place: int = 0
    """Under which number the receipt is kept here: that of the receipts before, where another level above counts
    anew, goes on."""


def take_in(seat: Seat, work: Work, receipt: Receipt) -> Received:
    """Take an opened receipt in; the caller commits. Raises Trouble("receipt-other-register")."""
    if receipt.register != seat.register.identity.register_id.hex():
        raise Trouble("receipt-other-register")
    newest, place = work.receipts.latest_number(), counted_from(work) + receipt.number
    upto = moved_pointer(receipt, work.bundles.acknowledged(), work.journal.digest_at)
    restored = 0
    if upto is not None:
        work.bundles.acknowledge(upto, work.journal.digest_at(upto) or b"")
    elif not _explained(work):
        restored = after_restore.own_up_to(seat, work)
    batches, messages = _keep(seat, work, receipt)
    _keep_draw(work, receipt)
    lacking.note(work, receipt, place)
    if place > newest or restored:
        after_restore.met(work)
    ours = upto is not None
    aside = tuple((row.position, row.reason) for row in receipt.set_aside) if ours else ()
    return Received(
        number=receipt.number,
        verdict=receipt.verdict,
        upto=receipt.upto,
        set_aside=aside,
        batches=batches,
        messages=messages,
        beyond=None if ours else _beyond(work, receipt),
        restored=restored,
        lacking=len(lacking.waiting(work)),
        place=place,
    )


def told_again(reading: Reading, kept: KeptReceipt) -> Received:
    """What a receipt told that was taken in before; of two histories as far as this register still knows."""
    receipt = convert(decode(kept.manifest), Receipt, strict=False)
    ours = is_ours(reading, kept)
    return Received(
        number=receipt.number,
        verdict=kept.verdict,
        upto=kept.upto,
        set_aside=tuple((row.position, row.reason) for row in receipt.set_aside) if ours else (),
        batches=len(receipt.batches),
        messages=len(receipt.messages) + len(receipt.call_backs),
        beyond=None if ours or not after_restore.restores(reading) else _beyond(reading, receipt),
        lacking=len(lacking.waiting(reading)),
        place=kept.number,
    )


def next_basis(store: Reading | Work) -> int:
    """The line after which the next bundle begins: the acknowledged one, or an earlier one where the newest receipt
    took nothing of ours: the level above holds no more (it was itself put back from a copy), or it follows another
    history since, so that all of ours has to be shown to it."""
    acknowledged = store.bundles.acknowledged()
    newest = newest_receipt(store)
    if newest is None or newest.verdict not in ("waiting", "forked") or newest.upto >= acknowledged:
        return acknowledged
    return newest.upto if is_ours(store, newest) else 0


def complete_number(store: Reading | Work) -> int:
    """The receipt to name in a bundle: all that was ever due up to it has arrived. A receipt that begins after one
    which we lack does not count, so that the level above sends the rest again."""
    known, begin = 0, counted_from(store)
    for kept in (one for one in store.receipts.all() if one.number > begin):
        since = decode(kept.manifest).get("since")
        if since is None or since <= known:
            known = kept.number - begin
    return known


def number_of(kept: KeptReceipt) -> int:
    """The number that the receipt bears itself."""
    return int(decode(kept.manifest)["number"])


def newest_receipt(store: Reading | Work) -> KeptReceipt | None:
    """The newest receipt of the level above that we are tied to."""
    latest = store.receipts.latest_number()
    return store.receipts.get(latest) if latest > counted_from(store) else None


def counted_from(store: Reading | Work) -> int:
    """Under which number the last receipt of a level above of before is kept; 0: there was only this one."""
    return int(store.office.get(_COUNTED_FROM) or 0)


def begin_to_count_anew(work: Work) -> None:
    """Another level above is to answer: its numbers may be those of receipts that lie here already."""
    work.office.put(_COUNTED_FROM, str(work.receipts.latest_number()))


def is_ours(store: Reading | Work, kept: KeptReceipt) -> bool:
    """Whether a kept receipt speaks of the history that this register has: its positions mean our lines."""
    ours = store.journal.digest_at(kept.upto)
    return ours is not None and ours.hex() == decode(kept.manifest)["digest_at_upto"]


def _explained(work: Work) -> bool:
    """Whether a restore that the level above has not acknowledged yet is why it holds other lines than we do."""
    acknowledged = work.bundles.acknowledged()
    return any(restore.position > acknowledged for restore in after_restore.restores(work))


def _beyond(work: Reading | Work, receipt: Receipt) -> Beyond:
    """Where our history parted from the one that the receipt tells of, as far as we know."""
    known = after_restore.restores(work)
    restore = next((one for one in reversed(known) if one.position <= receipt.upto), known[-1])
    return Beyond(receipt.upto, restore.kept, restore.copy_of)


def _keep(seat: Seat, work: Work, receipt: Receipt) -> tuple[int, int]:
    """Keep what the receipt brought; batches and messages that are known already are dropped."""
    row = KeptReceipt(
        counted_from(work) + receipt.number,
        encode(to_builtins(receipt)),
        receipt.bundle,
        receipt.verdict,
        receipt.upto,
        seat.today(),
    )
    work.receipts.take(row)
    batches = sum(work.ratings.keep_batch(_batch(batch)) for batch in receipt.batches)
    notes = [Message(one.id, date.fromisoformat(one.on), "message", {"text": one.text}) for one in receipt.messages]
    calls = [
        Message(one.id, date.fromisoformat(one.on), "call-back", {"phone": one.phone, "text": one.text})
        for one in receipt.call_backs
    ]
    fresh = [one for one in (*notes, *calls) if work.ratings.keep_message(one)]
    for one in (one for one in fresh if one.kind == "call-back"):
        open_within(seat, work, "call-back", one.message_id, CALL_TASK)
    return batches, len(fresh)


def _keep_draw(work: Work, receipt: Receipt) -> None:
    """Keep the letters that were drawn. One that came with a receipt after `since` is the same draw told again; drawn
    once more by a level above that lost its days, it is shown once more."""
    known = {(kept.serial, kept.receipt) for kept in work.check_draws.all()}
    since = receipt.since or 0
    for one in receipt.draw:
        if not any(serial == one.serial and number > since for serial, number in known):
            work.check_draws.keep_drawn(
                KeptDraw(receipt.number, one.serial, one.letter, date.fromisoformat(receipt.issued_at[:10]))
            )


def _batch(batch: ReceiptBatch) -> Batch:
    rest: dict[str, Any] = {
        "reasons": dict(batch.reasons),
        "comments": list(batch.comments),
        "kinds": list(batch.kinds),
    }
    if batch.scale != 3:
        rest["scale"] = batch.scale
    return Batch(
        batch.id, date.fromisoformat(batch.formed_on), batch.n, _plain(batch.by_score), _plain(batch.by_channel), rest
    )


def _plain(counts: Mapping[Any, int]) -> dict[str, int]:
    return {str(word): n for word, n in counts.items()}
