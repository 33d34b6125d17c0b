"""Whose name stands under an archived letter, and whether that person still signs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desk_app.db.letters import KeptLetter
from desk_app.db.register import Reading, Work
from desk_app.domain.office import Signatory
from desk_app.letters.setpage import BadPage, page_from
from desk_app.services.office import read_signatories


def signer_on(page: bytes, people: Sequence[Signatory]) -> str:
    """The name of one of these people that stands on the sheet by itself; "" for none. Raises BadPage."""
    lines = page_from(page).text.split("\n")
    return next((one.name for one in people if one.name in lines), "")


def signs_no_more(store: Reading | Work, kept: KeptLetter, today: date) -> bool:
    """Whether a letter that nobody has printed yet bears a name whose time ran out: nobody could sign that sheet."""
    if kept.copies or not kept.page:
        return False
    people = read_signatories(store.office)
    try:
        name = signer_on(kept.page, people)
    except BadPage:
        return False
    return bool(name) and not any(one.name == name and one.in_office(today) for one in people)
