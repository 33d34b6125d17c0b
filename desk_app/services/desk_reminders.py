"""Nhắc việc of the desk itself: what was left half done here, and what only whoever sits here can put right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from common.words import ceremony as ceremony_words
from common.words import reminders as words
from common.words import signatories as signatory_words
from desk_app.db.register import Reading
from desk_app.domain.signing import nobody_from
from desk_app.services.ceremonies import coming_day
from desk_app.services.copy_owed import owed
from desk_app.services.drafting import shown_drafts
from desk_app.services.leaving import owners_of
from desk_app.services.office import own_unit, read_letterhead, read_signatories
from desk_app.services.office_gaps import office_gaps
from desk_app.services.own_keys import next_keys
from desk_app.services.print_question import asked_about
from desk_app.services.reminders import Reminder
from desk_app.services.rescue import read_rescue
from desk_app.services.seat import ACTS_OF, Seat
from desk_app.sync.link import IN_FORCE, WAITING, read_link

SIGNING_ENDS = 14
"""So many days before nobody may sign any more it is told."""


def desk_reminders(seat: Seat, reading: Reading) -> Iterator[Reminder]:
    """Sheets nobody counted, a form left open, a copy that failed, the rescue sheet, keys half exchanged."""
    yield from _sheets(reading)
    yield from _draft(seat, reading)
    yield from _ceremony(seat, reading)
    if seat.training:
        return
    yield from _copy_owed(seat)
    yield from _rescue(seat, reading)
    yield from _keys(seat, reading)
    yield from _signing_ends(seat, reading)
    yield from _office_lacks(seat, reading)


def newest_draft(seat: Seat, reading: Reading) -> str:
    """The id of the draft that whoever sits here kept last; "" where there is none."""
    owners = owners_of(reading)
    own = (one for one in shown_drafts(seat, reading) if owners.get(one.draft_id, seat.user) == seat.user)
    return next((one.draft_id for one in own), "")


def _sheets(reading: Reading) -> Iterator[Reminder]:
    if asked := asked_about(reading):
        yield Reminder("printer", *words.uncounted(len(asked.letters)), goes="printing", urgent=True, first=True)


def _draft(seat: Seat, reading: Reading) -> Iterator[Reminder]:
    kept = reading.drafts.get(newest_draft(seat, reading))
    if kept:
        told = words.draft_waits(kept.event, kept.at, seat.today())
        yield Reminder("pencil", *told, does="reopen-draft", first=True)


def _ceremony(seat: Seat, reading: Reading) -> Iterator[Reminder]:
    """The day before a ceremony, and the day itself."""
    day, today = coming_day(seat, reading), seat.today()
    if day is None:
        return
    coming = day.coming
    unprinted = sum(line.state not in ("printed", "handed") for line in coming)
    unsigned = sum(line.on_paper and line.printed_on == today for line in coming)
    told = ceremony_words.reminder(day.plan.title, day.plan.held_on, today, (len(coming), unprinted, unsigned))
    yield Reminder("gift", *told, goes="ceremony", urgent=unprinted > 0, first=True)


def _copy_owed(seat: Seat) -> Iterator[Reminder]:
    copy = owed(seat.folder)
    if copy:
        yield Reminder("device-floppy", *words.copy_owed(copy.at, copy.second), goes="copies", urgent=True)


def _rescue(seat: Seat, reading: Reading) -> Iterator[Reminder]:
    """Only who may make another sheet is asked."""
    if "people" in ACTS_OF[seat.role] and not read_rescue(reading.office).proved:
        yield Reminder("key", *words.RESCUE_UNPROVED, goes="settings", urgent=True)


def _keys(seat: Seat, reading: Reading) -> Iterator[Reminder]:
    if read_link(reading.office.get(WAITING)):
        yield Reminder("key", *words.WORDS_WAIT, does="exchange-keys", first=True)
        return
    if next_keys(reading):
        yield Reminder("key", *words.KEYS_CHANGING, does="exchange-keys")
    tie = read_link(reading.office.get(IN_FORCE))
    ours = own_unit(read_letterhead(reading.office), seat.units, seat.today())
    if tie is not None and tie.unit != ours.code:
        yield Reminder("key", *words.tie_of_before(ours.full_name), does="exchange-keys", first=True)


def _signing_ends(seat: Seat, reading: Reading) -> Iterator[Reminder]:
    """While there is time to name somebody: letters wait from the day on which nobody signs."""
    people, today = read_signatories(reading.office), seat.today()
    first = nobody_from(people, today, SIGNING_ENDS)
    if first is None:
        return
    last = next(one for one in people if one.valid_to == first - timedelta(days=1))
    yield Reminder("signature", *signatory_words.ends_soon(last.name, first - timedelta(days=1)), goes="settings")


def _office_lacks(seat: Seat, reading: Reading) -> Iterator[Reminder]:
    """What letters lack of the office itself, to whoever can mend it; that nobody signs is told to everybody."""
    if "settings" in ACTS_OF[seat.role]:
        found = (gap for gap in office_gaps(seat, reading) if gap.field != "signatory")
        yield from (Reminder("mail", gap.title, gap.text, goes="settings") for gap in islice(found, 1))
