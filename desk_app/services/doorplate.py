"""Renewing what the lock shows: done whenever a desk opens, is locked or closes."""

from __future__ import annotations

import contextlib
import json
from collections import Counter

from desk_app.db.register import Reading
from desk_app.services.access_notes import write_down
from desk_app.services.copies import SECOND_PLACE, last_backup
from desk_app.services.doorstep import Doorstep, Resident, leave_doorstep
from desk_app.services.drill import take_note
from desk_app.services.leaving import DRAFT_OWNERS, owners_of
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.people import Person, people_of
from desk_app.services.seat import Seat
from desk_app.services.trouble import Trouble
from exchange.files import FileTrouble


def renew_doorstep(seat: Seat) -> None:
    """Say at the door what is true now. A door plate that cannot be renewed stays as it was: nothing hangs on it, and
    what is wrong with disk or register is told by the act that needs them."""
    with contextlib.suppress(FileTrouble, Trouble):
        write_down(seat)
        take_note(seat)
        owners = _claim_drafts(seat)
        with seat.reading() as reading:
            told = _doorstep(seat, reading, Counter(owners.values()))
        leave_doorstep(seat.folder, told)


def _claim_drafts(seat: Seat) -> dict[str, str]:
    """Whose draft is whose: those that are gone have nobody, and one of an earlier version, which did not say who
    began it, was typed by whoever sits here, since every change of person passes this way."""
    with seat.reading() as reading:
        known = owners_of(reading)
        drafts = [draft.draft_id for draft in reading.drafts.all()]
    owners = {draft: known.get(draft, seat.user) for draft in drafts}
    if owners != known:
        with seat.work() as work:
            work.office.put(DRAFT_OWNERS, json.dumps(owners, ensure_ascii=False, sort_keys=True))
            work.commit()
    return owners


def _doorstep(seat: Seat, reading: Reading, drafts: Counter[str]) -> Doorstep:
    head = read_letterhead(reading.office)
    office = office_on(head, seat.units, seat.today())
    return Doorstep(
        unit=office.unit,
        office=office.unit_name,
        parent=office.parent_name,
        support=head.support,
        backed_up=last_backup(reading.office),
        people=tuple(_resident(one, drafts[one.login]) for one in people_of(reading)),
        last=seat.user,
        second=json.loads(reading.office.get(SECOND_PLACE) or '""'),
    )


def _resident(person: Person, drafts: int) -> Resident:
    return Resident(person.login, person.name, person.greeting, person.work, drafts)
