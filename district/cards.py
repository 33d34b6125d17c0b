"""Whose key is this: the keys of every desk that the office knows, and what a card that is shown means."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from district.store.desk_keys import OLDER, REVOKED, WAITING, KeyRow
from district.store.desks import DeskRow
from district.store.store import Work
from district.trouble import Mistake
from exchange.card import Card
from exchange.keys import key_id

IN_FORCE = "in-force"
LARGEST_CARD = 64 * 1024
"""In bytes; a card has some hundred."""


class NotEnrolled(Mistake):
    """The act was refused and nothing was written."""


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key that some desk has or had: `state` is in-force, waiting, older, retired or revoked; unit and profile are
    those under which it was taken in."""

    desk: DeskRow
    verify: str
    state: str
    unit: str
    profile: str


def find_key(work: Work, name: str) -> KnownKey | None:
    """The key of that id (16 hex digits), unless nobody knows it or its desk was dropped before it ever counted."""
    desk = work.desks.of_key(name)
    if desk is not None:
        return None if desk.state == "dropped" else KnownKey(desk, desk.signing_key, _state(desk), *_place(desk))
    key = work.keys.get(name)
    desk = work.desks.get(key.desk) if key else None
    if key is None or desk is None:
        return None
    state = REVOKED if desk.state == REVOKED else key.state
    return KnownKey(desk, key.signing_key, state, *_told_place(key, desk))


def belongs_to(work: Work, card: Card) -> DeskRow | None:
    """The desk whose card this is, or whose next key it brings; None for a desk that is new to the office.

    Raises NotEnrolled: a key id alone proves nothing, so whole keys and the register are compared."""
    dropped = work.desks.of_key(card.keys.key_id)
    held = find_key(work, card.keys.key_id)
    if held is not None or dropped is not None:
        return _shown_again(held, dropped, card)
    if card.replaces:
        return _taken_over(work, card)
    rival = work.desks.of_register(card.register)
    if rival is not None:
        raise NotEnrolled("card-register-known", desk=str(rival.number))
    return None


def whose(work: Work, card: Card, number: int, reason: str) -> tuple[DeskRow | None, str]:
    """The desk whose card this is, and the reason for which it is taken by the word of a person alone, "" where known
    keys vouch for it. `number` is what a person says that the desk has (0: nobody says so): an office put back from an
    older copy gives a free one to the same register again. Raises NotEnrolled."""
    stranger = bool(number) and follows_a_stranger(work, card)
    if stranger and not reason:
        raise NotEnrolled("named-without-reason", desk=str(number))
    desk = work.desks.of_register(card.register) if stranger else belongs_to(work, card)
    if number:
        _fits(work, desk, number)
    return desk, reason if stranger else _reason_before(work, card)


def _fits(work: Work, desk: DeskRow | None, number: int) -> None:
    if desk is None and work.desks.get(number) is not None:
        raise NotEnrolled("named-number-taken", desk=str(number))
    if desk is not None and desk.number != number:
        raise NotEnrolled("named-other-number", desk=str(number), own=str(desk.number))
    if desk is not None and desk.state == REVOKED:
        raise NotEnrolled("desk-revoked", desk=str(number))


def _reason_before(work: Work, card: Card) -> str:
    """A card that waits is shown again: it waits for the reason given the first time."""
    waits = work.keys.get(card.keys.key_id)
    return terms_of(waits).get("reason", "") if waits is not None and waits.state == WAITING else ""


def follows_a_stranger(work: Work, card: Card) -> bool:
    """Whether neither the key of this card nor the one before it is known here: the office was put back from a copy of
    before both."""
    if not card.replaces or work.desks.of_key(card.keys.key_id) or work.keys.get(card.keys.key_id):
        return False
    before = find_key(work, key_id(card.replaces))
    return before is None or before.verify != card.replaces


def _shown_again(held: KnownKey | None, dropped: DeskRow | None, card: Card) -> DeskRow:
    desk = held.desk if held else dropped
    assert desk is not None
    if (held.verify if held else desk.signing_key) != card.keys.verify:
        raise NotEnrolled("card-key-copied", desk=str(desk.number))
    if desk.register != card.register:
        raise NotEnrolled("card-other-register", desk=str(desk.number))
    if held is None:
        return desk
    if held.state == REVOKED:
        raise NotEnrolled("desk-revoked", desk=str(desk.number))
    if held.state not in (IN_FORCE, WAITING):
        raise NotEnrolled("card-of-older-key", desk=str(desk.number))
    return desk


def _taken_over(work: Work, card: Card) -> DeskRow:
    before = find_key(work, key_id(card.replaces))
    if before is None or before.verify != card.replaces:
        raise NotEnrolled("card-replaces-unknown")
    number = str(before.desk.number)
    if before.state == REVOKED:
        raise NotEnrolled("card-replaces-revoked", desk=number)
    if before.desk.register != card.register:
        raise NotEnrolled("card-other-register", desk=number)
    if before.state == WAITING and before.desk.signing_key != card.replaces:
        raise NotEnrolled("card-replaces-waiting", desk=number)
    return before.desk


def waiting_key(desk: DeskRow, file: bytes, reason: str = "") -> KeyRow:
    """The key that a desk brings, to be kept until its six words are ticked; `desk` is what it becomes then, `file` the
    sealed enrolment that is carried to it, `reason` why a person took it though no known key vouches for it."""
    row = asdict(desk) | {"card": _b64(desk.card)}
    terms = json.dumps(
        {"becomes": row, "file": _b64(file)} | ({"reason": reason} if reason else {}), ensure_ascii=False
    )
    keys = desk.signing_key, desk.receiving_key
    return KeyRow(desk.key_id, desk.number, *keys, WAITING, desk.changed_on, "", terms)


def becomes(key: KeyRow) -> tuple[DeskRow, bytes]:
    """What a waiting key makes of its desk, and the sealed enrolment."""
    told = json.loads(key.terms)
    row = told["becomes"]
    return DeskRow(**{**row, "card": b64decode(row["card"])}), b64decode(told["file"])


def older_key(desk: DeskRow, on: str, state: str = OLDER, **terms: str) -> KeyRow:
    """The key that is in force at a desk now, as it is remembered from that ISO day on."""
    told = json.dumps({"unit": desk.unit, "profile": desk.profile, **terms}, ensure_ascii=False)
    return KeyRow(desk.key_id, desk.number, desk.signing_key, desk.receiving_key, state, desk.changed_on, on, told)


def terms_of(key: KeyRow) -> Mapping[str, str]:
    """What is told of a key that is in force no more: unit, profile, reason, by, where they are known."""
    told = json.loads(key.terms)
    return {name: str(told[name]) for name in ("unit", "profile", "reason", "by") if name in told}


def _state(desk: DeskRow) -> str:
    return desk.state if desk.state in (WAITING, REVOKED) else IN_FORCE


def _place(desk: DeskRow) -> tuple[str, str]:
    return desk.unit, desk.profile


def _told_place(key: KeyRow, desk: DeskRow) -> tuple[str, str]:
    if key.state == WAITING:
        return _place(becomes(key)[0])
    told = terms_of(key)
    return told.get("unit", desk.unit), told.get("profile", desk.profile)


def _b64(raw: bytes) -> str:
    return b64encode(raw).decode("ascii")
