"""What can be put into a letter: a field, or a condition around some words."""

from __future__ import annotations

from dataclasses import dataclass

from common.words import templates_page as said
from common.words.letter_fields import conditions_of, fields_of
from desk_app.ui.parts.pick import Pickable, Picking
from desk_app.ui.templates.chips import END, OTHERWISE

ASKED = Picking(said.INSERT_TITLE, said.INSERT_HINT, said.INSERT_LIST, said.INSERT, said.LEAVE)


@dataclass(frozen=True, slots=True)
class Offer:
    """What is written: a token, and what ends it where it stands around words."""

    token: str
    end: str = ""


def offers_of(kind: str) -> tuple[Pickable, ...]:
    """Everything that a letter of this kind may say: fields, its own before those of every letter, then conditions."""
    told = sorted(fields_of(kind), key=lambda one: len(one.kinds))
    fields = (_offer(one.caption, Offer(f"{{{one.name}}}")) for one in told)
    conditions = (_offer(said.when(one.caption), Offer(f"[nếu {one.name}]", END)) for one in conditions_of(kind))
    return (*fields, *conditions, _offer(said.OTHERWISE_OFFER, Offer(OTHERWISE)))


def _offer(told: str, offer: Offer) -> Pickable:
    return Pickable(told, offer, offer.token.replace("_", " "))
