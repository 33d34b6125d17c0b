"""What a record says of its people that nobody passing by shall read: masked, and shown in full to those who may, each
time noted in the access log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from common.words import find as words
from common.words.labels import ROLE_WORDS
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage
from desk_app.domain.people import Declarant, Person
from desk_app.services.access_notes import done
from desk_app.services.seat import ACTS_OF, Seat
from desk_app.services.stored import any_registration

HIDDEN = "••••"
_ENDS = 4


@dataclass(frozen=True, slots=True)
class Reach:
    """What is shown in full: personal numbers; ethnic group and cause of death. Out of reach a number is masked; an
    ethnic group is left out beside a number and masked where it stands alone, so that there is something to ask for."""

    numbers: bool = False
    sensitive: bool = False


NOTHING = Reach()


def reach_of(role: str) -> Reach:
    """What a role may see when it asks."""
    return Reach("numbers" in ACTS_OF[role], "sensitive" in ACTS_OF[role])


def masked(number: str) -> str:
    """0010••••0001: enough to compare with a card, too little to copy; a short number is all dots."""
    return f"{number[:_ENDS]}{HIDDEN}{number[-_ENDS:]}" if len(number) > 2 * _ENDS else HIDDEN


def guarded_facts(registration: AnyRegistration, reach: Reach = NOTHING) -> tuple[tuple[str, str], ...]:
    """A line for everybody of whom something is known that this reach shows or masks: a number, told once where two
    roles are one person's; an ethnic group; the cause of a death."""
    told: set[str] = set()
    lines = []
    for role, person in _people(registration):
        number = _number(person)
        lines.append((ROLE_WORDS[role], _line(number if number not in told else "", person, reach)))
        told.add(number)
    if isinstance(registration, Death) and registration.cause:
        lines.append((words.CAUSE, registration.cause if reach.sensitive else HIDDEN))
    return tuple((label, line) for label, line in lines if line)


def in_full(seat: Seat, id: int) -> tuple[tuple[str, str], ...]:
    """The same lines as far as whoever sits here may see them; noted each time. Raises Trouble("not-allowed"),
    Mistake("no-such-registration")."""
    seat.may("numbers")
    with seat.reading() as reading:
        kept = any_registration(reading, id)
    done(seat, "number-shown", id)
    return guarded_facts(kept.registration, reach_of(seat.role))


def _people(registration: AnyRegistration) -> Iterator[tuple[str, Person | Declarant]]:
    named: Sequence[tuple[str, Person | Declarant | None]]
    if isinstance(registration, Birth):
        named = (("child", registration.child), ("mother", registration.mother), ("father", registration.father))
    elif isinstance(registration, Marriage):
        named = (("husband", registration.husband), ("wife", registration.wife))
    else:
        named = (("deceased", registration.deceased),)
    for role, person in (*named, ("declarant", registration.declarant)):
        if person is not None:
            yield role, person


def _number(person: Person | Declarant) -> str:
    paper = person.id_paper if isinstance(person, Person) else ""
    return person.citizen_id.digits if person.citizen_id else paper


def _line(number: str, person: Person | Declarant, reach: Reach) -> str:
    group = person.ethnic_group if isinstance(person, Person) else ""
    told = [words.number(number if reach.numbers else masked(number))] if number else []
    if group and (reach.sensitive or not told):
        told.append(words.ethnic(group if reach.sensitive else HIDDEN))
    return ", ".join(told)
