"""What came in: a file's bytes, opened with the office's keys and judged against the lines that are held."""

from collections.abc import Callable
from dataclasses import dataclass

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


def open_file(raw: bytes, keys: OfficeKeys, work: Work) -> Opened:
    """Open the bytes of a file and judge them. Raises exchange's Refused with the verdict."""
    bundle = open_bundle(raw, keys, _senders(work))
    desk = work.desks.get(bundle.manifest.desk, lock=True)
    if desk is None:
        raise AssertionError("a sender is always a desk")
    sender = desk
    judgement = judge(bundle, lambda position: digest_at(work, sender, position), work.lines.head(desk.number))
    return Opened(bundle, desk, judgement)


def digest_at(work: Work, desk: DeskRow, position: int) -> bytes | None:
    """The digest of the desk's history at a position; position 0 is the register's own beginning."""
    if position == 0:
        return first_digest(bytes.fromhex(desk.register))
    return work.lines.digest_at(desk.number, position)


def _senders(work: Work) -> Find:
    def find(key_id: str) -> Sender | None:
        desk = work.desks.of_key(key_id)
        if desk is None:
            return None
        return Sender(
            verify=desk.signing_key,
            unit=desk.unit,
            desk=desk.number,
            register=desk.register,
            profile="register" if desk.profile == "register" else "figures",
            revoked=desk.state == "revoked",
        )

    return find
