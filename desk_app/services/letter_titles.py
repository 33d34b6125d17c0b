"""Whom a letter goes to, as lists and papers name it: letters of every kind."""

from __future__ import annotations

from collections.abc import Sequence

from common.words import printing
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.domain.address import form_of_address
from desk_app.domain.events import AnyRegistration, Death
from desk_app.services.courtesy_letters import addressee_of


def letter_title(reading: Reading, letter: int, rows: Sequence[Kept]) -> str:
    """To whom: the names it is about, the family of somebody who died, who is thanked or asked for pardon; "" once the
    law had it erased. `rows`: the registrations it covers, as far as they stand."""
    if rows:
        return title_of(rows)
    to = addressee_of(reading, letter)
    return to.who if to else ""


def title_of(rows: Sequence[Kept]) -> str:
    """The same for a letter over these registrations."""
    first: AnyRegistration = rows[0].registration
    if isinstance(first, Death):
        address = form_of_address(first.deceased, first.registered_on)
        return printing.family_of(address, first.deceased.name.text)
    return printing.several([name.text for row in rows for name in row.registration.principals()])
