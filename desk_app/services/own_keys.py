"""The desk's own keys: the pair in force, the pair that is to take over from it, and those of before.

What a level above sealed to an older pair must still open, so no pair is ever thrown away; only the one in force signs.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from desk_app.db.register import Reading, Work
from desk_app.services.trouble import Trouble
from desk_app.sync.link import DESK_KEYS, NEXT_KEYS, DistrictLink
from exchange.keys import DeskKeys

CARD, NEXT_CARD = "card", "card-next"
"""Under these names the office's papers keep the card in force and the one that takes over from it: the card's identity
and the file as hex digits."""

_BEFORE = "keys-of-before"


@dataclass(frozen=True, slots=True)
class KeyOfBefore:
    """A pair that signs no more: its key id (16 hex), the card it went by (64 hex) and the ISO day of its last use."""

    key_id: str
    card: str
    until: str


def desk_keys(store: Reading | Work) -> DeskKeys:
    """The pair in force, rows of the encrypted register."""
    raw = store.keys.get(DESK_KEYS)
    if raw is None:
        raise Trouble("keys-missing")
    return DeskKeys.from_bytes(raw)


def next_keys(store: Reading | Work) -> DeskKeys | None:
    """The pair that is to take over; None while nothing is being changed."""
    raw = store.keys.get(NEXT_KEYS)
    return DeskKeys.from_bytes(raw) if raw else None


def keys_of_before(store: Reading | Work) -> tuple[KeyOfBefore, ...]:
    """Pairs that sign no more, newest first."""
    rows = json.loads(store.office.get(_BEFORE) or "[]")
    return tuple(KeyOfBefore(**row) for row in reversed(rows))


def opening_keys(store: Reading | Work) -> tuple[DeskKeys, ...]:
    """Every pair that may open a file for this desk, the one in force first."""
    following = next_keys(store)
    before = (store.keys.get(_kept_as(row.key_id)) for row in keys_of_before(store))
    older = tuple(DeskKeys.from_bytes(raw) for raw in before if raw)
    return (desk_keys(store), *((following,) if following else ()), *older)


def card_of(store: Reading | Work, name: str = CARD) -> str:
    """The identity of the card under this name; "" where none was written."""
    return (store.office.get(name) or "").split(" ")[0]


def put_aside(work: Work, keys: DeskKeys, card: str, today: date) -> None:
    """From now on this pair only opens."""
    rows = [asdict(row) for row in reversed(keys_of_before(work))]
    rows.append(asdict(KeyOfBefore(keys.key_id, card, today.isoformat())))
    work.keys.put(_kept_as(keys.key_id), keys.to_bytes())
    work.office.put(_BEFORE, json.dumps(rows, sort_keys=True))


def begin_next(work: Work, keys: DeskKeys) -> None:
    """Keep the pair that is to take over; a card for it is still to be written."""
    work.keys.put(NEXT_KEYS, keys.to_bytes())
    work.office.put(NEXT_CARD, "")


def drop_next(work: Work, today: date) -> bool:
    """Give the change up; the level above may have ticked it, so the pair still opens. False: none was begun."""
    following = next_keys(work)
    if following is None:
        return False
    put_aside(work, following, card_of(work, NEXT_CARD), today)
    _end_change(work)
    return True


def change_over(work: Work, tie: DistrictLink, today: date) -> bool:
    """Let the next pair take over where this tie is for it; all in the transaction of the caller. False: it stays."""
    following = next_keys(work)
    if following is None or tie.key != following.key_id:
        return False
    put_aside(work, desk_keys(work), card_of(work), today)
    work.keys.put(DESK_KEYS, following.to_bytes())
    work.office.put(CARD, work.office.get(NEXT_CARD) or "")
    _end_change(work)
    return True


def _end_change(work: Work) -> None:
    work.keys.put(NEXT_KEYS, b"")
    work.office.put(NEXT_CARD, "")


def _kept_as(key_id: str) -> str:
    return f"desk-keys-{key_id}"
