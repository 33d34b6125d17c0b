"""Closing a month: one sealed bundle goes up, one sealed receipt comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from common.periods import NotAPeriod, Period, read_period
from desk_app.db.ratings import Batch, Message
from desk_app.db.receipts import KeptReceipt
from desk_app.db.register import Reading, Work
from desk_app.services.access_notes import done as noted
from desk_app.services.district_tie import APP, desk_keys
from desk_app.services.files import read_file, write_file
from desk_app.services.lines import act_entry
from desk_app.services.seat import Seat
from desk_app.services.second_look import Hands, is_wanted, keep_hands, look_over
from desk_app.services.tallies import untold_tallies
from desk_app.services.trouble import Mistake, Trouble
from desk_app.sync.link import IN_FORCE, WAITING, DistrictLink, read_link
from desk_app.sync.outgoing import (
    MOST_LINES,
    Contents,
    Place,
    Sender,
    fields_of,
    frame_of,
    identity_of,
    sealed,
    span_counts,
)
from exchange.bundle import Frame, final_manifest, shared_line
from exchange.canonical import encode
from exchange.figures import is_month
from exchange.files import bundle_name
from exchange.history import moved_pointer
from exchange.receipt import Batch as ReceiptBatch
from exchange.receipt import OpenedReceipt, open_receipt
from exchange.verdicts import Refused

Step = Callable[[int, int], None]
STAGES = 3
"""A bundle is gathered, sealed, and then written and read back."""


def unwatched(done: int, total: int) -> None:
    """The step of an act that nobody watches."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A bundle that lies whole on the stick, read back: journal positions basis+1 … head."""

    path: Path
    seq: int
    basis: int
    head: int
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Received:
    """What a receipt brought: the acknowledged position, lines set aside with reason, batches and messages kept."""

    number: int
    verdict: str
    upto: int
    set_aside: tuple[tuple[int, str], ...]
    batches: int
    messages: int


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """Bundles up, receipts down."""

    seat: Seat

    def close(self, folder: Path, period: str = "", step: Step = unwatched) -> tuple[Exported, ...]:
        """Seal everything since the last receipt for the month (the one that just ended, if none is named).

        A bundle begun before a power cut is finished first, as the same document. `step(done, total)` may raise to stop
        between two acts: no half file is left, and the same bundle is written next time. Where the office wants a
        second person, nothing new begins before they looked: Mistake("second-look-missing")."""
        self.seat.may("month")
        tie, month = self._tie(), self._month(period)
        done: list[Exported] = []
        while begun := self._begun(tie, month, done):
            done.append(self._seal(begun, tie, folder, step))
        if not done:
            raise Mistake("nothing-to-export")
        return tuple(done)

    def receive(self, path: Path) -> Received:
        """Take in a receipt: the pointer moves only forward, and only if the district holds our own history."""
        self.seat.may("month")
        tie = self._tie()
        raw = read_file(path)
        with self.seat.work() as work:
            opened = self._opened(work, raw, tie)
            receipt = opened.receipt
            if receipt.register != self.seat.register.identity.register_id.hex():
                raise Trouble("receipt-other-register")
            upto = moved_pointer(receipt, work.bundles.acknowledged(), work.journal.digest_at)
            if upto is None:
                raise Trouble("receipt-foreign-history")
            work.bundles.acknowledge(upto, _digest(work, upto))
            batches, messages = _keep(work, opened, self.seat.today())
            work.commit()
        aside = tuple((row.position, row.reason) for row in receipt.set_aside)
        return Received(receipt.number, receipt.verdict, upto, aside, batches, messages)

    def _tie(self) -> DistrictLink:
        with self.seat.reading() as reading:
            tie = read_link(reading.office.get(IN_FORCE))
            waiting = read_link(reading.office.get(WAITING))
        if tie is None:
            raise Mistake("words-not-compared" if waiting else "no-district")
        return tie

    def _month(self, text: str) -> Period:
        if not text:
            return closing_month(self.seat.today())
        try:
            month = read_period(text)
        except NotAPeriod as error:
            raise Mistake(error.code, {"period": text}) from error
        if not is_month(month.name):
            raise Mistake("not-a-month", {"period": text})
        if month.first > self.seat.today():
            raise Mistake("month-to-come", {"period": text})
        return month

    def _begun(self, tie: DistrictLink, month: Period, done: list[Exported]) -> bytes | None:
        with self.seat.work() as work:
            unfinished = work.bundles.unfinished()
            if unfinished:
                return unfinished
            if is_wanted(work) and look_over(work, work.journal.head()[0]) is None:
                raise Mistake("second-look-missing")
            if not done:
                self._tally(work, month)
            basis = done[-1].head if done else work.bundles.acknowledged()
            head = min(work.journal.head()[0], basis + MOST_LINES)
            if head == basis:
                return None
            seq = work.bundles.next_seq()
            contents = _contents(work, (basis + 1, head), names=tie.sends_register)
            manifest = final_manifest(
                self._frame(work, tie, Place(seq, month.name, basis, _digest(work, basis))),
                contents.lines,
                contents.shared,
            )
            work.bundles.begin(manifest, seq)
            work.commit()
        return manifest

    def _frame(self, work: Work, tie: DistrictLink, place: Place) -> Frame:
        register = self.seat.register.identity.register_id.hex()
        sender = Sender(register, work.epoch(), work.receipts.latest_number(), APP)
        return frame_of(tie, place, sender, self.seat.now().astimezone(UTC))

    def _tally(self, work: Work, month: Period) -> None:
        """Answers taken at the desk go up as a line per channel and closed month; late ones as a line more."""
        for figures in untold_tallies(work, month):
            work.journal.append(act_entry(self.seat, "ratings-tally", self.seat.subject(), figures, {}))

    def _seal(self, manifest: bytes, tie: DistrictLink, folder: Path, step: Step) -> Exported:
        fields = fields_of(manifest)
        step(0, STAGES)
        with self.seat.reading() as reading:
            contents = _contents(reading, (fields.basis + 1, fields.head), names=len(fields.members) > 1)
            keys = desk_keys(reading)
        step(1, STAGES)
        raw = sealed(manifest, contents, keys, tie.office_receive)
        step(2, STAGES)
        name = bundle_name(fields.unit, fields.desk, fields.period, fields.seq)
        write_file(folder / name, raw)
        with self.seat.work() as work:
            work.bundles.sealed(fields.seq, identity_of(manifest), name)
            look = look_over(work, fields.head) if is_wanted(work) else None
            keep_hands(work, fields.seq, Hands(self.seat.user, look.by if look else "", self.seat.moment()))
            work.commit()
        noted(self.seat, "exported", fields.seq)
        return Exported(folder / name, fields.seq, fields.basis, fields.head, span_counts(contents.lines))

    def _opened(self, work: Work, raw: bytes, tie: DistrictLink) -> OpenedReceipt:
        try:
            return open_receipt(raw, desk_keys(work), tie.office_verify)
        except Refused as refused:
            raise Trouble(f"receipt-{refused.verdict}", {"detail": refused.detail}) from refused


def closing_month(today: date) -> Period:
    """The month that a clerk closes today: the one before until the 15th, then the running one."""
    if today.day <= 15:
        today = today.replace(day=1) - timedelta(days=1)
    return read_period(f"{today.year:04}-{today.month:02}")


def _contents(store: Reading | Work, span: tuple[int, int], *, names: bool) -> Contents:
    first, last = span
    lines = tuple(store.journal.slice(first, last))
    if not names:
        return Contents(lines, None)
    parts = store.journal.shared_parts(first, last)
    return Contents(lines, tuple(shared_line(part.position, part.salt, part.body) for part in parts))


def _digest(store: Reading | Work, position: int) -> bytes:
    return store.journal.digest_at(position) or b""


def _keep(work: Work, opened: OpenedReceipt, today: date) -> tuple[int, int]:
    """Keep what the receipt brought; batches and messages that are known already are dropped."""
    receipt = opened.receipt
    row = KeptReceipt(
        receipt.number, encode(to_builtins(receipt)), receipt.bundle, receipt.verdict, receipt.upto, today
    )
    work.receipts.take(row)
    batches = sum(work.ratings.keep_batch(_batch(batch)) for batch in receipt.batches)
    notes = [Message(one.id, date.fromisoformat(one.on), "message", {"text": one.text}) for one in receipt.messages]
    calls = [
        Message(one.id, date.fromisoformat(one.on), "call-back", {"phone": one.phone, "text": one.text})
        for one in receipt.call_backs
    ]
    return batches, sum(work.ratings.keep_message(one) for one in (*notes, *calls))


def _batch(batch: ReceiptBatch) -> Batch:
    rest = {"reasons": dict(batch.reasons), "comments": list(batch.comments), "kinds": list(batch.kinds)}
    return Batch(
        batch.id, date.fromisoformat(batch.formed_on), batch.n, _plain(batch.by_score), _plain(batch.by_channel), rest
    )


def _plain(counts: Mapping[Any, int]) -> dict[str, int]:
    return {str(word): n for word, n in counts.items()}
