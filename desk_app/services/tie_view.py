"""How far the exchange of keys with the level above has come, with the six words to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.names import fold
from desk_app.services.own_keys import CARD, NEXT_CARD, KeyOfBefore, card_of, desk_keys, keys_of_before, next_keys
from desk_app.services.places import place_name
from desk_app.services.seat import ACTS_OF, Seat
from desk_app.sync.link import IN_FORCE, WAITING, DistrictLink, read_link


@dataclass(frozen=True, slots=True)
class Tie:
    """One enrolment: desk number, host of the public page, the six words and their figures; where the level above
    `asks_names`, on which legal basis, and the reason for which a leader accepted ("" until somebody does). `since` the
    ISO day on which it came into force; `office` the unit that it says it is from; "" where an earlier version kept
    it."""

    desk: int
    host: str
    words: tuple[str, ...]
    figures: tuple[str, ...]
    asks_names: bool = False
    legal_basis: str = ""
    reason: str = ""
    since: str = ""
    office: str = ""
    verify: str = ""


@dataclass(frozen=True, slots=True)
class KeyExchange:
    """Whether the card was written (while keys are being `changing`, that of the new pair), the tie in force, and one
    that still waits for the six words."""

    card: bool
    in_force: Tie | None
    waiting: Tie | None
    may: bool = True
    """Whether this person may exchange keys and decide about names."""
    training: bool = False
    """Whether this is the practice register, which knows no level above."""
    changing: bool = False
    key: str = ""
    """The id of the pair that signs now; "" until the desk was tied."""
    before: tuple[KeyOfBefore, ...] = ()

    @property
    def stranger(self) -> bool:
        """Whether what waits comes under other keys than those of the level above in force."""
        return bool(self.in_force and self.waiting and self.in_force.verify != self.waiting.verify)


def key_exchange(seat: Seat) -> KeyExchange:
    """Where the exchange stands; drawing six words takes a fifth of a second for each enrolment."""
    with seat.reading() as reading:
        following = next_keys(reading)
        card = bool(card_of(reading, NEXT_CARD if following else CARD))
        in_force, waiting = (read_link(reading.office.get(name)) for name in (IN_FORCE, WAITING))
        key = desk_keys(reading).key_id if in_force else ""
        before = keys_of_before(reading)
    return KeyExchange(
        card=card,
        in_force=_tie(seat, in_force),
        waiting=_tie(seat, waiting),
        may=_may(seat),
        training=seat.training,
        changing=following is not None,
        key=key,
        before=before,
    )


def _may(seat: Seat) -> bool:
    return "district" in ACTS_OF[seat.role] and not seat.training


def heard_words(typed: str, words: Sequence[str]) -> str:
    """What was heard on the phone, with the marks that a hand in a hurry leaves out: no two words are alike without."""
    marked = {fold(word): word for word in words}
    return " ".join(marked.get(fold(word), word) for word in typed.split())


def _tie(seat: Seat, link: DistrictLink | None) -> Tie | None:
    if link is None:
        return None
    told, above = link.words(), seat.units.known(link.office_unit)
    return Tie(
        desk=link.desk,
        host=link.host,
        words=told.words,
        figures=told.hex_groups,
        asks_names=link.profile == "register",
        legal_basis=link.legal_basis,
        reason=link.register_reason,
        since=link.since,
        office=place_name(seat.units, above[-1], seat.today()) if above else "",
        verify=link.office_verify,
    )
