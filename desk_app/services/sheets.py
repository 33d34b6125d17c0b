"""What a letter needs to be written, and what may hold it back: for preparing, preview and printing alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from common.names import tidy
from desk_app.db.register import Reading
from desk_app.domain.events import AnyRegistration, Death
from desk_app.domain.office import Signatory
from desk_app.domain.problems import Problem
from desk_app.domain.signing import why_nobody
from desk_app.domain.standing import field_of, letter_standing
from desk_app.letters.order import Order, PrintedCode
from desk_app.services.departed import departed_among
from desk_app.services.hamlets import community_of
from desk_app.services.letter_values import Wish
from desk_app.services.mourning import IN_MOURNING, Loss, Mourners, opened_for
from desk_app.services.number_signs import numbering_of
from desk_app.services.office import office_on, read_letterhead, read_signatories, signatory_named, signatory_on
from desk_app.services.opt_outs import wished_none
from desk_app.services.seat import Seat
from desk_app.services.wording import template_in
from desk_app.sync.link import IN_FORCE, read_link

_MOURNED = frozenset({"parent-died", "spouse-died"})
"""Deaths that are mourned for some weeks first."""
_OF_CHILDREN = frozenset({"child-died", "twin-died", "sibling-died"})
_STILL = _OF_CHILDREN | {"opted-out"} | _MOURNED


def order_of(
    seat: Seat, store: Reading, registrations: Sequence[AnyRegistration], dated: date, wish: Wish | None = None
) -> Order:
    """The order for these registrations on that day as wished (the usual one without a wish), still without a code."""
    wish, first, people = wish or Wish(), registrations[0], read_signatories(store.office)
    signatory = signed_by(people, dated, (wish.signatory, first.event))
    office = office_on(read_letterhead(store.office), seat.units, dated)
    numbering, wording = numbering_of(store.office, first.event), seat.wordings.on(store, dated)
    return Order(
        registrations=tuple(registrations),
        office=replace(office, community=community_of(store.office, first.hamlet)),
        signatory=signatory,
        dated=dated,
        code=None,
        training=seat.training,
        unsigned=None if signatory else unsigned(people, dated, wish.signatory),
        numbering=replace(numbering, number=None) if wish.undated else numbering,
        template=template_in(wording, wish.template),
        free_line=tidy(wish.free_line),
        ink=wish.ink,
        choices=wish.choices,
        addresses=wish.body.get("addresses", {}),
        english=wish.english,
        undated=wish.undated,
        wording=wording,
    )


def signed_by(people: tuple[Signatory, ...], dated: date, asked: tuple[str, str]) -> Signatory | None:
    """Who signs a letter of that day: who is `asked` for by name, or whoever does for letters of that kind."""
    name, kind = asked
    return signatory_named(people, name, dated) if name else signatory_on(people, dated, kind)


def unsigned(people: tuple[Signatory, ...], dated: date, name: str) -> Problem:
    """Why nobody signs: whoever was asked for by name does not on that day, or nobody does."""
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
    if any(one.registered_on > today or one.happened_on.earliest() > today for one in registrations):
        # Only a clock set back since it was entered makes this so.
        details = {"reason": "before-registration"}
        return (Problem("registered_on", "letter-before-registration", "error", details),)
    gone = departed_among(store, registrations)
    loss = None if gone and gone.reason in _OF_CHILDREN else _loss(store, registrations, today, mourners)
    told = {IN_MOURNING: loss.details()} if loss else {gone.reason: gone.details} if gone else {}
    reasons = {*told, *({"opted-out"} if wished_none(store, registrations) else ())}
    standing = letter_standing(registrations, today, reasons)
    if standing.verdict == "free" or (standing.verdict == "ask" and anyway):
        return ()
    code = "letter-held" if standing.verdict == "ask" else "letter-never"
    return tuple(_held(code, told.get(reason, {"reason": reason})) for reason in standing.reasons)


def newly_held(
    store: Reading, letter: tuple[str, int], registrations: Sequence[AnyRegistration], day: tuple[date, Mourners]
) -> tuple[Problem, ...]:
    """Why a letter that was written already (its subject, and the copies in the hand) waits now: for what came to pass
    or was said since; what somebody opened it in spite of holds it no more. A sheet that was counted waits only for a
    death of one it speaks of and for the family's no: that is handed to nobody without a second thought."""
    subject, copies = letter
    held = what_holds(store, registrations, day[0], "", day[1]) if registrations else ()
    if copies:
        held = tuple(one for one in held if one.details["reason"] in _STILL)
    opened = opened_for(store, subject) if held else frozenset()
    if IN_MOURNING in opened:
        opened |= _MOURNED
    return tuple(one for one in held if one.details["reason"] not in opened)


def _held(code: str, details: Mapping[str, str]) -> Problem:
    """The reason, and the field of the record where it stands: what is decided about is looked at there first."""
    return Problem(field_of([details["reason"]]) or "letter", code, "error", details)


def _loss(
    store: Reading, registrations: Sequence[AnyRegistration], today: date, mourners: Mourners | None
) -> Loss | None:
    """Nothing is read for a condolence: no death holds it back."""
    if all(isinstance(one, Death) for one in registrations):
        return None
    return (mourners or Mourners()).now(store, today).of(registrations)
