"""What a registration or letter says in the journal: figures that travel, parts that are only committed to."""

from __future__ import annotations

from collections.abc import Mapping

from desk_app.db.journal import Entry
from desk_app.domain.events import AnyRegistration, Birth, Death
from desk_app.domain.people import Person
from desk_app.domain.rules import RuleName, Rules
from desk_app.services.seat import Seat
from exchange.canonical import encode
from exchange.figures import book_mark

STAY_AT_HOME = frozenset({"opted_out", "remarriage"})
"""Cases that are the family's own affair: they never travel."""

LIMITS: dict[str, RuleName] = {"birth": "birth-limit-days", "death": "death-limit-days"}


def registration_entry(seat: Seat, kind: str, row: tuple[str, int], registration: AnyRegistration) -> Entry:
    """The line of a registration entered or amended; `row` is its subject and version."""
    subject, version = row
    return Entry(
        kind=kind,
        on=seat.today(),
        subject=subject,
        version=version,
        figures=registration_figures(registration),
        shared=encode(_shared(registration)),
        home=encode({**_home(registration), **_who(seat)}),
    )


def registration_figures(registration: AnyRegistration) -> dict[str, object]:
    """The closed list of figures of an event (ARCHITECTURE.md 5): nothing that names a person."""
    figures: dict[str, object] = {
        "event": registration.event,
        "registered_on": registration.registered_on.isoformat(),
        "registration_type": registration.registration_type,
        "late": int(registration.late),
        "lateness": lateness(registration),
        "unit": registration.unit,
        "flags": sorted(registration.cases - STAY_AT_HOME),
    }
    book = book_mark(registration.unit, registration.event, registration.book)
    return {**figures, "book": book} if book else figures


def lateness(registration: AnyRegistration) -> str:
    """How far past the legal limit it was registered, as a band: exact days stay at home."""
    limit = _limit(registration)
    begun = registration.counted_from
    happened = begun.exact() if begun else None
    if limit is None:
        return "none"
    if happened is None:
        return "unknown"
    past = (registration.registered_on - happened).days - limit
    bands = ((0, "on-time"), (30, "to-30-days"), (365, "to-1-year"))
    return next((band for most, band in bands if past <= most), "over-1-year")


def _limit(registration: AnyRegistration) -> int | None:
    rule = LIMITS.get(registration.event)
    return Rules.standard(registration.unit).value(rule, registration.registered_on) if rule else None


def act_entry(seat: Seat, kind: str, subject: str, figures: Mapping[str, object], home: Mapping[str, object]) -> Entry:
    """The line of an act on something that has a subject already."""
    return Entry(
        kind=kind,
        on=seat.today(),
        subject=subject,
        version=1,
        figures=dict(figures),
        shared=None,
        home=encode({**home, **_who(seat)}),
    )


def local_entry(seat: Seat, act: str, what: str = "") -> Entry:
    """A line of the office's own business (users, keys, settings; `what` of them): counted by nobody, kept in the
    chain."""
    return act_entry(seat, "local", seat.subject(), {}, {"act": act, **({"what": what} if what else {})})


def _who(seat: Seat) -> dict[str, object]:
    return {"at": seat.moment(), "user": seat.user}


def _shared(registration: AnyRegistration) -> dict[str, object]:
    return {
        "names": [name.text for name in registration.principals()],
        "event_date": registration.happened_on.iso(),
        "book": registration.book,
        "number": registration.number,
        "residence": _residence(registration),
    }


def _residence(registration: AnyRegistration) -> str:
    if isinstance(registration, Death):
        return registration.last_residence
    if isinstance(registration, Birth):
        parent = registration.mother or registration.father
        return parent.residence if parent else ""
    return registration.wife.residence or registration.husband.residence


def _home(registration: AnyRegistration) -> dict[str, object]:
    return {
        "people": [_person(person) for person in registration.people()],
        "cause": registration.cause if isinstance(registration, Death) else "",
    }


def _person(person: Person) -> dict[str, object]:
    return {
        "citizen_id": person.citizen_id.digits if person.citizen_id else "",
        "id_paper": person.id_paper,
        "ethnic_group": person.ethnic_group,
    }
