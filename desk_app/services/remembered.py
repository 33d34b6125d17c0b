"""Places, ethnic groups and nationalities that were written before, offered where one is asked for again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from common.names import fold
from desk_app.domain.events import AnyRegistration, Birth, Death
from desk_app.services.seat import Seat

_LOOKED_AT = 200
_MOST = 40
_HOMES = (
    "mother_residence",
    "father_residence",
    "husband_residence",
    "wife_residence",
    "declarant_residence",
    "last_residence",
)
_PEOPLE = ("mother", "father", "husband", "wife")
_GROUPS = ("ethnic_group", *(f"{person}_ethnic_group" for person in _PEOPLE))
_NATIONS = ("nationality", *(f"{person}_nationality" for person in _PEOPLE))


def remembered_places(seat: Seat) -> Mapping[str, tuple[str, ...]]:
    """By draft field, what was written last first; homes, ethnic groups, nationalities are one list for everybody."""
    with seat.reading() as reading:
        newest = [kept.registration for kept in reading.registrations.newest(_LOOKED_AT) if kept.state == "live"]
    found: dict[str, dict[str, str]] = {}
    for registration in newest:
        for kind, text in _places(registration):
            found.setdefault(kind, {}).setdefault(fold(text), text)
    lists = {kind: tuple(texts.values())[:_MOST] for kind, texts in found.items()}
    shared = ((_HOMES, "home"), (_GROUPS, "ethnic_group"), (_NATIONS, "nationality"))
    return {**lists, **{field: lists.get(kind, ()) for fields, kind in shared for field in fields}}


def _places(registration: AnyRegistration) -> Iterator[tuple[str, str]]:
    yield from ((kind, text) for kind, text in _all(registration) if text)


def _all(registration: AnyRegistration) -> Iterator[tuple[str, str]]:
    yield "hamlet", registration.hamlet
    for person in registration.people():
        yield "home", person.residence
        yield "ethnic_group", person.ethnic_group
        yield "nationality", person.nationality
    if isinstance(registration, Birth):
        yield "birth_place", registration.birth_place
        yield "home_town", registration.home_town
    if isinstance(registration, Death):
        yield "home", registration.last_residence
        yield "died_place", registration.died_place
        yield "notice_issuer", registration.notice.issuer if registration.notice else ""
