"""Closing a month: one sealed bundle goes up, one sealed receipt comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from pathlib import Path

from common.periods import NotAPeriod, Period, read_period
from common.words.clock import slashed
from desk_app.db.register import Reading, Work
from desk_app.services.access_notes import done as noted
from desk_app.services.after_restore import Restored, owed, state_none
from desk_app.services.clock_watch import look_at_clock
from desk_app.services.district_tie import APP
from desk_app.services.files import read_file, write_file
from desk_app.services.lines import act_entry
from desk_app.services.office import own_codes, read_letterhead
from desk_app.services.own_keys import desk_keys, opening_keys
from desk_app.services.receiving import Received, complete_number, next_basis, take_in
from desk_app.services.seat import Seat
from desk_app.services.second_look import Hands, is_wanted, keep_hands, look_over
from desk_app.services.tallies import untold_tallies
from desk_app.services.trouble import Mistake, Trouble, told_as_trouble
from desk_app.sync.link import IN_FORCE, WAITING, DistrictLink, read_link
from desk_app.sync.outgoing import (
    MOST_LINES,
    Contents,
    Place,
    Sender,
    fields_of,
    frame_of,
    sealed,
    span_counts,
)
from exchange.bundle import Frame, final_manifest, shared_line
from exchange.documents import identity
from exchange.files import bundle_name
from exchange.receipt import OpenedReceipt, Receipt, open_receipt
from exchange.shapes import is_month
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
class MonthEnd:
    """Bundles up, receipts down."""

    seat: Seat

    def close(self, folder: Path, period: str = "", step: Step = unwatched) -> tuple[Exported, ...]:
        """Seal everything since the last receipt for the month (the one that just ended, if none is named).

        A bundle begun before a power cut is finished first, as the same document. `step(done, total)` may raise to stop
        between two acts: no half file is left, and the same bundle is written next time. Where the office wants a
        second person, nothing new begins before they looked: Mistake("second-look-missing"). After a restore the newest
        receipt comes first: Mistake("receipt-owed")."""
        self.seat.may("month")
        if doubt := look_at_clock(self.seat):
            raise Mistake("clock-in-doubt", {"now": slashed(doubt.now), "last": slashed(doubt.last)})
        tie, month = self._tie(), self._month(period)
        self._refuse_while_owed()
        done: list[Exported] = []
        while begun := self._begun(tie, month, done):
            done.append(self._seal(begun, tie, folder, step))
        if not done:
            raise Mistake("nothing-to-export")
        return tuple(done)

    def receive(self, path: Path) -> Received:
        """Take in a receipt: the pointer moves only forward, and only if the district holds our own history; one that
        tells of lines we lost with a restore brings what it can (see services/receiving.py)."""
        self.seat.may("month")
        tie = self._tie()
        raw = read_file(path)
        with self.seat.work() as work:
            receipt = self._opened(work, raw, tie).receipt
            self._refuse_others(work, receipt, tie)
            received = take_in(self.seat, work, receipt)
            work.commit()
        if received.restored:
            with told_as_trouble():
                self.seat.register.renew_marker()
        return received

    def owed(self) -> Restored | None:
        """The restore after which the newest receipt is still to come; None where a bundle may begin."""
        with self.seat.reading() as reading:
            return owed(reading)

    def none_newer(self, reason: str) -> None:
        """A person says that the level above has no newer receipt. Raises Mistake: nothing-owed, reason-empty, …"""
        state_none(self.seat, reason)

    def _refuse_while_owed(self) -> None:
        if restore := self.owed():
            raise Mistake("receipt-owed", {"day": f"{restore.copy_of:%d/%m/%Y}"})

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
            basis = done[-1].head if done else next_basis(work)
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
        sender = Sender(register, work.epoch(), complete_number(work), APP)
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
            work.bundles.sealed(fields.seq, identity(manifest), name)
            look = look_over(work, fields.head) if is_wanted(work) else None
            keep_hands(work, fields.seq, Hands(self.seat.user, look.by if look else "", self.seat.moment()))
            work.commit()
        noted(self.seat, "exported", fields.seq)
        return Exported(folder / name, fields.seq, fields.basis, fields.head, span_counts(contents.lines))

    def _refuse_others(self, work: Work, receipt: Receipt, tie: DistrictLink) -> None:
        """A receipt counts for its own desk alone: numbers rise by desk, and a unit may bear a name of before."""
        ours = own_codes(read_letterhead(work.office), self.seat.units, self.seat.today())
        if receipt.desk != tie.desk or receipt.unit not in ours:
            raise Trouble("receipt-other-desk", {"desk": str(receipt.desk), "ours": str(tie.desk)})

    def _opened(self, work: Work, raw: bytes, tie: DistrictLink) -> OpenedReceipt:
        ours, *others = opening_keys(work)
        try:
            return open_receipt(raw, ours, tie.office_verify, others)
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
