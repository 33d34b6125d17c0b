"""What a letter needs to be written, and what may hold it back: for preparing, preview and printing alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from common.names import tidy
from desk_app.db.register import Reading
from desk_app.domain.events import AnyRegistration, Birth, Death
from desk_app.domain.office import Signatory
from desk_app.domain.problems import Problem
from desk_app.domain.signing import why_nobody
from desk_app.domain.standing import letter_standing
from desk_app.letters.order import Order, PrintedCode
from desk_app.services.hamlets import community_of
from desk_app.services.letter_values import Wish
from desk_app.services.mourning import IN_MOURNING, Loss, Mourners
from desk_app.services.number_signs import numbering_of
from desk_app.services.office import office_on, read_letterhead, read_signatories, signatory_named, signatory_on
from desk_app.services.opt_outs import wished_none
from desk_app.services.seat import Seat
from desk_app.sync.link import IN_FORCE, read_link


def order_of(
    seat: Seat, store: Reading, registrations: Sequence[AnyRegistration], dated: date, wish: Wish | None = None
) -> Order:
    """The order for these registrations on that day as wished (the usual one without a wish), still without a code."""
    wish, first, people = wish or Wish(), registrations[0], read_signatories(store.office)
    signatory = signed_by(people, dated, (wish.signatory, first.event))
    office = office_on(read_letterhead(store.office), seat.units, dated)
    numbering = numbering_of(store.office, first.event)
    return Order(
        registrations=tuple(registrations),
        office=replace(office, community=community_of(store.office, first.hamlet)),
        signatory=signatory,
        dated=dated,
        code=None,
        training=seat.training,
        unsigned=None if signatory else _unsigned(people, dated, wish.signatory),
        numbering=replace(numbering, number=None) if wish.undated else numbering,
        template=wish.template,
        free_line=tidy(wish.free_line),
        ink=wish.ink,
        choices=wish.choices,
        addresses=wish.body.get("addresses", {}),
        english=wish.english,
        undated=wish.undated,
    )


def signed_by(people: tuple[Signatory, ...], dated: date, asked: tuple[str, str]) -> Signatory | None:
    """Who signs a letter of that day: who is `asked` for by name, or whoever does for letters of that kind."""
    name, kind = asked
    return signatory_named(people, name, dated) if name else signatory_on(people, dated, kind)


def _unsigned(people: tuple[Signatory, ...], dated: date, name: str) -> Problem:
    return Problem("signatory", "letter-signs-no-more", "error", {"name": name}) if name else why_nobody(people, dated)


def specimen_code(store: Reading, event: str) -> PrintedCode | None:
    """The symbol marked MẪU, where the saved letter will carry a code."""
    district = read_link(store.office.get(IN_FORCE))
    if district is None or not district.confirmed:
        return None
    if event == "death" and not read_letterhead(store.office).condolence_code:
        return None
    return PrintedCode("", "", district.host)


def what_holds(
    store: Reading,
    registrations: Sequence[AnyRegistration],
    today: date,
    anyway: str,
    mourners: Mourners | None = None,
) -> tuple[Problem, ...]:
    """Why this letter waits for a person, or must never be written; nothing when it may go out or was opened.
    `mourners`: what the seat read last of the deaths of these weeks."""
    if any(one.registered_on > today for one in registrations):
        # Only a clock set back since it was entered makes this so.
        return (Problem("letter", "letter-before-registration", "error", {"reason": "before-registration"}),)
    found = {"child-died"} if any(_has_died(store, one) for one in registrations) else set()
    found |= {"opted-out"} if wished_none(store, registrations) else set()
    loss = None if "child-died" in found else _loss(store, registrations, today, mourners)
    standing = letter_standing(registrations, today, found | ({IN_MOURNING} if loss else set()))
    if standing.verdict == "free" or (standing.verdict == "ask" and anyway):
        return ()
    code = "letter-held" if standing.verdict == "ask" else "letter-never"
    told = loss.details() if loss else {}
    each = [told if reason == IN_MOURNING else {"reason": reason} for reason in standing.reasons]
    return tuple(Problem("letter", code, "error", details) for details in each)


def _loss(
    store: Reading, registrations: Sequence[AnyRegistration], today: date, mourners: Mourners | None
) -> Loss | None:
    """Nothing is read for a condolence: no death holds it back."""
    if all(isinstance(one, Death) for one in registrations):
        return None
    return (mourners or Mourners()).now(store, today).of(registrations)


def _has_died(store: Reading, registration: AnyRegistration) -> bool:
    if not isinstance(registration, Birth):
        return False
    child = registration.child
    return bool(store.registrations.alike("death", [child.name.folded], child.born))
