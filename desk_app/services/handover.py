"""The sheet that two people sign when one leaves the desk: what is open, counted and without a citizen's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from common.dates import place_and_date
from common.paper.handover_sheet import HandoverSheet, handover_pdf
from common.words import people_handover as words
from common.words.reports import COMMITTEE
from desk_app.db.register import Reading
from desk_app.services.access_notes import done
from desk_app.services.ceremonies import Ceremonies
from desk_app.services.leaving import owners_of
from desk_app.services.numbering import NumberBook
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.outlook import outlook
from desk_app.services.people import Person, people_of
from desk_app.services.queues import Queue
from desk_app.services.rescue import read_rescue
from desk_app.services.seat import Seat
from desk_app.services.today import Today
from desk_app.services.trouble import Mistake
from desk_app.services.typefaces import typefaces


@dataclass(frozen=True, slots=True)
class Handover:
    """What one person leaves to another (`taker` None: not known yet): `drafts` of the giver; `open` and `kept` each a
    thing and how it stands, as the sheet says it."""

    giver: Person
    taker: Person | None
    drafts: int
    open: tuple[tuple[str, str], ...]
    kept: tuple[tuple[str, str], ...]


def handover(seat: Seat, giver: str, taker: str = "") -> Handover:
    """What is open now. One's own anybody may ask for, another's the administrator. Raises Trouble("not-allowed"),
    Mistake("no-such-user")."""
    if giver != seat.user:
        seat.may("people")
    queues = Today(seat).queues()
    with seat.reading() as reading:
        people = {one.login: one for one in people_of(reading)}
        drafts, all_drafts = _drafts_of(reading, giver), len(reading.drafts.all())
    missing = next((login for login in (giver, taker or giver) if login not in people), None)
    if missing is not None:
        raise Mistake("no-such-user", {"name": missing})
    counted = [_open_queue(one, all_drafts) for one in queues]
    opened = ((words.OWN_DRAFTS, words.drafts(drafts)), *counted, *_of_letters(seat))
    return Handover(people[giver], people.get(taker), drafts, opened, _kept(seat))


def handover_paper(seat: Seat, giver: str, taker: str = "") -> bytes:
    """The sheet as an A4 PDF; noted in the access log."""
    told = handover(seat, giver, taker)
    with seat.reading() as reading:
        office = office_on(read_letterhead(reading.office), seat.units, seat.today())
    names = (told.giver.name, told.taker.name if told.taker else "", "")
    sheet = HandoverSheet(
        unit=f"{COMMITTEE} {office.unit_name}",
        place_and_date=place_and_date(office.place, seat.today()),
        giver=told.giver.full,
        taker=told.taker.full if told.taker else "",
        open=told.open,
        kept=told.kept,
        names=names,
    )
    done(seat, "handed-over")
    return handover_pdf(sheet, typefaces())


def _open_queue(queue: Queue, drafts: int) -> tuple[str, str]:
    """A queue and its count; of drafts everybody's, for the desk changes hands."""
    return (words.ALL_DRAFTS, words.drafts(drafts)) if queue.id == "draft" else (queue.words, queue.counted)


def _of_letters(seat: Seat) -> Iterator[tuple[str, str]]:
    """What stands in no queue, in one row, for the sheet is full: letters without a number, ceremonies to come."""
    unnumbered = len(NumberBook(seat).waiting())
    coming = sum(one.over is None and one.plan.held_on >= seat.today() for one in Ceremonies(seat).listed())
    if unnumbered or coming:
        yield words.NUMBERS_AND_CEREMONIES, words.numbers_and_ceremonies(unnumbered, coming)


def _drafts_of(reading: Reading, login: str) -> int:
    owners = owners_of(reading)
    return sum(owners.get(draft.draft_id) == login for draft in reading.drafts.all())


def _kept(seat: Seat) -> tuple[tuple[str, str], ...]:
    now = outlook(seat)
    with seat.reading() as reading:
        sheet = read_rescue(reading.office)
    by_hand: Sequence[tuple[str, str]] = (
        (words.SAFE, words.SAFE_STATE),
        (words.STICK, words.STICK_STATE),
        (words.BOOKS, words.BOOKS_STATE),
    )
    return (
        *by_hand,
        (words.RESCUE, words.rescue(sheet.made_on, sheet.proved)),
        (words.BACKUP, words.at(now.backed_up)),
        (words.SECOND, words.at(now.second_at)),
        (words.BUNDLE, words.bundle(now.bundle, now.bundle_month)),
        (words.RECEIPT, words.receipt(now.bundle, now.receipt_on)),
        (words.LINES, words.lines(now.lines_waiting)),
    )
