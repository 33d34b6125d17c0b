"""Households that want no letter: known again at their next registration, though no name of theirs is kept for it.

A mark is an HMAC under a key that lies in the encrypted register: over the personal number, and over the name without
marks together with the day of birth. It outlives an erasure by law, and it can be taken back.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk_app.db.register import Reading, Work
from desk_app.domain.events import EVENTS, AnyRegistration
from desk_app.domain.people import Person
from desk_app.services.lines import act_entry
from desk_app.services.seat import Seat
from desk_app.services.stored import any_registration

OPTED_OUT = "opted_out"
_KEY = "opt-out-marks"


@dataclass(frozen=True, slots=True)
class OptOutDesk:
    """Keeping a household's wish, and taking it back."""

    seat: Seat

    def keep(self, id: int) -> int:
        """From now on the people of this registration get no letter; how many marks stand for them."""
        self.seat.may("letters")
        with self.seat.work() as work:
            kept = any_registration(work, id)
            marks = keep_wish(self.seat, work, kept.registration)
            work.journal.append(act_entry(self.seat, "local", self.seat.subject(), {}, _home("opt-out", id)))
            work.commit()
        return marks

    def take_back(self, id: int) -> int:
        """The people of this registration changed their mind; how many marks went."""
        self.seat.may("letters")
        with self.seat.work() as work:
            kept = any_registration(work, id)
            gone = work.opt_outs.drop(marks_of(work, kept.registration))
            home = _home("opt-out-taken-back", id)
            work.journal.append(act_entry(self.seat, "local", self.seat.subject(), {}, home))
            work.commit()
        return gone

    def stands(self, id: int) -> bool:
        """Whether somebody of this registration wants no letter."""
        with self.seat.reading() as reading:
            return wished_none(reading, [any_registration(reading, id).registration])


def keep_wish(seat: Seat, work: Work, registration: AnyRegistration) -> int:
    """Put the marks of a registration's people into this act, with the key at the first one."""
    if work.keys.get(_KEY) is None:
        work.keys.put(_KEY, seat.random(32))
    marks = marks_of(work, registration)
    work.opt_outs.keep(marks, seat.today())
    return len(marks)


def change_wish(seat: Seat, work: Work, id: int, both: tuple[AnyRegistration, AnyRegistration]) -> None:
    """A registration was amended, before and after: its wish for no letter comes, follows its people, or goes but for
    what another registration that stands says of them."""
    before, after = both
    said, says = (OPTED_OUT in one.cases for one in both)
    if said and not says:
        work.opt_outs.drop(marks_of(work, before) - _said_elsewhere(work, id, before))
    # A wish that was taken back since does not come again with the next slip that is mended.
    elif says and (not said or work.opt_outs.known(marks_of(work, before))):
        keep_wish(seat, work, after)


def unsay_wish(seat: Seat, work: Work, id: int, registration: AnyRegistration) -> None:
    """Take back with a registration entered a moment ago the wish that came with it; what the household said before,
    or says in another registration that stands, remains."""
    fresh = work.opt_outs.kept_since(marks_of(work, registration), seat.today())
    work.opt_outs.drop(fresh - _said_elsewhere(work, id, registration))


def _said_elsewhere(work: Work, id: int, registration: AnyRegistration) -> frozenset[str]:
    """The marks that other registrations of these people put."""
    others = {
        other
        for event in EVENTS
        for person in registration.people()
        if person.born
        for other in work.like.born_on(event, {person.name.folded}, {person.born.iso()})
    }
    kept = work.registrations.several(sorted(others - {id}))
    said = [marks_of(work, one.registration) for one in kept if OPTED_OUT in one.registration.cases]
    return frozenset[str]().union(*said)


def wished_none(store: Reading | Work, registrations: Sequence[AnyRegistration]) -> bool:
    """Whether anybody in these registrations once wanted no letter."""
    if store.keys.get(_KEY) is None:
        return False
    return any(store.opt_outs.known(marks_of(store, one)) for one in registrations)


def marks_of(store: Reading | Work, registration: AnyRegistration) -> frozenset[str]:
    """The marks of everybody named in a registration; none before anybody ever wanted no letter."""
    key = store.keys.get(_KEY)
    if key is None:
        return frozenset()
    told = {text for person in registration.people() for text in _known_by(person)}
    if registration.declarant and registration.declarant.citizen_id:
        told.add(f"number\n{registration.declarant.citizen_id.digits}")
    return frozenset(hmac.new(key, text.encode(), hashlib.sha256).hexdigest() for text in told)


def _known_by(person: Person) -> Iterator[str]:
    if person.citizen_id:
        yield f"number\n{person.citizen_id.digits}"
    if person.born and person.born.exact():
        yield f"name\n{person.name.folded}\n{person.born.iso()}"


def _home(act: str, id: int) -> dict[str, object]:
    return {"act": act, "what": str(id)}
