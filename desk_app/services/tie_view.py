"""How far the exchange of keys with the level above has come, with the six words to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.names import fold
from desk_app.services.seat import ACTS_OF, Seat
from desk_app.sync.link import IN_FORCE, WAITING, DistrictLink, read_link


@dataclass(frozen=True, slots=True)
class Tie:
    """One enrolment: desk number, host of the public page, the six words and their figures; where the level above
    `asks_names`, on which legal basis, and the reason for which a leader accepted ("" until somebody does)."""

    desk: int
    host: str
    words: tuple[str, ...]
    figures: tuple[str, ...]
    asks_names: bool = False
    legal_basis: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class KeyExchange:
    """Whether the card was written, the tie in force, and one that still waits for the six words."""

    card: bool
    in_force: Tie | None
    waiting: Tie | None
    may: bool = True
    """Whether this person may exchange keys and decide about names."""
    training: bool = False
    """Whether this is the practice register, which knows no level above."""


def key_exchange(seat: Seat) -> KeyExchange:
    """Where the exchange stands; drawing six words takes a fifth of a second for each enrolment."""
    with seat.reading() as reading:
        card = bool(reading.office.get("card"))
        in_force, waiting = (read_link(reading.office.get(name)) for name in (IN_FORCE, WAITING))
    return KeyExchange(card, _tie(in_force), _tie(waiting), _may(seat), seat.training)


def _may(seat: Seat) -> bool:
    return "district" in ACTS_OF[seat.role] and not seat.training


def heard_words(typed: str, words: Sequence[str]) -> str:
    """What was heard on the phone, with the marks that a hand in a hurry leaves out: no two words are alike without."""
    marked = {fold(word): word for word in words}
    return " ".join(marked.get(fold(word), word) for word in typed.split())


def _tie(link: DistrictLink | None) -> Tie | None:
    if link is None:
        return None
    told = link.words()
    asks = link.profile == "register"
    return Tie(link.desk, link.host, told.words, told.hex_groups, asks, link.legal_basis, link.register_reason)
