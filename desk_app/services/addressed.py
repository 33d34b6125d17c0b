"""To whom a letter goes, as envelopes, lists and lips say it: names, forms of address, where they live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.names import tidy
from common.words import ceremony as said
from common.words.today import family_of
from desk_app.db.register import Reading
from desk_app.domain.address import form_of_address, parent_address
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage
from desk_app.domain.people import Person


@dataclass(frozen=True, slots=True)
class Addressed:
    """`people`: one line each ("anh Lê Hoàng Nam"); `address` where they live, for whoever asks for it; `name` of the
    first, as it is sorted."""

    people: tuple[str, ...] = ()
    address: str = ""
    name: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """As an envelope says it: "Anh Lê Hoàng Nam", "và chị Phan Thị Thu Thủy"."""
        first, *others = self.people or ("",)
        return (f"{first[:1].upper()}{first[1:]}", *(said.AND.format(name=name) for name in others))

    @property
    def line(self) -> str:
        """In one line."""
        return " ".join(self.lines)


def addressed(registrations: Sequence[AnyRegistration]) -> Addressed:
    """To whom the letter over these registrations goes."""
    first = registrations[0]
    day = first.registered_on
    if isinstance(first, Marriage):
        couple = (first.husband, first.wife)
        return _people([(parent_address(person, day), person) for person in couple])
    if isinstance(first, Death):
        family = family_of(form_of_address(first.deceased, first.died_on.earliest()), first.deceased.name.text)
        return Addressed((family,), first.last_residence, first.deceased.name.text)
    return _to_parents(first, registrations)


def _to_parents(first: Birth, registrations: Sequence[AnyRegistration]) -> Addressed:
    parents = [person for person in (first.father, first.mother) if person is not None]
    if parents:
        return _people([(parent_address(person, first.registered_on), person) for person in parents])
    children = [name.text for one in registrations for name in one.principals()]
    return Addressed((said.FAMILY_OF.format(name=", ".join(children)),), "", children[0])


def _people(named: Sequence[tuple[str, Person]]) -> Addressed:
    told = tuple(f"{address} {person.name.text}" for address, person in named)
    home = next((person.residence for _, person in named if person.residence), "")
    return Addressed(told, home, named[0][1].name.text)


def courtesy_to(store: Reading, letter: int) -> Addressed | None:
    """To whom a letter of thanks or apology goes; None where the law had it erased."""
    body = store.papers.courtesy(letter)
    return _typed(body) if body else None


def _typed(body: Mapping[str, Any]) -> Addressed:
    name, address = tidy(str(body.get("to_name", ""))), tidy(str(body.get("to_address", "")))
    family = said.HOUSEHOLD if body.get("household") else ""
    return Addressed((" ".join(one for one in (family, address, name) if one),), "", name)
