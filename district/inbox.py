"""What came in: a file's bytes, opened with the office's keys and judged against the lines that are held."""

from collections.abc import Callable
from dataclasses import dataclass

from district.cards import IN_FORCE, KnownKey, find_key
from district.store.desk_keys import REVOKED
from district.store.desks import DeskRow
from district.store.store import Work
from exchange.bundle import OpenedBundle, Sender, open_bundle
from exchange.history import Judgement, judge
from exchange.journal import first_digest
from exchange.keys import OfficeKeys

Find = Callable[[str], Sender | None]


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that is genuine and ours, from a desk that we know, and what the history rule says of it."""

    bundle: OpenedBundle
    desk: DeskRow
    judgement: Judgement
    key: str = IN_FORCE
    """What the signing key is to its desk: in-force, waiting, older or retired."""


def open_file(raw: bytes, keys: OfficeKeys, work: Work) -> Opened:
    """Open the bytes of a file and judge them. Raises exchange's Refused with the verdict."""
    known: list[KnownKey] = []
    bundle = open_bundle(raw, keys, _senders(work, known))
    sender = work.desks.get(bundle.manifest.desk, lock=True)
    if sender is None:
        raise AssertionError("a sender is always a desk")
    desk = sender
    judgement = judge(bundle, lambda position: digest_at(work, desk, position), work.lines.head(desk.number))
    return Opened(bundle, desk, judgement, known[-1].state)


def digest_at(work: Work, desk: DeskRow, position: int) -> bytes | None:
    """The digest of the desk's history at a position; position 0 is the register's own beginning."""
    if position == 0:
        return first_digest(bytes.fromhex(desk.register))
    return work.lines.digest_at(desk.number, position)


def _senders(work: Work, known: list[KnownKey]) -> Find:
    def find(key_id: str) -> Sender | None:
        key = find_key(work, key_id)
        if key is None:
            return None
        known.append(key)
        return Sender(
            verify=key.verify,
            unit=key.unit,
            desk=key.desk.number,
            register=key.desk.register,
            profile="register" if key.profile == "register" else "figures",
            revoked=key.state == REVOKED,
        )

    return find
